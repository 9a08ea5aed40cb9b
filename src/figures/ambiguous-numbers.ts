import type { Figure } from '../core/model/figure.ts';

/** A number that stands in two figures and means two things. */
export interface SameNumber {
	number: number;
	one: { figure: string; unit: string };
	other: { figure: string; unit: string };
}

/** Below this a number recurs by chance so often that to tell of it would only be noise. */
const LEAST = 15;

/** The numbers that a reader would remember of a figure: how many, and from how many bodies. */
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
 * Finds numbers that stand in figures of different records and count different things there: a reader who knows the
 * one would take the other for it.
 */
export function sameNumbers(figures: readonly { id: string; data: Figure }[]): SameNumber[] {
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
				.filter((other) => one.data.record !== other.data.record && meansAnother(one, other))
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

/** Two figures of one measure that tell the same number, or two from as many bodies, are no coincidence. */
function meansAnother(one: Use, other: Use): boolean {
	if (one.isCoverage && other.isCoverage) return one.unit !== other.unit;
	return one.data.measure === undefined || one.data.measure !== other.data.measure;
}
