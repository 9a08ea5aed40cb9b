import type { Archive } from '../archive/publish/view.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Assessment, Check } from './assessment.ts';
import { mostSevere } from './assessment.ts';
import { checkBreakdown } from './check-breakdown.ts';
import { compareFigures } from './compare.ts';
import { checkPeriod } from './check-period.ts';
import { checkRelation } from './check-relations.ts';
import { checkShare } from './check-share.ts';

type Named = { id: string; data: Figure };

/**
 * Checks the arithmetic of every figure (rules ST-1 to ST-10): against its own counts, the figures that it names, and
 * comparable figures of the same measure.
 */
export function assess(figures: readonly Named[]): Map<string, Assessment> {
	const byId = new Map(figures.map(({ id, data }) => [id, data]));
	const find = (id: string) => byId.get(id);
	return new Map(
		figures.map((figure) => {
			const { id, data } = figure;
			const checks: Check[] = [
				...checkShare(data),
				...(data.breakdown && data.numerator ? [checkBreakdown(data, data.breakdown, data.numerator)] : []),
				...data.relations.flatMap((relation) => checkRelation(data, relation, find)),
				...checkPeriod(data),
				...disagreements(figure, figures),
			];
			return [id, { status: statusOf(checks), checks }];
		}),
	);
}

/** An unknown period decides the status only where nothing else was checked. */
function statusOf(checks: readonly Check[]): Assessment['status'] {
	const isOpenPeriod = (check: Check) => check.kind === 'length' && check.status === 'undetermined';
	const others = mostSevere(checks.filter((check) => !isOpenPeriod(check)).map(({ status }) => status));
	return others === 'unchecked' && checks.some(isOpenPeriod) ? 'undetermined' : others;
}

/** Figures that count the same thing with numbers that cannot both be right. */
function disagreements({ id, data }: Named, figures: readonly Named[]): Check[] {
	if (data.measure === undefined) return [];
	return figures.flatMap((other): Check[] => {
		if (other.id === id || other.data.measure !== data.measure) return [];
		const { contradict, values, areShares } = compareFigures(data, other.data);
		if (!contradict || !values) return [];
		return [
			{
				kind: 'disagrees',
				status: 'conflict',
				figure: other.id,
				mine: values[0],
				theirs: values[1],
				areShares,
			},
		];
	});
}

const cache = new WeakMap<Archive, Map<string, Assessment>>();

/** The assessments of all figures of an archive, cached. */
export function assessmentsOf(archive: Archive): Map<string, Assessment> {
	const known = cache.get(archive) ?? assess(archive.figures);
	cache.set(archive, known);
	return known;
}
