import { z } from 'zod';
import { isId } from './id.ts';
import { PARAGRAPH_NUMBER } from './paragraph.ts';

/**
 * A reference to something whose identifiers are known before records are read (a theme, an organisation …).
 * Editors get the list for completion; anything else is refused with the nearest known name; what was typed is not said, since it may be words of an account.
 *
 * @param what the kind of thing, for the message: `theme`
 * @param known all identifiers there are
 */
export function referenceTo(what: string, known: readonly string[]) {
	if (known.length === 0)
		return z
			.string()
			.refine(() => false, { error: `This archive declares no ${what} yet` }) as z.ZodType<string>;
	return z.enum(known, {
		error: ({ input }) =>
			`No ${what} is called that${typeof input === 'string' ? suggestion(input, known) : ''}`,
	}) as z.ZodType<string>;
}

/** A reference to a record. Whether the record exists is checked when all are read. */
export const recordReference = z
	.string()
	.refine(isId, { error: 'Not a record identifier: eight characters, the last a check character' });

/** The name of a paragraph: `12`, or `12a` for one inserted later. */
export const paragraphNumber = z
	.union([z.string(), z.int().transform(String)])
	.refine((text) => PARAGRAPH_NUMBER.test(text), { error: 'Not a paragraph number: write 12 or 12a' });

/** Ends a message with the known name that is fewest edits away, if one is near. */
export function suggestion(wrong: string, known: readonly string[]): string {
	// Nothing is called by more; comparing takes time by the square of the length.
	if (wrong.length > 80) return '';
	let best: string | undefined;
	let least = Math.max(2, Math.floor(wrong.length / 3)) + 1;
	for (const name of known) {
		const distance = editDistance(wrong, name);
		if (distance < least) [best, least] = [name, distance];
	}
	return best === undefined ? '' : `; did you mean ${JSON.stringify(best)}?`;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
	let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const current = [i];
		for (let j = 1; j <= b.length; j++)
			current[j] = Math.min(
				(previous[j] ?? 0) + 1,
				(current[j - 1] ?? 0) + 1,
				(previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
			);
		previous = current;
	}
	return previous[b.length] ?? 0;
}
