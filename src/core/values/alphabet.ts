/**
 * Record identifiers: seven random characters and a check character.
 *
 * The alphabet is NOID's "betanumeric" one (no vowels, so no words; no `l`), the check character is NOID's:
 * the sum of position × ordinal, modulo the alphabet's 29 characters. It catches every single wrong character
 * and every swap of neighbours. Source: J. Kunze, "The NOID check digit algorithm".
 * The browser uses this too: it must import nothing.
 */

/** The characters of identifiers: NOID’s “betanumeric” ones. */
export const ALPHABET = '0123456789bcdfghjkmnpqrstvwxz';
export const ID_LENGTH = 8;
const SHAPE = new RegExp(`^[${ALPHABET}]{${ID_LENGTH}}$`);

/**
 * The check character of a string by NOID's rule. Characters outside the alphabet count as zero.
 *
 * @param text the characters before the check character
 */
export function checkCharacter(text: string): string {
	let sum = 0;
	for (const [index, character] of [...text].entries())
		sum += (index + 1) * Math.max(0, ALPHABET.indexOf(character));
	return ALPHABET.charAt(sum % ALPHABET.length);
}

/** Whether a text has the form of an identifier, whatever its check character. */
export function isIdShaped(text: string): boolean {
	return SHAPE.test(text);
}

/** Whether a text is an identifier: right form, right check character. */
export function isId(text: string): boolean {
	return isIdShaped(text) && checkCharacter(text.slice(0, -1)) === text.at(-1);
}

/** What YAML, or a table that is opened in a spreadsheet, takes for a number: `12345604`, `0x1000bc`. */
export function looksLikeNumber(text: string): boolean {
	return /^(?:[-+]?\d[\d_]*|0[box][\da-f_]+)$/i.test(text);
}

/** What identifiers do not have, but looks like something that they have. */
const ALIKE: ReadonlyMap<string, string> = new Map([
	['o', '0'],
	['i', '1'],
	['l', '1'],
]);

/** What somebody typed, as an identifier has it: in small letters, with a nought for an O and a one for an I or L. */
export function asId(typed: string): string {
	return [...typed.toLowerCase()].map((letter) => ALIKE.get(letter) ?? letter).join('');
}
