import { TENS } from '../language.ts';
import type { Detector } from '../model.ts';
import { after, before, digitsOf, fixed, matches } from './matching.ts';
import { anyOf } from '../word-list.ts';

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

const NUMBER_IN_WORDS = `(?:(?:${[...TENS.keys()].join('|')})(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)`;

/** The postcode areas of the United Kingdom and the Crown dependencies. */
const AREA = anyOf(`
	AB AL BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY EC EH EN EX
	FK FY GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY LA LD LE LL LN LS LU ME MK ML NE NG NN
	NP NR NW OL OX PA PE PH PL PO PR RG RH RM SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS
	TW UB WA WC WD WF WN WR WS WV YO ZE B E G L M N S W
`);
const INWARD = '[ABD-HJLNP-UW-Z]{2}';
const POSTAL = /\b(?:post\s?code|area|district|postal|zip)\b/i;

/** DT-3. Postcodes of real areas, with the letters people write for digits, and outward codes by their context. */
export const postcode: Detector = {
	id: 'DT-3',
	type: 'postcode',
	prefilter: /[A-Za-z][\s.-]?[\dOoIl]|\b[A-Za-z]{1,2}\s(?:[otfsen]|tw)[a-z]{2,8}\b/,
	*find(text) {
		// “SW nineteen”; in small letters after a word for places, and not where the letters are a word.
		yield* matches(text, fixed('g')`(?<![\w£])${AREA}\s${NUMBER_IN_WORDS}(?![\w'])`);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:in|near|round|around|outside|from|of|to|(post\s?code(?:\s+(?:is|was))?))\s+(${AREA}\s${NUMBER_IN_WORDS})(?![\w'])(?!\s+(?:of|or|to|days?|years?|times?)\b)`,
			(value, _, match) =>
				match[1] !== undefined || !/^(?:so|me|al|la|pa|ha|da|ca|co|ex|to|no|[a-z])\s/i.test(value),
			2,
		);
		yield* matches(
			text,
			fixed('gi')`(?<![\w£])${AREA}[0-9][0-9A-HJKMNPR-Y]?[\s.\-/_]{0,3}[0-9]\s?${INWARD}(?![\w])`,
			(value, start) => {
				// “m1 5th”, “e1 2nd”
				if (/\d(?:st|nd|rd|th)$/.test(value)) return false;
				if (/\d\s?(?:am|pm)$/i.test(value)) return false;
				// A spaced end, “S1 2 WE”, needs to look meant.
				return !/\d\s[a-z]{2}$/i.test(value) || value === value.toUpperCase() || before(text, start, POSTAL);
			},
		);
		// Letters for digits: in capitals, with one digit at least, in the full form.
		yield* matches(
			text,
			fixed(
				'g',
			)`(?<![\w£])${AREA}(?=[^\n]{0,6}\d)[0-9OIl][0-9OIlA-HJKPSTUW]?[\s.-]{0,2}[0-9OIl]${INWARD}(?![\w])`,
			(value) => /\d/.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`(?<![\w£-])${AREA}\s?[1-9][0-9A-HJKPSTUW]?(?=\s+(?:post\s?code|postal|area|district|part\s+of))`,
			(value) => !/^(?:in|on|at|no|so|to|me)\s/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'g',
			)`\b(?:post\s?codes?\s*(?:(?:is|was|of|begins?|beginning|starts?|starting|with|in|:)\s*)*|(?:in|near|around|outside|to|from)\s+(?:the\s+)?)(${AREA}[1-9][0-9A-HJKPSTUW]?)(?![\w-]|\s*(?:road|motorway|and\s+[ABM]\d|junction|countries|nations|leaders|summit|paper|visa|form))`,
			(value, start, match) =>
				/post/i.test(match[0]) ||
				(!/^(?:[AMB]\d|G(?:7|8|20)$|W3C)/.test(value) && !after(text, start + value.length, /^[.:]\d/)),
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\bpost\s?code\b[^.\n]{0,25}?\b(${AREA}\s?[0-9][0-9A-Z]?)\b`,
			undefined,
			1,
		);
	},
};

const STREET = anyOf(`
	Road Rd Street St Avenue Ave Av Close Cl Crescent Cres Drive Dr Lane Ln Way Gardens Gdns Grove Place Pl
	Terrace Terr Court Ct Mews Hill Row Square Sq Park Walk Rise View Green Parade Croft Meadows? Chase Gate
	Yard Quay Wharf Fold Garth Wynd Brae Loke Ride Vale Bank End Heights Orchard Paddock Mead Dene Drove Alley
	Boulevard Embankment Promenade Esplanade Villas Cottages Buildings Mansions House Lodge Cottage Farm Point
	Spinney Copse Leas? Fields? Common Circus Broadway Highway Approach Glebe Nook Strand Gait Ginnel Snicket
	Drift Link Loan Mount Hollow Side Wk Gr Pk Cotts?
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
			)`(?<![\p{L}\d'-])(?:The\s+)?(?:${PROPER}\s+){1,2}(?:Cottage|Farm|Farmhouse|Lodge|Rectory|Vicarage|Bungalow|Cottages|Villas|Mansions)(?![\p{L}-])`,
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
		yield* matches(text, /\bP\.?\s?O\.?\s?Box\s+(?:no\.?\s*)?\d{1,6}\b/gi);
	},
};

