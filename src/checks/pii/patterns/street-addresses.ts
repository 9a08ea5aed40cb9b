import { TENS } from '../language.ts';
import type { Detector } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { before, fixed, matches } from './matching.ts';

/** Words before “Street” that make no name of one. */
const NO_STREET_NAME = anyOf(`
	High The Main Royal Supreme Crown County Family On In At A My His Her Our This That No One Every Each From
	Down Along Across Up
`);

const NAMED_HOUSES = anyOf(String.raw`
	orchard rectory vicarage parsonage manse mill barn stables dairy forge granary maltings school\s?house
	coach\s?house bakery brewery chapel cottages? hall lodge farm farmhouse yard green mews station
	post\s?office
`);

const STREET = anyOf(`
	Road Rd Street St Avenue Ave Av Close Cl Crescent Cres Drive Dr Lane Ln Way Gardens Gdns Grove Place Pl
	Terrace Terr Court Ct Mews Hill Row Square Sq Park Walk Rise View Green Parade Croft Meadows? Chase Gate
	Yard Quay Wharf Fold Garth Wynd Brae Loke Ride Vale Bank End Heights Orchard Paddock Mead Dene Drove Alley
	Boulevard Embankment Promenade Esplanade Villas Cottages Buildings Mansions House Lodge Cottage Farm Point
	Spinney Copse Leas? Fields? Common Circus Broadway Highway Approach Glebe Nook Strand Gait Ginnel Snicket
	Drift Link Loan Mount Hollow Side Wk Gr Pk Cotts?
`);
/** Streets that are named by an article and one word. */
const SINGLE_STREETS = anyOf(`
	glebe nook spinney paddocks? dene mead croft garth copse laurels limes willows oaks elms beeches firs cedars
	poplars hollies orchards chestnuts maltings
`);
/** What houses were before somebody lived there. */
const OLD_HOUSES = anyOf(String.raw`
	Rectory Vicarage Parsonage Manse Barn Stables Dairy Forge Smithy Granary Maltings School\s?house
	Coach\s?house Bakery Bakehouse Orchard Lodge Cottage Farmhouse
`);
const STREET_LOWER = anyOf(`
	road street avenue ave close crescent lane drive terrace gardens grove mews court way walk rise row square
	croft
`);
/** Words that show that a number counts or measures: “20 minute drive”, “2 people in the street”. */
const NOT_A_NAME = anyOf(String.raw`
	the a an of in down to my his her their our your this that these those from up on by at per each every and
	or for with was were is are had has as but than other others different more years? months? weeks? days?
	hours? hour minutes? minute seconds? miles? mile mph kph metres? yards? feet lane times? people \w*m[ae]n
	children cars? houses doors? streets? roads? neighbours? way percent per cent pm am
`);
const SMALL_NUMBER = `(?:${[...TENS.keys()].join('|')})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen`;
const PROPER = String.raw`(?:\p{Lu}[\p{L}'-]+)`;

