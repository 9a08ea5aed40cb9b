/** An author. */
export type Creator = Person | Body;

export interface Person {
	kind: 'person';
	/** The full name as printed: `Jane K. Croft`. */
	printed: string;
	/** Family name, including a capitalised particle: `De Souza`, `Ó Cuív`, `Mac Giolla Ruaidh`. */
	family: string;
	/** Given names, with a full stop and a space after each initial: `Jane K.`, `J. K.`. */
	given: string;
	/** A lower-case particle, sorted and printed with the family name: `van der`, `ap`. */
	particle: string;
	suffix: string;
}

/** An organisation, or a name that cannot be split into given and family name. */
export interface Body {
	kind: 'body';
	name: string;
	/** The usual short form, for subsequent references. */
	short: string;
}

const HONORIFIC =
	/^(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|revd?|rt|hon|hhj|justice|judge|cllr|councillor)\.?$/i;
const POSTNOMINAL = /^(?:[KQ]C|MPs?|MSP|MS|MLA|MBE|OBE|CBE|KBE|DBE|PhD|FRS|FBA|DL|JP)$/;
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;
/**
 * Words that begin a family name of several words. `O` and `Ben` are left out: they are more often an initial and a given
 * name.
 */
const PARTICLE = new RegExp(
	'^(?:' +
		'van|von|vom|und|der|den|de|di|da|do|du|das|dos|des|del|della|delle|degli|dal|dalla|la|le|lo|las|los|ter|ten|' +
		'te|op|zu|zum|zur|af|av|al|el|bin|bint|ibn|abu|ap|ab|ferch|mac|mc|mag|ó|ní|ni|nic|nig|uí|ui|mhic|st\\.?|saint|' +
		"sainte|san|santa|fitz|['’]t" +
		')$',
	'iu',
);
/** Scripts in which the family name comes first, often without a space. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Words that occur in bylines but not in personal names. */
const NO_PERSON =
	/^(?:lord|lady|baron|baroness|viscount|viscountess|earl|bishop|archbishop)\s|(?:^|\s)(?:editors?|editorial|correspondents?|reporters?|staff|team|desk|agency|press|media|news|association|limited|ltd|service|services|bureau|unit|council|committee|group|office|company|and|by|the|of)(?:\s|$)|[&\d/@]/i;

/**
 * Parses the byline of one author. The last word is the family name, together with any particles before it; `Family, Given`
 * is explicit. Anything ambiguous is kept whole.
 *
 * @param printed one name as printed
 */
export function parseByline(printed: string): Creator {
	const [before = '', ...after] = printed.split(',').map((part) => part.trim());
	const plain = after.filter((part) => !POSTNOMINAL.test(part) && !SUFFIX.test(part));
	const suffixes = after.filter((part) => SUFFIX.test(part));
	if (NO_PERSON.test(printed) || FAMILY_FIRST.test(printed) || plain.length > 1) return bodyOf(printed);
	const words = (plain[0] === undefined ? before : plain[0]).split(/\s+/).filter(isName);
	if (words.length > 6) return bodyOf(printed);
	if (plain[0] !== undefined) return person(words, before.split(/\s+/), suffixes.map(bare).join(' '));
	const suffix = SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : (suffixes[0] ?? '');
	if (words.length < 2) return bodyOf(printed);
	const particle = words.findIndex((word, index) => index > 0 && beginsFamily(words, index, word));
	const family = words.splice(particle > 0 && particle < words.length - 1 ? particle : words.length - 1);
	return person(words, family, bare(suffix));
}

/** Whether the family name begins here: with a particle, or with the first part of a joined name: `Ortega y Gasset`. */
function beginsFamily(words: readonly string[], index: number, word: string): boolean {
	return PARTICLE.test(word) || word === 'ben' || /^[yi]$/.test(words[index + 1] ?? '');
}

/** An organisation, or a name that is kept whole. */
export function bodyOf(name: string, short = name): Body {
	return { kind: 'body', name, short };
}

function person(givenWords: readonly string[], familyWords: readonly string[], suffix: string): Creator {
	// A lower-case particle is separate; a capitalised one belongs to the family name.
	const own = familyWords.findIndex((word) => !PARTICLE.test(word) || word !== word.toLowerCase());
	const family = familyWords.slice(own).join(' ');
	const particle = familyWords.slice(0, own).join(' ');
	const printed = [...givenWords, particle, family, suffix].filter(Boolean).join(' ');
	return { kind: 'person', printed, family, given: givenWords.map(spaced).join(' '), particle, suffix };
}

/** Separates initials, as reference managers need: `J.K.` and `JK` give `J. K.`. */
function spaced(word: string): string {
	if (/^(?:\p{Lu}\.){2,}$/u.test(word)) return word.replace(/\.(?=.)/g, '. ');
	if (/^\p{Lu}{2,3}$/u.test(word)) return [...word].map((letter) => `${letter}.`).join(' ');
	return word;
}

function isName(word: string): boolean {
	return !HONORIFIC.test(word) && !POSTNOMINAL.test(word);
}

/** Removes a final full stop. */
function bare(word: string): string {
	return word.replace(/\.$/, '');
}

/** Particle and family name: `van der Berg`. */
export function fullFamily({ particle, family }: Person): string {
	return particle ? `${particle} ${family}` : family;
}

/** Initials without full stops or spaces, keeping hyphens: `Jean-Paul K.` gives `J-PK`. */
export function initials(given: string): string {
	return given
		.split(/\s+/)
		.map((name) =>
			name
				.split('-')
				.map((part) => part.charAt(0).toUpperCase())
				.join('-'),
		)
		.join('');
}

/** Given names without full stops, and without spaces between initials: `Jane K`, `JK` (OSCOLA 4, section 3.1.1). */
export function withoutStops(given: string): string {
	const words = given.replaceAll('.', '').split(/\s+/);
	const isInitial = (word: string | undefined) => word !== undefined && /^\p{Lu}$/u.test(word);
	return words
		.map((word, at) => (at > 0 && !(isInitial(word) && isInitial(words[at - 1])) ? ` ${word}` : word))
		.join('');
}
