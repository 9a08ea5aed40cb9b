import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { accountWords } from '../../../src/checks/output/extract-text.ts';
import { isSwept, type SweepRules, sweepFile, sweepSums } from '../../../src/checks/output/scan.ts';
import { withheldRuns } from '../../../src/checks/withheld-text.ts';

const TEXT = 'the kettle boiled over twice while nobody in the house said a single word';
const RULES: SweepRules = {
	withheld: withheldRuns([{ file: 'testimonies/x.mdx', text: TEXT }]),
	paths: ['/home/anna/archive'],
	givenPages: new Set(['r/given/index.html']),
	sealed: new Set(),
	inspection: () => undefined,
};
const rulesOf = (file: string, content: string | Uint8Array) =>
	sweepFile(file, typeof content === 'string' ? Buffer.from(content) : content, RULES).map(
		({ rule }) => rule,
	);
const page = (words: string) =>
	`<html><body><header>12 March 2031</header><main><article><p>${words}</p></article></main></body></html>`;

describe('AN-12 withheld words are found', () => {
	test.each([
		['in a page', 'a.html', page(TEXT)],
		['over elements', 'a.html', page(TEXT.replaceAll(' ', ' <b></b>'))],
		['in an attribute', 'a.html', `<p data-x="${TEXT}">`],
		['in an attribute without a space', 'a.html', `<p class=x title='${TEXT}'>`],
		['in an anchor', 'a.html', `<h2 id="${TEXT.replaceAll(' ', '-')}">`],
		['in a comment', 'a.html', `<!-- ${TEXT} -->`],
		['in a script', 'a.html', `<script type="application/json">{"a":"${TEXT}"}</script>`],
		['in a style', 'a.html', `<style>/* ${TEXT} */</style>`],
		['with entities', 'a.html', page(TEXT.replace('nobody', '&#x6e;obody').replace(/ /g, '&nbsp;'))],
		['as data', 'a.json', JSON.stringify({ a: TEXT })],
		['as data with line ends', 'a.json', JSON.stringify({ a: TEXT.replaceAll(' ', '\n') })],
		['as data with escapes', 'a.json', `{"a":"${TEXT.replace('k', '\\u006b')}"}`],
		['in a script file', '_astro/a.js', `const a = "${TEXT}";`],
		['in a feed', 'feed.xml', `<item><title>${TEXT}</title></item>`],
		['in a table', 'a.csv', TEXT.replaceAll(' ', ',')],
		['in a file without an ending', 'LICENSE', TEXT],
		['in a file of a kind nobody thought of', 'a.bin', TEXT],
		[
			'in a packed fragment',
			'pagefind/fragment/en_1.pf_fragment',
			gzipSync(`pagefind_dcd{"content":"${TEXT}"}`),
		],
		['in a packed file of any name', 'a.dat', gzipSync(TEXT)],
	])('%s', (_, file, content) => {
		expect(rulesOf(file, content)).toEqual(['AN-12']);
	});

	test('and are not repeated in the report', () => {
		const [told] = sweepFile('a.html', Buffer.from(page(TEXT)), RULES);
		expect(told).toMatchObject({
			file: 'a.html',
			message: 'Contains words withheld in testimonies/x.mdx',
		});
	});

	test('other words are not', () => {
		expect(rulesOf('a.html', page('the kettle boiled over twice and that was all'))).toEqual([]);
	});
});

