import { ORDINAL } from '../language.ts';
import { alternatives, fixed, matches, pattern } from '../patterns/matching.ts';
import { type Detail, SMALL } from './detail.ts';
import { anyOf } from '../word-list.ts';

const NO_OCCASION = anyOf(`
	week month year day night other same attack incident argument row fight event events first next last end
	call report shift
`);

/** What happens to a person or a family on one day, and what everyone in a place remembers. */
const LIFE = String.raw`(?:born|birth|birthday|died|die|death|dying|dead|funeral|wedding|wedded|married|engaged|engagement|christening|baptism|baptised|anniversary|divorce[d]?|decree|nisi|absolute|graduat\w+|finals?|exams?|gcses?|a[- ]levels|scan|caesarean|c-section|miscarr\w+|operation|surgery|transplant|hospital|discharged|diagnos\w+|turned\s+\w+|due\s+date|prom|passing\s+out|promotion|promoted|retire\w*|redundan\w+|interview|starts?\s+school|started\s+school|first\s+day|first\s+steps|moved\s+house|moving\s+day|completion|holiday|honeymoon|burial|cremation|wake|inquest|trial|hearing|sentenc\w+|election|referendum|final|match|storm|flood|fire|crash|explosion|strike|parade|fair|carnival|marathon|lockdown|eclipse|coronation|jubilee|budget|concert|festival|party|ball|christmas\s+do)`;
const SPAN = '(?:day|night|morning|evening|afternoon|week|weekend|fortnight|month|hour)s?';
const RELATION = '(?:before|after|of|as|that|when|since|until|to|from)';
const PLACE_VERB = anyOf(`
	fell burned burnt came_down closed shut flooded died won lost collapsed crashed exploded opened sank
	struck broke went_(?:down|up|under|back|forward|out)
	was_(?:bombed|attacked|flooded|demolished|killed|shot|elected|crowned)
`);

/** DT-Q2. Days told by an event of a life or of a place: who knows the event knows the day. */
export const lifeDays: Detail = {
	id: 'DT-Q2',
	type: 'day given by an event',
	*find(text, { bareNouns }) {
		const ofSubject = pattern(String.raw`\s(?:${alternatives(bareNouns)})$`, 'i');
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${SMALL}|\d{1,2}|a|the|that|same|first|last|next|very|few|couple\s+of)\s+(?:very\s+|same\s+)?${SPAN}\s+${RELATION}\s+(?:[\w'-]+\s+){0,5}?${LIFE}\b`,
			(value) =>
				!/\b(?:of|in|at)\s+(?:the\s+)?hospital$/i.test(value) || /\bout\s+of\s+hospital$/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:the|that)\s+(?:same\s+)?${SPAN}\s+(?:that\s+|when\s+)?(?!(?:i|he|she|we|they|you|it)\b)(?:the\s+|our\s+)?[\w'-]+(?:\s+[\w'-]+){0,2}?\s+${PLACE_VERB}\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:my|his|her|our|their|the\s+\w+'s|\w+'s)\s+(?:${ORDINAL}\s+|\d{1,2}(?:st|nd|rd|th)\s+|${SMALL}(?:th|tieth)\s+)?(?:birthday|anniversary|wedding\s+day|due\s+date|hen\s+(?:do|night)|stag\s+(?:do|night)|christening|baptism|funeral|graduation|prom|leaving\s+do|passing[- ]out(?:\s+parade)?)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${ORDINAL}|fortieth|fiftieth|sixtieth|seventieth|eightieth|\d{1,2}(?:st|nd|rd|th))\s+(?:birthday|anniversary)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:first|last)\s+(?:day|night|week|morning)\s+(?:of|at|back\s+at|in)\s+(?:(?:the|my|his|her|our|their|big|little|new|primary|secondary|second|first|third)\s+){0,3}(?:term|school|college|university|lockdown|holidays?|ramadan|lent|advent|trial|season|job|training|shift)\b`,
		);
		// A question of memory with a place: “the week of the flood”, whatever the event.
		yield* matches(
			text,
			fixed(
				'gi',
			)`\bthe\s+(?:day|night|morning|evening|weekend|week)\s+(?:of|before|after)\s+(?:the|our|my|his|her|their|a|that)\s+(?!${NO_OCCASION}\b)[\w'-]+(?:\s+(?:of|at|in)\s+\w+)?\b`,
			(value) => !ofSubject.test(value),
		);
	},
};
