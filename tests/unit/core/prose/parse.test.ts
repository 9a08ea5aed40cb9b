import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTaken } from '../../../../src/core/prose/anchors.ts';
import { parseProse } from '../../../../src/core/prose/parse.ts';
import { toHtml } from '../../../../src/core/prose/html.ts';
import type { ProseNode } from '../../../../src/core/prose/types.ts';

/** Parses a text that must be sound. */
function prose(text: string, base = '') {
	const { prose: parsed, problems } = parseProse(`---\ntitle: x\n---\n\n${text}\n`, base);
	expect(problems).toEqual([]);
	return parsed;
}

/** All HTML of a text; a component is shown by its name and what it holds. */
function html(nodes: readonly ProseNode[]): string {
	return toHtml(nodes)
		.map((run) => (typeof run === 'string' ? run : `[${run.component} ${html(run.children)}]`))
		.join('');
}
const htmlOf = (text: string, base = '') => prose(text, base).blocks.map((block) => html(block.children));

describe('numbering', () => {
	test('every block but headings, rules and comments has the next number', () => {
		const { blocks } = prose(
			'One.\n\n## Heading\n\nTwo.\n\n- three\n- three\n\n{/* no number */}\n\n***\n\n> Four.\n\n<Quote speaker="x">\nFive.\n\nStill five.\n</Quote>\n\n| six |\n| --- |\n| six |',
		);
		expect(blocks.map(({ kind, number }) => number ?? kind)).toEqual([
			'1',
			'heading',
			'2',
			'3',
			'rule',
			'4',
			'5',
			'6',
		]);
	});

	test('a component that stands alone in a paragraph is one', () => {
		expect(
			prose('See <Ref record="7k3m9qtw" />.\n\n<Figure id="a" />').blocks.map(({ number }) => number),
		).toEqual(['1', '2']);
	});

	test('no text has no blocks', () => {
		expect(prose('').blocks).toEqual([]);
	});
});

