import type { Archive, TextEntry } from '../archive/publish/view.ts';
import {
	type ComparisonTable,
	comparisonTable,
	type FigureEntry,
	comparableFigures,
} from '../figures/comparison.ts';
import { compareFigures, type Field } from '../figures/compare.ts';
import { areApart } from '../figures/interval.ts';
import { overlap } from '../figures/check-period.ts';
import type { Theme } from '../core/model/theme.ts';
import { citedBy, figuresOf } from './figures.ts';

/**
 * The figures of a theme’s records that disagree, in groups: figures that a reader would compare and whose numbers cannot
 * be the same. Groups that its text cites come first, then those in which two figures count the same thing, so that one
 * must be wrong, then larger groups.
 */
export function disagreementsOf(theme: TextEntry<Theme>, archive: Archive): ComparisonTable[] {
	const figures = figuresOf(theme, archive);
	const placed = new Set<string>();
	const groups = figures.flatMap((figure): ComparisonTable[] => {
		if (placed.has(figure.id)) return [];
		const group = groupOf(figure, archive);
		for (const { id } of group) placed.add(id);
		return group.length > 1 ? [comparisonTable(group, archive)] : [];
	});
	const isCited = citedBy(theme, archive);
	const known = new Map(
		groups.map((group) => [group, group.rows.filter(({ figure }) => isCited(figure)).length]),
	);
	const cited = (group: ComparisonTable) => known.get(group) ?? 0;
	return groups.sort(
		(a, b) =>
			cited(b) - cited(a) || Number(b.contradicted) - Number(a.contradicted) || b.rows.length - a.rows.length,
	);
}

/** A figure with all that disagree with it, and transitively with those. */
function groupOf(figure: FigureEntry, archive: Archive): readonly FigureEntry[] {
	const group = [figure];
	for (const one of group)
		for (const other of comparableFigures(one, archive))
			if (!group.includes(other) && disagree(one, other)) group.push(other);
	return archive.figures.filter((one) => group.includes(one));
}

/** Differences in these fields explain different numbers. */
const EXPECTED: ReadonlySet<Field> = new Set(['period', 'population', 'origin']);

function disagree({ data: one }: FigureEntry, { data: other }: FigureEntry): boolean {
	const { contradict, values, differences } = compareFigures(one, other);
	if (contradict) return true;
	// One source that counts in two ways does not disagree with itself, nor do counts of two periods.
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