/** DT-13. Street addresses, streets by their names, dwellings by their numbers. */
export const address: Detector = {
	id: 'DT-13',
	type: 'address',
	prefilter: fixed(
		'',
	)`\d|\b(?:flat|apartment)\b|\b(?:${STREET}|${STREET_LOWER}|Farmhouse|Rectory|Vicarage|Bungalow)\b`,
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gu',
			)`(?<![\w.£/-])(?:(?:Flat|Apartment|Apt|Unit|Room|Suite)\s+\w{1,4},?\s+)?\d{1,4}\s?[a-z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?,?\s+(?:(?:St|Saint|The|Old|Upper|Lower|Great|Little|North|South|East|West)\.?\s+){0,2}(?:${PROPER}\s+){1,3}${STREET}(?![\p{L}])`,
			(value) => !/^(?:19|20)\d{2}\s/.test(value) || /\b(?:Road|Street|Lane|Avenue|Close)$/.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gu',
			)`(?<![\p{L}\d'-])(?:(?:St|Saint)\.?\s+)?(?!${NO_STREET_NAME}\s)(?:${PROPER}\s+){1,2}(?:Road|Rd|Street|Avenue|Ave|Close|Crescent|Lane|Gardens|Grove|Terrace|Mews)(?![\p{L}-])`,
		);
		yield* matches(
			text,
			fixed(
				'gu',
			)`(?<![\p{L}\d-]|\w')(?:The\s+)?(?:${PROPER}\s+){1,2}(?:Cottage|Farm|Farmhouse|Lodge|Rectory|Vicarage|Bungalow|Cottages|Villas|Mansions)(?![\p{L}-])`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`(?<![\w.£/:-])\d{1,4}[a-z]?,?\s+(?:(?!${NOT_A_NAME}\b)[a-z'-]{3,}\s+){1,2}${STREET_LOWER}(?![\w-])(?!\s+(?:to|by|enough|friends?|up|down)\b)`,
			(value) => !/\b(?:close|drive|way|court|row|square|walk|rise)$/.test(value) || !/s\s+\w+$/.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:flat|apartment|apt|house|door|plot|pitch|caravan)\s+(?:(?:number|no\.?|#)\s*)?\d{1,4}\s?[a-z]?(?![\w%-])(?!\s*(?:of|years?|months?|weeks?|days?|hours?|times?|out|per|percent|people|points?)\b)`,
			(_, start) => !before(text, start, /\b(?:in-|ware|light|court|power)\s?$/i),
		);
		yield* matches(
			text,
			/\b(?:liv(?:ed|es|e|ing)|stay(?:ed|ing|s)?|mov(?:ed|ing)\s+(?:in)?to|resid(?:ed|es|ing)|address(?:\s+(?:is|was))?|home|house|opposite|outside|door)\s*(?:,|:)?\s*(?:at|in|to|of|is|was)?\s*(?:number|no\.?|#)\s*(\d{1,4}\s?[a-z]?)(?![\w%-])/gi,
			(_, __, match) => /number|no|#/i.test(match[0]),
			1,
		);
		yield* matches(
			text,
			fixed(
				'gu',
			)`\b(?:Flat|Unit|Suite|Apartment|Block|Room)\s+\d{1,4}[A-Z]?,?\s+(?:${PROPER}\s+){1,2}${STREET}(?![\p{L}])`,
		);
		yield* matches(text, /\b(?:Unit|Suite|Block) \d{1,4}[A-Z]\b/g);
		yield* matches(
			text,
			fixed('gi')`\b(?:flat|apartment|apt)\s+(?:number\s+)?(?:${SMALL_NUMBER})\b(?!\s+(?:${NOT_A_NAME})\b)`,
		);
		// “forty-one elm grove”: after a number above one a single street is a name.
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?!one\b)(?:${SMALL_NUMBER})\s+(?:(?!${NOT_A_NAME}\b)[a-z'-]{3,}\s+){1,2}${STREET_LOWER}(?![\w-])(?!\s+(?:to|by|enough|friends?|up|down)\b)`,
			(value) => !/s\s+\w+$/.test(value),
		);
		// “7 the old orchard”: a house with a number and a name.
		yield* matches(text, fixed('gi')`(?<![\w.£/-])\d{1,4}[a-z]?,?\s+the\s+(?:old|new)\s+${NAMED_HOUSES}\b`);
		// “9 the glebe”
		yield* matches(text, fixed('gi')`(?<![\w.£/:-])\d{1,4}[a-z]?,?\s+the\s+${SINGLE_STREETS}(?![\w-])`);
		// “the house is called The Old Forge”, “she stayed at Bramley House”
		yield* matches(
			text,
			fixed(
				'gu',
			)`\b(?:[Hh]ouse|[Hh]ome|[Cc]ottage|[Bb]ungalow|[Ff]arm|[Bb]arn|[Ff]lats?)\s+(?:(?:is|was|that\s+is|that\s+was)\s+)?(?:called|named)\s+["']?((?:The\s+)?(?:${PROPER}\s*){1,3})`,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed(
				'gu',
			)`\b(?:liv(?:e|es|ed|ing)|stay(?:s|ed|ing)?|mov(?:e|es|ed|ing)|hous(?:ed|ing)|resid(?:es|ed|ing)|rent(?:s|ed|ing)?)\s+(?:at|in|into|to)?\s*["']?(${PROPER}\s+(?:House|Lodge|Heights|Towers?|Villas?))(?!\p{L})`,
			undefined,
			1,
		);
		yield* matches(text, fixed('g')`\bThe\s+(?:Old|New)\s+${OLD_HOUSES}(?![\w-])(?!\s+(?:Inn|Pub|Theatre))`);
		yield* matches(text, /\bP\.?\s?O\.?\s?Box\s+(?:no\.?\s*)?\d{1,6}\b/gi);
	},
};
