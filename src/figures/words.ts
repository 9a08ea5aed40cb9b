import type { Archive } from '../archive/publish/view.ts';
import { dateInWords } from '../core/values/date.ts';
import { type Count, type Figure, OPERATORS } from '../core/model/figure.ts';
import { formatNumber } from '../core/text/words.ts';

/** A count as it was stated, with thousands separated: `more than 1,300`. */
export function countInWords({ value, op }: Count): string {
	return OPERATORS[op] + formatNumber(value);
}

/**
 * The share of two counts in per cent: one decimal from a base of 100, two below one per cent of a base from 1,000,
 * none below 100. Null below a base of 20, where counts say more than a percentage, and where a count is only a bound.
 */
export function shareInWords(numerator: Count | undefined, denominator: Count | undefined): string | null {
	if (!numerator || !denominator || denominator.value < 20 || numerator.op !== '=' || denominator.op !== '=')
		return null;
	const share = (100 * numerator.value) / denominator.value;
	const decimals = share < 1 && denominator.value >= 1000 ? 2 : denominator.value >= 100 ? 1 : 0;
	return `${share.toFixed(decimals)}%`;
}

/**
 * A figure for use in a sentence, always with its base: `13 of 149 allegations (8.7%)`. A printed share replaces the
 * computed one and is labelled as printed. A figure without a printed count says so.
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

/** A period in the source’s words, with its dates where the words do not give them. */
export function periodInWords({ from, to, asStated }: Figure['period']): string {
	const dates = [from, to].flatMap((date) => (date === null ? [] : [dateInWords(date)]));
	const span = from !== null && to !== null && from === to ? (dates[0] ?? '') : dates.join(' to ');
	return dates.every((date) => asStated.includes(date)) ? asStated : `${asStated} (${span})`;
}

/** The label of a measure in `archive.yaml`. */
export function measureLabel(id: string, archive: Archive): string {
	return archive.config.measures.find((measure) => measure.id === id)?.label ?? id;
}
