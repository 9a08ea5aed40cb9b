import type { Lexicon } from '../lexicon.ts';
import { isWithin } from '../phrases.ts';
import type { Hit, Span } from '../model.ts';
import { anyOf, listOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const LETTERED_WORDS = anyOf(`
	plan class vitamin category option level grade type form part section hepatitis schedule group point step
	question block side the letter an? team band tier
`);

/** What the rule on unknown words needs to know. */
interface WordContext {
	lexicon: Lexicon;
	explained: readonly Span[];
	isAllowed(word: string): boolean;
	ranks: readonly string[];
}

const CONTRACTION = /(?:n't|'(?:ve|re|ll|d|m|s|t)|s')$/;

/** Words of two letters that name nobody, with the short forms of daily writing. */
const PAIRS = new Set(
	listOf(`
	am an as at be by do go he hi if in is it me my no of oh ok on or ox so to up us we ad ah aw eh er ex ha
	ho hm id im iv ma mm mr ms mx dr st pa pi re sh ta tv uh um ur vs ya ye yr cv pm am uk us eu ni gp hr iq
	dv da it eg ie dm ac ii iv vi ix xx xo bf gf km kg mg ml cm ft lb oz hr nd rd th wi fi em de la le al el
	et en du ne
`),
);
/** What a single letter is the name of: “plan b”, “class c”. */
const LETTERED = fixed('i')`\b${LETTERED_WORDS}\s+$`;

/** DT-C4. Words in small letters that no dictionary has: nicknames, places, handles, abbreviations. */
export function unknownWords(text: string, world: WordContext): Hit[] {
	const hits: Hit[] = [];
	const ranks = new Set(world.ranks.map((rank) => rank.toLowerCase()));
	for (const match of text.matchAll(/(?<![\p{L}\p{N}'-])\p{Ll}[\p{L}']*(?:-[\p{L}']+)*(?![\p{L}\p{N}])/gu)) {
		let offset = match.index;
		const parts = match[0].split('-');
		for (const part of parts) {
			const start = offset;
			offset += part.length + 1;
			if (isKnown(part, world)) {
				if (part.length > 2 || ranks.has(part) || world.isAllowed(part)) continue;
				if (part.length === 2 ? PAIRS.has(part) : isKnownLetter(part, parts, text, start)) continue;
			}
			const span = { start, end: start + part.length };
			if (!isWithin(span, world.explained)) hits.push({ ...span, rule: 'DT-C4', type: 'unknown word' });
		}
	}
	return hits;
}

/** A letter of a compound, an abbreviation, a message, or one that tells things apart. */
function isKnownLetter(letter: string, parts: readonly string[], text: string, start: number): boolean {
	return (
		/[aiounrxstmdk']/.test(letter) ||
		text.length === 1 ||
		(parts.length === 2 && parts.some((part) => part.length > 2)) ||
		/^\.\p{L}/u.test(text.slice(start + 1)) ||
		/\p{L}\.$|\d ?$|['/]$/u.test(text.slice(Math.max(0, start - 2), start)) ||
		LETTERED.test(text.slice(Math.max(0, start - 12), start))
	);
}

function isKnown(part: string, { lexicon, isAllowed }: WordContext): boolean {
	const bare = part.replace(/^'+|'+$/g, '');
	const stem = bare.replace(CONTRACTION, '');
	if (stem.length < 3) return true;
	if (!/^\p{Ll}+$/u.test(stem))
		return /'/.test(stem) ? lexicon.isWord(stem.replace(/'/g, '')) || isAllowed(bare) : isAllowed(bare);
	return (
		lexicon.isWord(bare) ||
		lexicon.isWord(stem) ||
		isAllowed(stem) ||
		lexicon.isWord(stem.normalize('NFD').replace(/\p{M}/gu, ''))
	);
}
