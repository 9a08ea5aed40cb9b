import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { proseOf } from '../../src/archive/publish/prose.ts';
import { readArchive } from '../../src/archive/read/read.ts';
import { formatProblem } from '../../src/checks/report.ts';
import { wordsIn } from '../../src/core/prose/words.ts';
import { toCsv } from '../../src/exports/csv.ts';
import {
	type Files,
	FINDING,
	minimalArchive,
	REPORT,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../support/archive.ts';
import { ATTACKS } from '../support/attacks.ts';
import { BAD_FIELDS } from '../support/bad-fields.ts';
import { halves } from '../support/pictures.ts';
import { edited, expectProblems, expectRefusal, withBody } from '../support/refusal.ts';
import { runInProcess } from '../support/in-process.ts';
import { givenTestimony, report } from '../support/samples.ts';
import { NEEDS_SYSTEM } from '../support/threats.ts';

const REPORT_TEXT = minimalArchive()[REPORT] ?? '';

/** Rules by which an archive with these changes is refused. */
async function rulesOf(changes: Files): Promise<string[]> {
	using folder = writeArchive(changes);
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	for (const problem of problems)
		expect(problem).toMatchObject({ line: expect.any(Number), severity: 'error' });
	return [...new Set(problems.map(({ rule }) => rule))];
}

const plainObject = Object.getOwnPropertyNames(Object.prototype).sort();
afterEach(() => {
	expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(plainObject);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	expect([] as unknown as Record<string, unknown>).not.toHaveProperty('polluted');
});

describe('code in texts and fields', { tags: ['TH-1'] }, () => {
	test('there are more than 140 refusals, each with its place', () => {
		expect(ATTACKS.length + BAD_FIELDS.length).toBeGreaterThan(140);
	});

	// The checks and the page must agree on where the text begins: else text is published that nothing has looked at.
	test.each([
		['a tab after the line that ends the fields', '---\t\n'],
		['a space after it', '--- \n'],
		['a no-break space after it', '---\u00a0\n'],
		['the sign that ends a document', '...\n'],
		['a fourth hyphen', '----\n'],
	])('%s does not hide a text from the checks', async (_, line) => {
		const hidden = '[words](javascript:alert(1)) of 07700 900123';
		const source = REPORT_TEXT.replace(/\n---\n/, () => `\n${line}${hidden}\n\n---\n`);
		expect(await rulesOf({ [REPORT]: source })).not.toEqual([]);
	});

	test.each(['---x\nsecret: 1\n', '----\n', '--- # fields\n', ' ---\n', '\n---\n'])(
		'the fields begin on the first line, or there are none: %j',
		async (line) => {
			expect(await rulesOf({ [REPORT]: line + REPORT_TEXT })).toContain('front-matter');
		},
	);

	test('a body that begins as if it had fields is text', async () => {
		using folder = writeArchive({
			[REPORT]: REPORT_TEXT.replace(/\n---\n/, '\n---\n---\nWords: here\n\n---\n'),
		});
		const { archive, problems } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		const entry = archive?.record.get('fbmgs2sv');
		if (!archive || !entry) throw new Error('no record');
		const words = proseOf(entry, archive)
			.blocks.map(({ children }) => wordsIn(children))
			.join(' ');
		expect(words).toContain('Words: here');
		expect(words).toContain('First paragraph.');
	});

	test.each([
		['a link', 'reports/x15w7xb9-a.mdx', '/etc/passwd', 'symbolic-link'],
		['archive.yaml', 'archive.yaml', '/dev/zero', 'symbolic-link'],
		['register.yaml', 'register.yaml', '/dev/zero', 'symbolic-link'],
		['waivers.yaml', 'waivers.yaml', '/proc/self/environ', 'symbolic-link'],
		['release.yaml', 'release.yaml', '/dev/stdin', 'symbolic-link'],
	])('a symbolic link for %s is told and not followed', async (_, file, link, rule) => {
		await expectProblems({ [file]: { link } }, [{ file, places: [{ line: 1, column: 1 }], rule }]);
	});

	test.skipIf(process.platform === 'win32')(
		'a pipe is not waited for',
		{ tags: [NEEDS_SYSTEM] },
		async () => {
			using folder = writeArchive();
			for (const file of ['reports/x15w7xb9-a.mdx', 'register.yaml', 'release.yaml'])
				execFileSync('mkfifo', [path.join(folder.path, file)]);
			const { archive, problems } = await readArchive(folder.path);
			expect(archive).toBeNull();
			expect(problems.map(({ file }) => file)).toEqual(
				expect.arrayContaining(['reports/x15w7xb9-a.mdx', 'register.yaml', 'release.yaml']),
			);
		},
	);

	const many = (text: string) => text.repeat(Math.floor(250_000 / text.length));
	test.each([
		['quotations', `${many('> ')}a`],
		['quotations without spaces', many('>')],
		['braces', many('{')],
		['expressions', many('{1} ')],
		['comments that stay open', many('{/*')],
		['unknown tags', many('<a/> ')],
		['open tags', many('<Quote>')],
		['headings', many('## a\n\n')],
		['headings that differ', Array.from({ length: 40_000 }, (_, n) => `## a ${n}`).join('\n')],
		['brackets', many('[')],
		['unfinished links', many('[a](')],
		['stars', many('*a **b')],
		['tables', `|a|b|\n|-|-|\n${many('|x|y|\n')}`],
		['lists', many('- ')],
		['addresses', many('a@b.c ')],
		['one word', many('a')],
		// Work that grows with the square of the length would take many minutes: the time limit ends it.
	])('as much as a file may hold of %s is read or refused', { timeout: 120_000 }, async (_, body) => {
		const { source, file } = withBody(REPORT, `Words.\n\n${body}`, '');
		using folder = writeArchive({ [file]: source });
		const { archive, problems } = await readArchive(folder.path);
		const refused = problems.filter(({ severity }) => severity === 'error').map((problem) => problem.file);
		expect(new Set(refused)).toEqual(new Set(archive ? [] : [file]));
	});

	test.each([
		['lists', `title: ${'['.repeat(200_000)}`],
		['maps', `title: ${'{a: '.repeat(100_000)}`],
		['dashes', `title:\n ${'- '.repeat(200_000)}x`],
		['anchors', `title:\n${'  - &a 1\n'.repeat(40_000)}`],
		['repeated fields', 'title: x\n'.repeat(40_000)],
		['quotation marks', `title: ${'"a" '.repeat(100_000)}`],
	])('fields of endless %s are refused', { timeout: 60_000 }, async (_, fields) => {
		expect(await rulesOf({ [REPORT]: `---\n${fields}\n---\n\nWords.\n` })).not.toEqual([]);
	});
});

describe('names of files', { tags: ['TH-1'] }, () => {
	test.each([
		['a Cyrillic х', 'reports/х15w7xb9-a.mdx', 'bad-id'],
		['a Cyrillic о in a theme', 'themes/delоys.mdx', 'bad-name'],
		['a Greek ο in an organisation', 'organisations/acmeο.yaml', 'bad-name'],
		['full-width letters', 'reports/ｘ15w7xb9-a.mdx', 'bad-id'],
		['a hidden character', 'reports/x15w7xb9\u200b-a.mdx', 'bad-id'],
		['letters turned round', 'reports/x15w7xb9-\u202exdm.mdx', 'bad-id'],
		['two dots', 'reports/..x15w7xb9.mdx', undefined],
		['a path, encoded', 'reports/%2e%2e%2fx15w7xb9.mdx', 'bad-id'],
		['a terminal’s command', 'reports/\u001b[2J\u001b]0;x\u0007.mdx', 'bad-id'],
		['a line of its own', 'reports/a\n::error::x.mdx', 'bad-id'],
		['an option', 'reports/--help.mdx', 'bad-id'],
		['a quotation mark', `organisations/a"onload="x.yaml`, 'bad-name'],
		['a prototype', 'organisations/__proto__.yaml', 'bad-name'],
	])('%s is refused', async (_, file, rule) => {
		const content = file.startsWith('reports') ? REPORT_TEXT : 'name: x\n';
		using folder = writeArchive({ [file]: content });
		const { problems, archive } = await readArchive(folder.path);
		// A hidden file is no content: nothing reads or publishes it.
		if (rule === undefined) return expect(archive?.records.map(({ id }) => id)).toHaveLength(3);
		expect(problems.map((problem) => problem.rule)).toEqual([rule]);
		for (const problem of problems) {
			const printed = formatProblem(problem, 'content');
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
			expect(printed).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e]/);
			expect(printed.split('\n')).toHaveLength(2);
		}
	});

	test('the commands print no control character of a name or a value', async () => {
		using folder = writeArchive({
			'reports/\u001b[31mred.mdx': REPORT_TEXT,
			[REPORT]: edited(REPORT, '- charges', '- "\\e[2J\\u009b31m\\u202e"', '').source,
		});
		const { code, output } = await runInProcess(['check'], { ARCHIVE_CONTENT: folder.path });
		expect(code).toBe(1);
		expect(output).toContain('reports/<U+001B>[….mdx');
		// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal obeys
		expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
	});

	test('an identifier twice is refused, wherever', async () => {
		for (const file of ['reports/fbmgs2sv-x.mdx', 'findings/fbmgs2sv-x.mdx'])
			expect(
				await rulesOf({ [file]: minimalArchive()[file.startsWith('r') ? REPORT : FINDING] ?? '' }),
			).toContain('duplicate-id');
	});
});

