import type { Detector } from '../model.ts';
import { alternatives, before, digitsOf, matches, pattern } from './matching.ts';
import { wordsOf, YEAR } from './references.ts';
import { anyOf } from '../word-list.ts';

const NUMBER_LINKS = anyOf(String.raw`
	numbers? no num id code ref is was as given said says reads? shows? showed the of : # , \(
`);

const SUFFIXED = String.raw`(?:[A-Z]{1,3}[\s-]?)?\d{2,6}(?:\s?[A-Z]{1,2})?`;

/** A number without a short word after it, which the pattern takes for letters of the number: “238106 is”. */
const withoutWord = (value: string): string => value.replace(/\s[a-z]{1,2}$/, '');

/** DT-9. Numbers that a person wears or is listed by: after a rank, or by a word that announces them. */
export const personNumber: Detector = {
	id: 'DT-9',
	type: 'staff or service number',
	prefilter: /\d{2}/,
	*find(text, words) {
		// Initials may have full stops: “P.C.”
		const ranks = alternatives(words.ranks).replace(/(?<![\w\\])[A-Z]{2,4}(?![\w])/g, (initials) =>
			[...initials].join('\\.?'),
		);
		const counted = (found: string, start: number, rank: string) => {
			const value = withoutWord(found);
			const tail = text.slice(start + value.length);
			if (
				/^(?:,\d{3}|\.\d|\s?%|\s?(?:per\s?cent|percent|pc)\b|\s(?:years?|months?|days?|hours?|times|of|per|out|others|people|\w*m[ae]n)\b|\s(?!(?:was|is|has|does|says|his|this|as|always|sometimes|perhaps|keeps|kept)\b)[a-z]{3,}s\b)/i.test(
					tail,
				)
			)
				return false;
			const digits = digitsOf(value);
			// A place of that name, and a year: “Washington DC 2019”.
			if (
				YEAR.test(value) &&
				(before(text, start - rank.length, /\p{Lu}\p{L}+[\s,]*$/u, 20) ||
					/\b(?:in|of|since|until|by|from)\s*$/i.test(rank))
			)
				return false;
			return digits.length >= 2;
		};
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£-])(?:${ranks})\.?\s*(?:number|no\.?|#|,|-)?\s*(${SUFFIXED})(?![\w/])`,
				'g',
			),
			(value, start, match) =>
				counted(value, start, match[0].slice(0, -value.length)) && !before(text, match.index, /\d\s?$/),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£-])(?:${ranks})\.?,?\s+(?:number\s+|no\.?\s+)?([a-z]{0,2}\d{2,6}[a-z]{0,2})(?![\w/])`,
				'gi',
			),
			(value, start, match) =>
				counted(value, start, match[0].slice(0, -value.length)) && !before(text, match.index, /\d\s?$/),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.-])(?:${ranks})\.?\s+(?:\p{Lu}[\p{L}'-]+\s*){1,2}[,(\s]+(?:number\s+|no\.?\s+|#)?(\d{3,6}[A-Z]{0,2})(?![\w/])`,
				'gu',
			),
			(value, start, match) => counted(value, start, match[0]) && !YEAR.test(value),
			1,
		);
		const announcing = wordsOf('DT-9', words);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${announcing})(?:\s*${NUMBER_LINKS})*\.?\s*[:#("']?\s*(${SUFFIXED}(?:(?:,| and| or) ${SUFFIXED})*)(?![\w/])`,
				'gi',
			),
			(found, start, match) => {
				const value = withoutWord(found);
				const letters = value.replace(/ (?:and|or) /g, ' ');
				return (
					counted(found, start, match[0]) &&
					(digitsOf(value).length >= 3 ||
						/[A-Z]/.test(value) ||
						/number|\bno\b|num|id\b|[#:]/i.test(match[0])) &&
					(letters === letters.toUpperCase() || (!/\s/.test(value) && /^[a-z]{1,2}\d{3,}$/i.test(value))) &&
					!(YEAR.test(value) && !/number|\bno\b|num|[#:]/i.test(match[0])) &&
					!/^(?:in|of|to|at|on|by|as|or|an|is|was)[\s-]?\d/i.test(value)
				);
			},
			1,
		);
		// “his epaulette said 1952”: what somebody wears says no year
		yield* matches(
			text,
			pattern(
				String.raw`\b(?:his|her|their|whose)\s+(?:${announcing})s?\s+(?:said|reads?|bore)\s+(\d{3,6})(?![\w/%]|[.,]\d)`,
				'gi',
			),
			undefined,
			1,
		);
		// “the badge on his jacket said 4471”
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${announcing})\b[^.,;\d]{0,25}\b(?:reads?|said|says|showed|shows|bore|was|is)\s+(\d{3,6}[A-Z]{0,2})(?![\w/])`,
				'gi',
			),
			(value, start, match) => counted(value, start, match[0]) && !YEAR.test(value),
			1,
		);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w.£,/-])(\d{3,6}[A-Z]{0,2})(?![\w,%/])\s*(?:,|\()?\s*(?:was|were|is|printed|written|embroidered|sewn|numbers?|stitched|shown)?\s*(?:on|across|from)\s+(?:his|her|the|their|a|its)\s+(?:\w+\s+)?(?:${announcing}|uniform|jacket|vest|lapel|tunic|shoulders)s?\b`,
				'gi',
			),
			undefined,
			1,
		);
	},
};
