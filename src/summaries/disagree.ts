import { proseOf } from '../archive/prose.ts';
import type { Archive } from '../archive/view.ts';
import { type Beside, besideEachOther, type FigureEntry, figuresBeside } from '../figures/beside.ts';
import { compareFigures } from '../figures/compare.ts';
import { areApart } from '../figures/interval.ts';

/**
 * The figures of a theme’s records that disagree, in groups: figures that a reader would compare and that tell numbers
 * which cannot be one and the same. Those that its text speaks of come first, then those in which two count the same thing,
 * so that one is wrong, then those of many figures.
 */
export function disagreementsOf(theme: string, archive: Archive): Beside[] {
	const figures = (archive.byTheme.get(theme) ?? []).flatMap(({ id }) => archive.figuresOf.get(id) ?? []);
	const placed = new Set<string>();
	const groups = figures.flatMap((figure): Beside[] => {
		if (placed.has(figure.id)) return [];
		const group = groupOf(figure, archive);
		for (const { id } of group) placed.add(id);
		return group.length > 1 ? [besideEachOther(group, archive)] : [];
	});
	const isCited = citedBy(theme, archive);
	const known = new Map(
		groups.map((group) => [group, group.rows.filter(({ figure }) => isCited(figure)).length]),
	);
	const cited = (group: Beside) => known.get(group) ?? 0;
	return groups.sort(
		(a, b) =>
			cited(b) - cited(a) || Number(b.contradicted) - Number(a.contradicted) || b.rows.length - a.rows.length,
	);
}

/** Whether a theme’s text shows a figure, or cites the paragraph that carries it. */
function citedBy(id: string, archive: Archive): (figure: FigureEntry) => boolean {
	const theme = archive.theme.get(id);
	const mentions = theme ? proseOf(theme, archive).mentions : [];
	const cited = new Set(mentions.map(({ id: named, paragraph = '' }) => `${named} ${paragraph}`));
	return ({ id: figure, data }) => cited.has(`${figure} `) || cited.has(`${data.record} ${data.paragraph}`);
}

/** A figure with all that disagree with it, and with those in turn. */
function groupOf(figure: FigureEntry, archive: Archive): readonly FigureEntry[] {
	const group = [figure];
	for (const one of group)
		for (const other of figuresBeside(one, archive))
			if (!group.includes(other) && disagree(one, other)) group.push(other);
	return archive.figures.filter((one) => group.includes(one));
}

function disagree({ data: one }: FigureEntry, { data: other }: FigureEntry): boolean {
	const { contradict, values } = compareFigures(one, other);
	if (contradict) return true;
	// What one source counts in two ways is no disagreement.
	return (
		one.record !== other.record && one.measure === other.measure && values !== null && areApart(...values)
	);
}
