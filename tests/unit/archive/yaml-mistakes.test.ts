import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { formatProblem } from '../../../src/checks/report.ts';
import { hitOf } from '../../../src/core/values/problem.ts';
import { minimalArchive, REPORT, textFile, writeArchive } from '../../support/archive.ts';
import { briefly, edited, expectProblems, MARK, marked } from '../../support/refusal.ts';
import { givenTestimony } from '../../support/samples.ts';

/** Words that were typed into a file, and that no message may print. */
const TYPED = /Quilver|Ashdown|Penstock|Brackley/i;

const TITLE = 'title: A title';
const SUMMARY = 'summary: A summary.';
const THEMES = 'themes:\n  - charges';
const SIZE = 'facets:\n  size: any';
const URL = 'url: https://paper.example/a';

/** What people write who do not know YAML: what is replaced by what, with a mark where it is told, and the rule. */
const MISTAKES: readonly (readonly [what: string, from: string, to: string, rule: string])[] = [
	['a colon in a text', TITLE, 'title: ▶Quilver: what he said', 'yaml-colon'],
	['a colon at the end of a text', TITLE, 'title: ▶What Quilver said:', 'yaml-colon'],
	['a colon in a note', 'note: First', 'note: ▶Quilver: first', 'yaml-colon'],
	['a tab', SIZE, 'facets:\n▶\tsize: any', 'yaml-tab'],
	['a tab after spaces', SIZE, 'facets:\n ▶\tsize: any', 'yaml-tab'],
	['a space of another kind', TITLE, 'title:▶\u00a0Quilver', 'yaml-space'],
	['curly quotation marks', TITLE, 'title: ▶“Quilver and the rest”', 'yaml-curly-quote'],
	['curly quotation marks round a colon', TITLE, 'title: ▶“Quilver: no”', 'yaml-colon'],
	['a field that is indented too far', '    degree:', '     ▶degree:', 'yaml-indent'],
	['a field that is indented too little', '    degree:', '   ▶degree:', 'yaml-indent'],
	['a first field that is indented', SUMMARY, ' ▶summary: Quilver', 'yaml-indent'],
	['dashes from a text program', THEMES, 'themes:\n  ▶– charges\n  – Quilver\nx: "', 'yaml-dash'],
	['a list on the line of its field', THEMES, 'themes: ▶- charges\n  - delays', 'yaml-list'],
	['a list without spaces after its dashes', THEMES, 'themes:\n  ▶-charges\n  -delays', 'wrong-type'],
	['a list that is a text', THEMES, 'themes: ▶charges, Quilver', 'wrong-type'],
	['no space after a colon', TITLE, '▶title:Quilver', 'yaml-colon-space'],
	['an equals sign', TITLE, '▶title = Quilver', 'yaml-no-colon'],
	['a full-width colon', TITLE, '▶title： Quilver', 'yaml-no-colon'],
	['a field without a colon', TITLE, '▶title Quilver', 'yaml-no-field'],
	['a text that goes on at the start of a line', SUMMARY, 'summary: Quilver\n▶went on.', 'yaml-no-field'],
	['an apostrophe in single quotation marks', TITLE, "title: 'Quilver▶'s road'", 'yaml-quote'],
	['quotation marks within quotation marks', TITLE, 'title: "Quilver said ▶"no" twice"', 'yaml-quote'],
	['quotation marks round the first word', TITLE, 'title: "Quilver▶" was all', 'yaml-quote'],
	['a quotation mark that is not closed', TITLE, 'title: ▶"Quilver', 'yaml-quote-open'],
	['an apostrophe at the start', TITLE, "title: ▶'Quilver", 'yaml-quote-open'],
	['a backslash', TITLE, 'title: "C:▶\\Quilver"', 'yaml-escape'],
	['an at sign', TITLE, 'title: ▶@Quilver said', 'yaml-sign'],
	['a per cent sign', TITLE, 'title: ▶%5 for Quilver', 'yaml-sign'],
	['a backtick', TITLE, 'title: ▶`Quilver`', 'yaml-sign'],
	['a question mark', TITLE, 'title: ▶? Quilver', 'yaml-sign'],
	['an asterisk', TITLE, 'title: ▶* Quilver', 'yaml-alias'],
	['an exclamation mark', TITLE, 'title: ! ▶Quilver', 'yaml-tag'],
	['brackets at the start', TITLE, 'title: ▶[Quilver] said no', 'yaml-bracket'],
	['a bracket that is not closed', THEMES, 'themes: ▶[charges, Quilver', 'yaml-bracket-open'],
	['brackets left before what is indented', SIZE, 'facets: {}\n  ▶size: any', 'yaml-braces'],
	['words after >', SUMMARY, 'summary: ▶> Quilver of Penstock Street', 'yaml-block'],
	['words after |', SUMMARY, 'summary: ▶| Quilver of Penstock Street', 'yaml-block'],
	['words right after >', SUMMARY, 'summary: ▶>Quilver of Penstock Street', 'yaml-block'],
	['a text in lines of its own', SUMMARY, 'summary: ▶>\n  Quilver\n', 'invalid-value'],
	['a hash sign in a title', TITLE, 'title: Views on ▶#Quilver in the force', 'yaml-comment'],
	['a hash sign and a space', SUMMARY, 'summary: Case ▶# 12 of Quilver', 'yaml-comment'],
	['a hash sign in a note', 'note: First', 'note: First ▶#Quilver', 'yaml-comment'],
	['a hash sign in a text that goes on', SUMMARY, 'summary: Case ▶#12\n  of Quilver', 'yaml-comment'],
	[
		'a hash sign at the start of a second line',
		TITLE,
		'title: Views on\n  ▶#Quilver in the force',
		'yaml-comment',
	],
	['a hash sign after an empty line', SUMMARY, 'summary: Views on\n\n  ▶# 12 of Quilver', 'yaml-comment'],
	['a hash sign in an item’s second line', 'note: First', 'note: First\n      ▶#Quilver', 'yaml-comment'],
	['a hash sign less indented than its text', TITLE, 'title: >-\n  Views on\n ▶#Quilver', 'yaml-comment'],
	['a hash sign after >', TITLE, 'title: >- ▶#Quilver\n  in the force', 'yaml-comment'],
	['a date with slashes', 'date: 2031-12-01', 'date: ▶1/12/2031', 'invalid-value'],
	['a date in words', 'published: 2031-03-14', 'published: ▶14 March 2031', 'invalid-value'],
	['a field twice', TITLE, `title: Quilver\n▶${TITLE}`, 'duplicate-key'],
	['a field with a capital', SUMMARY, `${SUMMARY}\n▶Quilver: x`, 'unknown-field'],
	['a theme that is not there', '- charges', '- ▶Quilver', 'unknown-value'],
	['a number for a title', TITLE, 'title: ▶1984', 'wrong-type'],
	['a number with an exponent', TITLE, 'title: ▶1e5', 'wrong-type'],
	['a hexadecimal number', TITLE, 'title: ▶0x1000bc', 'wrong-type'],
	['a number with a zero before it', TITLE, 'title: ▶00010004', 'wrong-type'],
	['no number at all', TITLE, 'title: ▶.nan', 'wrong-type'],
	['true for a title', TITLE, 'title: ▶true', 'wrong-type'],
	['null for a title', TITLE, 'title: ▶null', 'missing-field'],
	['a tilde for a title', TITLE, 'title: ▶~', 'missing-field'],
	['nothing for a title', TITLE, '▶title:', 'missing-field'],
	['www for an address', URL, 'url: ▶www.quilver.example', 'invalid-value'],
	['a question mark left for an address', URL, 'url: ▶"?"', 'invalid-value'],
	['an identifier of digits', 'version: 1\n', 'related: [▶12345604]\nversion: 1\n', 'wrong-type'],
	['an identifier like a number', 'version: 1\n', 'related: [▶0x1000bc]\nversion: 1\n', 'wrong-type'],
];

