import { FEAST_DAYS } from '../language.ts';
import type { Hit } from '../model.ts';
import { alternatives, pattern } from '../typed/matching.ts';

/** Kinds of events that everyone remembers the day of. */
const KINDS =
	'bombings?|attacks?|siege|riots?|floods?|earthquake|heat\\s?wave|blackout|eclipse|referendum|coronation|jubilee|olympics|paralympics|world\\s+cup|euros|cup\\s+final|grand\\s+national|marathon|budget\\s+day|polling\\s+day|election\\s+(?:day|night)|royal\\s+wedding|state\\s+funeral|cop\\s?\\d+|g[78]\\s+summit|eurovision|glastonbury|storm\\s+[a-z]+';

/** DT-C7. Named events and days of the calendar, by which an account can be dated. */
export function events(text: string, declared: readonly string[]): Hit[] {
	const hits: Hit[] = [];
	const add = (match: RegExpExecArray) =>
		hits.push({ start: match.index, end: match.index + match[0].length, rule: 'DT-C7', type: 'named event or day' });
	for (const match of text.matchAll(pattern(String.raw`\b(?:${FEAST_DAYS}|(?:father|mother)ing\s+sunday|midsummer|midwinter)\b(?:\s+(?:of\s+)?\d{4})?`, 'gi'))) add(match);
	for (const match of text.matchAll(pattern(String.raw`\b(?:the\s+)?(?:(?:\p{Lu}[\p{L}'-]+|\d{4}|brexit|scottish|general|london|manchester|queen's|king's)\s+)+(?:${KINDS})\b`, 'giu')))
		if (/\p{Lu}|\d|brexit|general|london|manchester|queen|king|scottish/iu.test(match[0]) && isNamed(match[0])) add(match);
	for (const match of text.matchAll(pattern(String.raw`\b(?:the\s+(?:royal\s+wedding|coronation|jubilee|olympics|paralympics|eclipse|referendum|world\s+cup|cup\s+final|general\s+election|eurovision|grand\s+national)|${alternatives(declared)})\b`, 'gi'))) add(match);
	return hits;
}

/** A kind of event with something that tells which. */
function isNamed(value: string): boolean {
	return /(?:^|\s)\p{Lu}/u.test(value.replace(/^(?:The|A|An|His|Her|My)\s/, '')) || /\d|brexit|general|london|manchester|queen|king|scottish/i.test(value);
}
