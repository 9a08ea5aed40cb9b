import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { cacheFileIn, cacheOf, clearCaches, prepareCacheFolder } from '../../../src/core/caches.ts';
import { readRemainder } from '../../../src/archive/read/leave-out.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { waiverOf } from '../../../src/checks/pii/check-texts.ts';
import { withdraw } from '../../../src/cli/edit/withdraw.ts';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { publishedReleases } from '../../../src/integrity/releases/publish.ts';
import { filesIn } from '../../../src/integrity/site-reader.ts';
import {
	type Files,
	type Folder,
	minimalArchive,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { projectFolder } from '../../support/in-process.ts';
import { releaseIn } from '../../support/integrity.ts';
import { IDS, givenTestimony, publishedTestimony, report, theme, themeText } from '../../support/samples.ts';

const ID = '1vm1d7gn';
const WORDS = 'the kettle boiled over twice while nobody in the house said a single word to her';
const GIVEN: Files = {
	'figures/paid.yaml': null,
	[TESTIMONY]: textFile({ ...givenTestimony(), title: 'A kettle that boiled' }, `She told us that ${WORDS}.`),
};

let folder: Folder;
let lines: string[];
const { log, error } = console;
const cwd = process.cwd();
// `withdraw` clears the caches of the project.
beforeAll(() => process.chdir(projectFolder()));
afterAll(() => process.chdir(cwd));
beforeEach(() => {
	lines = [];
	console.log = console.error = (...words) => lines.push(words.join(' '));
});
afterEach(() => {
	Object.assign(console, { log, error });
	delete process.env['ARCHIVE_CONTENT'];
	folder?.[Symbol.dispose]();
});

async function withdrawIn(files: Files, before?: () => Promise<unknown>): Promise<string> {
	folder = writeArchive(files);
	await before?.();
	process.env['ARCHIVE_CONTENT'] = folder.path;
	await withdraw([ID]);
	return lines.join('\n');
}
const read = (file: string) => readFileSync(path.join(folder.path, file), 'utf8');
/** Every file of the archive, hidden ones among them, that holds something. */
const holding = (words: string | RegExp) =>
	filesIn(folder.path).filter((file) => read(file).search(words) >= 0);

describe('AN-13 after a withdrawal no file holds the words, or a digest of them', () => {
	test('neither the record nor any released version, nor what a release listed', async () => {
		let old = '';
		await withdrawIn(GIVEN, async () => {
			await releaseIn(folder.path, undefined, '2031-12');
			const source = read(TESTIMONY);
			old = `month: 2031-12\ngiven:\n  ${ID}: ${sha256(source)}\n`;
			writeFileSync(path.join(folder.path, 'releases/0001/batch.yaml'), old);
		});
		expect(holding(/kettle/)).toEqual([]);
		expect(read('releases/0001/batch.yaml')).toBe(`month: 2031-12\ngiven:\n  ${ID}: released\n`);
		expect(existsSync(path.join(folder.path, `versions/${ID}/salt`))).toBe(false);
		expect(read(`versions/${ID}/v1.mdx`)).toBe(read(TESTIMONY));
		const { archive, problems } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		expect(archive?.tombstones).toMatchObject([{ id: ID, versions: [1] }]);
	});

	test('words of it in other files go with it: paragraphs whose numbers stay, and fields', async () => {
		const other = WORDS.replace('while', 'whi*l*e').replace('boiled', 'boi&#108;ed');
		const output = await withdrawIn({
			...GIVEN,
			[REPORT]: textFile(
				{ ...report(), summary: `So ${WORDS}.` },
				`One.\n\n> Somebody wrote that ${WORDS.toUpperCase()}.\n\nThree.`,
			),
			'themes/charges.mdx': textFile(theme(), themeText(`One.\n\nSo ${other}.\n\nThree.`)),
			[`themes/other.mdx`]: null,
		});
		expect(holding(/kettle/i)).toEqual([]);
		expect(output).toContain(`${REPORT}:`);
		expect(output).toContain('themes/charges.mdx:');
		expect(output).not.toMatch(/kettle/i);
		const { archive } = await readArchive(folder.path);
		expect(archive?.record.get(IDS[0])?.data.summary).toBe('No longer published');
		expect(read(REPORT)).toContain('One.\n\n> Somebody wrote <Redacted what="words" />.\n\nThree.');
		expect(read('themes/charges.mdx')).toMatch(/One\.\n\n+<Redacted what="paragraph" \/>\n\n+Three\./);
		expect(archive?.record.get(IDS[0])?.paragraphs).toEqual(['1', '2', '3']);
	});

	test('the site of a released archive can be built, though released texts lost words so', async () => {
		const body = `One.\n\nSomebody wrote that ${WORDS}.`;
		const account = textFile(publishedTestimony(), `She told us that ${WORDS}.`);
		await withdrawIn({ ...GIVEN, [TESTIMONY]: account, [REPORT]: textFile(report(), body) }, () =>
			releaseIn(folder.path, undefined, '2031-12'),
		);
		expect(holding(/kettle/)).toEqual([]);
		const { archive, problems } = await readArchive(folder.path);
		if (!archive) throw new Error(JSON.stringify(problems));
		const texts = await publishedReleases(archive);
		expect(texts.get(`r/${IDS[0]}/v1.txt`)).toContain('Somebody wrote [redacted: words].');
		expect(texts.has(`r/${ID}/v1.txt`)).toBe(false);
	});

	test('an account that loses words so keeps its reviews', async () => {
		const other = textFile(givenTestimony(), `What happened.\n\nSo ${WORDS}.`);
		await withdrawIn({ ...GIVEN, 'testimonies/x15w7xb9-account.mdx': other });
		expect(holding(/kettle/)).toEqual([]);
		expect((await readArchive(folder.path)).problems).toEqual([]);
	});

	test('where they cannot be taken out, the place is named', async () => {
		const source = `${minimalArchive()[REPORT]}\n{/* ${WORDS} */}\n`;
		const output = await withdrawIn({ ...GIVEN, [REPORT]: source });
		expect(output).toMatch(new RegExp(`by hand:\\n  ${REPORT}:\\d+`));
	});

	test.each(['archive.yaml', 'register.yaml'])('words in a comment of %s are named', async (file) => {
		const before = minimalArchive()[file] ?? '';
		const said = await withdrawIn({ ...GIVEN, [file]: `# ${WORDS}\n${before}` });
		expect(said).toContain(`${file}:1`);
	});

	test('words in files that are no records are named', async () => {
		const said = await withdrawIn({
			...GIVEN,
			'testimonies/notes.txt': `x\n${WORDS}\n`,
			[`testimonies/old/${ID}-second.mdx`]: GIVEN[TESTIMONY] ?? '',
		});
		expect(said).toContain('testimonies/notes.txt:2');
		expect(said).toContain(`testimonies/old/${ID}-second.mdx`);
		expect(said).not.toContain('kettle');
	});

	test.each(['.md', '.MDX', '.Mdx'])('a record whose file ends in %s is withdrawn', async (ending) => {
		const misnamed = TESTIMONY.replace('.mdx', ending);
		await withdrawIn({ ...GIVEN, [TESTIMONY]: null, [misnamed]: GIVEN[TESTIMONY] ?? '' });
		expect(existsSync(path.join(folder.path, misnamed))).toBe(false);
		expect(read(TESTIMONY)).toContain('status: withdrawn');
		expect(holding('kettle')).toEqual([]);
	});

	test.each<[string, string, string]>([
		['an account', TESTIMONY, 'testimonies'],
		['a report', REPORT, 'reports'],
	])('%s whose file was deleted is withdrawn, with all versions and the salt', async (_, file, kind) => {
		const [, id = ''] = /\/(\w{8})/.exec(file) ?? [];
		folder = writeArchive(GIVEN);
		await releaseIn(folder.path);
		rmSync(path.join(folder.path, file));
		process.env['ARCHIVE_CONTENT'] = folder.path;
		await withdraw([id]);
		expect(read(`${kind}/${id}.mdx`)).toContain('status: withdrawn');
		expect(read(`versions/${id}/v1.mdx`)).toBe(read(`${kind}/${id}.mdx`));
		expect(existsSync(path.join(folder.path, `versions/${id}/salt`))).toBe(false);
	});

	test('its waivers go, and no others', async () => {
		const files = {
			...GIVEN,
			[TESTIMONY]: textFile(givenTestimony(), 'She told us that it was a zorvath and paid.'),
			'testimonies/x15w7xb9-z.mdx': textFile(givenTestimony(), 'The buyer told us of a zorvath.'),
		};
		using before = writeArchive(files);
		const { problems } = await readArchive(before.path);
		const entries = problems.flatMap((problem) => {
			const hash = waiverOf(problem);
			return hash ? [{ file: problem.file, hash, reason: 'common-usage', reviewers: ['a', 'b'] }] : [];
		});
		expect(new Set(entries.map(({ file }) => file)).size).toBe(2);
		const waivers = entries.map(({ file: _, ...entry }) => entry);
		await withdrawIn({ ...files, 'waivers.yaml': stringify({ waivers }) });
		const others = entries.filter(({ file }) => file !== TESTIMONY).map(({ hash }) => hash);
		expect(read('waivers.yaml').match(/[0-9a-f]{64}/g)).toEqual(others);
		const after = await readArchive(folder.path);
		expect(after.problems.filter(({ rule }) => rule === 'stale-waiver')).toEqual([]);
	});

	test('a waiver that names its record goes, whatever its digest', async () => {
		const entry = { reason: 'no-person', reviewers: ['a', 'b'] };
		await withdrawIn({
			...GIVEN,
			[TESTIMONY]: '---\ntitle: "\n---\nx\n',
			'waivers.yaml': stringify({ waivers: [{ hash: 'ab'.repeat(32), record: ID, ...entry }] }),
		});
		expect(read('waivers.yaml')).toContain('waivers:');
		expect(read('waivers.yaml')).not.toContain('abab');
	});

	test('the commands that clean version control are printed, and that a build is needed', async () => {
		const output = await withdrawIn(GIVEN);
		for (const word of ['npm run build', 'git filter-repo', 'git gc', 'reflog', 'ackups'])
			expect(output).toContain(word);
	});

	test('a record that was withdrawn by hand is cleaned by the command', async () => {
		await withdrawIn({
			...GIVEN,
			[TESTIMONY]: textFile({ ...givenTestimony(), status: 'withdrawn' }, `${WORDS}.`),
		});
		expect(holding(/kettle/)).toEqual([]);
	});

	test('caches go, those of other addresses and of an archive that is gone too', () => {
		using content = temporaryFolder();
		using gone = temporaryFolder();
		const put = (root: string, address: string | undefined) => {
			const place = cacheFileIn(cacheOf(root, address));
			prepareCacheFolder(path.dirname(place), root);
			writeFileSync(place, WORDS);
			return place;
		};
		const places = [put(content.path, undefined), put(content.path, 'https://a.example/')];
		const orphan = put(gone.path, undefined);
		gone[Symbol.dispose]();
		using other = temporaryFolder();
		const kept = put(other.path, undefined);
		expect(clearCaches(content.path)).toEqual([]);
		for (const place of [...places, orphan]) expect(existsSync(place), place).toBe(false);
		expect(existsSync(kept)).toBe(true);
		clearCaches(other.path);
	});

	test('what an earlier version left half-written goes, and copies of editors are named', async () => {
		const output = await withdrawIn(GIVEN, async () => {
			for (const file of [`testimonies/.${ID}-second.mdx.0123456789ab`, '.release-ready/testimonies/x.mdx'])
				writeIn(file);
			writeIn(`testimonies/.${ID}-second.mdx.swp`);
		});
		expect(holding(/kettle/)).toEqual([`testimonies/.${ID}-second.mdx.swp`]);
		expect(output).toContain(`${ID}-second.mdx.swp`);
	});
});

function writeIn(file: string): void {
	const place = path.join(folder.path, file);
	mkdirSync(path.dirname(place), { recursive: true });
	writeFileSync(place, WORDS);
}

describe('AN-15 a withdrawal is not kept by anything', () => {
	const DRAFT = { 'testimonies/x15w7xb9-draft.mdx': '---\ntitle: # says the fact\nsummary:\n---\n\nx\n' };
	const stale = stringify({
		waivers: [{ hash: 'ab'.repeat(32), reason: 'no-person', reviewers: ['a', 'b'] }],
	});

	test.each<[string, Files, string[]]>([
		['a stale waiver', { 'waivers.yaml': stale }, []],
		['an unfinished draft', DRAFT, ['testimonies/x15w7xb9-draft.mdx']],
		['a record that is no text', { [REPORT]: 'Nothing.\n' }, [REPORT]],
		['a record with code', { [REPORT]: `${minimalArchive()[REPORT]}\n{process.exit()}\n` }, [REPORT]],
		['a figure that cannot be read', { 'figures/bad.yaml': 'label: "\n' }, ['figures/bad.yaml']],
		[
			'a record nested thousands deep',
			{ 'reports/x15w7xb9-deep.mdx': `---\n${'? '.repeat(20_000)}x\n---\nx\n` },
			['reports/x15w7xb9-deep.mdx'],
		],
		['a file of a wrong name', { 'reports/some.mdx': 'x' }, []],
		[
			'all of them',
			{ ...DRAFT, 'waivers.yaml': stale, [REPORT]: 'x', 'reports/a.doc': 'x' },
			[REPORT, 'testimonies/x15w7xb9-draft.mdx'],
		],
	])('a build goes on without %s', async (_, files, out) => {
		await withdrawIn({ ...GIVEN, ...files });
		const { archive, leftOut, problems } = await readRemainder(folder.path);
		expect(archive, JSON.stringify(problems)).not.toBeNull();
		expect([...leftOut.keys()].sort()).toEqual([...out].sort());
		expect(archive?.tombstones.map(({ id }) => id)).toEqual([ID]);
	});

	test('a report with problems stays as it was released; an account is left out', async () => {
		const given = 'testimonies/x15w7xb9-given.mdx';
		await withdrawIn({ ...GIVEN, [given]: textFile(givenTestimony(), 'What happened.') }, async () => {
			await releaseIn(folder.path, undefined, '2031-12');
			for (const file of [REPORT, given])
				writeFileSync(path.join(folder.path, file), read(file).replace('---\n', '---\nunknown: 1\n'));
		});
		const { archive, leftOut } = await readRemainder(folder.path);
		expect(Object.fromEntries(leftOut)).toEqual({ [REPORT]: `versions/${IDS[0]}/v1.mdx`, [given]: null });
		expect(archive?.record.get(IDS[0])?.data.title).toBe(report().title);
		expect(archive?.record.has('x15w7xb9')).toBe(false);
	});

	test('no version comes back of a report that says it is withdrawn, however it reads', async () => {
		await withdrawIn(GIVEN, async () => {
			await releaseIn(folder.path, undefined, '2031-12');
			const broken = read(REPORT).replace('---\n', '---\nstatus: withdrawn\nunknown: "\n');
			writeFileSync(path.join(folder.path, REPORT), broken);
		});
		const { leftOut } = await readRemainder(folder.path);
		expect(leftOut.get(REPORT)).toBeNull();
	});

	test('of an account that is left out no word may stand elsewhere: its consent may be what is broken', async () => {
		const account = textFile({ ...givenTestimony(), consent: { scope: 'statistics' } }, `${WORDS}.`);
		await withdrawIn({ ...GIVEN, [TESTIMONY]: 'x', 'testimonies/x15w7xb9-a.mdx': account });
		const { withheld } = await readRemainder(folder.path);
		expect(withheld.size).toBeGreaterThan(0);
	});

	test.skipIf(process.getuid?.() === 0)('by a folder that cannot be read, which is named', async () => {
		const output = await withdrawIn(GIVEN, async () => chmodSync(path.join(folder.path, 'findings'), 0));
		chmodSync(path.join(folder.path, 'findings'), 0o755);
		expect(output).toContain('findings');
		expect(holding(/kettle/)).toEqual([]);
	});
});
