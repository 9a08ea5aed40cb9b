/** Who wrote or answers for something. A person’s name is kept as printed beside its parts. */
export type Creator = Person | Body;

export interface Person {
	kind: 'person';
	/** As printed: `Jane K Croft`. */
	printed: string;
	family: string;
	given: string;
	/** `van der`, `de`: sorted and printed with the family name. */
	particle: string;
	suffix: string;
}

/** An organisation, or a name that cannot be told apart into given and family name. */
export interface Body {
	kind: 'body';
	name: string;
	/** Usual short form, for later references. */
	short: string;
}

const HONORIFIC = /^(?:dr|prof|professor|mr|mrs|ms|miss|mx|sir|dame|rev)\.?$/i;
const POSTNOMINAL = /^(?:[KQ]C|MPs?|MBE|OBE|CBE|KBE|DBE|PhD|FRS|FBA|DL|JP)$/;
const SUFFIX = /^(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;
const PARTICLE = /^(?:van|von|der|den|de|di|da|du|del|della|dos|la|le|ter|ten|zu|al|bin|ibn|ap|ab)$/;
/** Words that a person’s name does not have, but a byline may. */
const NO_PERSON =
	/(?:^|\s)(?:editors?|editorial|correspondents?|reporters?|staff|team|desk|agency|press|media|news|association|limited|ltd|service|services|bureau|unit|council|committee|group|office|company|lord|lady|baron|baroness|and|by|the|of)(?:\s|$)|[&\d/@]/i;

/**
 * The creator behind a byline. A name is told apart as far as that can be done without guessing: the last word is
 * the family name, with a particle before it; `Family, Given` says it outright. Anything else stays whole.
 *
 * @param printed one name, as printed
 */
export function creatorOf(printed: string): Creator {
	const [before = '', ...after] = printed.split(',').map((part) => part.trim());
	const plain = after.filter((part) => !POSTNOMINAL.test(part) && !SUFFIX.test(part));
	const suffixes = after.filter((part) => SUFFIX.test(part));
	if (NO_PERSON.test(printed) || plain.length > 1) return bodyOf(printed);
	const words = (plain[0] === undefined ? before : plain[0]).split(/\s+/).filter(isName);
	if (words.length > 5) return bodyOf(printed);
	if (plain[0] !== undefined)
		return person(words.join(' '), before.split(/\s+/), suffixes.map(bare).join(' '));
	const suffix = SUFFIX.test(words.at(-1) ?? '') ? (words.pop() ?? '') : (suffixes[0] ?? '');
	if (words.length < 2) return bodyOf(printed);
	const particle = words.findIndex((word, index) => index > 0 && PARTICLE.test(word));
	const family = words.splice(particle > 0 && particle < words.length - 1 ? particle : words.length - 1);
	return person(words.join(' '), family, bare(suffix));
}

/** A name that stays whole. */
export function bodyOf(name: string, short = name): Body {
	return { kind: 'body', name, short };
}

function person(given: string, familyWords: readonly string[], suffix: string): Creator {
	const own = familyWords.findIndex((word) => !PARTICLE.test(word));
	const family = familyWords.slice(own).join(' ');
	const particle = familyWords.slice(0, own).join(' ');
	const printed = [given, particle, family, suffix].filter(Boolean).join(' ');
	return { kind: 'person', printed, family, given, particle, suffix };
}

function isName(word: string): boolean {
	return !HONORIFIC.test(word) && !POSTNOMINAL.test(word);
}

/** Without a full stop at the end. */
function bare(word: string): string {
	return word.replace(/\.$/, '');
}

/** Particle and family name: `van der Berg`. */
export function fullFamily({ particle, family }: Person): string {
	return particle ? `${particle} ${family}` : family;
}

/** Initials without stops or spaces, hyphens kept: `Jean-Paul K` gives `J-PK`. */
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
