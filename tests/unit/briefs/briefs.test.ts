import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Archive } from '../../../src/archive/publish/view.ts';
import { briefsOf, PAGES, setBrief, type SiteBrief } from '../../../src/briefs/briefs.ts';
import { publishedBrief } from '../../../src/briefs/brief-cache.ts';
import type { Block, Brief } from '../../../src/briefs/types.ts';
import { textOf } from '../../../src/briefs/words.ts';
import { rulesFor, sweepBriefs } from '../../../src/site/integrations/output-scan.ts';
import { FINDING, type Files, textFile, writeArchive } from '../../support/archive.ts';
import { readPdf } from '../../support/pdf.ts';
import * as samples from '../../support/samples.ts';
import { BRIEF } from './brief.ts';

const permanent = (path: string) => `https://archive.example/sub${path}`;
const FINDING_ID = 'wrk68wb5';
const [REPORT_ID] = samples.IDS;

/** Five hundred words. */
const long = (word: string) => Array.from({ length: 500 }, () => word).join(' ');

async function reading(
	files: Files = {},
): Promise<{ archive: Archive; sweep: (archive: Archive) => string[] }> {
	using folder = writeArchive(files);
	const { archive, withheld, problems } = await readArchive(folder.path);
	if (!archive) throw new Error(JSON.stringify(problems));
	const rules = rulesFor(archive, withheld);
	return { archive, sweep: (one) => sweepBriefs(one, rules).map(({ file, rule }) => `${file} ${rule}`) };
}

const briefOf = (archive: Archive, page: string): SiteBrief => {
	const found = briefsOf(archive, permanent).find((one) => one.page === page);
	if (!found) throw new Error(`${page} has no brief`);
	return found;
};
const headings = ({ blocks }: Brief) =>
	blocks.flatMap((block) => (block.kind === 'heading' ? block.spans : []));
const tables = ({ blocks }: Brief) =>
	blocks.filter((block): block is Block & { kind: 'table' } => block.kind === 'table');

const theme = (body: string, fields: object = {}) => textFile({ ...samples.theme(), ...fields }, body);

describe('the briefs of an archive', () => {
	test('are of each theme with a text, and of each complaint', async () => {
		const { archive } = await reading({ 'themes/charges.mdx': theme('') });
		expect(briefsOf(archive, permanent).map(({ page }) => page)).toEqual([
			'/themes/calls/',
			'/themes/delays/',
			'/themes/letters/',
			'/themes/silence/',
			'/complaints/big-complaint/',
		]);
		expect(publishedBrief('/themes/charges/', archive, permanent)).toBeUndefined();
	});

	test('are set once', async () => {
		const { archive } = await reading();
		const pdf = publishedBrief('/themes/calls/', archive, permanent);
		expect(pdf?.pages).toBe(1);
		expect(publishedBrief('/themes/calls/', archive, permanent)).toBe(pdf);
	});

	test('of a theme run in the order of its page, and cite all in notes', async () => {
		const body = [
			'## What people told',
			`One was told nothing <Ref record="${REPORT_ID}" para="1"/>.`,
			'## What is not known',
			`How many <Ref record="${REPORT_ID}" para="2"/>.`,
		].join('\n\n');
		const { archive } = await reading({
			'themes/charges.mdx': theme(body, { concerns: [1] }),
			[FINDING]: textFile(samples.recommendation(), 'What was asked.'),
		});
		const brief = briefOf(archive, '/themes/charges/').compose();
		expect(headings(brief)).toEqual([
			'What people told',
			'What was recommended, and what was answered',
			'What is not known',
			'How to cite',
		]);
		expect(brief.lede).toBe('It costs more than people expect.');
		expect(textOf(brief)).toContain('Version 1, 1 December 2031: First published.');
		expect(brief.blocks[0]).toMatchObject({ kind: 'numbers', numbers: [{}, {}, {}, {}] });
		expect(brief.blocks[1]).toMatchObject({ kind: 'box' });
		expect(brief.notes).toHaveLength(3);
		expect(tables(brief).at(-1)?.rows[0]?.[0]).toEqual([
			'Recommendation: A title',
			{ kind: 'notes', numbers: [2] },
		]);
	});

	test('of a complaint keep what has no answer apart from what has one', async () => {
		const { archive } = await reading({
			[FINDING]: textFile({ ...samples.recommendation(), number: 'Recommendation 1' }, 'What was asked.'),
			'findings/4vxfxcd8-asked.mdx': textFile(
				{
					...samples.recommendation(),
					number: 'Recommendation 2',
					standing: { state: 'accepted', note: 'Seen.' },
				},
				'What else was asked.',
			),
			'findings/x15w7xb9-answer.mdx': textFile({ ...samples.response(), answers: ['4vxfxcd8'] }, 'Yes.'),
		});
		const { compose } = briefOf(archive, '/complaints/big-complaint/');
		expect(headings(compose())).toContain('Asked, with no answer on record');
		expect(headings(compose())).toContain('Asked and answered');
		expect(textOf(compose())).toMatch(/Recommendation 1: A title1?\d?\n/);
		expect(headings(compose({ answered: true }))).not.toContain('Asked and answered');
		expect(textOf(compose({ answered: true }))).not.toContain('Recommendation 2: A title');
	});
});

