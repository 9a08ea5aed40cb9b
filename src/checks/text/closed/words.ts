import type { Lexicon } from '../lexicon.ts';
import { isWithin } from '../explained.ts';
import type { Hit, Span } from '../model.ts';

const CONTRACTION = /(?:n't|'(?:ve|re|ll|d|m|s|t)|s')$/;

/** DT-C4. Words in small letters that no dictionary has: nicknames, places, handles, abbreviations. */
export function unknownWords(
	text: string,
	lexicon: Lexicon,
	explained: readonly Span[],
	isAllowed: (word: string) => boolean,
): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(/(?<![\p{L}\p{N}'-])\p{Ll}[\p{L}']*(?:-[\p{L}']+)*(?![\p{L}\p{N}])/gu)) {
		let offset = match.index;
		for (const part of match[0].split('-')) {
			const start = offset;
			offset += part.length + 1;
			if (isKnown(part, lexicon, isAllowed)) continue;
			const span = { start, end: start + part.length };
			if (!isWithin(span, explained))
				hits.push({ ...span, rule: 'DT-C4', type: 'word that no dictionary has' });
		}
	}
	return hits;
}

function isKnown(part: string, lexicon: Lexicon, isAllowed: (word: string) => boolean): boolean {
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