describe('HTML', () => {
	test.each([
		['*a* **b** ~~d~~', '<p><em>a</em> <strong>b</strong> <del>d</del></p>'],
		['a & b &lt; c > d "e"', '<p>a &amp; b &lt; c &gt; d &quot;e&quot;</p>'],
		['&lt;script&gt;alert(1)&lt;/script&gt;', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
		['a \\{b}', '<p>a {b}</p>'],
		['“a” – it’s "b" -- c...', '<p>“a” – it’s &quot;b&quot; -- c...</p>'],
		['5. five\n6. six', '<ol start="5">\n<li>five</li>\n<li>six</li>\n</ol>'],
		['a {/* hidden */} b', '<p>a  b</p>'],
	])('of %s', (text, expected) => {
		expect(htmlOf(text)).toEqual([expected]);
	});

	test('a table is aligned by class, never by style', () => {
		const [table = ''] = htmlOf('| a | b |\n| - | -: |\n| 1 | 2 |');
		expect(table).toContain('<th class="align-right" scope="col">b</th>');
		expect(table).toContain('<td class="align-right">2</td>');
		expect(table).not.toContain('style');
	});
});

describe('links', () => {
	test('to another site say so', () => {
		expect(htmlOf('[a](https://example.org/?a=1&b="2" "t")')).toEqual([
			'<p><a href="https://example.org/?a=1&amp;b=%222%22" title="t" rel="noopener noreferrer nofollow external" data-host="example.org">a</a></p>',
		]);
	});

	test('within the archive are put under the folder that it is published in', () => {
		expect(htmlOf('[a](/themes/x/) [b](#p2)', '/sub')).toEqual([
			'<p><a href="/sub/themes/x/">a</a> <a href="#p2">b</a></p>',
		]);
	});

	test('cannot leave their attribute', () => {
		const [link = ''] = htmlOf(`[a](<https://example.org/"onmouseover="alert(1)> 't" onx="')`);
		expect(link.match(/ (\w+)="/g)).toEqual([' href="', ' title="', ' rel="']);
	});
});

describe('headings', () => {
	test('have anchors that are unique and never those of a paragraph', () => {
		const { headings } = prose('## P1\n\n### The “same”\n\n## the same\n\n## …\n\n#### *P1*');
		expect(headings).toEqual([
			{ depth: 2, text: 'P1', slug: 'section-p1' },
			{ depth: 3, text: 'The “same”', slug: 'the-same' },
			{ depth: 2, text: 'the same', slug: 'the-same-2' },
			{ depth: 2, text: '…', slug: 'section' },
			{ depth: 4, text: 'P1', slug: 'section-p1-2' },
		]);
	});
});

describe('anchors', () => {
	/** Every anchor that a page gives, as it is written in the source: `source-${…}` with 1 in place of what is computed. */
	const given = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(?:astro|ts)$/.test(file) && !/^(?:core.prose|briefs|site.gallery)\b/.test(file))
		.flatMap((file) => {
			const source = readFileSync(`src/${file}`, 'utf8').replace(/\/\*[^]*?\*\//g, '');
			return [...source.matchAll(/\b(?:id=|\.id = )\{?["'`]([^"'`]+)["'`]|\bid=\{[^}`]*`([^`]+)`/g)].map(
				([, literal, template]) => (literal ?? template ?? '').replace(/\$\{[^}]*\}?/g, '1'),
			);
		});

	test('of pages are many, and none is left to a heading', () => {
		expect(new Set(given).size).toBeGreaterThan(50);
		const free = given.filter((anchor) => /^[a-z0-9-]+$/.test(anchor) && !isTaken(anchor));
		// Parts of pictures begin with the anchor of their chart.
		expect(free.filter((anchor) => !anchor.startsWith('1-'))).toEqual([]);
	});

	test.each([
		['Concern 1', 'section-concern-1'],
		['Source 1', 'section-source-1'],
		['Sources heading', 'section-sources-head'],
		['Main content', 'section-main-content'],
		['Cite this', 'section-cite-this'],
		['Found', 'section-found'],
		['fbmgs2sv', 'section-fbmgs2sv'],
		['Chart a', 'section-chart-a'],
		['Sources', 'sources'],
		['What was found', 'what-was-found'],
	])('the heading “%s” has the anchor %s', (words, anchor) => {
		const { headings } = prose(`## ${words}\n\nWords.\n\n### ${words}\n\n## Section ${words}`);
		expect(headings.map(({ slug }) => slug)).toHaveLength(new Set(headings.map(({ slug }) => slug)).size);
		expect(headings[0]?.slug).toBe(anchor);
		expect(headings.filter(({ slug }) => isTaken(slug))).toEqual([]);
	});

	test('of headings are never those of a page, nor twice, whatever they say', () => {
		const words = fc.constantFrom(
			...given,
			'p1',
			'Section',
			'2',
			'section-p1',
			'Source',
			'Source 1',
			'Concern',
			'Section concern',
		);
		fc.assert(
			fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (all) => {
				const { headings } = parseProse(
					`---\na: b\n---\n\n${all.map((one) => `## ${one}`).join('\n\n')}\n`,
				).prose;
				const slugs = headings.map(({ slug }) => slug);
				expect(new Set(slugs).size).toBe(all.length);
				expect(slugs.filter(isTaken)).toEqual([]);
			}),
		);
	});
});

describe('components', () => {
	test('keep what they hold, with its emphasis', () => {
		expect(htmlOf('<Quote speaker="She">\nOne *word*.\n\nTwo.\n</Quote>')[0]).toMatch(
			/^\[Quote \n?<p>One <em>word<\/em>\.<\/p>\n?<p>Two\.<\/p>\n?\]$/,
		);
	});

	test('on one line with their words are a paragraph all the same', () => {
		expect(htmlOf('<Quote speaker="She">One.</Quote>')).toEqual(['[Quote <p>One.</p>]']);
	});

	test('have their attributes as they were written', () => {
		const { blocks } = prose('<Reply from="A & Co" organisation="a-co" kind="denial">\nNo.\n</Reply>');
		expect(blocks[0]?.children[0]).toMatchObject({
			component: 'Reply',
			props: { from: 'A & Co', organisation: 'a-co', kind: 'denial' },
		});
	});

	test('are mentioned with their place where they refer to something', () => {
		const { mentions } = prose(
			'See <Ref record="7k3m9qtw" para="12a" /> and <Figure id="a-b" />.\n\n<Reply from="x" organisation="y" kind="reply">\nWords.\n</Reply>',
		);
		expect(mentions).toEqual([
			{ kind: 'record', id: '7k3m9qtw', paragraph: '12a', line: 5, column: 5 },
			{ kind: 'figure', id: 'a-b', line: 5, column: 46 },
			{ kind: 'organisation', id: 'y', line: 7, column: 1 },
		]);
	});
});

describe('images', () => {
	test('on a line of their own are blocks with a number, their words and their caption', () => {
		const { blocks, mentions } = prose(
			'One.\n\n![A *red* & blue dot](a-dot.png "Its “caption”")\n\n![B](b.webp)',
		);
		expect(blocks.map(({ number }) => number)).toEqual(['1', '2', '3']);
		expect(blocks.slice(1).flatMap(({ children }) => children)).toEqual([
			{
				type: 'component',
				component: 'Image',
				props: { name: 'a-dot.png', alt: 'A red & blue dot', caption: 'Its “caption”' },
				children: [],
			},
			{ type: 'component', component: 'Image', props: { name: 'b.webp', alt: 'B' }, children: [] },
		]);
		expect(mentions).toEqual([
			{ kind: 'image', id: 'a-dot.png', line: 7, column: 1 },
			{ kind: 'image', id: 'b.webp', line: 9, column: 1 },
		]);
	});

	test('may hold no character that is not seen, written as an entity', () => {
		const { problems } = parseProse('---\na: b\n---\n\n![a&#8203;b](a.png "c&#8238;d")\n');
		expect(problems.map(({ line }) => line)).toEqual([5, 5]);
	});
});

test('all problems of a text are told, not the first only', () => {
	const { problems } = parseProse(
		'---\na: b\n---\n\n{1}\n\n<Evil />\n\n[a](javascript:1)\n\nimport x from "y"\n\n{2}\n',
	);
	expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual([
		'5 no-expression',
		'7 unknown-component',
		'9 unsafe-link',
		'11 no-code',
		'13 no-expression',
	]);
});
