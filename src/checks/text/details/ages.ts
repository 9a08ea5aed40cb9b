import { alternatives, fixed, matches, pattern } from '../typed/matching.ts';
import { type Detail, SMALL } from './detail.ts';

const AGE = `(?:${SMALL}|\\d{1,2})`;
const WHO =
	"(?:i|he|she|they|we|you|who|both|son|daughter|brother|sister|mother|father|mum|mam|mom|dad|nan|gran|grandad|husband|wife|partner|boyfriend|girlfriend|baby|boy|girl|child|kid|lad|youngest|eldest|oldest|middle one|twins|client|(?:wo)?man|man|client's|complainant|sergeant|inspector|nephew|niece|cousin|friend|neighbour|stepson|stepdaughter|the other)";
const HEDGE =
	'(?:only|just|just about|barely|nearly|almost|about|around|maybe|not yet|not even|still|already|over|under|past|well over|now)';
/** What follows an age, and not a count, an hour or a price. */
const NOT_COUNTED = String.raw`(?![\w%-]|[:.,]\d|\s+(?:of|out|more|others?|times?|hours?|minutes?|miles?|days?|weeks?|stone|pounds?|inches|feet|foot|quid|per|o'clock|or\s+\w+\s+of|people|\w*m[ae]n|streets?|doors?|down|down|up|short|away|late|early|ahead|behind|thousand|hundred)\b)`;

/** DT-Q1. An age to the year: with a place or a month it is a birth year. */
export const ages: Detail = {
	id: 'DT-Q1',
	type: 'exact age',
	*find(text, { bareNouns }) {
		const who = `(?:${WHO}|${alternatives(bareNouns)})`;
		yield* matches(
			text,
			pattern(
				String.raw`\b${who}(?:'s|'m|'re|\s+(?:was|is|am|were|are|had\s+(?:just\s+)?turned|turned|turns|would\s+be|will\s+be|must\s+have\s+been|has\s+been|had\s+been))\s+(?:${HEDGE}\s+){0,2}(?:turned\s+|turning\s+)?(?:aged?\s+)?(${AGE})(?:\s+(?:years?|months?|weeks?)(?:\s+old)?\b(?!\s+(?:with|in|on|late|behind|into|later|ago|after|before))|-years?-old\b)?${NOT_COUNTED}`,
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
