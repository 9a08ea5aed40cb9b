import type { Detector } from '../model.ts';
import { after, before, digitsOf, fixed, matches } from './matching.ts';
import { NUMBER_IN_WORDS } from './spelled-numbers.ts';

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
