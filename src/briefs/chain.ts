import { sentenceCase, shortName } from '../archive/naming.ts';
import { STANDINGS } from '../model/finding.ts';
import type { Ask, Chain } from '../summaries/chain.ts';
import {
	answerInWords,
	chainInWords,
	dueInWords,
	evidenceInWords,
	nameOf,
	silenceInWords,
} from '../summaries/chain-words.ts';
import { type Composing, joined, titled } from './composing.ts';
import type { Block, Cell } from './types.ts';

/** From each concern to the evidence and to what was found. */
export function concernsTable({ links }: Chain, composing: Composing): Block[] {
	const rows = links
		.filter(({ concern, findings }) => concern !== null || findings.length > 0)
		.map(({ concern, evidence, findings }): Cell[] => {
			const found = findings.map(({ record }) => titled(record, composing));
			return [
				[concern === null ? 'Naming none of these concerns' : `${concern.number}. ${concern.text}`],
				[evidence === null ? '' : evidenceInWords(evidence, composing.archive)],
				found.length === 0 ? ['None on record'] : joined(found, '; '),
			];
		});
	const columns = [
		['Concern', 3],
		['Evidence held here', 2],
		['Found', 5],
	] as const;
	return tableOf('From each concern to what was found', columns, rows);
}

/** Whether nothing on record answers what was asked. */
export function isOpen({ record, answers }: Ask): boolean {
	return answers.length === 0 && record.data.standing?.state === 'no-answer-on-record';
}

/** All that was asked in a chain, each request once. */
export function asksOf({ links }: Chain): Ask[] {
	return [...new Map(links.flatMap(({ asks }) => asks.map((ask) => [ask.record.id, ask] as const))).values()];
}

/** How much was asked, and how much of it was answered; nothing where nothing was asked. */
export function chainSum(chain: Chain): Block[] {
	if (asksOf(chain).length === 0) return [];
	return [{ kind: 'paragraph', number: null, spans: [chainInWords(chain)] }];
}

/** What was asked, of whom, by when, what was answered and after how long, and where it stands. */
export function asksTable(
	caption: string,
	asks: readonly Ask[],
	chain: Chain,
	composing: Composing,
): Block[] {
	const { archive } = composing;
	const rows = asks.map((ask): Cell[] => {
		const { answers, record } = ask;
		const { title, addressees, standing } = record.data;
		const answered = answers.map((answer) =>
			titled(answer.record, composing, sentenceCase(answerInWords(answer))),
		);
		return [
			titled(record, composing, `${nameOf(record)}: ${title}`),
			[addressees.map((id) => shortName(id, archive)).join(', ')],
			[dueInWords(record)],
			answers.length === 0 ? [silenceInWords(ask, chain.until)] : joined(answered, '; '),
			[standing ? STANDINGS[standing.state] : ''],
		];
	});
	const columns = [
		['Asked', 5],
		['Of whom', 3],
		['By when', 3],
		['Answer', 4],
		['Where it stands', 3],
	] as const;
	return tableOf(caption, columns, rows);
}

/** A table with its columns’ shares of the width; nothing where there are no rows. */
export function tableOf(
	caption: string,
	columns: readonly (readonly [label: string, width: number])[],
	rows: readonly Cell[][],
): Block[] {
	if (rows.length === 0) return [];
	return [{ kind: 'table', caption, columns: columns.map(([label, width]) => ({ label, width })), rows }];
}
