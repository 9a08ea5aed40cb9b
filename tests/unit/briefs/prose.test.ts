import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { Notes } from '../../../src/briefs/notes.ts';
import { blocksOf } from '../../../src/briefs/prose.ts';
import type { Block, Span } from '../../../src/briefs/types.ts';
import { wordsOf } from '../../../src/briefs/words.ts';
import { parseProse } from '../../../src/core/prose/parse.ts';
import { REPORT, TESTIMONY, writeArchive } from '../../support/archive.ts';

const permanent = (path: string) => `https://archive.example/sub${path}`;
const REPORT_ID = 'fbmgs2sv';
const TESTIMONY_ID = '1vm1d7gn';

using folder = writeArchive();
const { archive, problems } = await readArchive(folder.path);
if (!archive) throw new Error(JSON.stringify(problems));

/** Blocks of a text, and the words of its notes. */
function read(text: string): { blocks: Block[]; notes: string[] } {
	const notes = new Notes(archive as NonNullable<typeof archive>, permanent, false);
	const absolute = (link: string) => new URL(link, 'https://archive.example/').href;
	const { prose } = parseProse(text, '/sub', false);
	const blocks = blocksOf(prose, { archive: archive as NonNullable<typeof archive>, notes, absolute });
	return { blocks, notes: notes.list.map(wordsOf) };
}

const spansOf = (text: string): readonly Span[] => {
	const [block] = read(text).blocks;
	if (block?.kind !== 'paragraph') throw new Error('No paragraph');
	return block.spans;
};
const mark = (...numbers: number[]) => ({ kind: 'notes', numbers });

describe('citations', () => {
	test.each<[string, string, unknown[]]>([
		[
			'stand right after the words that they are for',
			`One thing <Ref record="${REPORT_ID}" para="1"/> and more.`,
			['One thing', mark(1), ' and more.'],
		],
		[
			'stand after a stop or comma',
			`One <Ref record="${REPORT_ID}" para="1"/>, two <Ref record="${TESTIMONY_ID}"/>.`,
			['One,', mark(1), ' two.', mark(2)],
		],
		[
			'of one record that stand together share a note',
			`One <Ref record="${REPORT_ID}" para="1"/> <Ref record="${REPORT_ID}" para="2"/>.`,
			['One.', mark(1)],
		],
		[
			'of several records that stand together share a mark',
			`One <Ref record="${REPORT_ID}" para="1"/> <Ref record="${TESTIMONY_ID}" para="1"/>.`,
			['One.', mark(1, 2)],
		],
		[
			'keep their number when they come again',
			`One <Ref record="${REPORT_ID}"/>. Two <Ref record="${TESTIMONY_ID}"/>. Three <Ref record="${REPORT_ID}"/>.`,
			['One.', mark(1), ' Two.', mark(2), ' Three.', mark(1)],
		],
		['of what the archive has not are left out', 'One <Ref record="4vxfxcd8"/>.', ['One.']],
	])('%s', (_, text, spans) => expect(spansOf(text)).toEqual(spans));

	test('are in OSCOLA: in full with the address, then in the short form', () => {
		const { notes } = read(
			`One <Ref record="${REPORT_ID}" para="1"/>. Two <Ref record="${REPORT_ID}" para="2"/>. All <Ref record="${REPORT_ID}" para="1"/> <Ref record="${REPORT_ID}" para="2"/>.`,
		);
		expect(notes).toEqual([
			`[A title] (An archive, version 1, 1 December 2031) para 1 <https://archive.example/sub/r/${REPORT_ID}/#p1>.`,
			'[A title] (n 1) para 2.',
			'[A title] (n 1) paras 1–2.',
		]);
	});

	test('of an account name it by nothing but its number', () => {
		expect(read(`One <Ref record="${TESTIMONY_ID}"/>.`).notes).toEqual([
			`‘Record ${TESTIMONY_ID}’ (account, An archive, version 1, December 2031) <https://archive.example/sub/r/${TESTIMONY_ID}/>.`,
		]);
	});

	test('name the publication of a record where there is room', () => {
		const notes = new Notes(archive as NonNullable<typeof archive>, permanent);
		notes.cite([{ record: REPORT_ID }]);
		expect(wordsOf(notes.list[0] ?? [])).toMatch(/>\. Record of: .*‘A Headline’.*\.$/);
	});
});