describe('what is no text', { tags: ['TH-1'] }, () => {
	const zip = Buffer.concat([
		Buffer.from('504b0304140000000800', 'hex'),
		deflateRawSync(Buffer.from(REPORT_TEXT)),
		Buffer.from('504b0506', 'hex'),
	]);
	test.each([
		['a packed archive', zip],
		['a web capture with a text before it', Buffer.concat([Buffer.from(REPORT_TEXT), zip])],
		[
			'an office file',
			Buffer.concat([
				Buffer.from('504b0304', 'hex'),
				Buffer.from([0, 1, 2, 3]),
				Buffer.from('word/document.xml'),
			]),
		],
		[
			'a PDF with a text in it',
			Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), Buffer.from(REPORT_TEXT)]),
		],
		[
			'a picture with a text in it',
			Buffer.concat([Buffer.from('GIF89a\x01\x00', 'latin1'), Buffer.from(REPORT_TEXT)]),
		],
		['UTF-16', Buffer.from(`\ufeff${REPORT_TEXT}`, 'utf16le')],
		['UTF-7', Buffer.from('+ADw-script+AD4-alert(1)')],
	])('%s called .mdx is refused', async (_, bytes) => {
		const rules = await rulesOf({ [REPORT]: bytes });
		expect(['not-utf-8', 'control-character', 'front-matter', 'byte-order-mark']).toContain(rules[0]);
	});

	test.each(['zip', 'wacz', 'warc', 'docx', 'pdf', 'html', 'svg', 'js', 'png'])(
		'a file called .%s is refused wherever it is put',
		async (ending) => {
			for (const folder of ['', 'reports/', 'pages/', 'organisations/'])
				expect(await rulesOf({ [`${folder}x15w7xb9-a.${ending}`]: zip })).toEqual(['unexpected-file']);
		},
	);
});

