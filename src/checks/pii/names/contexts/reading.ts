import type { Lexicon } from '../../lexicon.ts';
import { DETERMINERS, KIN, PLAIN_WORDS, TELLING, isAdverb, isVerb } from '../grammar.ts';
import { OPENERS, isSingular } from '../place-words.ts';
import { runsOn, type Token } from '../tokens.ts';

/** What comes after a word: the end of its clause, a comma, a verb, “and” with a person, a word of grammar, a noun. */
type After = 'end' | 'comma' | 'verb' | 'and' | 'plain' | 'noun';

/** The words of a text and their surroundings, as the tests of contexts need them. */
export class Reading {
	readonly tokens: readonly Token[];
	readonly lexicon: Lexicon;
	readonly ranks: ReadonlySet<string>;

	/** @param ranks words of the archive's subject that stand before a name, in small letters */
	constructor(tokens: readonly Token[], lexicon: Lexicon, ranks: ReadonlySet<string>) {
		this.tokens = tokens;
		this.lexicon = lexicon;
		this.ranks = ranks;
	}

	/** What comes after a word. */
	after(index: number): After {
		const next = this.tokens[index + 1];
		if (!next) return 'end';
		const gap = next.gap.replace(/^'s/, '');
		if (/[.!?;:)"\ufffc]/.test(gap)) return 'end';
		if (/,| -+ /.test(gap)) return 'comma';
		if (next.lower === 'and') {
			const [other, further] = [this.tokens[index + 2], this.tokens[index + 3]];
			if (!other) return 'plain';
			if (
				/^(?:i|me|he|she|we|they|his|her|my|our|their|myself)$/.test(other.lower) ||
				/^\p{Lu}/u.test(other.word)
			)
				return 'and';
			return other.lower === 'the' && KIN.has(further?.lower ?? '') ? 'and' : 'plain';
		}
		if (this.verbAfter(index)) return 'verb';
		return PLAIN_WORDS.has(next.lower) || /^\d/.test(next.word) || isAdverb(next.lower) ? 'plain' : 'noun';
	}

	/** Where the verb after a word stands, past at most two words such as “then” or “always”. */
	verbIndex(index: number): number {
		for (let at = index + 1; at <= index + 3; at++) {
			const token = this.tokens[at];
			if (!token || (!runsOn(token) && !/^'s? $/.test(token.gap))) return -1;
			if (isVerb(token.lower)) return at;
			if (!isAdverb(token.lower)) return -1;
		}
		return -1;
	}

	verbAfter(index: number): Token | undefined {
		return this.tokens[this.verbIndex(index)];
	}

	/** Whether a new clause or a word such as “who” stands at an index. */
	clauseAfter(index: number): boolean {
		const token = this.tokens[index];
		return token !== undefined && (isVerb(token.lower) || /^(?:who|whose|and|he|she)$/.test(token.lower));
	}

	/** Whether a comma after a word goes on to list things. */
	isList(index: number): boolean {
		const next = this.tokens[index + 1];
		return next !== undefined && !PLAIN_WORDS.has(next.lower) && !isVerb(next.lower);
	}

	/** Whether no article, number or describing word stands before a word. */
	isBare(index: number): boolean {
		const [token, before] = this.around(index);
		if (!token || !before || !runsOn(token)) return true;
		if (before.owns || DETERMINERS.has(before.lower)) return false;
		return (
			PLAIN_WORDS.has(before.lower) ||
			isVerb(before.lower) ||
			TELLING.has(before.lower) ||
			OPENERS.has(before.lower)
		);
	}

	/** Whether a word could be one person's name by its ending. */
	isNameable(word: string): boolean {
		return isSingular(word) || this.lexicon.isGivenName(word);
	}

	isAlso(word: string): boolean {
		return this.lexicon.isAlsoName(word) || this.lexicon.isGivenName(word);
	}

	around(index: number): (Token | undefined)[] {
		return [this.tokens[index], this.tokens[index - 1], this.tokens[index - 2], this.tokens[index - 3]];
	}
}
