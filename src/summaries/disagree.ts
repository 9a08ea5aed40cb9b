import type { Archive } from '../archive/view.ts';
import { type Beside, besideEachOther, type FigureEntry, figuresBeside } from '../figures/beside.ts';
import { compareFigures } from '../figures/compare.ts';
import { areApart } from '../figures/interval.ts';

/**
 * The figures of a theme’s records that disagree, in groups: figures that a reader would compare and that tell numbers
 * which cannot be one and the same. Groups in which two count the same thing, so that one is wrong, come first.
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
	return groups.sort((a, b) => Number(b.contradicted) - Number(a.contradicted));
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
