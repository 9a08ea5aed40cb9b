import type { Archive } from '../archive/publish/view.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Assessment, Check } from './assessment.ts';
import { gravest } from './assessment.ts';
import { checkBreakdown } from './breakdown.ts';
import { compareFigures } from './compare.ts';
import { checkPeriod } from './period.ts';
import { checkRelation } from './relations.ts';
import { checkShare } from './share.ts';

type Named = { id: string; data: Figure };

/**
 * Does the arithmetic of every figure (evidence.md, ST-1 to ST-10): against its own counts, against those that it
 * names, and against those of the same measure that count the same thing.
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

/** A period that is not known is the figure's status only where nothing else was checked. */
function statusOf(checks: readonly Check[]): Assessment['status'] {
	const isOpenPeriod = (check: Check) => check.kind === 'length' && check.status === 'undetermined';
	const others = gravest(checks.filter((check) => !isOpenPeriod(check)).map(({ status }) => status));
	return others === 'unchecked' && checks.some(isOpenPeriod) ? 'undetermined' : others;
}

/** Figures that count the same thing and tell numbers that cannot both be right. */
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

const kept = new WeakMap<Archive, Map<string, Assessment>>();

/** The arithmetic of all figures of an archive, done once. */
export function assessmentsOf(archive: Archive): Map<string, Assessment> {
	const known = kept.get(archive) ?? assess(archive.figures);
	kept.set(archive, known);
	return known;
}