describe('characters that no reader sees', { tags: ['TH-1'] }, () => {
	test.each([
		['turn letters round', '\u202e', 'hidden-character'],
		['isolate letters', '\u2066', 'hidden-character'],
		['mark a direction', '\u200f', 'hidden-character'],
		['have no width', '\u200b', 'hidden-character'],
		['join', '\u200d', 'hidden-character'],
		['part a word', '\u00ad', 'hidden-character'],
		['are a mark in the middle', '\ufeff', 'hidden-character'],
		['carry a message', '\u{e0041}', 'hidden-character'],
		['choose a form', '\ufe0f', 'hidden-character'],
		['fill a place', '\u3164', 'hidden-character'],
		['are NUL', '\u0000', 'control-character'],
		['ring', '\u0007', 'control-character'],
		['begin a terminal’s command', '\u009b', 'control-character'],
		['end a line in another way', '\u2028', 'control-character'],
		['return without a new line', '\r', 'control-character'],
	])('those that %s are refused where they stand, in a text and in a field', async (_, character, rule) => {
		await expectRefusal(withBody(REPORT, `One.\n\nWords wo▶${character}rds.`, rule));
		await expectProblems({ [REPORT]: edited(REPORT, 'A title', `A ▶${character}title`, rule).source }, [
			edited(REPORT, 'A title', `A ▶${character}title`, rule),
		]);
	});

	test.each([
		['in a field', edited(REPORT, 'title: A title', 'title: ▶"A\\u202e title"', 'invalid-value')],
		['in a long form', edited(REPORT, 'title: A title', 'title: ▶"A\\U000E0041 title"', 'invalid-value')],
		['as an entity in a text', withBody(REPORT, 'Words ▶&#x202e;go on.', 'hidden-character')],
		['as an entity by its name', withBody(REPORT, 'Words ▶wo&shy;rds.', 'hidden-character')],
	])('%s they are refused as well', async (_, refusal) => {
		using folder = writeArchive({ [refusal.file]: refusal.source });
		const { problems } = await readArchive(folder.path);
		// Entities are refused besides, whatever they stand for.
		expect(problems.map(({ rule }) => rule).filter((rule) => rule !== 'entity')).toEqual([refusal.rule]);
		expect(problems[0]?.line).toBe(refusal.places[0]?.line);
		expect(formatProblem(problems[0] as never)).toContain(refusal.file);
		expect(formatProblem(problems[0] as never)).not.toMatch(/[\u00ad\u202e\u{e0041}]/u);
	});

	test('accents and letters of other scripts are welcome', async () => {
		const body = 'Words of Siân, Zoë and Łukasz: “naïve”, 日本語, ελληνικά, русский, العربية — €5 ½ ² ✓.';
		using folder = writeArchive({
			'pages/about.mdx': textFile({ title: 'Siân', summary: 'Zoë.', order: 1 }, body),
		});
		expect((await readArchive(folder.path)).problems).toEqual([]);
	});
});

