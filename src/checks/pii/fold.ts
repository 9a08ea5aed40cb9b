import { type Mapped, normalise } from './normalise.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Letters that compatibility forms leave whole although readers and keyboards take them for others. */
const WHOLE: Readonly<Record<string, string>> = {
	æ: 'ae',
	œ: 'oe',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
};

const ASCII = /^[\x20-\x7e]*$/;

/**
 * A text in the form in which two typings of the same words are equal: the checks' normal form, in small letters,
 * without accents, ligatures taken apart. Each character leads back to where it came from.
 */
export function fold(source: string): Mapped {
	const { text, origin } = normalise(source);
	if (ASCII.test(text)) return { text: text.toLowerCase(), origin };
	let folded = '';
	const origins: number[] = [];
	let at = 0;
	for (const letter of text) {
		const plain = foldLetter(letter);
		for (let index = 0; index < plain.length; index++) origins.push(at);
		folded += plain;
		at += letter.length;
	}
	return { text: folded, origin: (index) => origin(origins[index] ?? text.length) };
}

/** The letters and digits of a word in that form, and nothing else. */
export function foldWord(word: string): string {
	if (ASCII.test(word)) return word.toLowerCase().replace(/[^a-z0-9]/g, '');
	const letters = [...normalise(word).text].map(foldLetter).join('');
	return letters.replace(/[^\p{L}\p{N}]/gu, '');
}

function foldLetter(letter: string): string {
	const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return lookup(WHOLE, plain) ?? plain;
}
