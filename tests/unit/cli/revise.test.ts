import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArchive } from '../../../src/archive/read/read.ts';
import { redact } from '../../../src/cli/edit/redact.ts';
import { waiverHash } from '../../../src/checks/pii/waiver.ts';
import { revised } from '../../../src/cli/edit/revise-file.ts';
import { frontMatterOf } from '../../../src/core/prose/front-matter.ts';
import { type Files, minimalArchive, REPORT, TESTIMONY, writeArchive } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';
import { IDS } from '../../support/samples.ts';

const [ID, ACCOUNT] = IDS;
const V1 = `versions/${ID}/v1.mdx`;
const past = (source = '') => source.replace(/date: 2031-12(-01)?/g, (_, day = '') => `date: 2021-12${day}`);
const SOURCE = past(minimalArchive()[REPORT]);
const GIVEN = past(minimalArchive()[TESTIMONY]);
const SALT = `${'ab'.repeat(32)}\n`;
const released: Files = {
	'figures/paid.yaml': null,
	[REPORT]: SOURCE,
	[V1]: SOURCE,
	[TESTIMONY]: GIVEN,
	[`versions/${ACCOUNT}/v1.mdx`]: GIVEN,
	[`versions/${ACCOUNT}/salt`]: SALT,
};

/** Revises a record of a released archive and gives what was said and what the files are then. */
async function revise(args: readonly string[], files: Files = {}, words?: string) {
	using folder = writeArchive({ ...released, ...files });
	using elsewhere = writeArchive();
	const list = path.join(elsewhere.path, 'words');
	if (words !== undefined) writeFileSync(list, words);
	const all = ['revise', ...args, ...(words === undefined ? [] : ['--words-from', list])];
	const { code, output } = await runInProcess(all, { ARCHIVE_CONTENT: folder.path });
	const { problems, archive: read } = await readArchive(folder.path);
	const text = (file: string) => {
		const place = path.join(folder.path, file);
		return existsSync(place) ? readFileSync(place, 'utf8') : '';
	};
	const texts = Object.fromEntries(
		[
			REPORT,
			V1,
			TESTIMONY,
			`versions/${ACCOUNT}/v1.mdx`,
			`versions/${ACCOUNT}/salt`,
			`versions/${ID}/v2.mdx`,
		].map((file) => [file, text(file)]),
	);
	return { code, output, problems, archive: read, texts };
}

const fieldsOf = (source = '') => parse(source.slice(...(frontMatterOf(source)?.yaml ?? [0, 0])));
const correction = ['--kind', 'correction', '--note', 'A name was wrong.'];
const redaction = ['--kind', 'redaction', '--note', 'A name was taken out.'];

describe('revise', () => {
	test('opens the next version and leaves the released one as it was', async () => {
		const { code, output, texts, problems, archive } = await revise([ID, ...correction]);
		expect(code, output).toBe(0);
		expect(problems).toEqual([]);
		expect(texts[V1]).toBe(SOURCE);
		const fields = fieldsOf(texts[REPORT]);
		expect(fields.version).toBe(2);
		expect(fields.status).toBe('corrected');
		expect(fields.changes[1]).toEqual({
			version: 2,
			date: new Date().toISOString().slice(0, 10),
			kind: 'correction',
			note: 'A name was wrong.',
		});
		expect(archive?.versions.get(ID)?.map(({ version }) => version)).toEqual([1]);
		expect(archive?.record.get(ID)?.data.version).toBe(2);
	});

	test('works after the text was changed, which is when the check asks for it', async () => {
		const { code, problems, archive } = await revise(
			[ID, '--kind', 'update', '--note', 'More: “so” it is #1, they say.'],
			{ [REPORT]: SOURCE.replace('Second paragraph.', 'Second sentence.\n\nThird.') },
		);
		expect(code).toBe(0);
		expect(problems).toEqual([]);
		const { data, paragraphs } = archive?.record.get(ID) ?? {};
		expect(data?.changes[1]?.note).toBe('More: “so” it is #1, they say.');
		expect(data?.status).toBe('published');
		expect(paragraphs).toEqual(['1', '2', '3']);
	});

	test('of an account dates by the month', async () => {
		const { texts, problems } = await revise([ACCOUNT, ...correction]);
		expect(problems).toEqual([]);
		expect(fieldsOf(texts[TESTIMONY]).changes[1].date).toBe(new Date().toISOString().slice(0, 7));
	});

	test.each<[string, string[], Files, string]>([
		['a version that is not released', [ID, ...correction], { [V1]: null }, 'is not released'],
		['a record that is not there', ['4vxfxcd8', ...correction], {}, 'No record'],
		['a kind that is none', [ID, '--kind', 'typo', '--note', 'x'], {}, 'the kind of change'],
		['no reason', [ID, '--kind', 'update'], {}, 'in one line'],
		['a reason of two lines', [ID, '--kind', 'update', '--note', 'a\nb'], {}, 'in one line'],
		[
			'words to take out by an update',
			[ID, '--kind', 'update', '--note', 'a', '--words-from', 'x'],
			{},
			'redaction',
		],
		['a list of words that is not there', [ID, ...redaction, '--words-from', '/none'], {}, 'No file'],
		[
			'a withdrawn record',
			[ID, ...correction],
			{ [REPORT]: SOURCE.replace('version: 1', 'status: withdrawn\nversion: 1') },
			'is withdrawn',
		],
	])('refuses %s', async (_, args, files, said) => {
		const { code, output, texts } = await revise(args, files);
		expect(code).toBe(2);
		expect(output).toContain(said);
		expect(texts[REPORT]).toBe(files[REPORT] ?? SOURCE);
	});
});

