import { z } from 'zod';
import { line, summary } from '../values/text.ts';

/** One of the archive's own pages: about, method, safety … */
export function pageSchema() {
	return z.strictObject({
		title: line,
		summary,
		order: z.int().min(1).describe('Place in the menu'),
	});
}

export type Page = z.infer<ReturnType<typeof pageSchema>>;
