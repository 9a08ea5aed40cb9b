import { CIVIL_TITLES, DETERMINERS, KIN, PLAIN_WORDS, TELLING, isHuman, isPast } from '../grammar.ts';
import { isBeing, SUBJECTS } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import { isOfTwo } from './pairs.ts';
import type { Reading } from './reading.ts';

/** “will” and “may”: before a verb in the past, or where only a person can stand. */
export function isHelpingName(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	const next = text.tokens[index + 1];
	if (!token) return false;
	if (token.owns && !DETERMINERS.has(before?.lower ?? '')) return true;
	if (before?.lower === 'and' && isOfTwo(text, index - 2)) return true;
	const follows = text.after(index);
	if (runsOn(token) && /^did(?:n't|nt)?$/.test(before?.lower ?? '') && isHuman('did', next?.lower))
		return true;
	const past = follows === 'verb' && isPast(text.verbAfter(index)?.lower ?? '');
	const isFull =
		next !== undefined &&
		runsOn(next) &&
		// “Nobody may read …”: the verb has its subject.
		!(runsOn(token) && SUBJECTS.has(before?.lower ?? '')) &&
		text.isAlso(next.lower) &&
		text.after(index + 1) === 'verb' &&
		isPast(text.verbAfter(index + 1)?.lower ?? '');
	if (isFull && !PLAIN_WORDS.has(next.lower)) return true;
	if (
		past &&
		!/^(?:have|read|set|put|cut|hit|let|shut|cost|quit|bet|split|spread|hurt)$/.test(next?.lower ?? '')
	)
		return !runsOn(token) || !DETERMINERS.has(before?.lower ?? '');
	if (token.gap === ', ' && KIN.has(before?.lower ?? '')) return follows === 'comma';
	if (!runsOn(token) || !before) return false;
	const bare = follows === 'end' || follows === 'comma' || follows === 'and';
	const object =
		bare ||
		(follows === 'plain' &&
			!/^(?:i|you|he|she|it|we|they|not|be|have|never|always|do|get|go)$/.test(next?.lower ?? ''));
	if (/^(?:called|named|nicknamed)$/.test(before.lower)) return true;
	if (CIVIL_TITLES.has(before.lower) && before.lower !== 'miss') return object;
	if (TELLING.has(before.lower)) return object;
	if (before.lower === 'and' && /^(?:me|him|her)$/.test(further?.lower ?? ''))
		return object || /^(?:were|are|was)$/.test(next?.lower ?? '');
	if (isBeing(before) && further?.lower === 'name') return true;
	if (/^(?:with|to|from)$/.test(before.lower)) return bare || object;
	return false;
}
