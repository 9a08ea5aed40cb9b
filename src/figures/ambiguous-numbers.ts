import type { Figure } from '../core/model/figure.ts';

/** A number that occurs in two figures with different meanings. */
interface AmbiguousNumber {
	number: number;
	one: { figure: string; unit: string };
	other: { figure: string; unit: string };
}

/** Smaller numbers recur by chance so often that reporting them would be noise. */
const LEAST = 15;

/** The numbers of a figure that a reader may remember: the count, and how many bodies it covers. */
function numbersOf({
	numerator,
	unit,
	coverage,
}: Figure): { number: number; unit: string; isCoverage: boolean }[] {
	return [
		...(numerator ? [{ number: numerator.value, unit, isCoverage: false }] : []),
		...(coverage ? [{ number: coverage.count.value, unit: coverage.unit, isCoverage: true }] : []),
	];
}

/**
 * Finds numbers that occur in figures of different records and count different things there, so that a reader could
 * confuse them.
 */
export function ambiguousNumbers(figures: readonly { id: string; data: Figure }[]): AmbiguousNumber[] {
	const seen = new Map<number, (Use & { id: string })[]>();
	for (const { id, data } of figures)
		for (const { number, ...use } of numbersOf(data)) {
			if (number < LEAST) continue;
			const list = seen.get(number) ?? [];
			list.push({ id, data, ...use });
			seen.set(number, list);
		}
	return [...seen].flatMap(([number, list]) =>
		list.flatMap((one, index) =>
			list
				.slice(index + 1)
				.filter((other) => one.data.record !== other.data.record && differInMeaning(one, other))
				.map((other) => ({
					number,
					one: { figure: one.id, unit: one.unit },
					other: { figure: other.id, unit: other.unit },
				})),
		),
	);
}

interface Use {
	data: Figure;
	unit: string;
	isCoverage: boolean;
}

/** Two figures of one measure with the same number, or two counts of the same bodies, mean the same. */
function differInMeaning(one: Use, other: Use): boolean {
	if (one.isCoverage && other.isCoverage) return one.unit !== other.unit;
	return one.data.measure === undefined || one.data.measure !== other.data.measure;
}
