import { describe, expect, test } from 'vitest';
import { escapeHtml, unescapeHtml } from '../../../src/core/text/html.ts';
import { capitalise, countNoun, formatNumber } from '../../../src/core/text/words.ts';

describe('countNoun', () => {
	test.each([
		[0, 'record', '0 records'],
		[1, 'record', '1 record'],
		[1200, 'record', '1,200 records'],
		[1, { one: 'inquiry', many: 'inquiries' }, '1 inquiry'],
		[2, { one: 'inquiry', many: 'inquiries' }, '2 inquiries'],
	] as const)('%i %o', (count, noun, expected) => {
		expect(countNoun(count, noun)).toBe(expected);
	});
});

test('formatNumber separates thousands', () => {
	expect([999, 1000, 1234567].map(formatNumber)).toEqual(['999', '1,000', '1,234,567']);
});

test('capitalise changes only the first letter', () => {
	expect(['', 'éclair', 'a BBC report', '2020 report'].map(capitalise)).toEqual([
		'',
		'Éclair',
		'A BBC report',
		'2020 report',
	]);
});

describe('HTML escapes', () => {
	test('cover everything that ends text or an attribute in double quotes', () => {
		expect(escapeHtml('<a href="x">&amp;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp;&lt;/a&gt;');
	});

	test('are decoded to the text that was escaped', () => {
		const text = `“Q&A” <b class="x">it's</b> &lt;`;
		expect(unescapeHtml(escapeHtml(text))).toBe(text);
	});

	test('are decoded once, by name or number, and otherwise left alone', () => {
		expect(unescapeHtml('&amp;lt; &#233; &#xe9; &unknown; & &#0;')).toBe('&lt; é é &unknown; &  ');
	});
});
