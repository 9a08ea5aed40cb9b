import { NUMBER_WORDS, TENS } from '../language.ts';
import type { Hit } from '../model.ts';

const WORD = `(?:${[...NUMBER_WORDS.keys(), ...TENS.keys(), 'hundred', 'thousand', 'double', 'triple', 'treble'].join('|')}|\\d)`;
const UNIT = `(?:${[...NUMBER_WORDS.keys()].slice(0, 14).join('|')}|double|triple)`;
const LONG = new RegExp(String.raw`\b(?:${WORD}[\s,/-]+){4,}${WORD}\b`, 'gi');
const FOUR = new RegExp(String.raw`\b(?:${UNIT}[\s,-]+){3,}${UNIT}\b`, 'gi');
const SHORT = new RegExp(
	String.raw`\b(?:no|number|num|ref|reference|badge|log|code|pin|id|collar|shoulder|ending|ends|ended|plate|reg|flat|house|ext|extension|account|called|sign)\b\.?(?:\s+(?:is|was|number|no|in|with|of|the|ref|reference|call))*[\s:,#'"-]+((?:${WORD}[\s,/-]+){1,}${WORD})\b`,
	'gi',
);
const YEAR =
	/\b(?:nineteen|twenty)[\s-](?:hundred|oh|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?\b|\btwo thousand and [a-z]+\b/gi;

/** DT-C2. Numbers said in words: five in a row anywhere, two after a word that announces one, years. */
export function numberWords(text: string): Hit[] {
	const hits: Hit[] = [];
	const add = (start: number, value: string) =>
		hits.push({ start, end: start + value.length, rule: 'DT-C2', type: 'number in words' });
	for (const match of text.matchAll(LONG)) add(match.index, match[0]);
	for (const match of text.matchAll(FOUR))
		// “one, two, three, four” is counting.
		if (!/^one\W+two\W+three\W+four/i.test(match[0])) add(match.index, match[0]);
	for (const match of text.matchAll(SHORT)) {
		const value = match[1] ?? '';
		// “number one or two”, “no more”: three in a row, or a compound such as “twenty-seven”.
		if (
			value.split(/[\s,/-]+/).length >= 3 ||
			new RegExp(`^(?:${[...TENS.keys()].join('|')})[\\s-]`, 'i').test(value)
		)
			add(match.index + match[0].lastIndexOf(value), value);
	}
	for (const match of text.matchAll(YEAR)) {
		const counted = /^\s+(?:years?|months?|weeks?|days?|hours?|minutes?|times?|people|\w*m[ae]n|\w+s)\b/.test(
			text.slice(match.index + match[0].length),
		);
		if (
			!counted &&
			/\b(?:in|since|of|until|from|by|late|early|during|summer|winter|spring|autumn|before|after)\s+$/i.test(
				text.slice(0, match.index),
			)
		)
			add(match.index, match[0]);
	}
	return hits;
}
