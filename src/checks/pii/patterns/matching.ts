import type { Span } from '../model.ts';

/** Yields the matches of a pattern, or of one of its groups, that pass a test. */
export function* matches(
	text: string,
	pattern: RegExp,
	test: (value: string, start: number, match: RegExpExecArray) => boolean = () => true,
	group?: number,
): Generator<Span> {
	// Unlike matchAll, this does not copy the pattern for each text, most of which have no match.
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

/** True if a pattern matches shortly before an offset. */
export function before(text: string, at: number, pattern: RegExp, reach = 40): boolean {
	return pattern.test(text.slice(Math.max(0, at - reach), at));
}

/** True if a pattern matches shortly after an offset. */
export function after(text: string, at: number, pattern: RegExp, reach = 30): boolean {
	return pattern.test(text.slice(at, at + reach));
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Alternation of words, longest first. An empty list never matches. */
export function alternatives(words: readonly string[]): string {
	if (words.length === 0) return '(?!)';
	return [...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
		.join('|');
}

const compiled = new Map<string, Map<string, RegExp>>();

/** Returns a cached pattern built from declared words. */
export function pattern(source: string, flags: string): RegExp {
	const byFlags = compiled.get(flags) ?? new Map<string, RegExp>();
	compiled.set(flags, byFlags);
	const known = byFlags.get(source) ?? new RegExp(source, flags);
	byFlags.set(source, known);
	return known;
}

const byTemplate = new WeakMap<TemplateStringsArray, RegExp>();

/**
 * Compiles a pattern from a template whose parts never change. It is cached per call site, since a template
 * literal is the same object on each evaluation.
 */
export function fixed(flags: string) {
	return (template: TemplateStringsArray, ...parts: readonly string[]): RegExp => {
		const known = byTemplate.get(template) ?? new RegExp(String.raw(template, ...parts), flags);
		byTemplate.set(template, known);
		return known;
	};
}
