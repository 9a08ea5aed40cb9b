import { shortName } from '../archive/publish/naming.ts';
import { capitalise } from '../core/text/words.ts';
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
import { andMore, type Composition, joined, paragraph, some, tableOf, titled } from './composition.ts';
import type { Block, Cell } from './types.ts';

/** Maximum findings for one concern; nobody reads more. */
const FOUND = 8;

/** A table from each concern to its evidence and findings. */
export function concernsTable({ links }: Chain, composition: Composition): Block[] {
	const { archive } = composition;
	const rows = links.filter(({ concern, findings }) => concern !== null || findings.length > 0);
	const columns = [
		['Concern', 3],
		['Evidence held here', 2],
		['Found', 5],
	] as const;
	return tableOf('From each concern to what was found', columns, rows, composition, (link): Cell[] => {
		const { concern, evidence, findings } = link;
		const found = some(findings, composition, FOUND).map(({ record }) => titled(record, composition));
		return [
			[concern === null ? 'Naming none of these concerns' : `${concern.number}. ${concern.text}`],
			[evidence === null ? '' : evidenceInWords(evidence, archive)],
			found.length === 0 ? ['None on record'] : [...joined(found, '; '), andMore(findings, found)],
		];
	});
}

/** Whether a request has no answer on record. */
export function isOpen({ record, answers }: Request): boolean {
	return answers.length === 0 && record.data.standing?.state === 'no-answer-on-record';
}

/** All requests of a chain, each once. */
export function requestsOf({ links }: Chain): Request[] {
	return [
		...new Map(
			links.flatMap(({ requests }) => requests.map((request) => [request.record.id, request] as const)),
		).values(),
	];
}

/** A sentence on how many requests there were and how many were answered; empty without requests. */
export function chainSum(chain: Chain): Block[] {
	if (requestsOf(chain).length === 0) return [];
	return [paragraph([chainInWords(chain)])];
}

/** A table of requests: what was asked, of whom, by when, the answer, and the current status. */
export function requestsTable(
	caption: string,
	requests: readonly Request[],
	chain: Chain,
	composition: Composition,
): Block[] {
	const { archive } = composition;
	const columns = [
		['Asked', 5],
		['Of whom', 3],
		['By when', 3],
		['Answer', 4],
		['Where it stands', 3],
	] as const;
	return tableOf(caption, columns, requests, composition, (request): Cell[] => {
		const { answers, record } = request;
		const { title, addressees, standing } = record.data;
		const answered = some(answers, composition).map((answer) =>
			titled(answer.record, composition, capitalise(answerInWords(answer))),
		);
		return [
			titled(record, composition, `${nameOf(record)}: ${title}`),
			[addressees.map((id) => shortName(id, archive)).join(', ')],
			[dueInWords(record)],
			answers.length === 0
				? [unansweredInWords(request, chain.until)]
				: [...joined(answered, '; '), andMore(answers, answered)],
			[standing ? STANDINGS[standing.state] : ''],
		];
	});
}
