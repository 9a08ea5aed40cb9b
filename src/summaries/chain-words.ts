import type { Archive, FindingRecord } from '../archive/publish/view.ts';
import { dateInWords } from '../core/values/date.ts';
import { FINDING_KINDS } from '../core/model/finding.ts';
import { capitalise, countNoun } from '../core/text/words.ts';
import { type Answer, type Request, type Chain, countRequests, type Evidence } from './chain.ts';

const DAYS = { one: 'day', many: 'days' };

/** When an answer came: `15 August 2022, after 46 days`. */
export function answerInWords({ issued, days, late }: Answer): string {
	if (issued === null) return 'date not known';
	const date = dateInWords(issued);
	if (days === null) return `${date}; how many days after is not known`;
	const after = days === 0 ? 'on the same day' : `after ${countNoun(days, DAYS)}`;
	return `${date}, ${after}${late === null ? '' : `, ${countNoun(late, DAYS)} late`}`;
}

/** A sentence about a request without an answer on record. */
export function unansweredInWords(
	{ record, daysUnanswered, overdue }: Request,
	until: string | null,
): string {
	if (record.data.standing?.state !== 'no-answer-on-record')
		return 'No record of an answer here; the source beside it says what became of it.';
	const late = overdue ? ' The date that was set has passed.' : '';
	if (daysUnanswered === null || until === null)
		return `None on record. For how many days is not known.${late}`;
	return `None on record for ${countNoun(daysUnanswered, DAYS)}, counted to ${dateInWords(until)}.${late}`;
}

/** The deadline, in the document’s own terms and as a date. */
export function dueInWords({ data: { due, dueBy } }: FindingRecord): string {
	const date = dueBy === undefined ? null : dateInWords(dueBy);
	if (due === undefined) return date === null ? 'Not stated' : capitalise(date);
	return date === null || due.includes(date) ? due : `${due} (${date})`;
}

/** The number or kind by which its document calls an official record. */
export function nameOf({ data }: FindingRecord): string {
	return data.number ?? FINDING_KINDS[data.kind];
}

/** The evidence under the themes of a concern: `3 accounts, 2 press reports, 14 figures`. */
export function evidenceInWords({ accounts, reports, figures }: Evidence, { config }: Archive): string {
	const of = (shown: string, { one, many }: { one: string; many: string }) =>
		`${shown} ${shown === '1' ? one : many}`;
	return [
		of(accounts, config.words.testimonies),
		of(reports, config.words.reports),
		countNoun(figures.length, 'figure'),
	].join(', ');
}

/** A chain in one sentence. */
export function chainInWords(chain: Chain): string {
	const { asked, answered, silent } = countRequests(chain);
	const rest = asked - answered - silent.length;
	const parts = [
		`${answered} with an answer on record`,
		`${silent.length} without one`,
		...(rest > 0 ? [`${rest} of which another source says what became of it`] : []),
	];
	return `${countNoun(asked, { one: 'recommendation or action', many: 'recommendations and actions' })}: ${parts.join(', ')}.`;
}
