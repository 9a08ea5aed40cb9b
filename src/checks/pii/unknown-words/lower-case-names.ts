import type { Hit } from '../model.ts';
import { isVerb, KIN, PLAIN_WORDS } from '../names/grammar.ts';
import { isPerson } from '../names/person-contexts.ts';
import { Reading } from '../names/contexts/reading.ts';
import { runsOn, type Token } from '../names/tokens.ts';
import { type CapitalContext, isBareNoun } from './capitals.ts';

const FAMILY = /^(?:family|household|brothers|sisters|twins|lads|clan)$/;

/** DT-C3. Names in small letters: those that are no words, and words where only a person can be meant. */
export function lowerCaseNames(tokens: readonly Token[], context: CapitalContext): Hit[] {
	const { lexicon } = context;
	const ranks = new Set(context.ranks.filter((rank) => rank.length > 1).map((rank) => rank.toLowerCase()));
	const reading = new Reading(tokens, lexicon, ranks);
	const hits: Hit[] = [];
	const found = new Set<number>();
	const add = (index: number, type = 'word used as a name') => {
		const token = tokens[index];
		if (!token || found.has(index)) return;
		found.add(index);
		hits.push({ start: token.start, end: token.end, rule: 'DT-C3', type });
	};
	for (const [index, { word, lower, owns }] of tokens.entries()) {
		if (!/^\p{Ll}[\p{L}']*$/u.test(word) || /^[ai]$/.test(word) || context.isAllowed(word)) continue;
		if (isBareNoun(lower, context)) continue;
		if (!lexicon.isWord(lower)) {
			if (lexicon.isGivenName(lower) || lexicon.isAlsoName(lower) || /^(?:mc|mac|o')\p{L}{3,}/u.test(word))
				add(index, 'lower-case name');
			continue;
		}
		if (isPerson(reading, index)) add(index);
		else if (
			isJoined(tokens, index, found) &&
			isCandidate(lower) &&
			!isVerb(lower) &&
			reading.after(index) !== 'noun'
		)
			add(index);
		// “the price family”, “the smiths next door”
		const next = tokens[index + 1];
		if (
			!owns &&
			next &&
			runsOn(next) &&
			lexicon.isAlsoName(lower) &&
			FAMILY.test(next.lower) &&
			tokens[index - 1]?.lower === 'the'
		)
			add(index);
		if (
			/s$/.test(lower) &&
			tokens[index - 1]?.lower === 'the' &&
			lexicon.isAlsoName(lower.slice(0, -1)) &&
			/^(?:next|opposite)$/.test(next?.lower ?? '') &&
			!KIN.has(lower.slice(0, -1))
		)
			add(index);
	}
	return hits;

	function isCandidate(word: string): boolean {
		return (
			(lexicon.isAlsoName(word) || lexicon.isGivenName(word)) && !PLAIN_WORDS.has(word) && !KIN.has(word)
		);
	}
}

/** Whether a word is joined to a name by “and” or a comma. */
function isJoined(tokens: readonly Token[], index: number, found: ReadonlySet<number>): boolean {
	const before = tokens[index - 1];
	if (before?.lower === 'and' && runsOn(before)) return found.has(index - 2);
	// “rose price”: a family name after a given one.
	if (found.has(index - 1) && runsOn(tokens[index]) && !before?.owns) return true;
	return tokens[index]?.gap === ', ' && found.has(index - 1);
}
