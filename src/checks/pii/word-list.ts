/** Words of a readable list, which are separated by white space. */
export const listOf = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Builds the source of a pattern from a readable list of words.
 *
 * @param list words between white space, each of which may be a pattern; `_` stands for a space within a phrase
 */
export function anyOf(list: string): string {
	return `(?:${listOf(list)
		.map((word) => word.replace(/_/g, String.raw`\s+`))
		.join('|')})`;
}
