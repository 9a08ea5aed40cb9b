import { BARE_NOUNS, KIN, PLAIN_WORDS, isPast, isVerb } from '../grammar.ts';
import { HELPING_NAMES, isMass } from '../place-words.ts';
import { opensClause, runsOn, type Token } from '../tokens.ts';
import type { Reading } from './reading.ts';

/** “me and x”, “x and i”. */
export function inPair(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token) return false;
	const { lower } = token;
	if (isOfTwo(text, index) || (before?.lower === 'and' && isOfTwo(text, index - 2))) return true;
	if (before?.lower === 'and' && /^(?:he|she)$/.test(further?.lower ?? '') && text.lexicon.isGivenName(lower))
		return (
			text.after(index) === 'verb' && isPast(text.verbAfter(index)?.lower ?? '') && !BARE_NOUNS.has(lower)
		);
	if (KIN.has(lower) || !text.isNameable(lower) || isVerb(lower)) return false;
	const also = text.isAlso(lower);
	const follows = text.after(index);
	const given = text.lexicon.isGivenName(lower);
	if (before?.lower === 'and' && runsOn(token) && further && runsOn(before)) {
		const other = further.lower;
		if (/^(?:me|him|her|us|myself|himself|i)$/.test(other))
			return (!BARE_NOUNS.has(lower) || given) && follows !== 'noun' && (also || !/^(?:i|us)$/.test(other));
		if (KIN.has(other)) return given && follows !== 'noun';
	}
	const [and, other] = [text.tokens[index + 1], text.tokens[index + 2]];
	if (
		and?.lower === 'and' &&
		runsOn(and) &&
		other &&
		runsOn(other) &&
		/^(?:i|me|myself)$/.test(other.lower)
	) {
		if (BARE_NOUNS.has(lower) && !given) return false;
		return text.isBare(index) && (also || opensClause(token));
	}
	return false;
}

/** “gene and pat put us up”: two given names before a verb. */
export function isOfTwo(text: Reading, index: number): boolean {
	const [first, and, second] = [text.tokens[index], text.tokens[index + 1], text.tokens[index + 2]];
	if (!first || !second || and?.lower !== 'and' || !runsOn(and) || !runsOn(second) || first.owns)
		return false;
	if (isVerb(first.lower) || BARE_NOUNS.has(first.lower) || BARE_NOUNS.has(second.lower)) return false;
	if (isMass(first.lower) && isMass(second.lower)) return false;
	const areNames =
		text.lexicon.isGivenName(first.lower) &&
		(HELPING_NAMES.has(second.lower) || (text.isAlso(second.lower) && !PLAIN_WORDS.has(second.lower)));
	const follows = text.after(index + 2);
	return areNames && text.isBare(index) && (follows === 'verb' || follows === 'end' || follows === 'comma');
}

/** “mark brown told”: a given name and a family name, both words. */
export function asFullName(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	const next = text.tokens[index + 1];
	if (!token) return false;
	const isPair = (first: Token, second: Token, at: number) => {
		if (!runsOn(second) || first.owns || !text.lexicon.isGivenName(first.lower) || !text.isAlso(second.lower))
			return false;
		if (
			PLAIN_WORDS.has(first.lower) ||
			(isVerb(second.lower) && text.after(at + 1) !== 'verb') ||
			PLAIN_WORDS.has(second.lower) ||
			KIN.has(second.lower) ||
			!text.isBare(at)
		)
			return false;
		const follows = text.after(at + 1);
		return isMass(first.lower)
			? follows === 'verb'
			: follows === 'verb' || follows === 'comma' || follows === 'end';
	};
	return (
		(next !== undefined && isPair(token, next, index)) ||
		(before !== undefined && isPair(before, token, index - 1))
	);
}

/** Whether a given name is followed by a family name, and that by no other noun. */
export function isFullName(text: Reading, index: number): boolean {
	const [token, next] = [text.tokens[index], text.tokens[index + 1]];
	if (!token || !next || !runsOn(next) || token.owns || PLAIN_WORDS.has(next.lower)) return false;
	return text.lexicon.isGivenName(token.lower) && text.isAlso(next.lower) && text.after(index + 1) !== 'noun';
}
