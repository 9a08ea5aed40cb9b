/** Formatting of words and numbers, as every page, table, brief and message writes them. */

/** A whole number with thousands separators: `1,200`. */
export function formatNumber(value: number): string {
	return value.toLocaleString('en-GB');
}

/**
 * A number with its noun: `1 record`, `1,200 records`.
 *
 * @param noun the singular, where the plural only adds an s, or both forms
 */
export function countNoun(count: number, noun: string | Readonly<{ one: string; many: string }>): string {
	const { one, many } = typeof noun === 'string' ? { one: noun, many: `${noun}s` } : noun;
	return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** The text with its first letter in upper case, for the start of a sentence, label or heading. */
export function capitalise(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
