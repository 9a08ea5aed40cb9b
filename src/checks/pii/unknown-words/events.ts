import { FEAST_DAYS } from '../language.ts';
import type { Hit } from '../model.ts';
import { alternatives, pattern, fixed } from '../patterns/matching.ts';
import { anyOf } from '../word-list.ts';

const PUBLIC_EVENTS = anyOf(String.raw`
	riots? floods? blackout heat\s?wave earthquake siege tsunami eruption millennium miners'_strike
	firemen's_strike royal_wedding coronation jubilee olympics paralympics eclipse referendum world_cup
	cup_final general_election eurovision grand_national
`);

/** Kinds of events that everyone remembers the day of. */
const KINDS =
	'bombings?|attacks?|siege|riots?|floods?|earthquake|heat\\s?wave|blackout|eclipse|referendum|coronation|jubilee|olympics|paralympics|world\\s+cup|euros|cup\\s+final|grand\\s+national|marathon|budget\\s+day|polling\\s+day|election\\s+(?:day|night)|royal\\s+wedding|state\\s+funeral|cop\\s?\\d+|g[78]\\s+summit|eurovision|glastonbury|storm\\s+[a-z]+';

const FEASTS = new RegExp(String.raw`\b(?:${FEAST_DAYS}|midsummer|midwinter)\b(?:\s+(?:of\s+)?\d{4})?`, 'gi');
/** A quick test that most texts fail. */
const ANY_KIND = new RegExp(String.raw`\b(?:${KINDS})\b`, 'i');
const NAMED = new RegExp(
	String.raw`\b(?:the\s+)?(?:(?:\p{Lu}[\p{L}'-]+|\d{4}|general|queen's|king's|\p{L}+ish)\s+)+(?:${KINDS})\b`,
	'giu',
);
const THE_ONE = fixed(
	'gi',
)`\b(?:(?:queen|king|prince|princess|duke|pope)(?:\s+\w+)?'s\s+(?:funeral|wedding|coronation|jubilee|death|visit)|(?:the\s+)?(?:first|second|third|last)\s+lockdown|the\s+${PUBLIC_EVENTS}|brexit)\b`;

/** DT-C7. Named events and days of the calendar, by which an account can be dated. */
export function events(text: string, declared: readonly string[]): Hit[] {
	const hits: Hit[] = [];
	const add = (pattern: RegExp, test: (value: string) => boolean = () => true) => {
		for (const match of text.matchAll(pattern))
			if (test(match[0]))
				hits.push({
					start: match.index,
					end: match.index + match[0].length,
					rule: 'DT-C7',
					type: 'named event or day',
				});
	};
	add(FEASTS);
	if (ANY_KIND.test(text)) add(NAMED, isNamed);
	add(THE_ONE);
	if (declared.length > 0) add(pattern(String.raw`\b(?:${alternatives(declared)})\b`, 'gi'));
	return hits;
}

/** A kind of event with something that tells which. */
function isNamed(value: string): boolean {
	return (
		/(?:^|\s)\p{Lu}/u.test(value.replace(/^(?:The|A|An|His|Her|My)\s/, '')) ||
		/\d|general|queen|king|ish\s/i.test(value)
	);
}
