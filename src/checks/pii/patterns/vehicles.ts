import type { Detector } from '../model.ts';
import { after, before, matches, fixed } from './matching.ts';
import { anyOf } from '../word-list.ts';

const PLAIN_WORDS = anyOf(`
	THE AND FOR WAS ARE HAS HAD NOT BUT ALL HIS HER OUR ONE TWO WHO CAN ACT SEC SCH REG ART PAR TAB FIG APP
	VOL NOS PPS PTS ANX CAP DOC REF LOG CAD SEE ISO RFC SHA UTF TAX VAT AGE DAY MAY JAN FEB MAR APR JUN JUL
	AUG SEP OCT NOV DEC NHS SKY CPS FOI USA PDF JSON CSV
`);

const PLATE_LINKS = anyOf(`
	number no mark was is of that said read reading ending ended ends starting started starts began beginning
	begins with in the letters? private on his her my car van
`);

const NAMED =
	/\b(?:reg(?:istration|istered|\.)?|plates?|number\s?plate|VRM|index|car|cars|van|vehicle|motor(?:bike|cycle)|bike|lorry|truck|taxi|4x4|hatchback|saloon|estate|driv(?:e|es|ing|en)|drove|parked|tracker)\b/i;
const PLATE = /\b(?:reg(?:istration|\.)?(?:\s+(?:number|no|mark))?|plates?|number\s?plate|VRM|index)\b/i;

/** Short words and heads of citations that stand before or after a number in plain prose. */
const PLAIN = fixed('')`^${PLAIN_WORDS}$`;

/** DT-6. Registration marks of the forms given out since 1963, others beside a word for them (DVLA, INF104). */
export const registration: Detector = {
	id: 'DT-6',
	type: 'vehicle registration',
	prefilter: /[A-Za-z][\s.-]?\d|\d[\s.-]?[A-Za-z]|\b(?:plate|reg|VRM)/i,
	*find(text) {
		const near = (start: number, end: number, words = NAMED) =>
			before(text, start, words, 48) || after(text, end, new RegExp(`^[^.]{0,24}${words.source}`, 'i'), 36);
		// Since 2001: AB12 CDE.
		yield* matches(
			text,
			/(?<![\w£-])[A-HJ-PR-Y][A-HJ-PR-Y][\s.-]?(?:0[1-9]|[1-9]\d)[\s.\-/_]{0,3}[A-HJ-PR-Z]{3}(?![\w])/gi,
			(value, start) => {
				const last = value.slice(-3);
				if (value === value.toUpperCase() && !PLAIN.test(last))
					return !/^[A-Z]{2}\s\d/.test(value) || near(start, start + value.length);
				return /^[a-z]{2}\d{2}[a-z]{3}$/i.test(value) || near(start, start + value.length);
			},
		);
		// The same with letters for digits, beside a word for it.
		yield* matches(
			text,
			/(?<![\w£-])[A-HJ-PR-Y]{2}[0-9OISBZ]{2}[\s.-]?[A-HJ-PR-Z]{3}(?!\w)/g,
			(value, start) => /\d/.test(value.slice(2, 4)) && near(start, start + value.length, PLATE),
		);
		// 1983 to 2001: A123 BCD; 1963 to 1983: ABC 123D.
		yield* matches(text, /(?<![\w£.-])[A-HJ-NP-TV-Y]\d{1,3}[\s.-]?[A-HJ-PR-Y]{3}(?!\w)/gi, (value, start) => {
			const upper = value === value.toUpperCase();
			return upper
				? !PLAIN.test(value.slice(-3)) &&
						(/^\w\d{2}|[^AEIOU]{3}$/.test(value) || near(start, start + value.length))
				: near(start, start + value.length, PLATE);
		});
		yield* matches(text, /(?<![\w£.-])[A-HJ-PR-Y]{3}[\s.-]?\d{1,3}[A-HJ-NP-TV-Y](?!\w)/gi, (value, start) => {
			const upper = value === value.toUpperCase();
			return upper
				? !PLAIN.test(value.slice(0, 3)) && (/^\D+\d{2}/.test(value) || near(start, start + value.length))
				: near(start, start + value.length, PLATE);
		});
		yield* matches(
			text,
			/(?<![\w£.-])[A-HJ-NP-TV-Y]\s\d{2,3}\s[A-HJ-PR-Y]{3}(?!\w)/g,
			(value, start) => !PLAIN.test(value.slice(-3)) && near(start, start + value.length),
		);
		// Northern Ireland and marks without a date; and parts of a mark.
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:plates?|reg(?:istration)?|VRM|number\s?plate|index)\b(?:\s+${PLATE_LINKS})*\.?\s*[:"']?\s*([A-Z]{1,3}[\s.-]?\d{1,4}(?:\s?[A-Z]{1,3})?|\d{1,4}[\s.-]?[A-Z]{1,3}|[A-Z]{2}\d{2})(?!\w)`,
			(value, _, match) =>
				!/^(?:in|on|at|of|to|no|by|the|was|is|and|for)[\s.-]/i.test(value) &&
				!/\s(?:of|to|in|on|at|is|or|and|was)$/i.test(value) &&
				(value === value.toUpperCase() || /plate|vrm|registration/i.test(match[0])),
			1,
		);
		yield* matches(
			text,
			/(?<![\w£.-])[A-Z]{0,1}[A-Z]?[IZ][A-Z]?[\s-]?\d{3,4}(?!\w)/g,
			(value, start) =>
				/^[A-Z]{2,3}/.test(value) && near(start, start + value.length) && !/^(?:SI|HMI|WSI|SSI)/.test(value),
		);
		yield* matches(
			text,
			/\b(?:plates?|reg(?:istration)?|VRM|number\s?plate)\b[^.\n]{0,20}?\b(?:end(?:ed|ing|s)|start(?:ed|ing|s)|began|beginning|begins)\s+(?:in\s+|with\s+)?([A-Z]{2,3}|[A-Z]{2}\d{2})(?!\w)/gi,
			(value) => value === value.toUpperCase() || /\d/.test(value),
			1,
		);
	},
};

export const VEHICLES: readonly Detector[] = [registration];
