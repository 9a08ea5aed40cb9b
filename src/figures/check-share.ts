import type { Figure } from '../core/model/figure.ts';
import type { Check } from './assessment.ts';
import { areApart, type Interval, interval, isInside, ofCount, shareOf, wholeNumbersIn } from './interval.ts';
import { allowedBy, generosity } from './phrases.ts';

/** The share of a figure in per cent: computed from its counts, or as far as its printed words allow. */
export function shareOfFigure({ numerator, denominator, stated }: Figure): Interval | null {
	if (numerator && denominator) return shareOf(ofCount(numerator), ofCount(denominator));
	if (stated?.as === 'percent' || stated?.as === 'fraction') return allowedBy(stated);
	return null;
}

/** Checks the printed number against the counts (ST-1 to ST-3), and the stated measure against the figure’s. */
export function checkShare(figure: Figure): Check[] {
	const { numerator, denominator, stated, measure } = figure;
	const checks: Check[] = [];
	if (stated?.measure && measure && stated.measure !== measure)
		checks.push({ kind: 'measure', status: 'conflict', said: stated.measure, counted: measure });
	const isShare = stated?.as === 'percent' || stated?.as === 'fraction';
	const allowed = stated && isShare ? allowedBy(stated) : null;
	if (numerator && denominator) {
		const share = shareOf(ofCount(numerator), ofCount(denominator));
		if (!stated || !allowed) {
			const status = ofCount(numerator).low > ofCount(denominator).high ? 'conflict' : 'verified';
			return [...checks, { kind: 'share', status, numerator, denominator, share }];
		}
		const fits = isInside(share, allowed) ? 'verified' : areApart(share, allowed) ? 'conflict' : 'consistent';
		const generous = fits === 'verified' ? generosity(stated, share) : null;
		checks.push({ kind: 'stated', status: fits, stated, share, allowed, generous });
	} else if (denominator && stated && allowed) checks.push(candidates(figure, allowed));
	else if (numerator && stated?.as === 'count') checks.push(...checkCount(figure));
	return checks;
}

/** The whole numbers that could have been printed as this percentage (ST-3). */
function candidates({ stated, denominator }: Figure, allowed: Interval): Check {
	if (!stated || !denominator) throw new Error('A candidate needs a printed share and a base');
	const times = denominator.value / 100;
	const [first, last] = wholeNumbersIn({ ...allowed, low: allowed.low * times, high: allowed.high * times });
	const status = denominator.op !== '=' ? 'consistent' : first > last ? 'conflict' : 'undetermined';
	// A single candidate is as good as printed.
	const isOnly = status === 'undetermined' && first === last;
	return { kind: 'candidates', status: isOnly ? 'consistent' : status, stated, denominator, first, last };
}

/** Checks a number in words, such as “over 300”, against the count. */
function checkCount({ numerator, stated }: Figure): Check[] {
	const allowed = stated && allowedBy(stated);
	if (!numerator || !stated || !allowed) return [];
	const share = ofCount(numerator);
	const status = isInside(share, allowed) ? 'verified' : areApart(share, allowed) ? 'conflict' : 'consistent';
	return [
		{ kind: 'stated', status, stated, share, allowed: interval(allowed.low, allowed.high), generous: null },
	];
}
