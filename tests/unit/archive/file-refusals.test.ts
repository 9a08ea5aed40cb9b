import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { START } from '../../../src/core/values/problem.ts';
import {
	type Files,
	minimalArchive,
	REPORT,
	TESTIMONY,
	temporaryFolder,
	writeArchive,
} from '../../support/archive.ts';
import { edited, expectProblems, withBody } from '../../support/refusal.ts';

const report = minimalArchive()[REPORT] ?? '';
const bytes = (text: string, ...added: number[]) => Buffer.concat([Buffer.from(text), Buffer.from(added)]);

/** Files that must be refused as a whole: the file, what is in it, the rule, the line if not the first. */
const FILES: readonly (readonly [
	what: string,
	file: string,
	content: Files[string],
	rule: string,
	line?: number,
])[] = [
	['a file that is not UTF-8', REPORT, bytes(report, 0xe9, 0x0a), 'not-utf-8', report.split('\n').length],
	['UTF-16', REPORT, Buffer.from(`\ufeff${report}`, 'utf16le'), 'not-utf-8'],
	['half a surrogate', REPORT, bytes(report, 0xed, 0xa0, 0x80), 'not-utf-8', report.split('\n').length],
	['a byte order mark', REPORT, `\ufeff${report}`, 'byte-order-mark'],
	['an empty file', REPORT, '', 'front-matter'],
	['no front matter', REPORT, 'Only words.\n', 'front-matter'],
	['front matter that has no end', REPORT, report.replace(/\n---\n/, '\n'), 'front-matter'],
	['front matter after a line', REPORT, `\n${report}`, 'front-matter'],
	['a huge file', REPORT, `${report}${'Words go on. '.repeat(100_000)}\n`, 'too-large'],
	['another ending', 'reports/x15w7xb9-a.md', report, 'unexpected-file'],
	['a module beside a record', 'reports/x15w7xb9-a.ts', 'export {}', 'unexpected-file'],
	['a page of code', 'pages/x.astro', '---\n---\n', 'unexpected-file'],
	['a record in YAML', 'reports/x15w7xb9-a.yaml', 'title: x\n', 'unexpected-file'],
	['an organisation in MDX', 'organisations/x.mdx', '---\nname: x\n---\n', 'unexpected-file'],
	['an unknown folder', 'secrets/a.mdx', report, 'unexpected-file'],
	['a folder in a folder', 'reports/2031/x15w7xb9-a.mdx', report, 'unexpected-file'],
	['a file beside archive.yaml', 'package.json', '{}', 'unexpected-file'],
	['a configuration', 'astro.config.mjs', 'export default {}', 'unexpected-file'],
	['no identifier', 'reports/first-report.mdx', report, 'bad-id'],
	['an identifier that is too short', 'reports/x15w7xb-a.mdx', report, 'bad-id'],
	['an identifier that is too long', 'reports/x15w7xb99-a.mdx', report, 'bad-id'],
	['an identifier in capitals', 'reports/X15W7XB9-a.mdx', report, 'bad-id'],
	['letters of another script', 'reports/х15w7xb9-a.mdx', report, 'bad-id'],
	['a space in the name', 'reports/x15w7xb9 a.mdx', report, 'bad-id'],
	['a wrong check character', 'reports/x15w7xb8-a.mdx', report, 'check-character'],
	['an identifier with two characters swapped', 'reports/x51w7xb9-a.mdx', report, 'check-character'],
	['an identifier used twice', 'reports/fbmgs2sv-other.mdx', report, 'duplicate-id'],
	[
		'an identifier used in two folders',
		'testimonies/fbmgs2sv-a.mdx',
		(minimalArchive()[TESTIMONY] ?? '').replace(/sourceRecord.*\n/, ''),
		'duplicate-id',
	],
	['a theme with a bad name', 'themes/My_Theme.mdx', minimalArchive()['themes/calls.mdx'] ?? '', 'bad-name'],
	['a link to a file', 'reports/x15w7xb9-a.mdx', { link: '/etc/passwd' }, 'symbolic-link'],
	['a link to a record', 'reports/x15w7xb9-a.mdx', { link: 'fbmgs2sv-first.mdx' }, 'symbolic-link'],
	['a link that leads nowhere', 'reports/x15w7xb9-a.mdx', { link: 'nowhere' }, 'symbolic-link'],
	['a folder that is a link', 'more', { link: '/etc' }, 'symbolic-link'],
	['a page that is missing', 'pages/safety.mdx', null, 'missing-page'],
	['no archive.yaml', 'archive.yaml', null, 'no-archive'],
	['archive.yaml as a link', 'archive.yaml', { link: '/etc/hostname' }, 'symbolic-link'],
	['an archive.yaml that is a list', 'archive.yaml', '- a\n', 'wrong-type'],
];