describe('every other rule', () => {
	test.each([
		['a source map', 'a.js.map', '{}', 'source-map'],
		['a name of a source map', 'a.js', 'x()\n//# sourceMappingURL=a.js.map', 'source-map'],
		['a name of a source map in a style', 'a.css', '/*# sourceMappingURL=a.css.map */', 'source-map'],
		['a path of the machine', 'a.html', '<p data-file="/home/anna/archive/src/a.astro">', 'build-path'],
		['a path in data', 'a.json', '{"file":"/home/anna/archive/content/a.mdx"}', 'build-path'],
		['a canary', 'a.html', page('canary-a1b2c3d4'), 'canary'],
		['a canary in a packed fragment', 'a.pf_fragment', gzipSync('canary-a1b2c3d4'), 'canary'],
	])('%s', (_, file, content, rule) => {
		expect(rulesOf(file, content)).toEqual([rule]);
	});

	test('a bird is no canary', () => {
		expect(rulesOf('a.html', page('canary-yellow walls, a canary sang'))).toEqual([]);
	});

	test.each([
		'12 March 2031',
		'12th of March',
		'March 12',
		'Mar. 12th',
		'3 Sept',
		'2031-03-12',
		'12/03/2031',
		'12.3.31',
		'1st May',
	])('PV-1 a day on the page of a given account: %s', (day) => {
		expect(rulesOf('r/given/index.html', page(`It was ${day}.`))).toEqual(['PV-1']);
		expect(rulesOf('r/other/index.html', page(`It was ${day}.`))).toEqual([]);
	});

	test.each(['March 2031', 'in May', '2031', 'paragraph 12', 'version 1', '12 people', '10 marched'])(
		'PV-1 what is no day: %s',
		(words) => {
			expect(rulesOf('r/given/index.html', page(words))).toEqual([]);
		},
	);

	test('PV-1 days in the header of the site and of related records are not the account’s', () => {
		const related =
			'<section class="block" aria-labelledby="related-heading"><span>14 March 2031</span></section>';
		const html = page('Words.').replace('</article>', `${related}</article>`);
		expect(rulesOf('r/given/index.html', html)).toEqual([]);
	});

	test('a finding in an account’s page is reported under its rule', () => {
		const inspection = (path: string) => (path === 'r/a/index.html' ? () => ['DT-2'] as const : undefined);
		const rules = { ...RULES, inspection };
		const told = (file: string) => sweepFile(file, Buffer.from(page('x')), rules).map(({ rule }) => rule);
		expect(told('r/a/index.html')).toEqual(['DT-2']);
		expect(told('r/b/index.html')).toEqual([]);
	});
});

describe('captures', () => {
	const CAPTURED = `captures/${'ab'.repeat(32)}`;
	const rules = { ...RULES, sealed: new Set([createHash('sha256').update('sealed').digest('hex')]) };
	const told = (file: string, content: string) =>
		sweepFile(file, Buffer.from(content), rules).map(({ rule }) => rule);

	test.each(['a.txt', 'a.png', 'r/a/index.html', `${CAPTURED}.pdf`])(
		'a sealed one is found as %s',
		(file) => {
			const sum = (content: string) => ({ file, hash: createHash('sha256').update(content).digest('hex') });
			const found = sweepSums([sum('sealed '), sum('sealed')], rules);
			expect(found.map(({ file, rule }) => [file, rule])).toEqual([[file, 'sealed-capture']]);
		},
	);

	test('a page as others made it may name its scripts’ maps, and may not repeat what is withheld', () => {
		const script = '<script>1\n//# sourceMappingURL=a.js.map</script>';
		expect(told(`${CAPTURED}.txt`, script)).toEqual([]);
		expect(told('captures/other.txt', script)).toEqual(['source-map']);
		expect(told(`${CAPTURED}.txt`, page(TEXT.replaceAll(' ', ' <b></b>')))).toEqual(['AN-12']);
	});

	test.each(['pdf', 'warc', 'warc.gz', 'wacz'])(
		'of %s files only those have no words that can be read',
		(ending) => {
			expect(isSwept(`${CAPTURED}.${ending}`)).toBe(false);
			expect(isSwept(`a.${ending}`)).toBe(true);
		},
	);
});

test.each(['a.png', 'a.woff2', 'wasm.en.pagefind', 'a.ico'])('%s has no words', (file) => {
	expect(isSwept(file)).toBe(false);
});

test('of an account’s page, its own words are taken and nothing that the site prints', () => {
	const html =
		'<header>A</header><article><div data-pagefind-body> <p data-pagefind-ignore>B</p><h1>One &amp; two</h1>' +
		'<div class="para" id="p1"><a class="para-number" data-pagefind-ignore>1</a><p>He <em>ran</em>g <b>07</b>700.</p></div>' +
		'<p>See <a class="ref" href="/r/x/">[Press <span class="id">885068sk</span>]</a>, <span class="redacted">[name withheld]</span>.</p>' +
		'<figure class="quote"><blockquote>C</blockquote><figcaption><a class="ref" href="/">D</a></figcaption></figure>' +
		'<figure class="quote"><blockquote>Said</blockquote><figcaption>Who</figcaption></figure>' +
		'</div><div class="document-foot">E</div></article>';
	expect(accountWords(html).filter((words) => words !== '…')).toEqual([
		'One & two',
		'He rang 07700.',
		'See  … ,  … .',
		'Said',
		'Who',
	]);
});
