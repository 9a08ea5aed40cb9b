import type { Span } from './model.ts';

/** Offices and bodies of the Crown, which every report names in full: “His Majesty's Chief Inspector”. */
const OFFICE =
	/\b(?:[Hh]is|[Hh]er|[Tt]heir) Majest(?:y|ies)(?:'s?(?: (?:Chief Inspectors?|Inspectors?|Inspectorate|Government|Treasury|Prison Service|Prison|Courts and Tribunals Service|Revenue and Customs|Passport Office|Stationery Office))?)?(?!\p{L})/gu;

/** Stretches of a normalised text that name such an office or body. */
export function crownOffices(text: string): Span[] {
	return [...text.matchAll(OFFICE)].map(({ index, 0: { length } }) => ({
		start: index,
		end: index + length,
	}));
}