const cases = FILES.map(([what, file, content, rule, line = 1]) => ({ what, file, content, rule, line }));

test.each(cases)('refuses $what', async ({ file, content, rule, line }) => {
	await expectProblems({ [file]: content ?? null }, [
		{ file: topOf(file, rule), places: [{ ...START, line }], rule },
	]);
});

/** The path that is told of: where a whole folder is wrong, the folder. */
function topOf(file: string, rule: string): string {
	const unknown = rule === 'unexpected-file' && /^(secrets|reports\/2031)\//.exec(file);
	return unknown ? (unknown[1] ?? file) : file;
}

test('refuses a needed folder that is a link', async () => {
	using elsewhere = writeArchive();
	const files = Object.fromEntries(Object.keys(minimalArchive()).map((file) => [file, null]));
	const kept = Object.entries(minimalArchive()).filter(([file]) => !file.startsWith('pages/'));
	using folder = writeArchive({
		...files,
		...Object.fromEntries(kept),
		pages: { link: `${elsewhere.path}/pages` },
	});
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	expect(problems).toContainEqual(expect.objectContaining({ file: 'pages', rule: 'symbolic-link' }));
});

test('refuses a folder that is not there, and an empty one', async () => {
	using empty = temporaryFolder();
	for (const folder of [empty.path, `${empty.path}/nowhere`]) {
		const { archive, problems } = await readArchive(folder);
		expect(archive).toBeNull();
		expect(problems.map(({ rule }) => rule)).toEqual(['no-archive']);
	}
});

test('refuses a bomb of aliases at once', async () => {
	const lines = Array.from(
		{ length: 40 },
		(_, n) => `x${n}: &x${n} [${`*x${n - 1},`.repeat(n > 0 ? 9 : 0)}]`,
	);
	using folder = writeArchive({
		[REPORT]: report.replace('version: 1\n', `${lines.join('\n')}\nversion: 1\n`),
	});
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['yaml-alias']));
});

test.each([
	['fields', edited(REPORT, 'title: A title', `title: ${'['.repeat(5000)}${']'.repeat(5000)}`, 'too-deep')],
	['quotations', withBody(REPORT, `${'> '.repeat(2000)}deep`, 'too-deep')],
	[
		'lists',
		withBody(REPORT, Array.from({ length: 200 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'), 'too-deep'),
	],
	[
		'components',
		withBody(REPORT, `${'<Quote speaker="x">\n'.repeat(300)}a\n${'</Quote>\n'.repeat(300)}`, 'too-deep'),
	],
])('refuses %s that are nested without end, and does not fall over', async (_, { file, source, rule }) => {
	using folder = writeArchive({ [file]: source });
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	expect(problems.map((problem) => problem.rule)).toContain(rule);
	expect(problems.length).toBeLessThan(100);
});

test('refuses a quotation mark in the fields that stays open', async () => {
	const { file, source, rule } = edited(REPORT, 'title: A title', 'title: "A title', 'yaml-quote-open');
	using folder = writeArchive({ [file]: source });
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	expect(problems.map((problem) => problem.rule)).toEqual([rule]);
});

test('what is sound is taken', async () => {
	using folder = writeArchive();
	const { archive, problems } = await readArchive(folder.path);
	expect(problems).toEqual([]);
	expect(archive?.records.map(({ id }) => id)).toHaveLength(3);
});

test('Windows line ends are taken, and change no place', async () => {
	const windows = report.replaceAll('\n', '\r\n');
	using sound = writeArchive({ [REPORT]: windows });
	expect((await readArchive(sound.path)).problems).toEqual([]);
	const { source, places, rule } = withBody(REPORT, 'Words.\n\nMore ▶{1}.', 'no-expression');
	await expectProblems({ [REPORT]: source.replaceAll('\n', '\r\n') }, [{ file: REPORT, places, rule }]);
});
