import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { type Beside, besideEachOther, type FigureEntry, figuresBeside } from '../figures/comparison.ts';
import { compareFigures, type Field } from '../figures/compare.ts';
import { areApart } from '../figures/interval.ts';
import { overlap } from '../figures/period.ts';
import type { Theme } from '../core/model/theme.ts';
import { citedBy, figuresOf } from './figures.ts';

/**
 * The figures of a theme’s records that disagree, in groups: figures that a reader would compare and that tell numbers
 * which cannot be one and the same. Those that its text speaks of come first, then those in which two count the same thing,
 * so that one is wrong, then those of many figures.
 */
export function disagreementsOf(theme: TextEntry<Theme>, archive: Archive): Beside[] {
	const figures = figuresOf(theme, archive);
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

/** A figure with all that disagree with it, and with those in turn. */
function groupOf(figure: FigureEntry, archive: Archive): readonly FigureEntry[] {
	const group = [figure];
	for (const one of group)
		for (const other of figuresBeside(one, archive))
			if (!group.includes(other) && disagree(one, other)) group.push(other);
	return archive.figures.filter((one) => group.includes(one));
}

/** Another time or another hand is no reason to expect the same number. */
const EXPECTED: ReadonlySet<Field> = new Set(['period', 'population', 'origin']);

function disagree({ data: one }: FigureEntry, { data: other }: FigureEntry): boolean {
	const { contradict, values, differences } = compareFigures(one, other);
	if (contradict) return true;
	// What one source counts in two ways is no disagreement, nor what is counted at two times.
	return (
		one.record !== other.record &&
		one.measure !== undefined &&
		one.measure === other.measure &&
		values !== null &&
		areApart(...values) &&
		differences.some(({ field }) => !EXPECTED.has(field)) &&
		overlap(one.period, other.period)
	);
}
