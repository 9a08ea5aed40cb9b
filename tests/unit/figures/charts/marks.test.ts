import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawBars } from '../../../../src/figures/charts/bars.ts';
import { svgOf } from '../../../../src/figures/charts/marks.ts';
import { wrap } from '../../../../src/figures/charts/wrap.ts';
import { interval } from '../../../../src/figures/interval.ts';
import { ROOT } from '../../../support/sites.ts';

const PAYLOAD = `</text><script>alert(1)</script>"' style="x" &amp; <svg onload=alert(1)>`;
const svg = (id = 'chart-a', label = PAYLOAD) =>
	svgOf(
		drawBars([
			{ count: label.slice(0, 9), label, value: interval(2, 3), whole: interval(5, 5) },
			{ count: '1', label: 'rest', value: interval(1, 1), kind: 'rest' },
		]),
		{ id, description: label },
	);

describe('a chart as SVG', () => {
	test('has a name, a description, and no style of its own', () => {
		const text = svg('chart-a', 'Led to a charge');
		expect(text).toContain('role="img"');
		expect(text).toContain('aria-labelledby="chart-a-title"');
		expect(text).toContain('<desc id="chart-a-words">Led to a charge</desc>');
		expect(text).not.toMatch(/ style=|<style|<script|href|\son\w+=/);
	});

	test('holds words as words, whatever is in them', () => {
		expect(svg()).not.toMatch(/<script|<svg onload| style="/);
		expect(svg()).toContain('&lt;script&gt;');
	});

	test('has hatchings under names of its own, each of which is there', () => {
		const used = [...svg('chart-b').matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
		expect(used).toEqual(['chart-b-maybe', 'chart-b-rest']);
		for (const id of used) expect(svg('chart-b')).toContain(`<pattern id="${id}"`);
	});

	test('is the same bytes every time', () => {
		expect(svg()).toBe(svg());
		expect(svg()).not.toMatch(/\d\.\d{3}|NaN|Infinity/);
	});

	test('costs next to nothing', () => {
		const before = process.cpuUsage();
		for (let index = 0; index < 200; index++) svg();
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1000 / 200).toBeLessThan(15);
	});
});

test.each([
	['', ['']],
	['one two three', ['one two', 'three']],
	['unbreakablewords', ['', 'unbreakablewords']],
	['a unbreakablewords b', ['a', 'unbreakablewords', 'b']],
])('%j is broken into lines', (text, lines) => {
	expect(wrap(text, 8, 10)).toEqual(lines);
});

/** Relative luminance, and the contrast of two colours (WCAG 2.2, 1.4.11). */
function luminance(hex: string): number {
	const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
	const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
		const channel = Number.parseInt(long.slice(at, at + 2), 16) / 255;
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (light + 0.05) / (dark + 0.05);
}

describe('the colours of charts', () => {
	const css = (name: string) => readFileSync(path.join(ROOT, 'src/site/styles', name), 'utf8');
	const blockOf = (text: string, start: RegExp) => text.slice(text.search(start)).split('}')[0] ?? '';
	const read = (block: string): Record<string, string> =>
		Object.fromEntries(
			[...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name, hex]) => [name, hex]),
		);

	test.each([
		['light', /^:root/m],
		['dark', /@media \(prefers-color-scheme: dark\)/],
		['print', /@media print/],
	])('stand out from the ground and from one another: %s', (name, start) => {
		const colours = Object.entries(read(blockOf(css('charts.css'), start)));
		const paper = read(blockOf(css(name === 'print' ? 'print.css' : 'tokens.css'), start))['paper'] ?? '';
		expect(colours.length).toBe(4);
		for (const [colour, hex] of colours)
			expect(contrast(hex ?? '', paper), `${colour} on ${paper}`).toBeGreaterThanOrEqual(3);
		const { 'chart-bar': bar = '', 'chart-other': other = '' } = Object.fromEntries(colours);
		// Told apart by lightness alone: by anyone, and on any printer.
		expect(contrast(bar, other)).toBeGreaterThan(1.4);
	});
});
