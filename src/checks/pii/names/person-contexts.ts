import { PLAIN_WORDS } from './grammar.ts';
import { HELPING_NAMES } from './place-words.ts';
import { isHelpingName } from './contexts/helping-names.ts';
import { afterCivilTitle, afterTitle, isPlainAfterRank } from './contexts/titles.ts';
import { afterKin } from './contexts/relatives.ts';
import { afterTelling, isGreeted } from './contexts/speech.ts';
import { inPair, asFullName } from './contexts/pairs.ts';
import { afterNaming, isInitial } from './contexts/naming.ts';
import { asSubject, asOwner } from './contexts/clauses.ts';
import { asBareObject, afterPreposition } from './contexts/objects.ts';
import type { Reading } from './contexts/reading.ts';

/** True if the dictionary word at an index stands for a person. */
export function isPerson(text: Reading, index: number): boolean {
	const token = text.tokens[index];
	if (!token) return false;
	const { lower } = token;
	if (PLAIN_WORDS.has(lower) && !HELPING_NAMES.has(lower))
		return (text.isAlso(lower) && afterCivilTitle(text, index)) || isPlainAfterRank(text, index);
	if (HELPING_NAMES.has(lower)) return isHelpingName(text, index);
	return (
		afterTitle(text, index) ||
		afterKin(text, index) ||
		afterTelling(text, index) ||
		inPair(text, index) ||
		afterNaming(text, index) ||
		asSubject(text, index) ||
		asOwner(text, index) ||
		afterPreposition(text, index) ||
		asFullName(text, index) ||
		isGreeted(text, index) ||
		isInitial(text, index) ||
		asBareObject(text, index)
	);
}
