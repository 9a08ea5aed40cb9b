import { BARE_NOUNS, KIN, OFFICES, OFFICE_NOUNS, OWNERS, PLAIN_WORDS, isPast, isVerb } from '../grammar.ts';
import { EPITHETS, isBody, isPersonal, isSingular } from '../place-words.ts';
import { runsOn } from '../tokens.ts';
import { isAppositive } from './titles.ts';
import type { Reading } from './reading.ts';

/** After “my daughter”, “his mate”, “our”. */
export function afterKin(text: Reading, index: number): boolean {
	const [token, before, further] = text.around(index);
	if (!token || !before) return false;
	const { lower } = token;
	const follows = text.after(index);
	const also = text.isAlso(lower);
	const given = text.lexicon.isGivenName(lower);
	if (KIN.has(lower) && follows !== 'verb') return false;
	const isAnimal = /^(?:dog|cat|puppy|kitten|horse|pony|rabbit|hamster|bird)$/.test(before.lower);
	if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && !BARE_NOUNS.has(lower) && given)
		return follows !== 'noun' && follows !== 'plain';
	if (runsOn(token) && /^(?:our|wor|wir|oor)$/.test(before.lower) && given)
		return follows === 'verb' && lower !== 'love';
	if (runsOn(token) && isOneOfUs(text, index)) return true;
	// Titles of kin such as “mum” are no place of a name for another of them: “my mum friend”.
	if (runsOn(token) && areNamed(text, index)) return true;
	if (isAppositive(text, index)) return true;
	const kin =
		KIN.has(before.lower) &&
		(further === undefined || OWNERS.has(further.lower) || !runsOn(before) || !isVerb(further.lower));
	if (!kin || OFFICE_NOUNS.has(lower)) return false;
	if (/^, ?["']?$/.test(token.gap)) {
		const owned = further !== undefined && runsOn(before) && (OWNERS.has(further.lower) || also);
		if (!owned || (!text.isNameable(lower) && !isAnimal) || EPITHETS.has(lower) || BARE_NOUNS.has(lower))
			return false;
		if (follows === 'comma') return given || text.clauseAfter(index + 1) || (also && !text.isList(index));
		return given && (follows === 'end' || follows === 'verb' || follows === 'and');
	}
	if (!runsOn(token)) return false;
	// “My daughter rose early”: a verb of its own, unless another verb follows it.
	if (isPast(lower) || /^(?:bet|cut|let|hit|cost|may|can)$/.test(lower))
		return (
			follows === 'verb' && (given || also || lower === 'bet') && isPast(text.verbAfter(index)?.lower ?? '')
		);
	if (BARE_NOUNS.has(lower) && !given) return false;
	// “the cat mittens went missing”: animals are called by things in the plural too.
	if (follows === 'verb') return text.isNameable(lower) || also || (isAnimal && isThings(lower));
	if (given) return follows !== 'noun';
	return also && follows !== 'noun' && follows !== 'plain' && isPersonal(before.lower);
}

const SPEAKING =
	/^(?:says?|said|sez|tells?|told|telt|tellt|reckons|reckoned|thinks|thought|knew|knows|asked|heard|saw|rang|laughed|cried|shouted|texted|swears|swore|hates|hated|loves|loved)$/;

/** “our shell says”: one of the family, where no body, work or thing is what speaks. */
function isOneOfUs(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	if (!token || !before || !/^(?:our|wor|wir|oor|ahr)$/.test(before.lower)) return false;
	const { lower } = token;
	if (token.owns || !isSingular(lower) || KIN.has(lower) || OFFICES.has(lower) || BARE_NOUNS.has(lower))
		return false;
	if (text.after(index) !== 'verb' || isBody(lower)) return false;
	return SPEAKING.test(text.verbAfter(index)?.lower ?? '');
}

/** Whether a word is the plural of a thing that an animal may be called by, and no food or gear of its own. */
const isThings = (word: string) =>
	/s$/.test(word) &&
	!/^(?:treats|walks|hairs|toys|teeth|claws|paws|ears|eyes|legs|owners|lovers|walkers|ribs|was)$/.test(word);

/** “his mates fudge and lurch came”: two names after a plural, before a verb. */
function areNamed(text: Reading, index: number): boolean {
	const [token, before] = text.around(index);
	const [and, other] = [text.tokens[index + 1], text.tokens[index + 2]];
	if (!token || !before || !and || !other || and.lower !== 'and' || !runsOn(and) || !runsOn(other))
		return false;
	if (!KIN.has(before.lower.replace(/s$/, '')) && before.lower !== 'children') return false;
	return text.isAlso(token.lower) && !PLAIN_WORDS.has(other.lower) && text.after(index + 2) !== 'noun';
}
