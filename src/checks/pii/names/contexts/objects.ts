import { BARE_NOUNS, DETERMINERS, KIN, PLAIN_WORDS, isAdverb, isHuman, isVerb } from '../grammar.ts';
import {
	DESCRIBING,
	HELPING,
	HOLDING,
	MISSING,
	PREPOSITIONS,
	SPEAKING_TO,
	VERBS,
	isBeing,
	isMass,
	isSingular,
} from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import { isAskedOf } from './clauses.ts';
import type { Reading } from './reading.ts';

/**
 * “he threw ivy across the room”, “it was bill who found me”: a given name without an article, where a thing would
 * have one.
 */
export function asBareObject(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	const next = text.tokens[index + 1];
	if (!token || !before || (!next && !runsOn(token)) || !runsOn(token)) return false;
	const { lower } = token;
	if (isHarmed(text, index)) return true;
	if (!text.lexicon.isGivenName(lower) || KIN.has(lower)) return false;
	if (isBeing(before) && /^(?:it|that)$/.test(further?.lower ?? ''))
		return /^(?:who|that)$/.test(next?.lower ?? '');
	if (isAskedOf(text, index)) return true;
	if (BARE_NOUNS.has(lower) || isMass(lower)) return false;
	const follows = text.after(index);
	if (follows === 'noun') return false;
	const after = further?.lower ?? '';
	if (DETERMINERS.has(after) && runsOn(before)) return false;
	if (
		DESCRIBING.has(lower) &&
		(isBeing(before) ||
			isAdverb(before.lower) ||
			/^(?:so|very|too|really|got|get|be|being)$/.test(before.lower))
	)
		return false;
	// “why did mark lie”: a verb follows, and only a person can be its subject.
	const asksOf = HELPING.has(before.lower) && isHuman('did', next?.lower);
	const isVerbHere =
		(VERBS.has(lower) || isVerb(lower)) &&
		(MISSING.has(before.lower) ||
			HELPING.has(before.lower) ||
			(PLAIN_WORDS.has(before.lower) && follows === 'plain'));
	const isBareHere = text.isBare(index) && !isBeing(before) && !isVerbHere;
	const isObject =
		asksOf ||
		isBareHere ||
		(isVerb(before.lower) && !isBeing(before) && !HELPING.has(before.lower)) ||
		(HOLDING.has(before.lower) && !VERBS.has(lower)) ||
		(MISSING.has(after) &&
			after !== 'and' &&
			runsOn(before) &&
			!PLAIN_WORDS.has(before.lower) &&
			text.isNameable(before.lower)) ||
		/^(?:after|over|without)$/.test(before.lower);
	return isObject && !(isVerb(lower) && follows !== 'verb');
}

/** “because of summer i stayed”: a reason that goes on to a clause of somebody's own. */
function isReason(text: Reading, index: number): boolean {
	const [, before, further] = text.around(index);
	// “without joy i would not be here”
	if (before?.lower === 'without')
		return (
			/^(?:would|could|might|'d)/.test(text.tokens[index + 2]?.lower ?? '') &&
			!DETERMINERS.has(text.tokens[index + 1]?.lower ?? '')
		);
	return before?.lower === 'of' && further?.lower === 'because' && text.after(index) !== 'noun';
}

/** “i left him with hope next door”: a place or a time follows, as after a person. */
function isBeside(text: Reading, index: number): boolean {
	const [, before, further] = text.around(index);
	if (before?.lower !== 'with' || /^(?:filled|full|wait(?:ed|ing)?|me|on)$/.test(further?.lower ?? ''))
		return false;
	return /^(?:next|upstairs|downstairs|at|over|round|while|till|until|when|overnight|again|tonight|yesterday|who|whose)$/.test(
		text.tokens[index + 1]?.lower ?? '',
	);
}

/** “he drowned patch in the bath”: a thing without an article cannot be killed. */
function isHarmed(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (
		!token ||
		!/^(?:drown|drowned|poisoned|kicked|strangled|stabbed|killed|smothered|suffocated|throttled)$/.test(
			before?.lower ?? '',
		)
	)
		return false;
	const { lower } = token;
	if (!isSingular(lower) || BARE_NOUNS.has(lower) || KIN.has(lower) || PLAIN_WORDS.has(lower)) return false;
	return text.after(index) === 'end' || text.after(index) === 'comma' || text.after(index) === 'plain';
}

/** “with jack”, “to daisy”: given names that are things to count, where no article stands. */
export function afterPreposition(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before || !runsOn(token) || !PREPOSITIONS.has(before.lower)) return false;
	const { lower } = token;
	if (!text.lexicon.isGivenName(lower)) return false;
	if (isMass(lower) && isReason(text, index)) return true;
	if (BARE_NOUNS.has(lower)) return isMass(lower) && isBeside(text, index);
	if (isMass(lower) && isBeside(text, index)) return true;
	if (isMass(lower)) return text.after(index) === 'and' && text.tokens[index + 2]?.word !== 'my';
	if (VERBS.has(lower) && before.lower === 'to') {
		const object = DETERMINERS.has(text.tokens[index + 1]?.lower ?? '');
		if (object || !SPEAKING_TO.has(further?.lower ?? '')) return false;
	}
	return text.after(index) !== 'noun';
}
