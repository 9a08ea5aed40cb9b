import { BARE_NOUNS, CIVIL_TITLES, DETERMINERS, KIN, NAMING, TELLING, isVerb } from '../grammar.ts';
import { CALLING, EPITHETS, EVERYONE, OBJECTS, isBeing, isPersonNoun, isSingular } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import type { Reading } from './reading.ts';
import { anyOf } from '../../word-list.ts';
import { fixed } from '../../patterns/matching.ts';

/** What follows “by” and is nobody. */
const NO_AGENT = anyOf(`
	bus train car taxi tram coach boat ferry air sea bike foot quickly instinct feel law rule book default
	another different
`);

/** “called x”, “known as x”, “his name was x”, “they call him x”. */
export function afterNaming(text: Reading, index: number): boolean {
	const [token, before, further, third] = text.around(index);
	if (!token || !before || !/^ ["'(]*$|^[,:] ["']?$/.test(token.gap)) return false;
	const { lower } = token;
	if (!text.isNameable(lower) && !text.isAlso(lower)) return false;
	const also = text.isAlso(lower);
	const follows = text.after(index);
	const open = follows !== 'noun' && !isVerb(lower) && !EPITHETS.has(lower) && !KIN.has(lower);
	// “his mate they called chalky”, “the lad we called wolf”
	if (
		runsOn(token) &&
		/^(?:called|nicknamed)$/.test(before.lower) &&
		(EVERYONE.has(further?.lower ?? '') || /^(?:i|she|he)$/.test(further?.lower ?? ''))
	)
		return (
			open && third !== undefined && runsOn(further) && (KIN.has(third.lower) || isPersonNoun(third.lower))
		);
	if (NAMING.has(before.lower) && runsOn(token)) {
		if (further && DETERMINERS.has(further.lower) && runsOn(before)) return false;
		if (before.lower !== 'called')
			return open && (before.lower !== 'named' || also || isBeing(further) || KIN.has(further?.lower ?? ''));
		const subject = isBeing(further) ? third : further;
		if (
			subject &&
			(KIN.has(subject.lower) ||
				/^(?:who|(?:wo)?man|someone|somebody|guy|one|girl|boy|person)$/.test(subject.lower) ||
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
		if (lower === 'names' || text.lexicon.isGivenName(lower)) return lower !== 'names' && open;
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
		text.tokens.slice(Math.max(0, index - 7), index).some((one) => one.lower === 'nickname')
	)
		return open;
	// “he goes by bear with the lads”
	if (before.lower === 'by' && /^(?:goes|go|going)$/.test(further?.lower ?? '') && runsOn(token))
		return (
			open && (also || isSingular(lower)) && !BARE_NOUNS.has(lower) && !fixed('')`^${NO_AGENT}$`.test(lower)
		);
	if (
		(before.lower === 'by' && /^(?:goes|went|go|going)$/.test(further?.lower ?? '')) ||
		(before.lower === 'to' && /^(?:answers|answered|answer)$/.test(further?.lower ?? ''))
	)
		return open && also && follows !== 'plain';
	return before.lower === 'of' && further?.lower === 'name' && open;
}

/** “my ex, k,”, “i told j”: a letter for a name. */
export function isInitial(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || !/^[b-hj-np-tv-z]$/.test(token.lower) || !before) return false;
	if (!/^[ ,]*["'(]*$/.test(token.gap)) return false;
	if (KIN.has(before.lower) || CIVIL_TITLES.has(before.lower) || text.ranks.has(before.lower)) return true;
	if (!runsOn(token) || /^[nrx]$/.test(token.lower)) return false;
	return TELLING.has(before.lower) || /^(?:with|called|named)$/.test(before.lower);
}
