import { ENDS } from '../details/detail.ts';
import type { Hit } from '../model.ts';
import { anyOf } from '../word-list.ts';

/** What clubs are called for short, in the plural or with an article. */
const NAMES = anyOf(`
	harlequins quins saracens wasps tigers sharks rovers rangers wanderers hornets otters saints lions bears
	eagles falcons warriors rhinos bulls dragons scarlets ospreys giants panthers steelers devils magpies
	gunners hammers spurs hibs hearts celtic everton athletic albion harriers wolves foxes badgers hawks
	ravens cobras vikings pirates barbarians corinthians casuals nomads colts stags robins canaries seagulls
	blades owls potters cherries toffees swifts bees cougars broncos hurricanes phantoms knights trojans
	spartans titans dolphins penguins comets jets rockets sparks
`);

const PATTERNS = [
	new RegExp(
		String.raw`\b(?:for|at|with|by|joined|watch(?:es|ed|ing)?|supports?|supported|captains?|captained|coach(?:es|ed)?|manages?|managed|from)\s+((?:the\s+)?${NAMES})${ENDS}`,
		'gu',
	),
	// “up at the miners welfare”
	/\b(?:at|in|down|up|to|from|of|round|outside)\s+(the\s+(?:\p{Ll}[\p{Ll}'-]+\s+)?(?:welfare|institute|trades\s+club|liberal\s+club|buffs|masonic(?:\s+(?:hall|lodge))?|reading\s+rooms?|drill\s+hall))(?![\p{L}-]|\s+(?:state|system|check|checks|of\s+my|reform|benefits?|rights))/gu,
	// “in the power league”: what comes before tells which.
	/\b(?:in|for|of|at)\s+(the\s+(?!(?:same|big|top|minor|major|premier|champions|lower|local|other|first|second|whole|bottom)\b)\p{Ll}[\p{Ll}'-]+\s+league)\b/gu,
];

/** DT-C9. Sports clubs and leagues by their names, in small letters. */
export function clubs(text: string): Hit[] {
	return PATTERNS.flatMap((pattern) =>
		[...text.matchAll(pattern)].map((match) => {
			const start = match.index + match[0].indexOf(match[1] ?? '');
			return {
				start,
				end: start + (match[1] ?? '').length,
				rule: 'DT-C9' as const,
				type: 'name of a club',
			};
		}),
	);
}
