import { paragraphAnchor, recordPath } from '../../core/values/address.ts';
import type { ParagraphHit } from '../engine/excerpts.ts';

/**
 * Path of a paragraph with hits, with the terms to highlight in it: `/r/7k3m9qtw/#p3&mark=lost&mark=case+to+answer`.
 * The record’s page removes the terms from the address.
 */
export function markedPath(id: string, { number, found }: Pick<ParagraphHit, 'number' | 'found'>): string {
	const marks = new URLSearchParams(found.map((words) => ['mark', words]));
	return recordPath(id) + paragraphAnchor(number) + (found.length > 0 ? `&${marks}` : '');
}
