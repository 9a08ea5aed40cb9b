import { beforeAll, describe, expect, test } from 'vitest';
import { typeset } from '../../../src/briefs/typeset.ts';
import type { Block, Brief } from '../../../src/briefs/types.ts';
import { textOf } from '../../../src/briefs/words.ts';
import { lettersOf, readPdf, type ReadPdf } from '../../support/pdf.ts';
import { BRIEF } from './brief.ts';

describe('a brief as a PDF', () => {
	let pdf: ReadPdf;
	beforeAll(async () => {
		pdf = await readPdf(typeset(BRIEF).bytes);
	});
	const having = (role: string) =>
		pdf.elements.filter((element) => element.role === role).map(({ words }) => words.trim());

	test('says of itself what PDF/UA-1 asks for', () => {
		const { title, author, language, marked, showsTitle, ua, created } = pdf;
		expect({ title, author, language, marked, showsTitle, ua }).toEqual({
			title: BRIEF.title,
			author: 'An Archive',
			language: 'en-GB',
			marked: true,
			showsTitle: true,
			ua: '1',
		});
		// The archive's own day, and no time of a clock.
		expect(created).toBe('D:20310504000000Z');
	});

	test('has headings, lists and tables that are such', () => {
		expect(having('H1')).toEqual([BRIEF.title]);
		expect(having('H2')).toEqual(['What people told', 'Notes']);
		expect(having('H3')).toEqual(['In detail']);
		// Two lists of the text, and that of the notes.
		expect(having('L')).toHaveLength(3);
		expect(having('LI')).toHaveLength(5);
		expect(having('TH')).toEqual(['Asked', 'Answer']);
		expect(having('TD')).toEqual(['To show fees2', 'None on record', 'To pay back', 'Refused']);
		expect(pdf.outline).toEqual([BRIEF.title, 'What people told', 'Notes']);
	});

	test('reads in the order in which it was written, with nothing lost and nothing taken for markup', () => {
		expect(lettersOf(pdf.words)).toBe(lettersOf(textOf(BRIEF)).replace(lettersOf(BRIEF.foot), ''));
		expect(pdf.words).toContain('#set text(red) $x$ [y] @z is text.');
	});

	test('keeps the foot of its pages out of what is read', () => {
		expect(pdf.words).not.toContain('A Licence');
		expect(pdf.artifacts.join('')).toContain('A Licence');
		expect(pdf.artifacts.join('')).toContain('page 1 of 1');
	});

	test('leads to addresses and to its notes, and says of each link where', () => {
		expect(pdf.links.filter(({ to }) => typeof to === 'string').map(({ to }) => to)).toEqual([
			'https://archive.example/x/',
			'https://archive.example/r/1/#p1',
		]);
		expect(pdf.links.filter(({ to }) => to === 1)).toHaveLength(3);
		expect(pdf.links.every(({ described }) => described)).toBe(true);
	});

	test('has its fonts in it, and none of the machine', () => {
		expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
		expect(pdf.fonts.map(({ name }) => name).sort()).toEqual([
			'SourceSans3-Bold',
			'SourceSans3-Italic',
			'SourceSans3-Regular',
			'SourceSerif4-Regular',
		]);
	});
});

const withBlocks = (blocks: readonly Block[]): Brief => ({ ...BRIEF, blocks });
const paragraph = (text: string): Block => ({ kind: 'paragraph', number: null, spans: [text] });

test('the same brief gives the same bytes', () => {
	expect(Buffer.from(typeset(BRIEF).bytes).equals(typeset(structuredClone(BRIEF)).bytes)).toBe(true);
});

test('numbers its pages, and counts them', async () => {
	const { bytes, pages } = typeset(
		withBlocks(Array.from({ length: 60 }, () => paragraph('A line. '.repeat(60)))),
	);
	const read = await readPdf(bytes);
	expect(pages).toBeGreaterThan(2);
	expect(read.pages).toBe(pages);
	for (let page = 1; page <= pages; page++)
		expect(read.artifacts.join('|')).toContain(`page ${page} of ${pages}`);
});

test('refuses what cannot be read aloud', () => {
	const skipping: Block[] = [{ kind: 'heading', level: 4, spans: ['Too deep'] }, paragraph('Text.')];
	expect(() => typeset(withBlocks(skipping))).toThrow(
		/“Fees – “hidden” and shown” cannot be typeset: .*heading/,
	);
});

test('writes by its number what the fonts lack, and takes the plain form of what is only wide', async () => {
	const { words } = await readPdf(
		typeset(withBlocks([paragraph('Flag \u{1F3F4}, sign \u6F22, wide \uFF1C, plain \u2013 é “q”.')])).bytes,
	);
	expect(words.replace(/\s+/g, ' ')).toContain('Flag [U+1F3F4], sign [U+6F22], wide <, plain – é “q”.');
});
