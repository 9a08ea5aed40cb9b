import { createHash } from 'node:crypto';
import type { Span } from './model.ts';

/** How much of what stands around a word a waiver is bound to. */
const AROUND = 20;

/**
 * What a waiver names: a digest over the record, the word and its surroundings, so that it says nothing by itself and
 * ends as soon as the sentence is changed.
 */
export function waiverHash(record: string, text: string, { start, end }: Span): string {
	const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
	return createHash('sha256')
		.update(JSON.stringify([record, text.slice(start, end), around]))
		.digest('hex');
}
