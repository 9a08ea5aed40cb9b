import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	isForeignLink,
	isSafeLink,
	line,
	slug,
	summary,
	webAddress,
} from '../../../../src/core/values/text.ts';

describe('isSafeLink', () => {
	test.each([
		'https://example.org/a?b=c#d',
		'http://example.org/',
		'mailto:someone@example.org',
		'tel:+440000000000',
		'/themes/a/',
		'#p12',
		'a/b',
		'?q=javascript:alert(1)',
	])('takes %s', (target) => expect(isSafeLink(target)).toBe(true));

	test.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'java\nscript:alert(1)',
		'java\tscript:alert(1)',
		' \u0001javascript:alert(1)',
		'\u0000javascript:alert(1)',
		'javascript\r\n:alert(1)',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:msgbox(1)',
		'file:///etc/passwd',
		'blob:https://example.org/1',
		'ftp://example.org/',
		'view-source:https://example.org/',
		'//evil.example/',
		'\\\\evil.example/',
		'/\\evil.example/',
		' //evil.example/',
		'/\t/evil.example/',
		'https://',
		'https://[',
	])('refuses %j', (target) => expect(isSafeLink(target)).toBe(false));

	test('whatever control characters are put in, what browsers would run is refused', () => {
		const hidden = fc.array(fc.constantFrom('\u0000', '\t', '\n', '\r', ' ', '\u001f'), { maxLength: 3 });
		const spaced = fc.tuple(
			...[...'javascript:'].map((letter) => hidden.map((gap) => gap.join('') + letter)),
		);
		fc.assert(
			fc.property(spaced, fc.string(), (scheme, rest) => {
				expect(isSafeLink(scheme.join('') + rest)).toBe(false);
			}),
		);
	});

	test('a safe link never has a protocol that browsers run', () => {
		fc.assert(
			fc.property(fc.string(), (target) => {
				const address = URL.parse(target, 'https://here.invalid');
				fc.pre(isSafeLink(target) && address !== null);
				expect(['https:', 'http:', 'mailto:', 'tel:']).toContain(address?.protocol);
			}),
		);
	});
});

test('a link is foreign when it names a protocol', () => {
	expect(['https://a.example', 'mailto:a@b.example', 'HTTP://a'].map(isForeignLink)).toEqual([
		true,
		true,
		true,
	]);
	expect(['/a/', '#p1', 'a/b', '?q=a:b'].map(isForeignLink)).toEqual([false, false, false, false]);
});

test.each(['', ' ', 'a ', ' a', 'a\nb', 'a\tb', 'a\u2028b', 'a\u007f'])('%j is no line of text', (text) => {
	expect(line.safeParse(text).success).toBe(false);
});

test('a summary has at most 300 characters', () => {
	expect(summary.safeParse('x'.repeat(300)).success).toBe(true);
	expect(summary.safeParse('x'.repeat(301)).error?.issues[0]?.message).toMatch(/longer than 300/i);
});

test('slugs are lower-case words joined by hyphens', () => {
	for (const good of ['a', 'a-b2', '2030']) expect(slug.safeParse(good).success).toBe(true);
	for (const bad of ['', 'A', 'a_b', '-a', 'a-', 'a--b', 'a b', 'é', '../a', '__proto__'])
		expect(slug.safeParse(bad).success).toBe(false);
});

test('web addresses are whole and of the web', () => {
	for (const good of ['https://example.org', 'http://example.org/a'])
		expect(webAddress.safeParse(good).success).toBe(true);
	for (const bad of ['example.org', '//example.org', 'javascript:alert(1)', 'https://', 'ftp://example.org'])
		expect(webAddress.safeParse(bad).success).toBe(false);
});