describe('blocks', () => {
	const kinds = (text: string) => read(text).blocks.map(({ kind }) => kind);

	test('keep the numbers of paragraphs, headings and emphasis', () => {
		expect(read('## Of *it*\n\nOne **two** and &lt;b&gt;.\n\nThree.').blocks).toEqual([
			{ kind: 'heading', level: 2, spans: ['Of ', { kind: 'em', spans: ['it'] }] },
			{
				kind: 'paragraph',
				number: '1',
				spans: ['One ', { kind: 'strong', spans: ['two'] }, ' and <b>.'],
			},
			{ kind: 'paragraph', number: '2', spans: ['Three.'] },
		]);
	});

	test('make links whole', () => {
		expect(spansOf('See [there](/about/), [*here*](https://other.example/?a=1&b=2).')).toEqual([
			'See ',
			{ kind: 'link', to: 'https://archive.example/sub/about/', spans: ['there'] },
			', ',
			{
				kind: 'link',
				to: 'https://other.example/?a=1&b=2',
				spans: [{ kind: 'em', spans: ['here'] }],
			},
			'.',
		]);
	});

	test('have lists within lists', () => {
		const [list] = read('1. One\n   - Two\n   - Three\n2. Four').blocks;
		expect(list).toEqual({
			kind: 'list',
			ordered: true,
			items: [
				[
					{ kind: 'paragraph', number: null, spans: ['One'] },
					{
						kind: 'list',
						ordered: false,
						items: [
							[{ kind: 'paragraph', number: null, spans: ['Two'] }],
							[{ kind: 'paragraph', number: null, spans: ['Three'] }],
						],
					},
				],
				[{ kind: 'paragraph', number: null, spans: ['Four'] }],
			],
		});
	});

	test('have tables with their columns', () => {
		const { blocks } = read(
			`| A | B |\n|---|---|\n| one | *two* |\n| three <Ref record="${REPORT_ID}"/> | |`,
		);
		expect(blocks).toEqual([
			{
				kind: 'table',
				caption: '',
				columns: [
					{ label: 'A', width: 1 },
					{ label: 'B', width: 1 },
				],
				rows: [
					[['one'], [{ kind: 'em', spans: ['two'] }]],
					[['three', mark(1)], []],
				],
			},
		]);
	});

	test('say whose words they are', () => {
		expect(read('<Quote speaker="A buyer">\n\nNobody told me.\n\n</Quote>').blocks).toEqual([
			{
				kind: 'quote',
				by: ['A buyer'],
				blocks: [{ kind: 'paragraph', number: null, spans: ['Nobody told me.'] }],
			},
		]);
		expect(read('<Reply from="The seller" kind="denial">\n\nWe did.\n\n</Reply>').blocks[0]).toMatchObject({
			by: ['Denial: The seller'],
		});
		expect(read('> Somebody else.').blocks[0]).toMatchObject({ kind: 'quote', by: [] });
	});

	test('show the words of an excerpt, and whence they are', () => {
		expect(read(`<Excerpt record="${REPORT_ID}" para="2"/>`)).toMatchObject({
			blocks: [
				{
					kind: 'quote',
					by: [mark(1)],
					blocks: [{ kind: 'paragraph', spans: ['Second paragraph.'] }],
				},
			],
			notes: [expect.stringContaining('para 2')],
		});
	});

	test('say what is withheld, and what a figure counts', () => {
		expect(wordsOf(spansOf('By <Redacted what="name"/>.'))).toBe('By [name withheld].');
		expect(spansOf('In all <Figure id="paid"/> did.')).toEqual(['In all 41 families', mark(1), ' did.']);
	});

	test('of other kinds', () => {
		expect(kinds('One.\n\n---\n\n```\ncode\n```\n\nOne  \ntwo.')).toEqual([
			'paragraph',
			'paragraph',
			'paragraph',
		]);
	});
});

test('the archive of these tests has what they cite', () => {
	expect(REPORT).toContain(REPORT_ID);
	expect(TESTIMONY).toContain(TESTIMONY_ID);
});
