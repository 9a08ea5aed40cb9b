import { dateInWords } from '../model/date.ts';
import { STANDINGS } from '../model/finding.ts';
import type { Ask, Chain } from '../summaries/chain.ts';
import { type Composing, counted, dayOrUnknown, joined, namesOf, titled } from './composing.ts';
import type { Block, Cell } from './types.ts';

/** From each concern to the evidence and to what was found. What names no concern stands at the end. */
export function concernsTable({ links }: Chain, composing: Composing): Block[] {
	const { words } = composing.archive.config;
	const rows = links
		.filter(({ concern, findings }) => concern !== null || findings.length > 0)
		.map(({ concern, evidence, findings }): Cell[] => {
			const counts = [
				[evidence?.accounts ?? '0', words.testimonies] as const,
				[evidence?.reports ?? '0', words.reports] as const,
				[String(evidence?.figures.length ?? 0), { one: 'figure', many: 'figures' }] as const,
			].filter(([count]) => count !== '0');
			const found = findings.map(({ record }) => titled(record, composing));
			return [
				[concern === null ? 'No one concern' : `${concern.number}. ${concern.text}`],
				[counts.map(([count, words]) => counted(count, words)).join(', ') || 'None held'],
				found.length === 0 ? ['None on record'] : joined(found, '; '),
			];
		});
	return tableOf(
		'From each concern to what was found',
		[
			['Concern', 3],
			['Evidence', 2],
			['Found', 5],
		],
		rows,
	);
}

/** Whether nothing on record answers what was asked. */
export function isOpen({ record }: Ask): boolean {
	return record.data.standing?.state === 'no-answer-on-record';
}

/** All that was asked in a chain, each request once. */
export function asksOf({ links }: Chain): Ask[] {
	return [...new Map(links.flatMap(({ asks }) => asks.map((ask) => [ask.record.id, ask] as const))).values()];
}

/** What was asked, of whom, by when, what was answered and after how long, and where it stands. */
export function asksTable(
	caption: string,
	asks: readonly Ask[],
	chain: Chain,
	composing: Composing,
): Block[] {
	const rows = asks.map((ask): Cell[] => {
		const { title, number, addressees, due, dueBy, standing } = ask.record.data;
		return [
			titled(ask.record, composing, number === undefined ? title : `${number}: ${title}`),
			[namesOf(addressees, composing.archive)],
			[due ?? (dueBy === undefined ? 'No date on record' : dateInWords(dueBy))],
			answersCell(ask, chain, composing),
			[standing ? STANDINGS[standing.state] : ''],
		];
	});
	const columns = [
		['Asked', 5],
		['Of whom', 3],
		['By when', 2],
		['Answer', 4],
		['Where it stands', 3],
	] as const;
	return tableOf(caption, columns, rows);
}

function answersCell({ answers, silence, overdue }: Ask, { until }: Chain, composing: Composing): Cell {
	if (answers.length > 0) {
		const cells = answers.map(({ record, issued, days, late }) => {
			const after = days === null ? '' : `, ${days} days later`;
			const past = late === null ? '' : `, ${late} days after the date set`;
			return titled(record, composing, `${dayOrUnknown(issued)}${after}${past}`);
		});
		return joined(cells, '; ');
	}
	const passed = overdue ? '; the date set has passed' : '';
	if (silence === null || until === null) return [`None on record${passed}`];
	return [`None on record in ${silence.toLocaleString('en-GB')} days to ${dateInWords(until)}${passed}`];
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
