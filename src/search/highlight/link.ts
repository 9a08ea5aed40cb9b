import { paragraphAnchor, recordPath } from '../../core/values/address.ts';
import type { ParagraphHit } from '../engine/excerpts.ts';

/**
 * Path of a paragraph that was found, with what was found there, so that it is marked when the paragraph is shown:
 * `/r/7k3m9qtw/#p3&mark=lost&mark=case+to+answer`. The record's page takes the marks out of the address again.
 */
export function markedPath(id: string, { number, found }: Pick<ParagraphHit, 'number' | 'found'>): string {
	const marks = new URLSearchParams(found.map((words) => ['mark', words]));
	return recordPath(id) + paragraphAnchor(number) + (found.length > 0 ? `&${marks}` : '');
}
