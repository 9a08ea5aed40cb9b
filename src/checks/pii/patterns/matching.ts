import type { Span } from '../model.ts';

/** All matches of a pattern, or of one group of it, that pass a test. */
export function* matches(
	text: string,
	pattern: RegExp,
	test: (value: string, start: number, match: RegExpExecArray) => boolean = () => true,
	group?: number,
): Generator<Span> {
	// Not matchAll, which makes a copy of the pattern each time: nearly every text has no match at all.
	for (let at = 0; at <= text.length;) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (!match) return;
		at = match.index + Math.max(1, match[0].length);
		const value = group === undefined ? match[0] : match[group];
		if (!value) continue;
		const start = match.index + (group === undefined ? 0 : match[0].lastIndexOf(value));
		if (test(value, start, match)) yield { start, end: start + value.length };
	}
}

/** Whether a pattern occurs shortly before a place. */
export function before(text: string, at: number, pattern: RegExp, reach = 40): boolean {
	return pattern.test(text.slice(Math.max(0, at - reach), at));
}

/** Whether a pattern occurs shortly after a place. */
export function after(text: string, at: number, pattern: RegExp, reach = 30): boolean {
	return pattern.test(text.slice(at, at + reach));
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Words as alternatives of a pattern, longest first; never matching where there are none. */
export function alternatives(words: readonly string[]): string {
	if (words.length === 0) return '(?!)';
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
		.join('|');
}

const compiled = new Map<string, Map<string, RegExp>>();

/** A pattern made from declared words, kept. */
export function pattern(source: string, flags: string): RegExp {
	const byFlags = compiled.get(flags) ?? new Map<string, RegExp>();
	compiled.set(flags, byFlags);
	const known = byFlags.get(source) ?? new RegExp(source, flags);
	byFlags.set(source, known);
	return known;
}

const byTemplate = new WeakMap<TemplateStringsArray, RegExp>();

/**
 * A pattern written as a template whose parts never change: made once for each place in the code, since a template
 * literal is the same object each time it is met.
 */
export function fixed(flags: string) {
	return (template: TemplateStringsArray, ...parts: readonly string[]): RegExp => {
		const known = byTemplate.get(template) ?? new RegExp(String.raw(template, ...parts), flags);
		byTemplate.set(template, known);
		return known;
	};
}
