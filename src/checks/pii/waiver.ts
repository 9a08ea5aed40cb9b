import { createHash } from 'node:crypto';
import type { Span } from './model.ts';

/** How many characters on each side of a word a waiver covers. */
const AROUND = 20;

/**
 * Digest that a waiver contains. It covers the record, the word and its surroundings, so that it reveals nothing and
 * ends as soon as the sentence is changed.
 */
export function waiverHash(record: string, text: string, { start, end }: Span): string {
	const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
	return createHash('sha256')
		.update(JSON.stringify([record, text.slice(start, end), around]))
		.digest('hex');
}
