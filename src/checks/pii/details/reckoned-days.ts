import { fixed, matches } from '../patterns/matching.ts';
import { type Detail, SMALL } from './detail.ts';
import { anyOf } from '../word-list.ts';

const MILESTONES = anyOf(String.raw`
	born christened baptised buried cremated sworn promoted passed commended honoured keys results stripes
	degree diagnos\w+ married engaged discharged confirmed ordained school college uni university nursery
	chemo\w* scan baby operation transplant medal award licence visa citizenship home out
`);

const NO_OCCASION = anyOf(`
	life lives year same end last next under over near behind down before after again up back more every each
`);

const SPAN = '(?:day|night|morning|evening|afternoon|week|weekend|fortnight|month|term|year)s?';
/** What people say of what was done to them and of what followed: who hears it learns no day. */
const TOLD = anyOf(`
	did does do done left leaves leave met told tell rang called reported hit said went came asked stopped was
	were is am are had have has found started happened tried broke put saw made hurt threw pushed turned gave
	would could used want(?:ed)? got finally actually really decided first realised knew spoke wrote lived
	dread(?:ed)? needed called said never always think thought remember
`);
const ACT = anyOf(`
	first last next other same attack row fight argument call report statement shift complaint letter visit
	appointment meeting man men person people door phone incident event decision end start
`);
/** What a year or a season is remembered for. */
const EVENT = anyOf(String.raw`
	strikes? floods? snow storms? riots? heat\s?wave lockdowns? elections? war crash bombing fires? blackouts?
	drought power_cuts? games festival carnival gala regatta hurricane landslide outbreak pandemic eclipse
	jubilee summit
`);

/** DT-Q2. Days and years reckoned from something that others remember: “the week our second was christened”. */
export const reckonedDays: Detail = {
	id: 'DT-Q2',
	type: 'day given by an event',
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${SMALL}|\d{1,2}|a|few|couple\s+of|several|the)\s+(?:very\s+|whole\s+)?${SPAN}\s+(?:before|after|since)\s+(?:my|our|his|her|their|the\s+(?:baby|babies|kids|twins|bairn|wedding|funeral|birth))(?!\s+${ACT}\b)\s+[\w'-]+(?:\s+[\w'-]+){0,2}`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:the|that)\s+(?:very\s+|same\s+)?${SPAN}\s+(?:that\s+|when\s+|before\s+|after\s+)?(?:(?:i|he|she|we|they)\s+(?!${TOLD}\b)(?:(?:got|was|were|had)\s+)?[\w'-]+(?:ed|t|n|[^s]s)\b|(?:my|our)\s+[\w'-]+\s+(?:(?:was|were|got|had)\s+)?(?!${TOLD}\b)(?:[\w'-]+(?:ed|t|n)|fell|broke|began|wed)\b)(?:\s+[\w'-]+){0,2}`,
			(value) =>
				!/\b(?:i|he|she|we|they)\s+(?:hit|hurt|let|wasn't|didn't|can't|kept|went|meant)\b/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:the|that)\s+(?:very\s+|same\s+)?(?:day|night|week|weekend|month|year)\s+(?:that\s+|when\s+)?(?:(?:i|he|she|we)\s+(?:was|were|got|had|started|made|passed)|(?:my|our)\s+[\w'-]+\s+(?:was|were|got|had|started|made|left|came|passed))\s+(?:the|my|our|his|her|a)?\s*${MILESTONES}\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\bthe\s+(?:very\s+|same\s+)?(?:year|summer|winter|autumn|spring|season|christmas|easter|term)\s+(?:(?:of|that|when|after|before)\s+)?(?:the|our|my|i|we|he|his|her|they)\s+(?!${NO_OCCASION}\b)[\w'-]+(?:\s+[\w'-]+){0,2}`,
			(value) => !/\bthe\s+year\s+(?:after|before)\s+(?:he|i|we|they)\b/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:during|since|before|after|through|throughout|of|in)\s+the\s+(?:[\w'-]+\s+){1,2}?${EVENT}\b`,
		);
		yield* matches(text, fixed('gi')`\b(?:during|since|throughout)\s+the\s+${EVENT}\b`);
	},
};