const YEAR = /^(?:19|20)\d\d$/;

/** DT-18. Places by numbers or coded words: degrees, grid references, plus codes, three words. */
export const coordinates: Detector = {
	id: 'DT-18',
	type: 'coordinates',
	prefilter: /\d|\/\/\/|what\s?(?:3|three)\s?words|w3w|\p{Ll}\.\p{Ll}|\spoint\s/iu,
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:minus\s+)?${NUMBER_IN_WORDS}\s+point\s+\w+(?:\s+(?:\w{3,5})){0,4}?[\s,]+(?:and\s+|by\s+)?(?:minus\s+)?(?:${NUMBER_IN_WORDS}|nought|zero|oh)\s+point\s+\w+`,
		);
		yield* matches(
			text,
			/(?<![\d.])[-+]?(?:[1-8]?\d|90)\.\d{3,}\s*°?\s*[NS]?\s*(?:[,;/|]|\s|and)\s*(?:by\s+)?(?:lon(?:g(?:itude)?)?\.?:?\s*)?[-+]?(?:1[0-7]\d|\d{1,2})\.\d{3,}\s*°?\s*[EW]?(?![\d.]*\d)/gi,
		);
		yield* matches(
			text,
			/\blat(?:itude)?\b\.?\s*(?:is|was|:|=)?\s*[-+]?\d{1,2}(?:\.\d+)?\s*°?\s*[NS]?[^\n\d]{0,25}(?:[-+]?\d{1,3}(?:\.\d+)?)?/gi,
			(value) => /\d\.\d|lon/i.test(value),
		);
		// Degrees, minutes, seconds, with their signs or a compass letter on both.
		yield* matches(
			text,
			/(?<!\d)\d{1,2}\s?(?:°|deg(?:rees)?|d)\s?\d{1,2}(?:\.\d+)?\s?(?:'|min(?:utes)?|m)?\s?(?:\d{1,2}(?:\.\d+)?\s?(?:"|''|sec(?:onds)?|s)?)?\s?(?:[NSEW]\b|north|south|east|west)?(?:[\s,]+\d{1,3}\s?(?:°|deg(?:rees)?|d)\s?\d{1,2}(?:\.\d+)?[^\n]{0,12}?(?:[EW]\b|east|west))?/gi,
			(value) => /°|deg/i.test(value) && /'|min|[NSEW]\b|north|south|east|west/i.test(value),
		);
		yield* matches(
			text,
			/(?<!\d)\d{1,2}\s\d{1,2}\s\d{1,2}(?:\.\d+)?\s?[NS][\s,]+\d{1,3}\s\d{1,2}\s\d{1,2}(?:\.\d+)?\s?[EW]\b/g,
		);
		// National grid: two letters, an even number of digits in two equal groups.
		yield* matches(
			text,
			/(?<![\w-])[HJNOST][A-HJ-Z]\s?(?:\d{2}\s?\d{2}|\d{3}[\s-]?\d{3}|\d{4}[\s-]?\d{4}|\d{5}[\s-]?\d{5})(?![\w-])/gi,
			(value, start) => {
				const parts = value.slice(2).trim().split(/[\s-]/);
				const named =
					before(text, start, /\b(?:grid|map|OS|ref(?:erence)?|location|pin)\b[^.]{0,20}$/i, 36) ||
					after(text, start + value.length, /^\W*(?:grid|OS|map)\b/i);
				if (named) return true;
				if (value !== value.toUpperCase() || parts.every((part) => YEAR.test(part))) return false;
				if (/^(?!NO|ON|SO|TO|TV)[A-Z]{2} \d\d \d\d$/.test(value)) return true;
				return digitsOf(value).length >= 6 && (parts.length === 2 || !/\s/.test(value));
			},
		);
		yield* matches(
			text,
			/\bgrid\s+ref(?:erence)?\b[^.\n]{0,12}?([A-Z]{0,2}\s?\d[\d\s]{3,12}\d)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			/(?<!\w)[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}(?!\w)/gi,
			(value) => /\d/.test(value) && /[A-Z]/i.test(value),
		);
		yield* matches(
			text,
			/(?:\/\/\/\s?|(?:what\s?(?:3|three)\s?words|w3w)\b[^\n]{0,24}?)(\p{L}{2,}(?:\s?[.·]\s?|\s+dot\s+|\s*[/,]\s*)\p{L}{2,}(?:\s?[.·]\s?|\s+dot\s+|\s*[/,]\s*)\p{L}{2,})/giu,
			undefined,
			1,
		);
		yield* matches(
			text,
			/(?<![\w.@/-])\p{L}\p{Ll}{3,}\.\p{L}\p{Ll}{3,}\.\p{L}\p{Ll}{3,}(?![\w@/-]|\.\w)/gu,
			(value) => !/^www\./i.test(value),
		);
	},
};

export const PLACE: readonly Detector[] = [postcode, address, coordinates];
