import type { Span } from './model.ts';
import { anyOf } from './word-list.ts';

const OFFICES = anyOf(`
	Chief_Inspectors? Inspectors? Government Treasury Prison_Service Prison Courts_and_Tribunals_Service
	Revenue_and_Customs Passport_Office Stationery_Office
`);

/** Offices and bodies of the Crown, which reports name in full: “His Majesty's Chief Inspector”. */
const CROWN_OFFICE = new RegExp(
	String.raw`\b(?:[Hh]is|[Hh]er|[Tt]heir) Majest(?:y|ies)(?:'s?(?: ${OFFICES})?)?(?!\p{L})`,
	'gu',
);

/** Finds the offices and bodies of the Crown in a normalised text. */
export function crownOffices(text: string): Span[] {
	return [...text.matchAll(CROWN_OFFICE)].map(({ index, 0: { length } }) => ({
		start: index,
		end: index + length,
	}));
}
