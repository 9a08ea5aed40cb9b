import { sentenceCase, shortName } from '../archive/publish/naming.ts';
import { STANDINGS } from '../core/model/finding.ts';
import type { Request, Chain } from '../summaries/chain.ts';
import {
	answerInWords,
	chainInWords,
	dueInWords,
	evidenceInWords,
	nameOf,
	unansweredInWords,
} from '../summaries/chain-words.ts';
import { andMore, type Composing, joined, paragraph, some, tableOf, titled } from './composing.ts';
import type { Block, Cell } from './types.ts';

/** How many findings a concern names: more are no longer read. */
const FOUND = 8;

/** From each concern to the evidence and to what was found. */
export function concernsTable({ links }: Chain, composing: Composing): Block[] {
	const { archive } = composing;
	const rows = links.filter(({ concern, findings }) => concern !== null || findings.length > 0);
	const columns = [
		['Concern', 3],
		['Evidence held here', 2],
		['Found', 5],
	] as const;
	return tableOf('From each concern to what was found', columns, rows, composing, (link): Cell[] => {
		const { concern, evidence, findings } = link;
		const found = some(findings, composing, FOUND).map(({ record }) => titled(record, composing));
		return [
			[concern === null ? 'Naming none of these concerns' : `${concern.number}. ${concern.text}`],
			[evidence === null ? '' : evidenceInWords(evidence, archive)],
			found.length === 0 ? ['None on record'] : [...joined(found, '; '), andMore(findings, found)],
		];
	});
}

/** Whether nothing on record answers what was asked. */
export function isOpen({ record, answers }: Request): boolean {
	return answers.length === 0 && record.data.standing?.state === 'no-answer-on-record';
}

/** All that was asked in a chain, each request once. */
export function requestsOf({ links }: Chain): Request[] {
	return [
		...new Map(
			links.flatMap(({ requests }) => requests.map((request) => [request.record.id, request] as const)),
		).values(),
	];
}

/** How much was asked, and how much of it was answered; nothing where nothing was asked. */
export function chainSum(chain: Chain): Block[] {
	if (requestsOf(chain).length === 0) return [];
	return [paragraph([chainInWords(chain)])];
}

/** What was asked, of whom, by when, what was answered and after how long, and where it stands. */
export function requestsTable(
	caption: string,
	requests: readonly Request[],
	chain: Chain,
	composing: Composing,
): Block[] {
	const { archive } = composing;
	const columns = [
		['Asked', 5],
		['Of whom', 3],
		['By when', 3],
		['Answer', 4],
		['Where it stands', 3],
	] as const;
	return tableOf(caption, columns, requests, composing, (request): Cell[] => {
		const { answers, record } = request;
		const { title, addressees, standing } = record.data;
		const answered = some(answers, composing).map((answer) =>
			titled(answer.record, composing, sentenceCase(answerInWords(answer))),
		);
		return [
			titled(record, composing, `${nameOf(record)}: ${title}`),
			[addressees.map((id) => shortName(id, archive)).join(', ')],
			[dueInWords(record)],
			answers.length === 0
				? [unansweredInWords(request, chain.until)]
				: [...joined(answered, '; '), andMore(answers, answered)],
			[standing ? STANDINGS[standing.state] : ''],
		];
	});
}
