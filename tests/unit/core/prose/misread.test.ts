import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProse } from '../../../../src/core/prose/parse.ts';
import { wordsIn } from '../../../../src/core/prose/words.ts';
import { minimalArchive, REPORT } from '../../../support/archive.ts';
import { expectRefusal, MARK, marked } from '../../../support/refusal.ts';

/** What is typed, with a mark where it is told, and the rule that tells it. */
const REFUSED: readonly (readonly [typed: string, rule: string])[] = [
	['▶[Officer]: No.', 'link-definition'],
	['▶[12:30]: Arrived', 'link-definition'],
	['She asked.\n\n▶[She]: left\n\nThen he spoke.', 'link-definition'],
	['> ▶[Officer]: No.', 'link-definition'],
	['- one\n- two\n\n  ▶[Officer]: No.', 'link-definition'],
	['<Quote speaker="x">\n▶[Officer]: No.\n</Quote>', 'link-definition'],
	['<Reply from="x" kind="denial">\n\n▶[Officer]: No.\n\n</Reply>', 'link-definition'],
	['A paragraph\n▶---', 'underlined-heading'],
	['A paragraph\nof two lines\n▶-', 'underlined-heading'],
	['A paragraph\n▶===', 'underlined-heading'],
	['<Quote speaker="x">\n\nA paragraph\n▶---\n\n</Quote>', 'underlined-heading'],
	['Aged 30▶~35, and 40~45 later.', 'single-tilde'],
	['*Aged 30▶~35, and 40~45 later.*', 'single-tilde'],
	['She said so.▶[^1]', 'footnote'],
	['She said so, and ▶[^note] he too.', 'footnote'],
	['▶1986. A great year.', 'chance-list'],
	['▶1. That was the first time.', 'chance-list'],
	['▶2024.', 'chance-list'],
	['▶1986. A year.\n1987. Another.', 'chance-list'],
	['▶- No, he said.', 'chance-list'],
	['▶+ 3 more', 'chance-list'],
	['▶* See below', 'chance-list'],
	['> ▶1986. A great year.', 'chance-list'],
	['1. one\n▶3. three\n4. four', 'list-number'],
	['1. one\n▶1. one more', 'list-number'],
	['▶1) one\n2) two', 'list-sign'],
	['▶+ one\n+ two', 'list-sign'],
	['- one\n▶-\n- three', 'empty-item'],
	['- one\n- ▶-', 'chance-list'],
	['There were five:\n▶- one\n- two', 'no-empty-line'],
	['He was number\n▶1. That is it\n2. And that', 'no-empty-line'],
	['There were\n▶> more words', 'no-empty-line'],
	['There were\n▶## more', 'no-empty-line'],
	['There were\n▶***\n\nMore.', 'no-empty-line'],
	['> She said this.\n▶He denied it.', 'run-on-line'],
	['> > She said this.\n▶> He denied it.', 'run-on-line'],
	['- one\n- two\n▶This is what followed.', 'run-on-line'],
	['▶> 5 people left.', 'chance-quotation'],
	['▶>£5 was paid.', 'chance-quotation'],
	['He said f▶**k the b**ch.', 'emphasis-in-word'],
	['It was 2▶*3*4.', 'emphasis-in-word'],
	['A ▶*word*s.', 'emphasis-in-word'],
	['This &▶copy; is.'.replace('&▶', '▶&'), 'entity'],
	['This ▶&#8217; is.', 'entity'],
	['See ▶&sect;2.', 'entity'],
	['<Quote speaker="a ▶&copy; b">\nWords.\n</Quote>', 'entity'],
	['One line▶  \nand another.', 'trailing-spaces'],
	['The ▶`so-called` expert.', 'no-code-text'],
	['▶```\nwords\n```', 'no-code-text'],
	['▶~~~ words\nmore\n~~~', 'no-code-text'],
	['Signed:\n\n▶___', 'rule-sign'],
	['Signed:\n\n▶*****', 'rule-sign'],
	['| a | b |\n| - | - |\n▶| 1 | 2 | 3 |', 'table-cells'],
	['▶## \n\nWords.', 'empty-heading'],
	['▶## The letter C #\n\nWords.', 'closing-hash'],
	['- ▶[ ] open\n- done'.replace('- ▶', '▶- '), 'task-list'],
	['The path C:▶\\"x" is.', 'idle-backslash'],
	['He and▶\\/or she.', 'idle-backslash'],
	['He left at 12▶\\:30.', 'idle-backslash'],
	['▶import duties were raised.', 'no-code'],
	['▶export of goods ended.', 'no-code'],
	['Words ▶{name} more.', 'no-expression'],
	['A ▶:::note{x}'.replace('▶:::note{', ':::note▶{'), 'no-expression'],
];
const cases = REFUSED.map(([typed, rule]) => ({ typed, rule }));

const HEAD = '---\ntitle: x\n---\n\n';

test.each(cases)('refuses $typed', ({ typed, rule }) => {
	const { source, places } = marked('', HEAD + typed, rule);
	const { problems } = parseProse(source);
	expect(problems.map(({ line, column, rule: told }) => ({ line, column, rule: told }))).toContainEqual({
		...places[0],
		rule,
	});
	for (const { message, advice } of problems) {
		expect(message).toMatch(/^\S.{9,}/);
		expect(advice).toMatch(/^\S.{8,}/);
	}
});

test.each(Object.keys(minimalArchive()).filter((file) => file.endsWith('.mdx')))(
	'what vanishes is refused in %s',
	async (file) => {
		const source = (minimalArchive()[file] ?? '').trimEnd();
		await expectRefusal(marked(file, `${source}\n\n${MARK}[Officer]: No.\n`, 'link-definition'));
	},
);