describe('a redaction', () => {
	const body =
		'Anna Miller bought it.\n\nShe told ANNA\nMILLER’s brother, not annals.\n\n- Anna Miller *paid*.\n- Nobody answered.';
	const named = SOURCE.replace('First paragraph.\n\nSecond paragraph.', body);
	const files = { [REPORT]: named, [V1]: named };

	test('takes the words out of all versions at once', async () => {
		const { code, output, texts, problems, archive } = await revise(
			[ID, ...redaction, '--what', 'name'],
			files,
			'Anna Miller\n\nAnna\n',
		);
		expect(code, output).toBe(0);
		for (const file of [REPORT, V1]) {
			expect(texts[file]).not.toMatch(/\banna\b|miller/i);
			expect(texts[file]).toContain('<Redacted what="name" /> bought it.');
			expect(texts[file]).toContain('not annals');
		}
		expect(output).toContain(REPORT);
		expect(output).not.toMatch(/anna/i);
		expect(problems).toEqual([]);
		expect(fieldsOf(texts[REPORT]).changes[1].kind).toBe('redaction');
		expect(fieldsOf(texts[V1]).version).toBe(1);
		const { body } = archive?.versions.get(ID)?.[0]?.record ?? {};
		expect(body).toContain('<Redacted what="name" />');
		expect(body).not.toMatch(/miller/i);
	});

	test.each<[string, string, string]>([
		[
			'other hyphens',
			'well-known man',
			'well\u2011known man, well\u2010known man, well\u2013known man, well known man',
		],
		['a hyphen that was forgotten', 'well-known man', 'wellknown man'],
		['accents, composed or not', 'café', 'cafe\u0301 and cafe and CAFÉ'],
		['ligatures', 'office of the firm', 'oﬃce of the ﬁrm'],
		['letters apart', 'œuvre', 'oeuvre'],
		['quotation marks', "O'Brien", 'O’Brien and O‘Brien and OBrien'],
		['a space that does not break, or a line', 'Anna Miller', 'Anna\u00a0Miller and Anna\nMiller'],
		['other quotation marks', 'the "final" one', 'the «final» one and the ‘final’ one and the final one'],
		['quotation marks left out of the list', 'the final one', 'the “final” one and the "final" one'],
		['stops and commas', 'Mr A. Miller', 'Mr. A Miller and Mr A Miller and Mr. A., Miller'],
		['a slash', 'north-east gate', 'north/east gate and north / east gate'],
		['words run together', 'Anna Miller', 'AnnaMiller and Anna\u200bMiller'],
		['a space after an apostrophe', 'Anna O’Miller', 'Anna O’ Miller and Anna O Miller'],
	])('takes them out in another typing: %s', async (_, phrase, typed) => {
		const source = SOURCE.replace('First paragraph.', `So ${typed} it was.`);
		const { code, output, texts } = await revise(
			[ID, ...redaction, '--what', 'name'],
			{ [REPORT]: source, [V1]: source },
			phrase,
		);
		expect(code, output).toBe(0);
		for (const file of [REPORT, V1]) {
			const [, text = ''] = /So ([^]*?) it was\./.exec(texts[file] ?? '') ?? [];
			expect(text.replace(/<Redacted what="name" \/>/g, '').replace(/and|[, \n]/g, '')).toBe('');
		}
	});

	test('keeps words that only begin or end alike', () => {
		const kept = 'Therapists, the rapist, Annals; café-owner’s';
		expect(redact(kept, ['therapist', 'anna', 'caf'], 'name')).toEqual({ text: kept, count: 0, left: [] });
	});

	test('names the other files that hold the words, without the words', async () => {
		const other = (minimalArchive()['themes/charges.mdx'] ?? '').replace(
			'About it.',
			'About *An*na Mill&#101;r.',
		);
		const { code, output, texts } = await revise(
			[ID, ...redaction],
			{ ...files, 'themes/charges.mdx': other },
			'Anna Miller\nAnna',
		);
		expect(code, output).toBe(0);
		expect(output).toMatch(/Other files[^]*themes\/charges\.mdx:\d+:\d+/);
		expect(output).not.toMatch(/anna|miller/i);
		expect(texts[REPORT]).toContain('<Redacted');
		expect(texts[REPORT]).not.toMatch(/\banna\b/i);
	});

	test('removes the digests that old releases and waivers have of it', async () => {
		const digest = 'ab'.repeat(32);
		const fragment = 'Anna Miller bought it.';
		const hash = waiverHash(ID, fragment, { start: 5, end: 11 });
		using folder = writeArchive({
			...released,
			...files,
			'releases/0001/batch.yaml': `month: 2031-12\ngiven:\n  ${ACCOUNT}: ${digest}\n`,
			'waivers.yaml': `# ours\nwaivers:\n  - hash: ${hash}\n    reason: no-person\n    reviewers: [a, b]\n  - hash: ${digest}\n    reason: no-person\n    reviewers: [a, b]\n`,
			'../words-of-this-test': 'Miller',
		});
		const { code, output } = await runInProcess(
			['revise', ID, ...redaction, '--words-from', path.join(folder.path, '../words-of-this-test')],
			{ ARCHIVE_CONTENT: folder.path },
		);
		expect(code, output).toBe(0);
		const read = (file: string) => readFileSync(path.join(folder.path, file), 'utf8');
		expect(read('releases/0001/batch.yaml')).toBe(`month: 2031-12\ngiven:\n  ${ACCOUNT}: released\n`);
		expect(read('waivers.yaml')).toBe(
			`# ours\nwaivers:\n  - hash: ${digest}\n    reason: no-person\n    reviewers: [a, b]\n`,
		);
	});

	test.each<[string, string]>([
		['a field', named.replace('title: A title', 'title: Anna Miller’s plan')],
		['a comment', `${named}\n{/* Anna Miller */}\n`],
		['an attribute', `${named}\n<Quote speaker="Anna Miller">\n\nYes.\n\n</Quote>\n`],
		['the target of a link', `${named}\nSee [this](https://paper.example/anna-miller-a).\n`],
		['words broken up by emphasis', `${named}\nAn**na** was there.\n`],
		['words written as entities', `${named}\n&#65;nna was there.\n`],
		['a phrase with emphasis in it', `${named}\nBeth *Cole* was there.\n`],
		['a phrase with a link in it', `${named}\n[Beth](/about/) Cole was there.\n`],
		['a phrase that begins in emphasis', `${named}\n**Beth** Cole was there.\n`],
		['a phrase with a sign of markup in it', `${named}\nBeth_Cole was there.\n`],
		['a phrase over two items of a list', `${named}\n- Beth\n- Cole\n`],
		['a phrase over two lines of a quotation', `${named}\n> It was Beth\n> Cole.\n`],
		['a phrase with a comment in it', `${named}\nBeth{/* x */} Cole was there.\n`],
		['a field over lines', named.replace('title: A title', 'title: >-\n  Of Anna\n  Miller, a title')],
		['a field with escapes', named.replace('title: A title', 'title: "\\u0041nna, a title"')],
		['a comment of the fields', named.replace('title: A title', '# Anna\n# Miller\ntitle: A title')],
		['an address with percent signs', `${named}\nSee [this](https://paper.example/%41nna%20Miller).\n`],
	])('changes nothing while the words stand in %s', async (_, source) => {
		const files = { [REPORT]: source, [V1]: source };
		const { code, output, texts } = await revise(
			[ID, ...redaction],
			files,
			'Anna Miller\nanna\nanna-miller-a\nBeth Cole\n',
		);
		expect(code).toBe(1);
		expect(output).toMatch(new RegExp(`${REPORT}:\\d+:\\d+`));
		expect(output).toMatch(new RegExp(`${V1}:\\d+:\\d+`));
		expect(output).not.toMatch(/anna|miller|beth/i);
		for (const file of [REPORT, V1]) expect(texts[file]).toBe(source);
	});

	test('of words that stand nowhere is none', async () => {
		const { code, output, texts } = await revise([ID, ...redaction], files, 'Somebody Else\n');
		expect(code).toBe(1);
		expect(output).toContain('no version of this record');
		expect(texts[REPORT]).toBe(named);
	});

	test('waits for no release: words go from the earlier versions, and the history says so', async () => {
		const second = named
			.replace('version: 1', 'version: 2')
			.replace(
				/(changes:\n(?: +.*\n)+)/,
				'$1  - version: 2\n    date: 2022-01-01\n    kind: update\n    note: More.\n',
			);
		const { code, output, texts, problems } = await revise(
			[ID, ...redaction],
			{ ...files, [REPORT]: second },
			'Anna Miller\n',
		);
		expect(code, output).toBe(0);
		expect(problems).toEqual([]);
		const fields = fieldsOf(texts[REPORT]);
		expect(fields.version).toBe(2);
		expect(fields.changes[1]).toMatchObject({ kind: 'redaction', note: 'More. A name was taken out.' });
		for (const file of [REPORT, V1]) {
			expect(texts[file]).toContain('<Redacted');
			expect(texts[file]).not.toMatch(/miller/i);
		}
	});

	test('AN-13 of an account changes its salt, so that the old hash cannot confirm the words', async () => {
		const source = GIVEN.replace('What happened.', 'What happened in spring.');
		const { code, texts, problems } = await revise(
			[ACCOUNT, ...redaction],
			{ [TESTIMONY]: source, [`versions/${ACCOUNT}/v1.mdx`]: source },
			'in spring\n',
		);
		expect(code).toBe(0);
		expect(problems).toEqual([]);
		expect(texts[`versions/${ACCOUNT}/salt`]).toMatch(/^[0-9a-f]{64}\n$/);
		expect(texts[`versions/${ACCOUNT}/salt`]).not.toBe(SALT);
	});

	test('finds a phrase as it is written, across lines, whole words only', () => {
		const { text, count, left } = redact('---\na: b\n---\n\nA.B. paid (a.b.)\nAB and A.B\n', ['a.b'], 'name');
		expect(count).toBe(3);
		expect(left).toEqual([]);
		expect(text).toContain('AB and <Redacted what="name" />');
	});
});

