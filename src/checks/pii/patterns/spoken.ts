import { NUMBER_WORDS, SPELLING, TENS } from '../language.ts';
import type { Mapped } from '../normalise.ts';

const UNITS = [...NUMBER_WORDS.keys()].join('|');
const TEN = [...TENS.keys()].join('|');
const SPELT = [...SPELLING.keys()].join('|');
const TOKEN = `(?:(?:${TEN})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${UNITS}|hundred|thousand|double|triple|treble|${SPELT}|\\d{1,5}|[a-z]|(?:zero|nought)s?)`;
const RUN = new RegExp(
	`(?<!\\w|\\w'|'(?=s )|\\b[Ss]ection (?=s ))(?!(?:pp?|rr?|ss?)\\.\\s(?!\\w[.\\s]))${TOKEN}(?:(?:\\s*[-,/.]\\s*|\\s+(?:(?:space|dash|hyphen|slash|dot|point|then|stroke|letters?|capital)\\s+)?)${TOKEN}(?!\\w|'\\w)){2,}`,
	'gi',
);
const ANY = new RegExp(
	`\\b(?:${TEN}|${UNITS}|double|triple|treble|${SPELT})\\b|(?<!\\S)[A-Za-z0-9][ .-][A-Za-z0-9][ .-][A-Za-z0-9](?!\\w|'\\w)`,
	'i',
);

/**
 * The text with numbers in words, spelling-alphabet letters and single spaced characters put together as they
 * would be typed: “oh seven seven double oh” becomes `077 00`'s digits, “Alpha Victor six seven” `AV67`.
 *
 * @returns undefined where there is nothing of the kind
 */
export function spokenView(text: string): Mapped | undefined {
	if (!ANY.test(text)) return undefined;
	let out = '';
	const origins: number[] = [];
	const push = (piece: string, from: number) => {
		for (let index = 0; index < piece.length; index++) origins.push(from);
		out += piece;
	};
	const copy = (from: number, to: number) => {
		for (let index = from; index < to; index++) origins.push(index);
		out += text.slice(from, to);
	};
	let done = 0;
	let changed = false;
	for (const match of text.matchAll(RUN)) {
		const read = readRun(match[0]);
		if (!read) continue;
		copy(done, match.index);
		for (const { value, at } of read) push(value, match.index + at);
		done = match.index + match[0].length;
		changed = true;
	}
	if (!changed) return undefined;
	copy(done, text.length);
	return { text: out, origin: (index) => origins[index] ?? text.length };
}

/** Puts a run together; undefined where it is ordinary prose (“one or two”, “I a”). */
function readRun(run: string): { value: string; at: number }[] | undefined {
	const out: { value: string; at: number }[] = [];
	let repeat = 1;
	let joined = '';
	let tokens = 0;
	const word = new RegExp(`${TOKEN}(?!\\w|'\\w)|dot|point|slash|stroke|dash|hyphen|[/.-]`, 'gi');
	for (const { 0: raw, index } of run.matchAll(word)) {
		const lower = raw.toLowerCase();
		let value: string | undefined;
		const unit = NUMBER_WORDS.get(lower);
		const ten = TENS.get(lower.slice(0, (/^[a-z]+/.exec(lower)?.[0] ?? '').length));
		if (lower === 'double') repeat = 2;
		else if (lower === 'triple' || lower === 'treble') repeat = 3;
		else if (lower === 'hundred') value = '00';
		else if (lower === 'thousand') value = '000';
		else if (/^(?:dot|point|\.)$/.test(lower)) value = '.';
		else if (/^(?:slash|stroke|\/)$/.test(lower)) value = '/';
		else if (/^(?:dash|hyphen|-)$/.test(lower)) continue;
		else if (ten !== undefined)
			value = String(ten + (NUMBER_WORDS.get(lower.replace(/^[a-z]+[ -]?/, '')) ?? 0));
		else if (unit !== undefined) value = String(unit);
		else value = SPELLING.get(lower) ?? raw;
		if (value === undefined) continue;
		tokens++;
		const text = value.repeat(repeat);
		out.push({ value: text, at: index });
		joined += text;
		repeat = 1;
	}
	// “a I a” is prose; what identifies holds at least three digits or capital letters and digits.
	const digits = joined.replace(/\D/g, '').length;
	return tokens >= 3 && (digits >= 3 || (digits >= 2 && joined.length >= 4)) ? out : undefined;
}

/** The text with letters that stand for digits turned into digits, in words that hold a digit. */
export function digitView(text: string): Mapped | undefined {
	let changed = false;
	const folded = text.replace(/(?<![\p{L}\d])[\dOoIlSsBZ|]{2,}(?![\p{L}])/gu, (word, at: number) => {
		const lone = !/\d/.test(word);
		// A word without any digit counts only beside one, as in “07700 9OO 123”.
		if (lone && !(/^[Oo]+$/.test(word) && /\d[ -]?$/.test(text.slice(0, at)))) return word;
		// A decade: “1990s”, “60s”.
		if (!/[OoIlSsBZ|]/.test(word) || /^(?:(?:18|19|20)\d|\d)0s$/.test(word)) return word;
		changed = true;
		return word
			.replace(/[Oo]/g, '0')
			.replace(/[Il|]/g, '1')
			.replace(/[Ss]/g, '5')
			.replace(/B/g, '8')
			.replace(/Z/g, '2');
	});
	return changed ? { text: folded, origin: (index) => index } : undefined;
}
