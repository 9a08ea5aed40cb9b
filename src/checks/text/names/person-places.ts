import type { Lexicon } from '../lexicon.ts';
import {
	BARE_NOUNS,
	CIVIL_TITLES,
	DETERMINERS,
	isAdverb,
	isHuman,
	isPast,
	isVerb,
	KIN,
	NAMING,
	OFFICE_NOUNS,
	OFFICES,
	OWNERS,
	PLAIN_WORDS,
	TELLING,
} from './grammar.ts';
import {
	ARTICLES,
	CALLING,
	DESCRIBING,
	EPITHETS,
	EVERYONE,
	GREETINGS,
	HELPING,
	HELPING_NAMES,
	HOLDING,
	MISSING,
	OBJECTS,
	OPENERS,
	PREPOSITIONS,
	SPEAKING_TO,
	TOLD_BY,
	VERBS,
	isBeing,
	isMass,
	isPersonal,
	isSingular,
} from './place-words.ts';
import { opensClause, runsOn, type Token } from './tokens.ts';

/** What comes after a word: the end of its clause, a comma, a verb, “and” with a person, a word of grammar, a noun. */
type After = 'end' | 'comma' | 'verb' | 'and' | 'plain' | 'noun';

/** Judges the places of a text where a word means a person, whatever it means elsewhere. */
export class PersonPlaces {
	readonly #tokens: readonly Token[];
	readonly #lexicon: Lexicon;
	readonly #ranks: ReadonlySet<string>;

	/** @param ranks words of the archive's subject that stand before a name, in small letters */
	constructor(tokens: readonly Token[], lexicon: Lexicon, ranks: ReadonlySet<string>) {
		this.#tokens = tokens;
		this.#lexicon = lexicon;
		this.#ranks = ranks;
	}

	/** Whether the word at an index, which the dictionary has, stands for a person. */
	isPerson(index: number): boolean {
		const token = this.#tokens[index];
		if (!token) return false;
		const { lower } = token;
		if (PLAIN_WORDS.has(lower) && !HELPING_NAMES.has(lower))
			return this.#isAlso(lower) && this.#afterCivilTitle(index);
		if (HELPING_NAMES.has(lower)) return this.#isHelpingName(index);
		return (
			this.#afterTitle(index) ||
			this.#afterKin(index) ||
			this.#afterTelling(index) ||
			this.#inPair(index) ||
			this.#afterNaming(index) ||
			this.#asSubject(index) ||
			this.#asOwner(index) ||
			this.#afterPreposition(index) ||
			this.#asFullName(index) ||
			this.#isGreeted(index) ||
			this.#isInitial(index) ||
			this.#asBareObject(index)
		);
	}