describe('the revised file', () => {
	const revision = { version: 2, date: '2026-11-21', kind: 'correction', note: 'Why: this.' } as const;
	const file = (yaml: string) => `---\n${yaml}---\n\nText, with \`version: 1\`.\n`;

	test('keeps layout and comments, to the byte', () => {
		const before = file(
			"title: 'It''s so' # ours\nstatus:   published\nversion: 1   # counted\nparagraphs: [1, 2]\nchanges:\n- version: 1\n  date: 2026-11-20\n  kind: published\n  note: First. # yes\n# between\nsources: [ ]\n",
		);
		expect(revised(before, revision)).toBe(
			file(
				"title: 'It''s so' # ours\nstatus:   corrected\nversion: 2   # counted\nchanges:\n- version: 1\n  date: 2026-11-20\n  kind: published\n  note: First. # yes\n- version: 2\n  date: 2026-11-21\n  kind: correction\n  note: \"Why: this.\"\n# between\nsources: [ ]\n",
			),
		);
	});

	test.each([
		[
			'a list in one line',
			'version: 1\nchanges: [{ version: 1, date: 2026-11-20, kind: published, note: x }]\n',
		],
		[
			'Windows line ends',
			'version: 1\r\nchanges:\r\n  - version: 1\r\n    date: 2026-11-20\r\n    kind: published\r\n    note: x\r\n',
		],
		[
			'a note of several lines',
			'version: 1\nchanges:\n  - version: 1\n    date: 2026-11-20\n    kind: published\n    note: >-\n      one\n      two\n',
		],
		[
			'paragraphs one a line',
			'version: 1\nparagraphs:\n  - 1\n  - 2a\nchanges:\n  - version: 1\n    date: 2026-11-20\n    kind: published\n    note: x\n',
		],
		[
			'history at the end, after a comment',
			'version: 1\nchanges:\n  # the first\n  - version: 1\n    date: 2026-11-20\n    kind: published\n    note: x\n',
		],
	])('says the same of %s', (_, yaml) => {
		const before = parse(yaml);
		const after = fieldsOf(revised(`---\n${yaml}---\nx`, revision));
		expect(after).toEqual({
			version: 2,
			status: 'corrected',
			changes: [...before.changes, { ...revision }],
		});
	});
});
