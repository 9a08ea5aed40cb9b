import { isWithin } from '../phrases.ts';
import type { Hit, Span } from '../model.ts';

/** Letters outside the Latin alphabet, with the marks that belong to them: most of their scripts have no capitals. */
const FOREIGN =
	/(?:(?!\p{Script=Latin})[\p{L}\p{M}])+(?:[\s'-]{1,2}(?:(?!\p{Script=Latin})[\p{L}\p{M}])+)*/gu;
/** Braille, which is letters to whoever reads it. */
const BRAILLE = /[\u2801-\u28ff]+(?: [\u2801-\u28ff]+)*/g;
/** Three letters or more, each by itself: “k.a.r.e.n”, “k a r e n”. */
const SPELLED =
	/(?<![\p{L}\p{N}'])[([]?\p{L}(?:(?:[.\-_*,/|+~:·=]{1,2} ?|[)\]] ?[([]?| )\p{L}(?![\p{L}\p{N}'])){2,}[)\]]?/gu;
/** Two letters with full stops, as initials are written; “i.e.”, “a.m.” and their like are none. */
const INITIALS = /(?<![\p{L}\p{N}.])\p{L}\.\s?\p{L}\.(?![\p{L}\p{N}])/gu;
const ABBREVIATIONS = /^(?:i\.e|e\.g|a\.m|p\.m|n\.b|p\.s|u\.k|u\.s|e\.u|q\.c|k\.c|c\.v|i\.d|t\.v|o\.k)\.$/i;
const MORSE = /(?<![\w.-])(?:[.-]{1,5}[ /]{1,3}){2,}[.-]{1,5}(?![\w.-])/g;

/**
 * DT-C3. Letters by which a word is written so that no rule of words sees it: another script, braille, Morse signs, a
 * name spelled letter by letter.
 */
export function letters(text: string, explained: readonly Span[]): Hit[] {
	const hits: Hit[] = [];
	const add = (pattern: RegExp, type: string, test: (value: string) => boolean = () => true) => {
		for (const { index, 0: value } of text.matchAll(pattern)) {
			const span = { start: index, end: index + value.length };
			if (test(value) && !isWithin(span, explained)) hits.push({ ...span, rule: 'DT-C3', type });
		}
	};
	if (/[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u.test(text)) add(FOREIGN, 'word in another script');
	add(BRAILLE, 'word in braille');
	add(SPELLED, 'word spelled letter by letter');
	add(INITIALS, 'pair of initials', (value) => !ABBREVIATIONS.test(value.replace(/\s/g, '')));
	if (/[.-][ /][.-]/.test(text))
		add(MORSE, 'word in Morse code', (value) => /-/.test(value) && /\./.test(value));
	return hits;
}

/** DT-C3. The same where only names are looked for: words in another script. */
export function foreignWords(text: string, explained: readonly Span[]): Hit[] {
	return letters(text, explained).filter(
		({ type, start, end }) => type === 'word in another script' && end - start > 1,
	);
}
