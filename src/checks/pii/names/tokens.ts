/** A word of a text, with what stands before it. */
export interface Token {
	/** As it is written, without a possessive ending. */
	word: string;
	lower: string;
	start: number;
	end: number;
	/** Whether “’s” was cut off. */
	owns: boolean;
	/** The text between the word before and this one. */
	gap: string;
}

/** Splits a normalised text into its words; figures count as words. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	let from = 0;
	for (const match of text.matchAll(/[\p{L}\p{N}](?:['-]?[\p{L}\p{N}])*/gu)) {
		const [all] = match;
		const word = all.replace(/'s$/i, '');
		tokens.push({
			word,
			lower: word.toLowerCase(),
			start: match.index,
			end: match.index + word.length,
			owns: word !== all,
			gap: text.slice(from, match.index),
		});
		from = match.index + all.length;
	}
	return tokens;
}

/** Whether a word follows the one before it in the same phrase. */
export const runsOn = (token: Token | undefined): boolean =>
	token !== undefined && /^(?:\.? ["'(]*|-)$/.test(token.gap) && token.gap !== '';

/** Whether a word begins a clause: the text, a sentence, or what follows a comma. */
export const opensClause = (token: Token): boolean => !/^'? ["'(]*$/.test(token.gap);
