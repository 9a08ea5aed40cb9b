import { alternatives, fixed, matches, pattern } from '../patterns/matching.ts';
import { type Detail, SMALL } from './detail.ts';
import { anyOf } from '../word-list.ts';

/** What a number counts that is no age. */
const COUNTED = anyOf(String.raw`
	of out more others? times? hours? minutes? miles? days? weeks? stone pounds? inches feet foot quid per
	o'clock or_\w+_of people \w*m[ae]n streets? doors? down down up short away late early ahead behind
	thousand hundred
`);

/** What people say they did at an age. */
const LIFE_EVENTS = anyOf(`
	had married wed pregnant started joined left moved met first second mother mum mam dad job school engaged
	widowed retired died home care
`);

const AGE = `(?:${SMALL}|\\d{1,2})`;
const WHO =
	"(?:i|he|she|they|we|you|who|both|son|daughter|brother|sister|mother|father|mum|mam|mom|dad|nan|gran|grandad|husband|wife|partner|boyfriend|girlfriend|baby|boy|girl|child|kid|lad|youngest|eldest|oldest|middle one|twins|client|(?:wo)?man|man|client's|complainant|sergeant|inspector|nephew|niece|cousin|friend|neighbour|stepson|stepdaughter|the other)";
const HEDGE =
	'(?:only|just|just about|barely|nearly|almost|about|around|maybe|not yet|not even|still|already|over|under|past|well over|now)';
/** What follows an age, and not a count, an hour or a price. */
const NOT_COUNTED = String.raw`(?![\w%-]|[:.,]\d|\s+${COUNTED}\b)`;

/** “three months behind with the rent” is a time, not an age. */
const SPAN = '(?:years?|months?|weeks?)';
const NOT_OLD = '(?:with|in|on|late|behind|into|later|ago|after|before)';

/** DT-Q1. An age to the year: with a place or a month it is a birth year. */
export const ages: Detail = {
	id: 'DT-Q1',
	type: 'exact age',
	*find(text, { bareNouns }) {
		const who = `(?:${WHO}|${alternatives(bareNouns)})`;
		yield* matches(
			text,
			pattern(
				String.raw`\b${who}(?:'s|'m|'re|\s+(?:was|is|am|were|are|had\s+(?:just\s+)?turned|turned|turns|would\s+be|will\s+be|must\s+have\s+been|has\s+been|had\s+been))\s+(?:${HEDGE}\s+){0,2}(?:turned\s+|turning\s+)?(?:aged?\s+)?(${AGE})(?!\s+${SPAN}\s+${NOT_OLD}\b)(?:\s+${SPAN}(?:\s+old)?\b|-years?-old\b)?${NOT_COUNTED}`,
				'gi',
			),
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\b(?:aged?|turned|turning)\s+(?:${HEDGE}\s+)?(${AGE})(?![\w%]|[:.]\d)`,
			undefined,
			1,
		);
		yield* matches(text, fixed('gi')`\baged\s+${AGE}(?:,\s+${AGE})*\s+and\s+(${AGE})\b`, undefined, 1);
		yield* matches(text, fixed('gi')`\b${AGE}[ -](?:years?|yrs?|months?|weeks?)[ -](?:old|of\s+age)\b`);
		yield* matches(text, fixed('gi')`\b(?:years?|months?)\s+(?:older|younger)\s+than\b`);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:at|by|since|from|of|was|age)\s+(?:the\s+(?:ripe\s+old\s+)?age\s+of\s+(${AGE})|(1[3-9]|[2-9]\d|(?:thir|four|fif|six|seven|eigh|nine)teen)(?=\s*[,.;]|\s+(?:i|he|she|we|they|with|when|and)\b))${NOT_COUNTED}`,
			(_, __, match) => !/^(?:was|of|from|by)\s+\d/i.test(match[0]),
		);
		// “our eldest was in year four”
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:in|into|of|start(?:s|ed|ing)?|finish(?:ed|ing)?|doing)\s+((?:year|primary|class|form|p|s)\s+(?:${SMALL}|\d{1,2}))\b(?!\s+of\b)|\b(?:in|into|start(?:s|ed|ing)?)\s+(?:reception|nursery|sixth\s+form)\b(?=\s*(?:[.,;]|$|\s(?:at|when|then|and|class)\b))`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b${LIFE_EVENTS}\b(?:\s+[\w']+){0,3}?\s+(?:at|by)\s+((?:just\s+|only\s+|barely\s+)?(?:1[3-9]|[2-9]\d|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?=\s*[.,;]|\s*$|\s+(?:i|he|she|we|they|with|when|and|because|to|by)\b)`,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:just\s+(?:gone|turned|past)|not\s+(?:yet|even|quite)|nearly|almost|barely|getting\s+on\s+for|coming\s+up(?:\s+to)?|rising|pushing)\s+((?:1[3-9]|[2-9]\d|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twenty|thirty|forty|fifty|sixty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))(?=\s*[.,;]|\s*$|\s+(?:i|he|she|we|they|with|when|and|because|now|then|by|years?\s+old)\b)`,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`(?:,|\b(?:was|is|were|only|just|turned|aged?|about|at))\s+(${AGE}\s+and\s+a\s+(?:half|bit|quarter))(?!\s+(?:hours?|miles?|weeks?|days?|times?|pints?|stone|inch))`,
			undefined,
			1,
		);
		yield* matches(
			text,
			/\b(?:in|into)\s+(?:my|his|her|their)\s+(?:early|mid|late|middle)[- ]?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties)\b/gi,
		);
		// “my daughter, six, saw it”; “a client, 44”
		yield* matches(
			text,
			pattern(String.raw`\b${who}(?:\s+\w+)?\s*,\s+(${AGE})(?=,|\s*\.)`, 'gi'),
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\bchild(?:ren)?\s+(?:all\s+)?(?:under|over|below)\s+(?:the\s+age\s+of\s+)?(${AGE})\b`,
			undefined,
			1,
		);
	},
};
