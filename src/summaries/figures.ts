import { proseOf } from '../archive/publish/prose.ts';
import type { Archive, Entry, TextEntry } from '../archive/publish/view.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Theme } from '../core/model/theme.ts';

/**
 * The figures of a theme: those of its records with one of the theme’s measures, and those that its text shows or whose
 * paragraph it cites. Cited figures come first. A record may carry figures on other subjects too.
 */
export function figuresOf(theme: TextEntry<Theme>, archive: Archive): Entry<Figure>[] {
	const { measures } = theme.data;
	const isCited = citedBy(theme, archive);
	return (archive.byTheme.get(theme.id) ?? [])
		.flatMap((record) => archive.figuresOf.get(record.id) ?? [])
		.filter(
			(figure) => measures === undefined || measures.includes(figure.data.measure ?? '') || isCited(figure),
		)
		.sort((a, b) => Number(isCited(b)) - Number(isCited(a)));
}

/** Whether a theme’s text shows a figure, or cites the paragraph that carries it. */
export function citedBy(
	theme: TextEntry<Theme>,
	archive: Archive,
): (figure: Pick<Entry<Figure>, 'id' | 'data'>) => boolean {
	const { mentions } = proseOf(theme, archive);
	const cited = new Set(mentions.map(({ id, paragraph = '' }) => `${id} ${paragraph}`));
	return ({ id, data }) => cited.has(`${id} `) || cited.has(`${data.record} ${data.paragraph}`);
}
