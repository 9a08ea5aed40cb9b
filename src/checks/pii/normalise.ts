/** A text with a source map: each character of `text` came from `source[origin(index)]`. */
export interface Mapped {
	text: string;
	/** Offset in the text it was made from. `text.length` maps to the end of the last character. */
	origin(index: number): number;
}

/**
 * Letters of other alphabets that look like Latin ones. An identifier written with them reads the same to a person
 * and would pass every pattern.
 */
const LOOKALIKES = new Map(
	Object.entries({
		АΑ: 'A',
		ВΒ: 'B',
		СϹ: 'C',
		ЕΕ: 'E',
		НΗ: 'H',
		ІΙ: 'I',
		Ј: 'J',
		КΚ: 'K',
		МΜ: 'M',
		Ν: 'N',
		ОΟ: 'O',
		РΡ: 'P',
		Ѕ: 'S',
		ТΤ: 'T',
		ХΧ: 'X',
		УΥ: 'Y',
		Ζ: 'Z',
		а: 'a',
		с: 'c',
		е: 'e',
		һ: 'h',
		іıι: 'i',
		ј: 'j',
		оο: 'o',
		р: 'p',
		ѕ: 's',
		х: 'x',
		у: 'y',
		ԁ: 'd',
		ԛ: 'q',
		ԝ: 'w',
		ν: 'v',
		'‘’‚‛ʼ′`´': "'",
		'“”„‟″': '"',
		'‐‑‒–—―−⁃﹘': '-',
		'․·•‧∙。': '.',
		'⁄∕': '/',
		'∶': ':',
		'＠': '@',
	}).flatMap(([from, to]) => [...from].map((letter) => [letter, to] as const)),
);
// Letters drawn as signs: flags are made of the first kind, the others stand white in a circle or a square.
for (const first of [0x1f1e6, 0x1f150, 0x1f170])
	for (let place = 0; place < 26; place++)
		LOOKALIKES.set(String.fromCodePoint(first + place), String.fromCharCode(0x41 + place));

const PLAIN = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;
const DIGIT = /\p{Nd}/u;
/** Characters that no reader sees: format characters, fillers, and marks left over after composition. */
const INVISIBLE = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0\u2800]/u;

/**
 * Normalises a text for the checks: folds compatibility forms and the digits of all scripts, removes
 * invisible characters, simplifies look-alike letters, dashes and quotes, and collapses runs of spaces.
 */
export function normalise(source: string): Mapped {
	if (PLAIN.test(source)) return { text: source, origin: (index) => index };
	let text = '';
	// Asked of the text itself, it would be copied for every letter.
	let last = '';
	const origins: number[] = [];
	const push = (piece: string, from: number) => {
		for (let index = 0; index < piece.length; index++) origins.push(from);
		text += piece;
		last = piece.slice(-1) || last;
	};
	for (const match of source.matchAll(/[\x21-\x7e]+|\P{M}\p{M}*|\p{M}+/gu)) {
		const [piece] = match;
		const start = match.index;
		if (piece.charCodeAt(0) >= 0x21 && piece.charCodeAt(0) <= 0x7e && /^[\x21-\x7e]+$/.test(piece)) {
			for (let index = 0; index < piece.length; index++) origins.push(start + index);
			text += piece;
			last = piece.slice(-1);
			continue;
		}
		for (const letter of piece.normalize('NFKC')) {
			const plain = LOOKALIKES.get(letter);
			if (plain !== undefined) push(plain, start);
			else if (/\s/u.test(letter)) {
				if (last !== ' ' && last !== '') push(' ', start);
			} else if (DIGIT.test(letter)) push(String(digitValue(letter)), start);
			else if (!INVISIBLE.test(letter)) push(letter, start);
		}
	}
	return { text, origin: (index) => origins[index] ?? (origins.at(-1) ?? -1) + 1 };
}

/** Value of a digit of any script. Unicode lists each script's ten digits in order, from zero. */
function digitValue(letter: string): number {
	const code = letter.codePointAt(0) ?? 0;
	if (code < 0x80) return code - 0x30;
	let zero = code;
	while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
	return code - zero;
}

/** Composes two maps. */
export function chain(outer: Mapped, inner: Mapped): Mapped {
	return { text: outer.text, origin: (index) => inner.origin(outer.origin(index)) };
}
