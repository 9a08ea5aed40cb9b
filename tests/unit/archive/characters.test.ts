import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import {
	FINDING,
	type Files,
	minimalArchive,
	REPORT,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../support/archive.ts';
import { MARK, expectProblems, marked, withBody } from '../../support/refusal.ts';
import { report } from '../../support/samples.ts';

/** Characters that no text may hold, by the rule that refuses them. */
const REFUSED: readonly (readonly [name: string, character: string, rule: string])[] = [
	['U+FFFE', '\ufffe', 'unusable-character'],
	['U+FFFF', '\uffff', 'unusable-character'],
	['U+FFFD, the replacement character', '\ufffd', 'unusable-character'],
	['a noncharacter of the first plane', '\ufdd5', 'unusable-character'],
	['a noncharacter of a later plane', '\u{1fffe}', 'unusable-character'],
	['a private-use character', '\ue000', 'unusable-character'],
	['a bullet of the Symbol font', '\uf0b7', 'unusable-character'],
	['a private-use character of a later plane', '\u{10ffff}', 'unusable-character'],
	['the end of a private plane', '\u{ffffd}', 'unusable-character'],
	['a control character', '\u0001', 'control-character'],
	['an escape', '\u001b', 'control-character'],
	['a control character of the second set', '\u0085', 'control-character'],
	['a line separator', '\u2028', 'control-character'],
	['a change of direction', '\u202e', 'hidden-character'],
	['an isolate', '\u2067', 'hidden-character'],
	['a zero-width space', '\u200b', 'hidden-character'],
	['an object replacement', '\ufffc', 'hidden-character'],
	['an empty braille cell', '\u2800', 'hidden-character'],
];
const cases = REFUSED.map(([name, character, rule]) => ({ name, character, rule }));

/** Puts a character at the end of a file and expects that it is refused there. */
async function expectRefusedIn(file: string, character: string, rule: string) {
	const source = minimalArchive()[file] ?? '';
	const isYaml = file.endsWith('.yaml');
	using folder = writeArchive({
		[file]: `${source.trimEnd()}\n${isYaml ? '# ' : ''}sus${character}pended\n`,
	});
	const { problems } = await readArchive(folder.path);
	const place = [file, rule, source.split('\n').length, isYaml ? 6 : 4];
	expect(problems.map((one) => [one.file, one.rule, one.line, one.column])).toContainEqual(place);
}

test.each(Object.keys(minimalArchive()))('a noncharacter is refused in %s', (file) =>
	expectRefusedIn(file, '\ufffe', 'unusable-character'),
);

describe.each(cases)('$name', ({ character, rule }) => {
	const escaped = `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;

	test('is refused where it stands', () => expectRefusedIn(REPORT, character, rule));

	test('is refused as an escape in a field of any kind', async () => {
		const fields = (more: object) => textFile({ ...report(), ...more }, 'Words.').replaceAll('ESC', escaped);
		const files: Files = {
			[REPORT]: fields({
				title: 'a ESC b',
				sources: [{ ...report().sources[0], url: 'https://a.example/ESC' }],
			})
				.replace(/title: (a .* b)/, 'title: "$1"')
				.replace(/url: (\S+)/, 'url: "$1"'),
		};
		using folder = writeArchive(files);
		const { archive, problems } = await readArchive(folder.path);
		expect(archive).toBeNull();
		expect(problems.every((one) => one.file === REPORT && one.line > 1)).toBe(true);
		using second = writeArchive({ [REPORT]: String(files[REPORT]).replace(/title: .*/, 'title: A') });
		const told = await readArchive(second.path);
		expect(told.archive).toBeNull();
		expect(told.problems.map((one) => one.rule)).toEqual([rule]);
	});

	test('is refused as an entity in a text, a link and an attribute', async () => {
		const entity = `&#${character.codePointAt(0)};`;
		for (const body of [
			`Words ${MARK}${entity} more.`,
			`A ${MARK}[link](/about/ "a ${entity}").`,
			`A ${MARK}<Redacted what="a${entity}b"/>.`,
		]) {
			const { file, source } = withBody(REPORT, body.replace(MARK, ''), rule);
			using folder = writeArchive({ [file]: source });
			const { archive } = await readArchive(folder.path);
			expect(archive, body).toBeNull();
		}
	});
});

test('half a surrogate pair, which only an escape can make, is refused', async () => {
	await expectProblems(
		{ [REPORT]: textFile({ ...report(), title: 'TITLE' }, 'Words.').replace('TITLE', '"a \\uD800 b"') },
		[{ file: REPORT, places: [{ line: 2, column: 8 }], rule: 'invalid-value' }],
	);
});

test.each([REPORT, TESTIMONY, FINDING])('accents and other scripts are taken in %s', async (file) => {
	const source = (minimalArchive()[file] ?? '').replace('title: A title', 'title: Čeština, 日本語 und مرحبا');
	using folder = writeArchive({ [file]: source });
	const { problems } = await readArchive(folder.path);
	expect(problems.filter(({ rule }) => /character/.test(rule))).toEqual([]);
});

test('a name typed with separate accents is the name that the register has', async () => {
	const name = 'Zoë Café';
	for (const [typed, registered] of [
		[name.normalize('NFD'), name.normalize('NFC')],
		[name.normalize('NFC'), name.normalize('NFD')],
	] as const) {
		const { file, source } = marked(
			REPORT,
			textFile({ ...report(), title: `What ${typed} said` }, `Then ${typed} spoke.\n\nAnother paragraph.`),
			'',
		);
		const register = `people:\n  - name: ${registered}\n    basis: spokesperson\n    role: spoke\n`;
		using folder = writeArchive({ [file]: source, 'register.yaml': register });
		const { archive, problems } = await readArchive(folder.path);
		expect(problems).toEqual([]);
		expect(archive?.records.map(({ data }) => data.title)).toContain(`What ${name.normalize('NFC')} said`);
	}
});
