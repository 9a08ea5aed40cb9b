import type { Detector } from '../model.ts';
import { yearSerial } from './check-digits.ts';
import { before, digitsOf, matches, pattern } from './matching.ts';
import { announced, wordsOf, YEARS } from './references.ts';

/** DT-10. National numbers made of year, serial and check letter; any other by the words declared for them. */
const yearSerialNumber: Detector = {
	id: 'DT-10',
	type: 'national record number',
	prefilter: /\d{2}/,
	*find(text, words) {
		yield* matches(
			text,
			/(?<![\w/.-])(?:\d{4}|\d{2})\s?[/-]\s?\d{3,7}\s?[A-Z](?![\w/-])/gi,
			(value) => yearSerial(value.replace(/\s/g, '')) && !/-(?:0?[1-9]|1[0-2])[a-z]$/i.test(value),
		);
		const declared = wordsOf('DT-10', words);
		yield* matches(
			text,
			pattern(
				String.raw`(?<![\w-])(?:${declared})(?![\w-])[^.\n\d]{0,30}?(?<![\d£])((?:\d{1,6}\s?[/ -]\s?)?\d{2,8}\s?[A-Z]?)(?![\w%]|,\d|\.\d|\s*(?:per|times|years|months|checks?|searches|[a-z]+ers|staff))`,
				'gi',
			),
			(value) => !YEARS.test(value) && digitsOf(value).length >= 4,
			1,
		);
	},
};

/** DT-11. Numbers of proceedings in the forms that courts use. */
const courtReference: Detector = {
	id: 'DT-11',
	type: 'court reference',
	prefilter: /\d{2}/,
	*find(text, words) {
		// Area, unit, serial, year.
		yield* matches(
			text,
			/(?<![\w/.-])\d{2}[\s/]?[A-Z][A-Z0-9][\s/]?\d{5}[\s/]?\d{2}(?![\w/-])/gi,
			(value, start) =>
				value === value.toUpperCase() ||
				/^\d{2}[a-z][a-z0-9]\d{7}$/i.test(value) ||
				before(text, start, /\burn\b/i),
		);
		yield* matches(text, /(?<![\w/.-])[A-Z]{2}[\s-]?\d{2}[\s-]?[A-Z][\s-]?\d{5}(?![\w/-])/gi);
		// Year letter and running number of the higher courts: T20237041, QB-2021-001234, CO/1234/2020.
		yield* matches(
			text,
			/(?<![\w/.-])[ASTU]\s?20[0-4]\d\s?\d{4}(?![\w/-])/gi,
			(value) => value === value.toUpperCase() || !/\s/.test(value),
		);
		yield* matches(text, /(?<![\w/.-])[A-Z]{2,3}[-/]20[0-4]\d[-/]\d{4,6}(?:-[A-Z]{1,3})?(?![\w/-])/gi);
		yield* matches(text, /(?<![\w/.-])(?:CO|AC|FD|EA|UA|PA|HU)[/-]\d{3,6}[/-](?:19|20)\d{2}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])[A-Z]\d{2}[A-Z]{2}\d{3}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])(?:1[3-8]|2[2-8]|3[23]|41|60|65)\d{5}\/(?:19|20)\d{2}(?![\w/-])/g);
		yield* matches(text, /(?<![\w/.-])\d{4}-\d{4}-\d{4}-\d{4}(?![\w/-])/g, (_, start) =>
			before(text, start, pattern(String.raw`\b(?:case|${wordsOf('DT-11', words)})\b`, 'i'), 50),
		);
		yield* announced(text, 'DT-11', words, 4);
	},
};

export const PROCEEDINGS: readonly Detector[] = [yearSerialNumber, courtReference];
