import { randomInt } from 'node:crypto';
import { ALPHABET, checkCharacter, ID_LENGTH, looksLikeNumber } from './alphabet.ts';

export { ALPHABET, checkCharacter, isId, isIdShaped, looksLikeNumber } from './alphabet.ts';

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
		for (let i = 0; i < ID_LENGTH - 1; i++) body += ALPHABET.charAt(random(ALPHABET.length));
		const id = body + checkCharacter(body);
		if (!taken.has(id) && !looksLikeNumber(id)) return id;
	}
}