const cases = MISTAKES.map(([what, from, to, rule]) => ({ what, from, to, rule }));

test.each(cases)('$what', async ({ from, to, rule }) => {
	const refusal = edited(REPORT, from, to, rule);
	using folder = writeArchive({ [REPORT]: refusal.source });
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	const [first] = problems;
	const [place] = refusal.places;
	// The value of an empty field has no place of its own.
	if (to !== '▶title:') expect(briefly(first ? [first] : [])).toEqual([{ file: REPORT, ...place, rule }]);
	else expect(first).toMatchObject({ rule, line: place?.line });
	expect(problems.length).toBeLessThan(4);
	expectPlain(problems.map((problem) => formatProblem(problem)).join('\n'));
});

/** A message names the field or says what to write, in words of the archive and of nobody else. */
function expectPlain(printed: string) {
	expect(printed).not.toMatch(TYPED);
	// Words of programmers.
	expect(printed).not.toMatch(
		/mapping|scalar|implicit|token|sequence|node|expected|Invalid|undefined|NaN|\[object/,
	);
}

describe('front matter', () => {
	const source = minimalArchive()[REPORT] ?? '';
	const inner = source.slice(4);
	test.each([
		['text above the fields', `▶Quilver spoke.\n\n${source}`],
		['no line above the fields', `▶${inner}`],
		['no line below the fields', `▶${source.replace('\n---\n', '\n')}`],
		['four hyphens', `▶----\n${inner}`],
		['a long dash', `▶—\n${inner}`],
		['hyphens with spaces', `▶- - -\n${inner}`],
		['a space after the hyphens', `▶--- \n${inner}`],
		['a long dash below the fields', source.replace('\n---\n', '\n▶———\n')],
		['an empty file', '▶'],
		['only a text', '▶Quilver spoke.\n'],
	])('%s', async (_, text) => {
		const problems = await expectProblems({ [REPORT]: text.replace(MARK, '') }, [
			marked(REPORT, text, 'front-matter'),
		]);
		expectPlain(problems.map((problem) => formatProblem(problem)).join('\n'));
	});
});

describe('an account', () => {
	const file = 'testimonies/x15w7xb9-a.mdx';
	const source = textFile(givenTestimony(), 'Words.');
	test.each([
		['yes for true', 'intruderTest: true', 'intruderTest: ▶yes', 'wrong-type'],
		['no for false', 'intruderTest: false', 'intruderTest: ▶no', 'wrong-type'],
		['a month in words', 'month: 2031-11\n', 'month: ▶November 2031\n', 'invalid-value'],
		['a scope that is not known', 'scope: full', 'scope: ▶quilver', 'unknown-value'],
		['a scope left empty', 'scope: full', '▶scope:', 'missing-field'],
	])('%s', async (_, from, to, rule) => {
		const refusal = marked(file, source.replace(from, to), rule);
		using folder = writeArchive({ [file]: refusal.source });
		const told = (await readArchive(folder.path)).problems.filter((one) => one.file === file);
		expect(told.map((one) => [one.line, one.rule])).toContainEqual([refusal.places[0]?.line, rule]);
		expectPlain(told.map((problem) => formatProblem(problem)).join('\n'));
	});

	test('lost indentation is told by the field that the line belongs under', async () => {
		const broken = source
			.replace('  scope: full', 'scope: full')
			.replace('  month: 2031-11\nrev', 'month: 2031-11\nrev');
		using folder = writeArchive({ [file]: broken });
		const told = (await readArchive(folder.path)).problems.filter((one) => one.rule === 'unknown-field');
		expect(told.map(({ advice }) => advice)).toEqual(Array(2).fill(expect.stringContaining('under consent')));
	});
});

test('what somebody typed is given to the own terminal alone', async () => {
	const { source } = edited(REPORT, 'version: 1\n', 'quilver: x\nversion: 1\n', '');
	using folder = writeArchive({ [REPORT]: source });
	const [problem] = (await readArchive(folder.path)).problems;
	expect(problem && hitOf(problem)).toBe('quilver');
	expect(JSON.stringify(problem)).not.toMatch(TYPED);
});

test('a misspelt field is told by the name that was meant, and one of an object by none', async () => {
	for (const [typed, meant] of [
		['sumary', '"summary"'],
		['toString', undefined],
		['constructor', undefined],
	] as const) {
		const { source } = edited(REPORT, 'version: 1\n', `${typed}: x\nversion: 1\n`, '');
		using folder = writeArchive({ [REPORT]: source });
		const [problem] = (await readArchive(folder.path)).problems;
		expect(problem?.rule).toBe('unknown-field');
		expect(/did you mean (.*)\?/.exec(problem?.message ?? '')?.[1]).toBe(meant);
	}
});

test('no message is long, whatever got into it', () => {
	const long = 'x'.repeat(60_000);
	const printed = formatProblem({
		file: 'a.mdx',
		line: 1,
		column: 1,
		rule: 'yaml',
		message: long,
		advice: long,
		severity: 'error',
	});
	expect(printed.length).toBeLessThan(1500);
});

test('a comment may stand after a value that is no text, and on a line of its own', async () => {
	const { source } = edited(
		REPORT,
		'kind: news-article',
		'kind: news-article # or another\n    # what was read',
		'',
	);
	using folder = writeArchive({ [REPORT]: source.replace('status:', '# A note.\nstatus:') });
	expect((await readArchive(folder.path)).problems).toEqual([]);
});
