import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsToCsv, toCsv } from '../../../src/exports/csv.ts';

/** A reader of RFC 4180, to see what a program at the other end gets. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at++; ; at++) {
				if (text[at] !== '"') cell += text[at];
				else if (text[at + 1] === '"') cell += text[at++];
				else break;
			}
			at++;
		} else while (at < text.length && text[at] !== ',' && text[at] !== '\r') cell += text[at++];
		row.push(cell);
		if (text[at] === ',') at++;
		else {
			expect(text.slice(at, at + 2)).toBe('\r\n');
			rows.push(row);
			row = [];
			at += 2;
		}
	}
	return rows;
}

const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 4 }), {
	maxLength: 5,
});

describe('comma-separated values', () => {
	test('come back cell by cell, save for the apostrophes in front of formulas', () => {
		fc.assert(
			fc.property(table, (rows) => {
				const back = readCsv(toCsv(rows));
				const without = (all: string[][]) => all.map((cells) => cells.map((one) => one.replaceAll("'", '')));
				expect(without(back)).toEqual(without(rows));
			}),
		);
	});

	test('never begin a cell with what a spreadsheet would run', () => {
		const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '\u0000=', '＝', '|', '%');
		fc.assert(
			fc.property(start, fc.string(), (sign, rest) => {
				expect(readCsv(toCsv([[sign + rest]]))[0]?.[0]).toMatch(/^'/);
			}),
		);
	});

	test('leave plain text plain', () => {
		expect(toCsv([['a', 'b c', 'd, e', 'say "f"', '']])).toBe('a,b c,"d, e","say ""f""",\r\n');
	});
});

test('a table of records names their paragraphs with addresses', () => {
	const address = 'https://archive.example/r/7k3m9qtw/';
	const record = {
		id: '7k3m9qtw',
		kind: 'Press',
		title: '=HYPERLINK("x")',
		date: '2020-03',
		publisher: '',
		address,
		paragraphs: ['2', '2a'],
	};
	const [headings, cells] = readCsv(recordsToCsv([record], (of, paragraph) => `${of.address}#p${paragraph}`));
	expect(headings).toEqual([
		'id',
		'kind',
		'title',
		'date',
		'publisher',
		'address',
		'matching_paragraphs',
		'paragraph_addresses',
	]);
	expect(cells).toEqual([
		'7k3m9qtw',
		'Press',
		'\'=HYPERLINK("x")',
		'2020-03',
		'',
		address,
		'2 2a',
		`${address}#p2 ${address}#p2a`,
	]);
});
