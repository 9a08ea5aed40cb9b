import { describe, expect, test } from 'vitest';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { checkWithheld, findWithheld, withheldRuns } from '../../../src/checks/withheld-text.ts';
import { sweepFile } from '../../../src/checks/output/scan.ts';
import { wordsIn } from '../../../src/core/prose/words.ts';
import { type Files, REPORT, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { givenTestimony, publishedTestimony, report, theme, themeText } from '../../support/samples.ts';

const TEXT = 'the kettle boiled over twice while nobody in the house said a single word';
const runs = withheldRuns([{ file: 'a.mdx', text: TEXT }]);

describe('AN-12 eight words in a row', () => {
	test.each([
		['the same words', TEXT, 1],
		['in capitals', TEXT.toUpperCase(), 1],
		['with other marks between', TEXT.replaceAll(' ', ' – '), 1],
		['over lines', TEXT.replaceAll(' ', '\n'), 1],
		['eight of them', 'and kettle boiled over twice while nobody in the garden', 1],
		['seven of them', 'and kettle boiled over twice while nobody in garden', 0],
		['twice', `${TEXT}. Then: ${TEXT}`, 2],
		['none', 'something else altogether that has no more than a few words of it', 0],
	])('%s', (_, text, times) => {
		expect(findWithheld(text, runs)).toHaveLength(times);
	});

	test('apostrophes of both kinds are one', () => {
		const known = withheldRuns([{ file: 'a', text: 'he didn’t say that he hadn’t seen her there' }]);
		expect(findWithheld("he didn't say that he hadn't seen her there", known)).toHaveLength(1);
	});

	test('a name that the archive declares is allowed', () => {
		const open = withheldRuns([{ file: 'a', text: TEXT }], [TEXT]);
		expect(open.size).toBe(0);
	});

	test('words that other records have of their own are not withheld with a summary', () => {
		expect(withheldRuns([{ file: 'a', text: TEXT, unless: [TEXT] }]).size).toBe(0);
		expect(withheldRuns([{ file: 'a', text: TEXT, unless: ['other words'] }]).size).toBeGreaterThan(0);
	});

	test('is reported at its place, and never in its own file', () => {
		const files = [
			{ file: 'a.mdx', source: TEXT },
			{ file: 'b.mdx', source: `title: x\nsummary: ${TEXT}` },
		];
		expect(checkWithheld(files, runs)).toMatchObject([{ file: 'b.mdx', line: 2, column: 10, rule: 'AN-12' }]);
		expect(JSON.stringify(checkWithheld(files, runs))).not.toContain('kettle');
	});
});

describe('AN-15 a withdrawal never waits', () => {
	test('a title or summary that repeats the account is left out and reported', async () => {
		using folder = writeArchive({
			[TESTIMONY]: textFile({ ...publishedTestimony(), status: 'withdrawn' }, TEXT),
			[REPORT]: textFile({ ...report(), summary: `She says ${TEXT}.` }, 'Other words.'),
		});
		const { archive, problems } = await readArchive(folder.path);
		expect(archive?.reports[0]?.data.summary).toBe('No longer published');
		expect(archive?.reports[0]?.data.title).toBe(report().title);
		expect(problems).toMatchObject([{ file: REPORT, rule: 'AN-12', severity: 'warning' }]);
		expect(JSON.stringify([archive?.records, problems])).not.toContain('kettle');
	});
});

/** What the pages of an archive say of an entry. */
async function read(changes: Files) {
	using folder = writeArchive(changes);
	const { archive, problems, withheld } = await readArchive(folder.path);
	expect(problems).toEqual([]);
	if (!archive) throw new Error('no archive');
	const words = (entry: Parameters<typeof proseOf>[0] | undefined) =>
		entry ? proseOf(entry, archive).blocks.map(({ children }) => wordsIn(children)) : [];
	return { archive, words, withheld };
}

const GONE = { ...publishedTestimony(), status: 'withdrawn' };

describe('a paragraph that was written from what is withheld', () => {
	const about = (body: string) => ({ 'themes/charges.mdx': textFile(theme(), themeText(body)) });
	const inTheme = async (body: string, account: string, fields: object = GONE) => {
		const { archive, words } = await read({ [TESTIMONY]: textFile(fields, account), ...about(body) });
		return {
			// Without the heading that the text stands under.
			words: words(archive.theme.get('charges')).slice(1),
			headings:
				archive.theme.get('charges') && proseOf(archive.theme.get('charges') as never, archive).headings,
		};
	};

	test.each([
		['cites it', 'One.\n\nIt was so <Ref record="1vm1d7gn" para="1" />.\n\nThree.'],
		['cites it in a list', 'One.\n\n- it was so <Ref record="1vm1d7gn" />\n- and so\n\nThree.'],
		['shows it', 'One.\n\n<Excerpt record="1vm1d7gn" para="1" />\n\nThree.'],
		[
			'cites it within a quotation',
			'One.\n\n<Quote speaker="x">\n\nSo <Ref record="1vm1d7gn" />.\n\n</Quote>\n\nThree.',
		],
		['repeats it', `One.\n\nSomeone said that ${TEXT}.\n\nThree.`],
		['repeats it in emphasis', `One.\n\nSomeone said ${TEXT.replace('nobody', '*nobody*')}.\n\nThree.`],
		['repeats it with quotation marks', `One.\n\nSo ${TEXT.replace('nobody in', '"nobody" in')}.\n\nThree.`],
		['repeats it as a speaker', `One.\n\n<Quote speaker="${TEXT}">\n\nWords.\n\n</Quote>\n\nThree.`],
		['repeats it in a heading', `One.\n\n### ${TEXT}\n\nThree.`],
	])('that %s is gone, and those around it stand', async (_, body) => {
		const { words, headings } = await inTheme(body, `${TEXT}.`);
		expect(words[0]).toContain('One.');
		expect(words.at(-1)).toContain('Three.');
		expect(words[1]?.trim()).toBe('This paragraph is no longer published.');
		expect(headings?.map(({ depth }) => depth)).toEqual([2]);
	});

	test('is known by its words where the account had markup, quotation marks or a link between them', async () => {
		const account =
			'the kettle "boiled" over *twice* while [nobody](https://paper.example/a-b-c) in the house said a single word';
		const { words } = await inTheme(`One.\n\n${TEXT}.\n\nThree.`, account);
		expect(words[1]).toContain('no longer published');
	});

	test('is known where the withdrawn file cannot be read', async () => {
		const broken = `---\nstatus: withdrawn\nchanges: [{date: 2031-12}]\n---\n${TEXT} {process.exit()} <x>\n`;
		const { archive, words } = await read({ [TESTIMONY]: broken, ...about(`One.\n\n${TEXT}.\n\nThree.`) });
		expect(words(archive.theme.get('charges'))[2]).toContain('no longer published');
	});

	test.each([
		['the title', { title: TEXT, titleSupplied: true }, true],
		['the summary', { summary: TEXT }, true],
		['a headline, which belongs to whoever printed it', { title: TEXT, titleSupplied: false }, false],
	])('repeats %s of the account', async (_, fields, gone) => {
		const { words } = await inTheme(`One.\n\nSo ${TEXT}.\n\nThree.`, 'Other words.', { ...GONE, ...fields });
		expect(words[1]?.includes('no longer published')).toBe(gone);
	});

	test('a withdrawal stops no build for a title that another record shares', async () => {
		const title = 'Account of a buyer who was told of another charge than the one paid';
		await read({
			[TESTIMONY]: textFile({ ...GONE, title }, 'Words.'),
			[REPORT]: textFile({ ...report(), title }, 'Words.'),
		});
	});

	test('in another typing goes from the site too', async () => {
		const other = TEXT.replace('nobody', '*nobody*')
			.replace('while', 'whîle')
			.replace('a single', 'a\u00a0single');
		const { words } = await inTheme(`One.\n\n${other}.\n\nThree.`, `${TEXT}.`);
		expect(words[1]).toContain('no longer published');
	});

	test('an account that is only counted is withheld too', async () => {
		const fields = { ...givenTestimony(), summary: TEXT, consent: { scope: 'statistics', month: '2031-11' } };
		const { withheld } = await read({
			[TESTIMONY]: textFile(fields, 'What happened to the buyer was that a letter came.'),
		});
		expect(findWithheld(TEXT, withheld)).toHaveLength(1);
		expect(findWithheld('happened to the buyer was that a letter came', withheld)).toHaveLength(1);
	});
});

describe('AN-12 the same words in another typing', () => {
	const plain = "she first found the well-known office of the firm behind the old cafe and wasn't let in";
	const withheld = withheldRuns([{ file: 'a.mdx', text: plain }]);
	test.each([
		['ligatures', plain.replace('fi', 'ﬁ').replace('ffi', 'ﬃ').replace('firm', 'ﬁrm')],
		['accents, composed or not', plain.replace('cafe', 'café').replace('old', 'o\u0301ld')],
		['other hyphens', plain.replace('-', '\u2011')],
		['no hyphen', plain.replace('-', ' ')],
		['another apostrophe', plain.replace("'", '’')],
		['characters of no width', plain.replaceAll('o', 'o\u200b').replaceAll('n', '\u00adn')],
		['wide letters', plain.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
		['letters that look alike', plain.replaceAll('o', 'о').replaceAll('a', 'а')],
		['emphasis within words', plain.replaceAll('f', '**f**')],
		['spaces that do not break', plain.replaceAll(' ', '\u00a0')],
	])('is found with %s', (_, text) => {
		expect(findWithheld(text, withheld)).toHaveLength(1);
		expect(findWithheld(plain, withheldRuns([{ file: 'a.mdx', text }]))).toHaveLength(1);
	});

	test('is found in a page with tags within its words', () => {
		const page = `<p>${plain.replaceAll('f', '<em>f</em>').replaceAll('o', '<b class="x">&#111;</b>')}</p>`;
		const rules = { withheld, paths: [], givenPages: new Set<string>(), sealed: new Set<string>() };
		const told = sweepFile('a/index.html', Buffer.from(page), { ...rules, inspection: () => undefined });
		expect(told.map(({ rule }) => rule)).toEqual(['AN-12']);
	});

	test('is no longer word that ends or begins alike', () => {
		const known = withheldRuns([{ file: 'a', text: 'the firm behind the old cafe let in' }]);
		expect(findWithheld('the firm behind the old cafe let inside', known)).toEqual([]);
		expect(findWithheld('breathe firm behind the old cafe let in', known)).toEqual([]);
		expect(findWithheld('the firm behind the old cafe let in', known)).toHaveLength(1);
	});
});

describe('an account that may be quoted in part', () => {
	const fields = { ...givenTestimony(), consent: { scope: 'quotation', month: '2031-11', paragraphs: [2] } };
	test.each([
		['lists', '- secret\n- secret\n\nOpen words.\n\n- secret\n- secret'],
		['tables', '| secret |\n| - |\n| secret |\n\nOpen words.\n\nsecret'],
		['headings', '## Secret\n\nsecret\n\nOpen words.\n\n### Secret\n\nsecret'],
		['rules', 'secret\n\n* * *\n\nOpen words.\n\nsecret'],
		['quotations', '> secret\n> secret\n\nOpen words.\n\n<Quote speaker="secret">\n\nsecret\n\n</Quote>'],
		['comments', '{/* secret */}\n\nsecret\n\n{/* secret\nsecret */}\n\nOpen words.\n\nsecret'],
		['lines that go on', 'secret\nsecret\nsecret\n\nOpen words.\n\nsecret'],
		['a quotation that may be quoted', 'secret\n\n> Open words.\n\nsecret'],
		['Windows line ends', 'secret\r\n\r\nOpen words.\r\n\r\nsecret'],
		['a line that looks as if fields began', '---\n\nsecret\n\nOpen words.\n\n---\n\nsecret'],
	])('of %s only what may be quoted is left', async (_, body) => {
		const { archive, words } = await read({ [TESTIMONY]: textFile(fields, body) });
		const all = words(archive.testimonies[0]).join(' ');
		expect(all).toContain('Open words.');
		expect(all).not.toMatch(/secret/i);
		const published = archive.testimonies[0]?.body.replace(/\{\/\*[^]*?\*\/\}|^\[a\]:.*$/gm, '');
		expect(published).toContain('Open words.');
		expect(published).not.toMatch(/secret/i);
	});
});
