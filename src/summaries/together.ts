import { countingOf } from '../archive/publish/counting.ts';
import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { shownTally, type Tally, tallyOf } from '../checks/disclosure/counts.ts';
import { compare } from '../core/values/problem.ts';
import type { Theme } from '../core/model/theme.ts';

/** A theme that records of another one are also filed under. */
export interface Together {
	theme: TextEntry<Theme>;
	/** How many records are under both, as readers may see it. */
	count: string;
}

/**
 * Which themes occur together with a theme, most often first. Given accounts neither bring a theme into the list nor
 * move it up, unless there are so many that their number may be told.
 */
export function togetherWith(id: string, archive: Archive): Together[] {
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