describe('prototypes', { tags: ['TH-1'] }, () => {
	test.each([
		'__proto__',
		'constructor',
		'prototype',
		'toString',
		'hasOwnProperty',
		'"\\x5f_proto__"',
		'"__pro\\u0074o__"',
		'? __proto__',
	])('a field called %s is refused and changes no object', async (name) => {
		for (const file of [REPORT, 'organisations/acme-plans.yaml', 'archive.yaml', 'figures/paid.yaml']) {
			const source = minimalArchive()[file] ?? '';
			const field = name.startsWith('?') ? `${name}\n: { polluted: yes }\n` : `${name}: { polluted: yes }\n`;
			const changed = source.startsWith('---') ? source.replace('---\n', `---\n${field}`) : field + source;
			expect(await rulesOf({ [file]: changed }), file).toContain('unknown-field');
		}
	});

	test('within facets, facetSources and consent too', async () => {
		for (const [from, to] of [
			['  size: small\n', '  size: small\n  "\\x5f_proto__": { polluted: yes }\n'],
			['  organisations: 1\n', '  organisations: 1\n  "\\x5f_proto__": 1\n  constructor: 1\n'],
		] as const) {
			using folder = writeArchive({ [TESTIMONY]: edited(TESTIMONY, from, to, '').source });
			await readArchive(folder.path);
		}
		const fields = { ...givenTestimony(), consent: { ...givenTestimony().consent, ['__proto__x']: 1 } };
		expect(await rulesOf({ [TESTIMONY]: textFile(fields, 'Words.') })).toContain('unknown-field');
	});

	test('names of every object may be names of things', async () => {
		const names = ['constructor', 'valueof', 'hasownproperty', 'then'];
		const files: Files = {};
		for (const name of names) {
			files[`organisations/${name}.yaml`] = 'name: Acme\nkind: seller\n';
			files[`pages/${name}.mdx`] = textFile({ title: 'Words', summary: 'Words.', order: 9 }, 'Words.');
		}
		files[REPORT] = textFile(
			{ ...report(), organisations: names },
			'Words.\n\n<Reply from="x" organisation="constructor" kind="reply">\n\nNo.\n\n</Reply>\n\nEnd.',
		);
		using folder = writeArchive(files);
		const { archive, problems } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		expect(archive?.record.get('constructor')).toBeUndefined();
	});
});

