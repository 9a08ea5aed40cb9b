import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { TestimonyRecord } from '../../src/archive/publish/view.ts';
import { wordsOf } from '../../src/checks/output/extract-text.ts';
import { findWithheld, withheldRuns } from '../../src/checks/withheld-text.ts';
import { WHOLE_FILE } from '../../src/search/engine/catalogue.ts';
import { rulesFor, sweepFolder } from '../../src/site/integrations/output-scan.ts';
import {
	type Folder,
	minimalArchive,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../support/archive.ts';
import { runInProcess } from '../support/in-process.ts';
import { build } from '../support/run.ts';
import { givenTestimony, theme, themeText } from '../support/samples.ts';
import { ROOT, SITES } from '../support/sites.ts';

/** Every file of a built site, unpacked, with the words that it holds. */
function filesOf(out: string): { file: string; text: string; words: string }[] {
	return readdirSync(out, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const bytes = readFileSync(path.join(entry.parentPath, entry.name));
			const text = (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
			const file = path.relative(out, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/');
			return { file, text, words: wordsOf(text, file.endsWith('.html')) };
		});
}

describe('AN-12, AN-15 an account that much is written from is withdrawn', { tags: ['TH-15'] }, () => {
	let folder: Folder;
	let out: string;
	let account: TestimonyRecord;
	let output: string;
	let citing: string[];

	beforeAll(async () => {
		folder = temporaryFolder();
		const content = path.join(folder.path, 'content');
		out = path.join(folder.path, 'site');
		cpSync(SITES.market.content, content, { recursive: true });
		const before = (await readArchive(content)).archive;
		if (!before) throw new Error('the content is not sound');
		// The account that most is written from.
		const cites = (id: string) =>
			[...before.themes, ...before.reports, ...before.findings, ...before.pages].filter(({ body }) =>
				body.includes(id),
			);
		const [most] = [...before.testimonies].sort((a, b) => cites(b.id).length - cites(a.id).length);
		if (!most) throw new Error('no account');
		account = most;
		// A report that rests on it, and repeats it.
		const [report] = before.reports.filter(
			({ id }) => id !== (account.data as { sourceRecord?: string }).sourceRecord,
		);
		const [words = ''] = /(?:\b[a-z]+ ){9,}/.exec(account.body) ?? [];
		const file = path.join(content, report?.file ?? '');
		writeFileSync(
			file,
			`${readFileSync(file, 'utf8')}\nAnother paragraph, on which see <Ref record="${account.id}" para="1" />.\n\n> It is said that ${words.trim()}.\n`,
		);
		citing = cites(account.id).map(({ id }) => id);
		output = (await runInProcess(['withdraw', account.id], { ARCHIVE_CONTENT: content })).output;
		const built = await build({ content, out, address: 'https://archive.example/' });
		expect(built.code, built.output.slice(-3000)).toBe(0);
	});
	afterAll(() => folder?.[Symbol.dispose]());

	test('its address answers with a notice that says neither what nor whose it was', () => {
		const html = readFileSync(path.join(out, `r/${account.id}/index.html`), 'utf8');
		expect(html).toMatch(/<meta name="robots" content="noindex/);
		expect(html).not.toMatch(/<meta name="description"|data-pagefind-body/);
		const [article = ''] = /<article[^]*<\/article>/.exec(html) ?? [];
		const words = wordsOf(article, true).replace(/\s+/g, ' ');
		expect(words).toContain('This record was withdrawn');
		const { title, summary, organisations, themes } = account.data;
		for (const word of [title, summary, ...organisations, ...themes]) expect(html).not.toContain(word);
		expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).toMatch(new RegExp(`^Record ${account.id}\\b|^[^–]*$`));
	});

	test('no eight words of it, and neither title nor summary, are in any file', () => {
		const { title, summary } = account.data;
		const runs = withheldRuns([
			{ file: 'text', text: account.body },
			{ file: 'title', text: title },
			{ file: 'summary', text: summary },
		]);
		expect(runs.size).toBeGreaterThan(40);
		const told = filesOf(out).filter(
			({ words, text }) =>
				findWithheld(words, runs).length > 0 || text.includes(title) || text.includes(summary),
		);
		expect(told.map(({ file }) => file)).toEqual([]);
	});

	test('its identifier stands on its own page and on no other: in no list, index, catalogue or sitemap', () => {
		const own = `r/${account.id}/index.html`;
		const told = filesOf(out)
			// The sums of all files name that page too, and nothing else of it.
			.map(({ file, text }) => ({
				file,
				text: file === 'SHA256SUMS' ? text.replace(new RegExp(`^\\w{64}  ${own}$`, 'm'), '') : text,
			}))
			.filter(({ file, text }) => text.includes(account.id) && file !== own);
		expect(told.map(({ file }) => file)).toEqual([]);
	});

	test('what was written from it is gone, and the editor was told where', () => {
		expect(citing.length).toBeGreaterThan(0);
		const pages = filesOf(out).filter(({ file }) => citing.some((id) => file === `themes/${id}/index.html`));
		expect(pages).toHaveLength(citing.length);
		for (const { text } of pages) expect(text).toContain('This paragraph is no longer published.');
		for (const id of citing) expect(output).toContain(id);
	});
});

/** Words that mark a place which must not be published. */
const planted = (place: string) => `canary${place}`;

describe('nothing beyond consent, and nothing that is said beside the text', () => {
	let folder: Folder;
	let out: string;

	const account = (id: string, fields: object, body: string) => ({
		[`testimonies/${id}-account.mdx`]: textFile({ ...givenTestimony(), ...fields }, body).replace(
			/\n---\n/,
			`\n# ${planted('yaml')}\n---\n`,
		),
	});
	const canaries = ['yaml', 'comment', 'quoted', 'counted', 'gone', 'review', 'register', 'month'].map(
		planted,
	);

	beforeAll(async () => {
		folder = temporaryFolder();
		out = path.join(folder.path, 'site');
		const consent = givenTestimony().consent;
		const words = (what: string) => `The buyer told us ${what} and then went home again.`;
		using content = writeArchive({
			...account(
				'4vxfxcd8',
				{
					consent,
					review: givenTestimony().review.map((one, n) => ({
						...one,
						role: n === 0 ? planted('review') : 'reader',
					})),
				},
				`${words('of one letter')}\n\n{/* ${planted('comment')} */}`,
			),
			...account(
				'x15w7xb9',
				{ consent: { scope: 'quotation', month: '2031-10', paragraphs: [2] } },
				`${words(planted('quoted'))}\n\n${words('of two letters')}\n\n- ${planted('quoted')}\n- ${planted('quoted')}`,
			),
			...account(
				'wrk68wb5',
				{
					title: `Account ${planted('counted')}`,
					summary: planted('counted'),
					consent: { scope: 'statistics', month: '2031-09' },
				},
				planted('counted'),
			),
			'findings/wrk68wb5-third.mdx': null,
			...account(
				'mxdk6r5v',
				{
					title: `Account ${planted('gone')}`,
					summary: planted('gone'),
					consent: { ...consent, withdrawn: true },
				},
				planted('gone'),
			),
			'themes/charges.mdx': textFile(
				theme(),
				themeText(`One.\n\nIt was so <Ref record="mxdk6r5v" />: ${planted('gone')}.`),
			),
			'register.yaml': `# ${planted('register')}\nplainWords: [${canaries.join(', ')}]\nwords: [${canaries.join(', ')}]\naccountWords:\n${canaries.map((word) => `  - { word: ${word}, reviewers: [a, b] }\n`).join('')}`,
		});
		const { problems } = await readArchive(content.path);
		const built = await build({ content: content.path, out });
		expect(built.code, `${built.output.slice(-3000)} ${problems.length}`).toBe(0);
	});
	afterAll(() => folder?.[Symbol.dispose]());

	test('no canary is in any file', () => {
		const files = filesOf(out);
		expect(files.some(({ words }) => words.includes('of one letter'))).toBe(true);
		expect(files.some(({ words }) => words.includes('of two letters'))).toBe(true);
		expect(
			files
				.filter(({ text }) => canaries.some((canary) => text.toLowerCase().includes(canary)))
				.map(({ file }) => file),
		).toEqual([]);
	});

	test('neither scope, month of consent nor review of any account is in any file', () => {
		const files = filesOf(out);
		for (const { file } of files.filter((one) => /\.(?:html|json|xml)$/.test(one.file)))
			expect(files.find((one) => one.file === file)?.text, file).not.toBe('');
		for (const { file, text } of files)
			expect(text, file).not.toMatch(
				/intruderTest|2031-(?:09|10|11)\b.*consent|"(?:consent|review)"|(?:September|October) 2031/,
			);
	});

	test('an account that is only counted has no address', () => {
		expect(existsSync(path.join(out, 'r/wrk68wb5'))).toBe(false);
		expect(existsSync(path.join(out, 'r/mxdk6r5v/index.html'))).toBe(true);
	});
});

test(
	'AN-15 a withdrawal is published whatever else has problems, and they are named',
	{ tags: ['TH-15'] },
	async () => {
		using folder = temporaryFolder();
		const out = path.join(folder.path, 'site');
		const waiver = `{ hash: ${'ab'.repeat(32)}, reason: no-person, reviewers: [a, b] }`;
		using content = writeArchive({
			'testimonies/x15w7xb9-draft.mdx': '---\ntitle: # says the fact\n---\n\nA canary1draft.\n',
			[REPORT]: 'Nothing in order, and a canary2draft.\n',
			'waivers.yaml': `waivers:\n  - ${waiver}\n`,
		});
		const refused = await build({ content: content.path, out });
		expect(refused.code).toBe(1);
		const { code } = await runInProcess(['withdraw', '1vm1d7gn'], { ARCHIVE_CONTENT: content.path });
		expect(code).toBe(0);
		const built = await build({ content: content.path, out });
		expect(built.code, built.output.slice(-3000)).toBe(0);
		for (const file of ['testimonies/x15w7xb9-draft.mdx', REPORT])
			expect(built.output).toContain(`${file}: left out`);
		expect(readFileSync(path.join(out, 'r/1vm1d7gn/index.html'), 'utf8')).toContain('was withdrawn');
		expect(existsSync(path.join(out, 'r/fbmgs2sv'))).toBe(false);
		expect(filesOf(out).filter(({ text }) => /canary\ddraft/.test(text))).toEqual([]);
	},
);

describe('the sweep of a built site', () => {
	let folder: Folder;
	let out: string;
	let sweep: () => string[];
	const secret = 'the kettle boiled over twice while nobody in the house said a single word';
	const page = 'r/1vm1d7gn/index.html';

	beforeAll(async () => {
		folder = temporaryFolder();
		out = path.join(folder.path, 'site');
		using content = writeArchive({
			[TESTIMONY]: textFile(givenTestimony(), 'What happened to the buyer.'),
			'testimonies/x15w7xb9-gone.mdx': textFile({ ...givenTestimony(), status: 'withdrawn' }, `${secret}.`),
		});
		const { archive, withheld, problems } = await readArchive(content.path);
		if (!archive) throw new Error(JSON.stringify(problems));
		const built = await build({ content: content.path, out });
		expect(built.code, built.output.slice(-3000)).toBe(0);
		const rules = rulesFor(archive, withheld);
		sweep = () => sweepFolder(out, rules).found.map(({ file, rule }) => `${file} ${rule}`);
		expect(sweep()).toEqual([]);
	});
	afterAll(() => folder?.[Symbol.dispose]());

	test.each<[string, () => string, (before: Buffer) => string | Uint8Array, string]>([
		['a source map', () => '_astro/x.js.map', () => '{}', 'source-map'],
		[
			'a path of the building machine',
			() => 'about/index.html',
			(old) => `${old}<!-- ${ROOT}/src -->`,
			'build-path',
		],
		['a canary', () => 'robots.txt', () => 'canary-a1b2c3', 'canary'],
		[
			'withheld words in the search index',
			() => WHOLE_FILE,
			(old) => {
				const text = gunzipSync(old).toString('latin1').replace('"content":"', `"content":"${secret} `);
				return gzipSync(Buffer.from(text, 'latin1'));
			},
			'AN-12',
		],
		[
			'withheld words in the catalogue',
			() => 'search/catalogue.json',
			(old) => old.toString().replace('"facts":[', `"facts":["${secret}",`),
			'AN-12',
		],
		[
			'a day on the page of an account',
			() => page,
			(old) => old.toString().replace('What happened', 'On 12 March 2031 happened'),
			'PV-1',
		],
		[
			'a day in the search’s words of it',
			() => page,
			(old) => old.toString().replace('<p>What', '<p title="2031-03-12">What'),
			'PV-1',
		],
		[
			'a telephone number on the page of an account',
			() => page,
			(old) => old.toString().replace('What happened', '07700 <em>900</em>123 rang and what happened'),
			'DT-2',
		],
		[
			'an e-mail address there',
			() => page,
			(old) => old.toString().replace('What happened', 'a.buyer&#64;post.example and what happened'),
			'DT-1',
		],
	])('tells %s', (_, name, change, rule) => {
		const file = name();
		const target = path.join(out, file);
		const before = existsSync(target) ? readFileSync(target) : undefined;
		writeFileSync(target, change(before ?? Buffer.from('')));
		try {
			const told = sweep();
			expect(told).toContain(`${file} ${rule}`);
			expect(told.every((line) => line.startsWith(file))).toBe(true);
		} finally {
			if (before) writeFileSync(target, before);
			else rmSync(target);
		}
	});
});

test('a build that made what must not be published leaves nothing behind, and fails', async () => {
	using folder = temporaryFolder();
	const out = path.join(folder.path, 'site');
	const secret = 'canary-a1b2c3d4';
	using content = writeArchive({
		'pages/about.mdx': (minimalArchive()['pages/about.mdx'] ?? '').replace(
			'Words.',
			`Words of ${ROOT}/src and ${secret}.`,
		),
		[REPORT]: minimalArchive()[REPORT] ?? '',
	});
	const { code, output } = await build({ content: content.path, out, env: { ARCHIVE_SEARCH: 'off' } });
	expect(code).toBe(1);
	expect(output).toContain('about/index.html');
	expect(output).toContain('[build-path]');
	expect(output).toContain('[canary]');
	expect(output).not.toContain(secret);
	expect(existsSync(out)).toBe(false);
});