	/** “will” and “may”: before a verb in the past, or where only a person can stand. */
	#isHelpingName(index: number): boolean {
		const [token, before, further] = this.#around(index);
		const next = this.#tokens[index + 1];
		if (!token) return false;
		if (token.owns && !DETERMINERS.has(before?.lower ?? '')) return true;
		if (before?.lower === 'and' && this.#isOfTwo(index - 2)) return true;
		const follows = this.after(index);
		if (runsOn(token) && /^did(?:n't|nt)?$/.test(before?.lower ?? '') && isHuman('did', next?.lower))
			return true;
		const past = follows === 'verb' && isPast(this.#verbAfter(index)?.lower ?? '');
		const isFull =
			next !== undefined &&
			runsOn(next) &&
			this.#isAlso(next.lower) &&
			this.after(index + 1) === 'verb' &&
			isPast(this.#verbAfter(index + 1)?.lower ?? '');
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

	/** “dr best”: what follows such a title is a name, whatever else it means. */
	#afterCivilTitle(index: number): boolean {
		const [token, before] = this.#around(index);
		return token !== undefined && runsOn(token) && /^(?:mr|mrs|ms|mx|dr)$/.test(before?.lower ?? '');
	}

	/** “my ex, k,”, “i told j”: a letter for a name. */
	#isInitial(index: number): boolean {
		const [token, before] = this.#around(index);
		if (!token || !/^[b-hj-np-tv-z]$/.test(token.lower) || !before) return false;
		if (!/^[ ,]*["'(]*$/.test(token.gap)) return false;
		if (KIN.has(before.lower) || CIVIL_TITLES.has(before.lower) || this.#ranks.has(before.lower)) return true;
		if (!runsOn(token) || /^[nrx]$/.test(token.lower)) return false;
		return TELLING.has(before.lower) || /^(?:with|called|named)$/.test(before.lower);
	}

	/**
	 * “he threw ivy across the room”, “it was bill who found me”: a given name without an article, where a thing would
	 * have one.
	 */
	#asBareObject(index: number): boolean {
		const [token, before, further] = this.#around(index);
		const next = this.#tokens[index + 1];
		if (!token || !before || (!next && !runsOn(token)) || !runsOn(token)) return false;
		const { lower } = token;
		if (!this.#lexicon.isGivenName(lower) || KIN.has(lower)) return false;
		if (isBeing(before) && /^(?:it|that)$/.test(further?.lower ?? ''))
			return /^(?:who|that)$/.test(next?.lower ?? '');
		if (this.#isAskedOf(index)) return true;
		if (BARE_NOUNS.has(lower) || isMass(lower)) return false;
		const follows = this.after(index);
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
		const isBareHere = this.#isBare(index) && !isBeing(before) && !isVerbHere;
		const isObject =
			asksOf ||
			isBareHere ||
			(isVerb(before.lower) && !isBeing(before) && !HELPING.has(before.lower)) ||
			(HOLDING.has(before.lower) && !VERBS.has(lower)) ||
			(MISSING.has(after) &&
				after !== 'and' &&
				runsOn(before) &&
				!PLAIN_WORDS.has(before.lower) &&
				this.#isNameable(before.lower)) ||
			/^(?:after|over|without)$/.test(before.lower);
		return isObject && !(isVerb(lower) && follows !== 'verb');
	}

	/** “how could faith have known”, “where was grace”: the subject of a question. */
	#isAskedOf(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token || !before || !runsOn(token) || !HELPING.has(before.lower)) return false;
		const asks = opensClause(before) || /^(?:where|why|how|when|what|who)$/.test(further?.lower ?? '');
		const [next, then] = [this.#tokens[index + 1]?.lower, this.#tokens[index + 2]?.lower];
		if (!asks) return false;
		return isBeing(before)
			? this.after(index) !== 'noun'
			: (next === 'have' && then !== undefined) || isHuman('did', next);
	}

	/** “hi mark,”: whom a letter or a message speaks to. */
	#isGreeted(index: number): boolean {
		const [token, before] = this.#around(index);
		if (!token || !before || !GREETINGS.has(before.lower) || !/^,? $/.test(token.gap)) return false;
		const follows = this.after(index);
		if (/^,/.test(token.gap))
			return (
				/^(?:yours|signed|sincerely|faithfully|regards|love|sorry)$/.test(before.lower) &&
				this.#lexicon.isGivenName(token.lower) &&
				follows === 'end'
			);
		if (before.lower === 'from')
			return this.#tokens[index - 2]?.lower === 'love' && this.#lexicon.isGivenName(token.lower);
		return this.#lexicon.isGivenName(token.lower) && (follows === 'end' || follows === 'comma');
	}

	/** After “mr”, a rank or an office. */
	#afterTitle(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token || !before || !runsOn(token)) return false;
		const { lower } = token;
		const title = before.lower;
		if (before.owns) return false;
		const also = this.#isAlso(lower);
		const follows = this.after(index);
		if (CIVIL_TITLES.has(title)) {
			if (title === 'miss') return also && !BARE_NOUNS.has(lower) && !MISSING.has(further?.lower ?? '');
			if (/^(?:sir|dame|lord|lady)$/.test(title)) return also && follows !== 'noun';
			return !OFFICE_NOUNS.has(lower);
		}
		// “the constable met them”: a verb of its own.
		if (isPast(lower) && follows !== 'verb') return false;
		if (OFFICE_NOUNS.has(lower) || this.#ranks.has(lower) || OFFICES.has(lower)) return false;
		if (title !== 'special' && this.#ranks.has(title)) {
			if (also) return !KIN.has(lower) || follows === 'verb';
			return this.#isNameable(lower) && !KIN.has(lower) && !BARE_NOUNS.has(lower) && follows !== 'noun';
		}
		if (!OFFICES.has(title) && title !== 'special') return false;
		if (BARE_NOUNS.has(lower) && !this.#lexicon.isGivenName(lower)) return false;
		if (also && !KIN.has(lower)) {
			const next = this.#tokens[index + 1];
			return follows !== 'noun' && next?.lower !== 'of' && (title !== 'special' || follows === 'verb');
		}
		return (
			/^(?:judge|supervisor|councillor|imam|pastor|vicar|matron|nanny|aunt\w*|uncle|auntie)$/.test(title) &&
			this.#isNameable(lower) &&
			!KIN.has(lower) &&
			!BARE_NOUNS.has(lower) &&
			follows === 'verb'
		);
	}

	/** After “my daughter”, “his mate”, “our”. */
	#afterKin(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token || !before) return false;
		const { lower } = token;
		const follows = this.after(index);
		const also = this.#isAlso(lower);
		const given = this.#lexicon.isGivenName(lower);
		if (KIN.has(lower) && follows !== 'verb') return false;
		const isAnimal = /^(?:dog|cat|puppy|kitten|horse|pony|rabbit|hamster|bird)$/.test(before.lower);
		if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && !BARE_NOUNS.has(lower) && given)
			return follows !== 'noun' && follows !== 'plain';
		if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && given)
			return follows === 'verb' && lower !== 'love';
		// Titles of kin such as “mum” are no place of a name for another of them: “my mum friend”.
		if (runsOn(token) && this.#areNamed(index)) return true;
		if (this.#isAppositive(index)) return true;
		const kin =
			KIN.has(before.lower) &&
			(further === undefined || OWNERS.has(further.lower) || !runsOn(before) || !isVerb(further.lower));
		if (!kin || OFFICE_NOUNS.has(lower)) return false;
		if (/^, ?["']?$/.test(token.gap)) {
			const owned = further !== undefined && runsOn(before) && (OWNERS.has(further.lower) || also);
			if (!owned || (!this.#isNameable(lower) && !isAnimal) || EPITHETS.has(lower) || BARE_NOUNS.has(lower))
				return false;
			if (follows === 'comma') return given || this.#clauseAfter(index + 1) || (also && !this.#isList(index));
			return given && (follows === 'end' || follows === 'verb' || follows === 'and');
		}
		if (!runsOn(token)) return false;
		// “My daughter rose early”: a verb of its own, unless another verb follows it.
		if (isPast(lower) || /^(?:bet|cut|let|hit|cost|may|can)$/.test(lower))
			return (
				follows === 'verb' &&
				(given || also || lower === 'bet') &&
				isPast(this.#verbAfter(index)?.lower ?? '')
			);
		if (BARE_NOUNS.has(lower) && !given) return false;
		if (follows === 'verb') return this.#isNameable(lower) || also;
		if (given) return follows !== 'noun';
		return also && follows !== 'noun' && follows !== 'plain' && isPersonal(before.lower);
	}

	/** “the duty officer, bush, told me”: a name between commas after somebody's work, before a verb. */
	#isAppositive(index: number): boolean {
		const [token, before] = this.#around(index);
		if (!token || !before || !/^, ["']?$/.test(token.gap) || this.after(index) !== 'comma') return false;
		const { lower } = before;
		const isWork =
			OFFICES.has(lower) || this.#ranks.has(lower) || /(?:er|or|ist|rep|chair|man|woman)$/.test(lower);
		const isOwned = this.#tokens
			.slice(Math.max(0, index - 4), index - 1)
			.some((one) => OWNERS.has(one.lower));
		const next = this.#tokens[index + 1];
		return isWork && isOwned && this.#isAlso(token.lower) && next !== undefined && isVerb(next.lower);
	}

	/** “his mates fudge and lurch came”: two names after a plural, before a verb. */
	#areNamed(index: number): boolean {
		const [token, before] = this.#around(index);
		const [and, other] = [this.#tokens[index + 1], this.#tokens[index + 2]];
		if (!token || !before || !and || !other || and.lower !== 'and' || !runsOn(and) || !runsOn(other))
			return false;
		if (!KIN.has(before.lower.replace(/s$/, '')) && before.lower !== 'children') return false;
		return this.#isAlso(token.lower) && !PLAIN_WORDS.has(other.lower) && this.after(index + 2) !== 'noun';
	}

	/** After “told”, “rang”, “married”. */
	#afterTelling(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token || !before || !runsOn(token)) return false;
		const { lower } = token;
		const follows = this.after(index);
		const byPerson =
			before.lower === 'by' && further !== undefined && runsOn(before) && TOLD_BY.has(further.lower);
		// “the text below”, “a ring”: the noun, not the verb.
		const isNoun = further !== undefined && runsOn(before) && (ARTICLES.has(further.lower) || further.owns);
		if (!byPerson && (isNoun || before.word !== before.lower)) return false;
		if (!TELLING.has(before.lower) && !byPerson) return false;
		if (KIN.has(lower) || (BARE_NOUNS.has(lower) && !this.#lexicon.isGivenName(lower))) return false;
		if (
			byPerson &&
			/^(?:phone|letter|post|text|email|hand|force|law|chance|mistake|accident|car|order|panel|surprise|name|design|fate|luck|bus|train|magic|default|midnight|noon|lunchtime|bedtime|teatime|default|video|land|sea|air|fire|voicemail)$/.test(
				lower,
			)
		)
			return false;
		// “asked” and “told” are also what was done to somebody else: “was told work was a privilege”.
		if (this.#isAlso(lower)) return follows !== 'noun' || this.#isFullName(index);
		return this.#isNameable(lower) && follows !== 'noun' && !isVerb(lower);
	}

	/** “me and x”, “x and i”. */
	#inPair(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token) return false;
		const { lower } = token;
		if (this.#isOfTwo(index) || (before?.lower === 'and' && this.#isOfTwo(index - 2))) return true;
		if (
			before?.lower === 'and' &&
			/^(?:he|she)$/.test(further?.lower ?? '') &&
			this.#lexicon.isGivenName(lower)
		)
			return (
				this.after(index) === 'verb' && isPast(this.#verbAfter(index)?.lower ?? '') && !BARE_NOUNS.has(lower)
			);
		if (KIN.has(lower) || !this.#isNameable(lower) || isVerb(lower)) return false;
		const also = this.#isAlso(lower);
		const follows = this.after(index);
		const given = this.#lexicon.isGivenName(lower);
		if (before?.lower === 'and' && runsOn(token) && further && runsOn(before)) {
			const other = further.lower;
			if (/^(?:me|him|her|us|myself|himself|i)$/.test(other))
				return (!BARE_NOUNS.has(lower) || given) && follows !== 'noun' && (also || !/^(?:i|us)$/.test(other));
			if (KIN.has(other)) return given && follows !== 'noun';
		}
		const [and, other] = [this.#tokens[index + 1], this.#tokens[index + 2]];
		if (
			and?.lower === 'and' &&
			runsOn(and) &&
			other &&
			runsOn(other) &&
			/^(?:i|me|myself)$/.test(other.lower)
		) {
			if (BARE_NOUNS.has(lower) && !given) return false;
			return this.#isBare(index) && (also || opensClause(token));
		}
		return false;
	}

	/** “gene and pat put us up”: two given names before a verb. */
	#isOfTwo(index: number): boolean {
		const [first, and, second] = [this.#tokens[index], this.#tokens[index + 1], this.#tokens[index + 2]];
		if (!first || !second || and?.lower !== 'and' || !runsOn(and) || !runsOn(second) || first.owns)
			return false;
		if (isVerb(first.lower) || BARE_NOUNS.has(first.lower) || BARE_NOUNS.has(second.lower)) return false;
		if (isMass(first.lower) && isMass(second.lower)) return false;
		const areNames =
			this.#lexicon.isGivenName(first.lower) &&
			(HELPING_NAMES.has(second.lower) || (this.#isAlso(second.lower) && !PLAIN_WORDS.has(second.lower)));
		const follows = this.after(index + 2);
		return (
			areNames && this.#isBare(index) && (follows === 'verb' || follows === 'end' || follows === 'comma')
		);
	}

	/** “called x”, “known as x”, “his name was x”, “they call him x”. */
	#afterNaming(index: number): boolean {
		const [token, before, further, third] = this.#around(index);
		if (!token || !before || !/^ ["'(]*$|^[,:] ["']?$/.test(token.gap)) return false;
		const { lower } = token;
		if (!this.#isNameable(lower) && !this.#isAlso(lower)) return false;
		const also = this.#isAlso(lower);
		const follows = this.after(index);
		const open = follows !== 'noun' && !isVerb(lower) && !EPITHETS.has(lower) && !KIN.has(lower);
		if (NAMING.has(before.lower) && runsOn(token)) {
			if (further && DETERMINERS.has(further.lower) && runsOn(before)) return false;
			if (before.lower !== 'called')
				return (
					open && (before.lower !== 'named' || also || isBeing(further) || KIN.has(further?.lower ?? ''))
				);
			const subject = isBeing(further) ? third : further;
			if (
				subject &&
				(KIN.has(subject.lower) ||
					/^(?:who|man|woman|someone|somebody|guy|officer|one|girl|boy|person)$/.test(subject.lower) ||
					subject.owns)
			)
				return open;
			return also && open && isBeing(further);
		}
		if (isBeing(before) && /^(?:name|nickname|names)$/.test(further?.lower ?? ''))
			return open && (also || !/(?:nt|al|ous|ic|ive|able|ful|less|ect)$/.test(lower));
		if (before.owns && /^(?:name|nickname)$/.test(before.lower)) return open && also;
		if (before.lower === 'as' && runsOn(token) && further) {
			if (/^(?:known|know|knew|knows)$/.test(further.lower)) return open && also;
			return (
				OBJECTS.has(further.lower) &&
				/^(?:knew|know|known|knows|saved|listed|remember|remembered)$/.test(third?.lower ?? '') &&
				open
			);
		}
		if (further && runsOn(token) && OBJECTS.has(before.lower) && CALLING.has(further.lower)) {
			if (lower === 'names' || this.#lexicon.isGivenName(lower)) return lower !== 'names' && open;
			return (
				open &&
				before.lower !== 'me' &&
				(also || EVERYONE.has(third?.lower ?? '')) &&
				(also || before.lower === 'him')
			);
		}
		// “the one they call nobby”
		if (runsOn(token) && /^(?:call|calls)$/.test(before.lower) && EVERYONE.has(further?.lower ?? ''))
			return open && !BARE_NOUNS.has(lower);
		if (
			isBeing(before) &&
			this.#tokens.slice(Math.max(0, index - 7), index).some((one) => one.lower === 'nickname')
		)
			return open;
		if (
			(before.lower === 'by' && /^(?:goes|went|go|going)$/.test(further?.lower ?? '')) ||
			(before.lower === 'to' && /^(?:answers|answered|answer)$/.test(further?.lower ?? ''))
		)
			return open && also && follows !== 'plain';
		return before.lower === 'of' && further?.lower === 'name' && open;
	}

	/** Before a verb, without an article: “when price was”, “grace would not sleep”. */
	#asSubject(index: number): boolean {
		const [token, before] = this.#around(index);
		if (!token || token.owns || this.after(index) !== 'verb') return false;
		const { lower } = token;
		if (KIN.has(lower) || !this.#isNameable(lower)) return false;
		const verb = this.verbIndex(index);
		const at = (offset: number) => this.#tokens[verb + offset]?.lower;
		const human = isHuman(at(0) ?? '', at(1), at(2), at(3));
		const free = opensClause(token) || OPENERS.has(before?.lower ?? '');
		const given = this.#lexicon.isGivenName(lower);
		// “that summer told me” may stand after “after”, though “that” is an article too.
		if (before?.lower === 'that' && (!human || !this.#isAlso(lower))) return false;
		if (!free) return false;
		if (BARE_NOUNS.has(lower)) return given && human;
		if (this.#isAlso(lower)) return human || (!isVerb(lower) && isPast(at(0) ?? '') && at(0) !== 'did');
		return human && !isVerb(lower) && !EPITHETS.has(lower) && !OFFICES.has(lower) && isPast(at(0) ?? '');
	}

	/** “mark's mum”: what belongs to somebody, without an article. */
	#asOwner(index: number): boolean {
		const [token] = this.#around(index);
		if (!token?.owns) return false;
		const { lower } = token;
		if (KIN.has(lower) || OFFICES.has(lower)) return false;
		if (BARE_NOUNS.has(lower) && !this.#lexicon.isGivenName(lower)) return false;
		return this.#isAlso(lower) && this.#isBare(index);
	}

	/** “with jack”, “to daisy”: given names that are things to count, where no article stands. */
	#afterPreposition(index: number): boolean {
		const [token, before, further] = this.#around(index);
		if (!token || !before || !runsOn(token) || !PREPOSITIONS.has(before.lower)) return false;
		const { lower } = token;
		if (!this.#lexicon.isGivenName(lower) || BARE_NOUNS.has(lower)) return false;
		if (isMass(lower)) return this.after(index) === 'and' && this.#tokens[index + 2]?.word !== 'my';
		if (VERBS.has(lower) && before.lower === 'to') {
			const object = DETERMINERS.has(this.#tokens[index + 1]?.lower ?? '');
			if (object || !SPEAKING_TO.has(further?.lower ?? '')) return false;
		}
		return this.after(index) !== 'noun';
	}

	/** “mark brown told”: a given name and a family name, both words. */
	#asFullName(index: number): boolean {
		const [token, before] = this.#around(index);
		const next = this.#tokens[index + 1];
		if (!token) return false;
		const isPair = (first: Token, second: Token, at: number) => {
			if (
				!runsOn(second) ||
				first.owns ||
				!this.#lexicon.isGivenName(first.lower) ||
				!this.#isAlso(second.lower)
			)
				return false;
			if (
				PLAIN_WORDS.has(first.lower) ||
				(isVerb(second.lower) && this.after(at + 1) !== 'verb') ||
				PLAIN_WORDS.has(second.lower) ||
				KIN.has(second.lower) ||
				!this.#isBare(at)
			)
				return false;
			const follows = this.after(at + 1);
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
	#isFullName(index: number): boolean {
		const [token, next] = [this.#tokens[index], this.#tokens[index + 1]];
		if (!token || !next || !runsOn(next) || token.owns || PLAIN_WORDS.has(next.lower)) return false;
		return (
			this.#lexicon.isGivenName(token.lower) && this.#isAlso(next.lower) && this.after(index + 1) !== 'noun'
		);
	}

	/** What comes after a word. */
	after(index: number): After {
		const next = this.#tokens[index + 1];
		if (!next) return 'end';
		const gap = next.gap.replace(/^'s/, '');
		if (/[.!?;:)"\ufffc]/.test(gap)) return 'end';
		if (/,| -+ /.test(gap)) return 'comma';
		if (next.lower === 'and') {
			const [other, further] = [this.#tokens[index + 2], this.#tokens[index + 3]];
			if (!other) return 'plain';
			if (
				/^(?:i|me|he|she|we|they|his|her|my|our|their|myself)$/.test(other.lower) ||
				/^\p{Lu}/u.test(other.word)
			)
				return 'and';
			return other.lower === 'the' && KIN.has(further?.lower ?? '') ? 'and' : 'plain';
		}
		if (this.#verbAfter(index)) return 'verb';
		return PLAIN_WORDS.has(next.lower) || /^\d/.test(next.word) || isAdverb(next.lower) ? 'plain' : 'noun';
	}

	/** Where the verb after a word stands, past at most two words such as “then” or “always”. */
	verbIndex(index: number): number {
		for (let at = index + 1; at <= index + 3; at++) {
			const token = this.#tokens[at];
			if (!token || (!runsOn(token) && !/^'s? $/.test(token.gap))) return -1;
			if (isVerb(token.lower)) return at;
			if (!isAdverb(token.lower)) return -1;
		}
		return -1;
	}

	#verbAfter(index: number): Token | undefined {
		return this.#tokens[this.verbIndex(index)];
	}

	/** Whether a new clause or a word such as “who” stands at an index. */
	#clauseAfter(index: number): boolean {
		const token = this.#tokens[index];
		return token !== undefined && (isVerb(token.lower) || /^(?:who|whose|and|he|she)$/.test(token.lower));
	}

	/** Whether a comma after a word goes on to list things. */
	#isList(index: number): boolean {
		const next = this.#tokens[index + 1];
		return next !== undefined && !PLAIN_WORDS.has(next.lower) && !isVerb(next.lower);
	}

	/** Whether no article, number or describing word stands before a word. */
	#isBare(index: number): boolean {
		const [token, before] = this.#around(index);
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
	#isNameable(word: string): boolean {
		return isSingular(word) || this.#lexicon.isGivenName(word);
	}

	#isAlso(word: string): boolean {
		return this.#lexicon.isAlsoName(word) || this.#lexicon.isGivenName(word);
	}

	#around(index: number): (Token | undefined)[] {
		return [this.#tokens[index], this.#tokens[index - 1], this.#tokens[index - 2], this.#tokens[index - 3]];
	}
}
