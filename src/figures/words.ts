import type { Archive } from '../archive/publish/view.ts';
import { dateInWords } from '../core/values/date.ts';
import { type Count, type Figure, OPERATORS } from '../core/model/figure.ts';

/** A count as it was stated, with thousands separated: `more than 1,300`. */
export function countInWords({ value, op }: Count): string {
	return OPERATORS[op] + value.toLocaleString('en-GB');
}

/**
 * The share that two counts make, in per cent: one decimal from a base of 100, two for less than one per cent of
 * thousands, none below 100, nothing below 20, where a percentage says less than the counts do. Nothing either where
 * one of the counts is only a bound.
 */
export function shareInWords(numerator: Count | undefined, denominator: Count | undefined): string | null {
	if (!numerator || !denominator || denominator.value < 20 || numerator.op !== '=' || denominator.op !== '=')
		return null;
	const share = (100 * numerator.value) / denominator.value;
	const decimals = share < 1 && denominator.value >= 1000 ? 2 : denominator.value >= 100 ? 1 : 0;
	return `${share.toFixed(decimals)}%`;
}

/**
 * A figure within a sentence, always with its base: `13 of 149 allegations (8.7%)`. The number as printed takes
 * the place of a computed share, and is said to be as printed. Where no count was printed, that is said.
 */
export function figureInWords({ numerator, denominator, unit, stated }: Figure): string {
	if (!numerator) {
		const of = denominator ? `${countInWords(denominator)} ${unit}` : unit;
		if (stated?.as === 'count') return `${stated.text} ${unit}`;
		if (stated?.as === 'percent' || stated?.as === 'fraction')
			return `${stated.text} of ${of} (printed without a count)`;
		return `“${stated?.text ?? ''}”, of ${of} (printed in words)`;
	}
	const counts = denominator
		? `${countInWords(numerator)} of ${countInWords(denominator)} ${unit}`
		: `${countInWords(numerator)} ${unit}`;
	const share = shareInWords(numerator, denominator);
	const note = stated !== undefined ? `${stated.text} as printed` : share;
	return note === null ? counts : `${counts} (${note})`;
}

/** A period as the source has it, with its dates where the words leave them open. */
export function periodInWords({ from, to, asStated }: Figure['period']): string {
	const dates = [from, to].flatMap((date) => (date === null ? [] : [dateInWords(date)]));
	const span = from !== null && to !== null && from === to ? (dates[0] ?? '') : dates.join(' to ');
	return dates.every((date) => asStated.includes(date)) ? asStated : `${asStated} (${span})`;
}

/** What a figure measures, as `archive.yaml` calls it. */
export function measureLabel(id: string, archive: Archive): string {
	return archive.config.measures.find((measure) => measure.id === id)?.label ?? id;
}
