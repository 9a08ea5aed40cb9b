import { countingOf } from '../archive/publish/counting.ts';
import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { shownTally, type Tally, tallyOf } from '../checks/disclosure/counts.ts';
import { compare } from '../core/values/problem.ts';
import type { Theme } from '../core/model/theme.ts';

/** A theme that shares records with another one. */
export interface CoOccurrence {
	theme: TextEntry<Theme>;
	/** Number of shared records, as it may be published. */
	count: string;
}

/**
 * Themes that share records with a theme, most frequent first. Given accounts neither add a theme to the list nor
 * move it up, unless there are enough of them for their number to be published.
 */
export function coOccurringThemes(id: string, archive: Archive): CoOccurrence[] {
	const records = archive.byTheme.get(id) ?? [];
	const counting = countingOf(archive);
	const known = ({ exact, given }: Tally) => (counting.anyGiven ? exact : exact + given);
	return archive.themes
		.filter((theme) => theme.id !== id)
		.map((theme) => ({ theme, tally: tallyOf(records.filter(({ data }) => data.themes.includes(theme.id))) }))
		.filter(({ tally }) => tally.exact > 0 || tally.given >= counting.smallCount)
		.sort((a, b) => known(b.tally) - known(a.tally) || compare(a.theme.id, b.theme.id))
		.map(({ theme, tally }) => ({ theme, count: shownTally(tally, counting) }));
}
