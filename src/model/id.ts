import { randomInt } from 'node:crypto';
import { ALPHABET } from './alphabet.ts';

export { ALPHABET };

/**
 * Record identifiers: seven random characters and a check character.
 *
 * The alphabet is NOID's "betanumeric" one (no vowels, so no words; no `l`), the check character is NOID's:
 * the sum of position × ordinal, modulo the alphabet's 29 characters. It catches every single wrong character
 * and every swap of neighbours. Source: J. Kunze, "The NOID check digit algorithm".
 */

const LENGTH = 8;
const SHAPE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

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

/**
 * A fresh identifier, random so that it tells nothing of order, kind or content; never one that looks like a number.
 *
 * @param taken identifiers that must not be given again
 * @param random gives a whole number from 0 to below `most`
 */
export function mintId(
	taken: ReadonlySet<string> = new Set(),
	random: (most: number) => number = randomInt,
): string {
	for (;;) {
		let body = '';
		for (let i = 0; i < LENGTH - 1; i++) body += ALPHABET.charAt(random(ALPHABET.length));
		const id = body + checkCharacter(body);
		if (!taken.has(id) && !looksLikeNumber(id)) return id;
	}
}
