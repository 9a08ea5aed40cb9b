import type { Detector } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { after, before, fixed, matches } from './matching.ts';
import { NUMBER_IN_WORDS } from './spelled-numbers.ts';

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
