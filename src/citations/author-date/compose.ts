import type { Run } from '../rich-text.ts';

/** A part of a reference; empty if nothing is known. */
export type Part = readonly Run[];

const STOP_ALREADY = /[.?!:;]’?$/;

export const NOTHING: Part = [];

/** Plain text; empty if unknown. */
export function text(words: string | undefined): Part {
	return words ? [words] : NOTHING;
}

export function italic(words: string | undefined): Part {
	return words ? [{ italic: words }] : NOTHING;
}

/** Puts a part in brackets, unless it is empty. */
export function bracketed([open, close]: readonly [string, string], part: Part): Part {
	return part.length === 0 ? NOTHING : [open, ...part, close];
}
export const ROUND = ['(', ')'] as const;
export const SQUARE = ['[', ']'] as const;

/**
 * Joins parts, skipping empty ones. The full stop of a delimiter is dropped after a part that ends a sentence, and its
 * comma after another comma.
 */
export function join(delimiter: string, parts: readonly Part[]): Part {
	const joined: Run[] = [];
	for (const part of parts) {
		if (part.length === 0) continue;
		if (joined.length > 0) joined.push(after(joined, delimiter));
		joined.push(...part);
	}
	return joined;
}

/** Adds a full stop, unless the part already ends a sentence. */
export function stopped(part: Part): Part {
	return [...part, after(part, '.')];
}

function after(part: Part, delimiter: string): string {
	const end = lastWords(part.at(-1));
	if (delimiter.startsWith('.') && STOP_ALREADY.test(end)) return delimiter.slice(1);
	return delimiter.startsWith(',') && end.endsWith(',') ? delimiter.slice(1) : delimiter;
}

function lastWords(run: Run | undefined): string {
	if (run === undefined || typeof run === 'string') return run ?? '';
	if ('slot' in run) return run.tail ?? '';
	return 'italic' in run ? run.italic : run.link;
}