test('in a released version too', async () => {
	const version = 'versions/fbmgs2sv/v1.mdx';
	const source = (minimalArchive()[REPORT] ?? '').trimEnd();
	const refusal = marked(version, `${source}\n\n${MARK}[Officer]: No.\n`, 'link-definition');
	const { readArchive } = await import('../../../../src/archive/read/read.ts');
	const { writeArchive } = await import('../../../support/archive.ts');
	using folder = writeArchive({ [version]: refusal.source });
	const { problems } = await readArchive(folder.path);
	expect(problems).toContainEqual(
		expect.objectContaining({ file: version, rule: refusal.rule, ...refusal.places[0] }),
	);
});

describe('what is meant as markup is taken', () => {
	test.each([
		'## A heading\n\nWords with *emphasis*, **more** and ~~struck~~ words.',
		'- one\n- two\n  - inner\n  - more\n\n1. one\n2. two\n\n---\n\n5. five\n6. six',
		'> A quotation\n> of two lines.\n>\n> And more.',
		'- one goes\n  on here\n- two\n\n  with a paragraph',
		'> - one\n> - two',
		'- > said\n  > so\n- two',
		'| a | b |\n| - | - |\n| 1 | 2 \\| 3 |',
		'Words\n\n---\n\nWords\n\n* * *\n\nWords',
		'A line \\\nbroken.',
		'\\[Officer]: No.',
		'Write to a\\@b.example or see http\\://b.example.',
		'1986\\. A great year.',
		'30\\~35 and 40\\~45',
		'\\> 5 and \\- 3 and f\\*\\*k the b\\*\\*ch \\[^1]',
		'&lt;5 &gt; 3 &amp; more &nbsp; “x”',
		'A [link](https://a.example/x_y_z) and https://a.example/a_b*c.',
		'A [sic] and [He] said, N***** and M*****.',
		'<Quote speaker="R & D">\nWords.\n\nMore.\n</Quote>',
		'{/* [Officer]: No. */}\n\nWords.',
		'Text\n{/* a comment */}\nmore',
	])('%s', (text) => expect(parseProse(`${HEAD}${text}\n`).problems).toEqual([]));
});

/** Letters and digits in their order, which is what a reader reads. */
const letters = (text: string) =>
	text
		.normalize('NFC')
		.match(/[\p{L}\p{N}]/gu)
		?.join('') ?? '';
const renderedOf = (source: string) => {
	const { prose, problems } = parseProse(source);
	return { problems, words: prose.blocks.map(({ children }) => wordsIn(children)).join(' ') };
};

const word = fc.constantFrom(
	...'He she said it was 1986 and 12 officers No. went to court, in May: then left; "so" they’d told (twice) us – a £5 fine 30% of it; what? Never! co-operation e.g. 3,000 constructor’s Zoë'.split(
		' ',
	),
);
const ending = fc.constantFrom('.', '?', '!', '…', '.”', '');
const sentence = fc
	.tuple(fc.array(word, { minLength: 1, maxLength: 9 }), ending)
	.map(([words, end]) => words.join(' ') + end);
/** Sentences as people type them: in lines of any length, in paragraphs with empty lines between. */
const plain = fc
	.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
	.map((paragraphs) => paragraphs.map((lines) => lines.join('\n')).join('\n\n'));

test('of plain sentences every word is rendered that was typed, and no other', () => {
	fc.assert(
		fc.property(plain, (text) => {
			const { problems, words } = renderedOf(`${HEAD}${text}\n`);
			// “1986.” alone on a line, or before more words, is the one thing that Markdown has a use for.
			if (/^\d+\.(?:\s|$)/m.test(text)) return;
			expect(problems).toEqual([]);
			expect(words.replace(/\s+/g, ' ').trim()).toBe(text.replace(/\s+/g, ' ').trim());
		}),
		{ numRuns: 500 },
	);
});

test('of whatever is typed, what is not refused is rendered letter by letter', () => {
	const sign = fc.constantFrom(
		...'* ** *** _ __ ~ ~~ ` # ## > - + = === --- | [ ] [x] [x]: [^1] ( ) ! & &amp; &copy; \\ : :: ; 1. 2. 3) 1986. ^ $ @ % “ ”'.split(
			' ',
		),
		'\n',
		'\n\n',
		'  \n',
		'    ',
		'\t',
		' ',
		'\\\n',
	);
	const typed = fc
		.array(fc.oneof(word, sign, fc.constant(' ')), { maxLength: 30 })
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(typed, (text) => {
			const { problems, words } = renderedOf(`${HEAD}${text}\n`);
			if (problems.length > 0) return;
			// The number of an item is shown by its list; the escaped sign & is typed by its name.
			const numbered = /^[ \t>]*(?:(?:[-*][ \t]+)*\d+\.[ \t]+)+/gm;
			const expected = text
				.replace(numbered, '')
				.replace(/(\\?)&amp;/g, (whole, backslash) => (backslash ? whole : '&'));
			if (words.includes('1. ') || numbered.test(text)) {
				expect(letters(words).replace(/\d/g, '')).toBe(letters(expected).replace(/\d/g, ''));
				return;
			}
			expect(letters(words)).toBe(letters(expected));
		}),
		{ numRuns: 5000 },
	);
});

test.each(['_a', '*a ', '~a', '`a ', '[a', '<a', '{a', '- ', '1. ', '> ', '+ '])(
	'a text of nothing but %j is refused before it keeps the parser busy',
	(piece) => {
		const { problems, prose } = parseProse(`${HEAD}${piece.repeat(20_000)}\n`);
		expect(problems.map(({ rule }) => rule)).toEqual(['too-deep']);
		expect(prose.blocks).toEqual([]);
	},
);
