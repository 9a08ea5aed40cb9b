import type { Lexicon } from '../lexicon.ts';
import {
	BARE_NOUNS,
	CIVIL_TITLES,
	HUMAN_PASTS,
	isHuman,
	isPast,
	KIN,
	PLAIN_WORDS,
	TELLING,
} from './grammar.ts';
import { Reading } from './contexts/reading.ts';
import { runsOn, type Token } from './tokens.ts';

const TIME = new RegExp(
	'^(?:in|since|until|till|by|from|of|last|this|next|early|late|mid|every|each|through|throughout|before|after|during|' +
		'between|to|for|around|about|on|per|the|a|an|and|or|following|previous|coming|until|again|\\d.*|first|second|third)$',
);
const FIGURES =
	'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
		' ',
	);

/** Judges words that may have a capital only because of their position: at the start of a sentence, or as a month. */
export class Openings {
	readonly #tokens: readonly Token[];
	readonly #text: string;
	readonly #lexicon: Lexicon;
	readonly #ranks: readonly string[];
	readonly #reading: Reading;

	constructor(text: string, tokens: readonly Token[], lexicon: Lexicon, ranks: readonly string[]) {
		this.#text = text;
		this.#tokens = tokens;
		this.#lexicon = lexicon;
		this.#ranks = ranks;
		this.#reading = new Reading(tokens, lexicon, new Set());
	}

	/** Whether a word of the dictionary at the head of a sentence is somebody's name: “Price was suspended”. */
	isName(index: number): boolean {
		const token = this.#tokens[index];
		if (!token) return false;
		const { lower } = token;
		const follows = this.#reading.after(index);
		const verb = this.#reading.verbIndex(index);
		const at = (offset: number) => this.#tokens[verb + offset]?.lower;
		const human = follows === 'verb' && isHuman(at(0) ?? '', at(1), at(2), at(3));
		// “Can told me”, “Will came”: no helping verb stands before a verb in the past.
		if (/^(?:can|will|may|my|an|do)$/.test(lower)) return verb === index + 1 && HUMAN_PASTS.has(at(0) ?? '');
		if (KIN.has(lower) || (PLAIN_WORDS.has(lower) && !(human && this.#lexicon.isAlsoName(lower))))
			return false;
		const bare = BARE_NOUNS.has(lower);
		if (!this.#lexicon.isAlsoName(lower))
			return human && !bare && isPast(at(0) ?? '') && !/(?:[^su]s|ing|ly|ed)$/.test(lower);
		if (bare)
			return (
				(human ||
					(follows === 'comma' && /^\d\d$/.test(this.#tokens[index + 1]?.word ?? '')) ||
					token.owns) &&
				!/^(?:parliament|government|counsel|management|staff)$/.test(lower)
			);
		const next = this.#tokens[index + 1];
		if (token.owns || follows === 'verb' || follows === 'and') return true;
		const gap = next?.gap ?? '';
		if (follows === 'comma')
			return /^(?:\d{2}|who|whose|aged|then|now|formerly|also|a|an|of|from|himself|herself)$/.test(
				next?.lower ?? '',
			);
		if (/^ ?\(/.test(gap)) return /^\d/.test(next?.word ?? '');
		if (follows === 'end') return this.#standsAlone(token);
		return (
			next !== undefined && runsOn(next) && /^\p{Lu}/u.test(next.word) && !this.#lexicon.isWord(next.lower)
		);
	}

	/** Whether a month's name is a person's here: “April told me”, “me and June”. */
	isMonthPerson(index: number): boolean {
		const token = this.#tokens[index];
		if (!token) return false;
		const before = this.#tokens[index - 1];
		const further = this.#tokens[index - 2];
		const next = this.#tokens[index + 1];
		const joined = before !== undefined && runsOn(token);
		const lead = joined ? before.lower : '';
		const isFigure = next !== undefined && /^\d/.test(next.word);
		if (!isFigure) {
			if (
				TELLING.has(lead) ||
				CIVIL_TITLES.has(lead) ||
				KIN.has(lead) ||
				/^(?:our|called|named|nicknamed|with)$/.test(lead)
			)
				return true;
			if (joined && this.#ranks.includes(before.word)) return true;
		}
		if (
			lead === 'and' &&
			further &&
			(/^(?:me|him|her|i|he|she)$/.test(further.lower) || KIN.has(further.lower))
		)
			return true;
		if (token.gap === ', ' && before && KIN.has(before.lower) && !isFigure) return true;
		const timed = TIME.test(lead);
		if (next?.lower === 'and' && runsOn(next) && /^(?:i|me)$/.test(this.#tokens[index + 2]?.lower ?? ''))
			return true;
		if (token.owns) return !timed || KIN.has(next?.lower ?? '');
		if (next && /^(?:, | \()$/.test(next.gap) && /^\d\d$/.test(next.word)) return !timed;
		if (next && runsOn(next) && /^\p{Lu}\p{Ll}/u.test(next.word) && !timed && this.#isNamePart(next))
			return true;
		if (timed) return false;
		const verb = this.#reading.verbIndex(index);
		if (verb < 0) return false;
		const at = (offset: number) => this.#tokens[verb + offset]?.lower ?? '';
		if (/^(?:was|is|turned)$/.test(at(0)) && (FIGURES.includes(at(1)) || /^\d\d?$/.test(at(1))))
			return !/^(?:years?|months?|weeks?|days?|hours?|nights?)$/.test(at(2));
		if (at(0) === 'had' && at(1) !== 'been') return isPast(at(1));
		return (
			(isHuman(at(0), at(1), at(2)) && !/^(?:saw|came|went|got|turned|stood|sat)$/.test(at(0))) ||
			(/^(?:came|went)$/.test(at(0)) && /^(?:home|back|upstairs|downstairs|into|in|out|with|to)$/.test(at(1)))
		);
	}

	/** Whether a day's name is a person's here: “Sunday told me”. */
	isDayPerson(index: number): boolean {
		const verb = this.#reading.verbIndex(index);
		const before = this.#tokens[index - 1];
		const timed = before !== undefined && runsOn(this.#tokens[index]) && TIME.test(before.lower);
		return (
			!timed &&
			verb >= 0 &&
			/^(?:told|said|asked|laughed|denied|admitted|knew|rang|cried|thought|says)$/.test(
				this.#tokens[verb]?.lower ?? '',
			)
		);
	}

	#isNamePart({ lower }: Token): boolean {
		return !this.#lexicon.isWord(lower) || this.#lexicon.isAlsoName(lower);
	}

	/** Whether a word is a sentence, a heading or the label of a speaker by itself. */
	#standsAlone({ end }: Token): boolean {
		return /^["')]*(?:$|[.!?:])/.test(this.#text.slice(end, end + 4));
	}
}