describe('addresses', { tags: ['TH-1'] }, () => {
	test.each([
		['../../etc/passwd', 'component-attribute'],
		['..%2f..%2fetc', 'component-attribute'],
		['paid/../../x', 'component-attribute'],
		['paid\u2024', 'component-attribute'],
		['C:\\x', 'component-attribute'],
	])('a figure called %s is refused', async (id, rule) => {
		await expectRefusal(withBody(REPORT, `Words ▶<Figure id="${id}" />.`, rule));
	});

	test.each([
		'javascript:alert(1)',
		'JAVASCRIPT:alert(1)',
		' javascript:alert(1)',
		'java\\tscript:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'file:///etc/passwd',
		'ftp://x.example',
		'//x.example',
		'https:x',
		'https://',
		'blob:https://x',
	])('a source at %s is refused', async (url) => {
		const to = `url: ▶"${url}"`;
		await expectRefusal(edited(REPORT, 'url: https://paper.example/a', to, 'invalid-value'));
	});

	test('a link that is refused is not in what was parsed either', async () => {
		const { parseProse } = await import('../../src/core/prose/parse.ts');
		for (const target of [
			'javascript:alert(1)',
			'data:text/html,x',
			'//evil.example',
			'../x',
			'/r/1vm1d7gn/',
		]) {
			const { prose, problems } = parseProse(`[a](${target})`);
			expect(problems).toHaveLength(1);
			expect(prose.blocks).toHaveLength(1);
			expect(JSON.stringify(prose)).not.toContain('href');
		}
	});
});

test.each([
	'=1+1',
	'+1',
	'-1',
	'@sum(1)',
	'\t=1',
	' =1',
	'|calc',
	'%1',
	'＝1',
	'a;=1',
	'a\t=1',
	'a; "=1',
	"a;'@x",
])('a formula is no formula in a table: %j', { tags: ['TH-1'] }, (value) => {
	const [row = ''] = toCsv([['id', value, 'x']]).split('\r\n');
	expect(row).not.toMatch(/(?:^|[,;\t])\s*"?\s*[=+@|%＝-]/);
	expect(row).toContain("'");
});

test('an account has no day in its history', { tags: ['TH-9'] }, async () => {
	const changes = [{ version: 1, date: '2031-12-24', kind: 'published', note: 'First.' }];
	expect(await rulesOf({ [TESTIMONY]: textFile({ ...givenTestimony(), changes }, 'Words.') })).toEqual([
		'invalid-value',
	]);
});

test(
	'no picture and no document can be put beside an account or into one',
	{ tags: ['TH-12', 'TH-13'] },
	async () => {
		using folder = writeArchive();
		mkdirSync(path.join(folder.path, 'testimonies/images'));
		for (const name of ['letter.jpg', 'letter.pdf', 'letter.docx'])
			writeFileSync(path.join(folder.path, 'testimonies', name), 'x');
		const { problems } = await readArchive(folder.path);
		expect(problems.map(({ rule }) => rule)).toEqual(Array(4).fill('unexpected-file'));
		await expectRefusal(withBody(TESTIMONY, 'Words ▶![letter](/letter.jpg).', 'no-image'));
		const { source, places } = withBody(TESTIMONY, 'Words.\n\n▶![A letter](letter.png)', '');
		await expectProblems({ [TESTIMONY]: source, 'images/letter.png': await halves().png().toBuffer() }, [
			{ file: TESTIMONY, places, rule: 'image-in-account' },
		]);
	},
);
