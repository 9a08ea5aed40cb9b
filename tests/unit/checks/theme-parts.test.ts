import { describe, expect, test } from 'vitest';
import { checkThemeParts } from '../../../src/checks/theme-parts.ts';
import { THEME_PARTS } from '../../../src/core/model/theme.ts';

const HEADINGS = Object.values(THEME_PARTS);
/** The text begins on line 5. */
const check = (body: string, folder = 'themes') =>
	checkThemeParts([
		{ folder, file: `${folder}/fees.mdx`, source: `---\nlabel: Fees\n---\n\n${body}\n`, data: {} },
	]);
const told = (body: string) => check(body).map(({ line, column, message }) => [line, column, message]);

describe('a theme’s text', () => {
	test('may have all parts in order, any of them, or none', () => {
		expect(told(HEADINGS.map((heading) => `## ${heading}\n\nText.`).join('\n\n'))).toEqual([]);
		expect(told('## What was reported\n\nText.\n\n## What is not known\n\n### Closer\n\nText.')).toEqual([]);
		expect(told('')).toEqual([]);
	});

	test.each<[string, string, [number, number, string][]]>([
		[
			'text before the first heading',
			'Text.\n\n## What people told\n\nText.',
			[[5, 1, 'Text before the first heading']],
		],
		['a list before it', '- one\n- two', [[5, 1, 'Text before the first heading']]],
		['a smaller heading before it', '### Closer\n\nText.', [[5, 1, 'Text before the first heading']]],
		[
			'an unknown heading',
			'## What people said\n\nText.',
			[[5, 1, 'This heading is not one of the parts of a theme; did you mean "What people told"?']],
		],
		[
			'a heading that is indented',
			'  ## Other things\n\nText.',
			[[5, 3, 'This heading is not one of the parts of a theme']],
		],
		[
			'parts in another order',
			'## What is not known\n\nText.\n\n## What people told\n\nText.',
			[[9, 1, '“What people told” comes after “What is not known”']],
		],
		[
			'a duplicate part',
			'## What people told\n\nText.\n\n## What people told\n\nText.',
			[[9, 1, 'Duplicate heading “What people told”']],
		],
		[
			'empty parts, in the middle and at the end',
			'## What people told\n\n## What was reported\n\nText.\n\n## What is not known',
			[
				[5, 1, 'No text under “What people told”'],
				[11, 1, 'No text under “What is not known”'],
			],
		],
	])('may not have %s', (_, body, expected) => {
		expect(told(body).toSorted(([a], [b]) => Number(a) - Number(b))).toEqual(expected);
	});

	test('is the only kind of text that is checked', () => {
		expect(check('Text.', 'pages')).toEqual([]);
		expect(check('Text.')).toHaveLength(1);
	});

	test('comes with advice', () => {
		expect(check('## Other\n\nText.')[0]).toMatchObject({
			rule: 'theme-part',
			severity: 'error',
			file: 'themes/fees.mdx',
			advice: `The parts are: ${HEADINGS.map((heading) => `## ${heading}`).join(' · ')}`,
		});
	});
});