describe('four pages', () => {
	const written = (blocks: number, later = blocks): SiteBrief => ({
		page: '/themes/x/',
		compose: (cuts = {}) => ({
			...BRIEF,
			small: cuts.small ?? false,
			blocks: Array.from({ length: cuts.later ? later : blocks }, () => ({
				kind: 'paragraph' as const,
				number: null,
				spans: [long('word')],
			})),
		}),
	});

	test('hold what fits uncut', () => {
		const { pages, bytes } = setBrief(written(1));
		expect(pages).toBe(1);
		expect(bytes).toEqual(setBrief(written(1, 0)).bytes);
	});

	test('are kept by cutting, the words of the text last', () => {
		expect(setBrief(written(12, 2)).pages).toBeLessThanOrEqual(PAGES);
	});

	test('are kept or nothing is published', () => {
		expect(() => setBrief(written(12))).toThrow(/The brief of \/themes\/x\/ does not fit 4 pages/);
	});

	test('a text that is too long is cut to the first paragraph of each part, and says so with its address', async () => {
		const body = `## What people told\n\nShort.\n\n${Array.from({ length: 8 }, () => long('longer')).join('\n\n')}\n\n## What is not known\n\nMuch.`;
		const { archive } = await reading({ 'themes/charges.mdx': theme(body) });
		const pdf = publishedBrief('/themes/charges/', archive, permanent);
		const { words, pages, links } = await readPdf(pdf?.bytes ?? new Uint8Array());
		expect(pages).toBeLessThanOrEqual(PAGES);
		expect(words).toContain('Short.');
		expect(words).toContain('Much.');
		expect(words).not.toContain('longer');
		expect(words).toMatch(/Left out here for want of room: .*all but the first paragraph of each part\./);
		// It names nothing that was not there to be left out.
		expect(words).not.toMatch(/events|requests|further rows/);
		expect(links.map(({ to }) => to)).toContain('https://archive.example/sub/themes/charges/');
	});
});

describe('the sweep', () => {
	const secret = 'the kettle boiled over twice while nobody in the house said a single word';
	const gone = textFile({ ...samples.givenTestimony(), status: 'withdrawn' }, `${secret}.`);

	test('finds withheld words in what a brief says, though its page has them not', async () => {
		const { archive, sweep } = await reading({ 'testimonies/x15w7xb9-gone.mdx': gone });
		expect(sweep(archive)).toEqual([]);
		const told = archive.themes.map((one) =>
			one.id === 'calls' ? { ...one, data: { ...one.data, answer: `${secret}.` } } : one,
		);
		expect(sweep({ ...archive, themes: told })).toEqual(['themes/calls/brief.pdf AN-12']);
	});

	test('a paragraph that repeats them is not in the brief', async () => {
		const { archive } = await reading({
			'testimonies/x15w7xb9-gone.mdx': gone,
			'themes/calls.mdx': theme(`## What people told\n\nA told that ${secret}.\n\nAnd more.`),
		});
		const text = textOf(briefOf(archive, '/themes/calls/').compose());
		expect(text).not.toContain('kettle');
		expect(text).toContain('This paragraph is no longer published.');
		expect(text).toContain('And more.');
	});
});

test('the record of these tests is a finding', () => expect(FINDING).toContain(FINDING_ID));
