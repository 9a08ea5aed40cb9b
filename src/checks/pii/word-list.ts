/**
 * Builds the source of a pattern from a readable list of words.
 *
 * @param list words between white space, each of which may be a pattern; `_` stands for a space within a phrase
 */
export function anyOf(list: string): string {
	const alternatives = list
		.trim()
		.split(/\s+/)
		.map((word) => word.replace(/_/g, String.raw`\s+`));
	return `(?:${alternatives.join('|')})`;
}
