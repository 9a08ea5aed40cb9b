import { z } from 'zod';
import { line } from '../values/text.ts';
import { lookup } from '../values/lookup.ts';

/** What a printed number says: a share in per cent, so many of so many, times as much, how many, or only a rank. */
const KINDS = ['percent', 'fraction', 'ratio', 'count', 'rank', 'words'] as const;

/** How exactly it says so. `exact` is a number as it was rounded. */
const PHRASES = ['exact', 'almost', 'under', 'over', 'about'] as const;

/** A number as its source prints it, read as far as it can be checked. */
export interface Stated {
	/** The words as printed. */
	text: string;
	as: (typeof KINDS)[number];
	phrase: (typeof PHRASES)[number];
	/** In per cent, or m of “m out of n”, or times as much, or how many; none where only a rank or words are printed. */
	value?: number;
	/** n of “m out of n”. */
	of?: number;
	/** Digits after the point, for a percentage. */
	dp?: number;
	/** The measure that the words name, where it is not the one that is counted. */
	measure?: string;
}

const SMALL =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
		' ',
	);
const PARTS = ['half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const TIMES: Readonly<Record<string, number>> = { half: 0.5, twice: 2, 'three times': 3, 'four times': 4 };

const LEADS: readonly (readonly [RegExp, Stated['phrase']])[] = [
	[/^(?:almost|nearly|just under)\s+/, 'almost'],
	[/^(?:under|less than|fewer than|below)\s+/, 'under'],
	[/^(?:over|more than|above)\s+/, 'over'],
	[/^(?:about|around|roughly|approximately|some)\s+/, 'about'],
];

/**
 * Reads a number as it is printed: `almost 8%`, `3.7 per cent`, `four out of five`, `a fifth`, `half as likely`,
 * `over 300`, `most common`.
 *
 * @returns null for words that it does not know: they are then to be written out as data
 */
export function readStated(text: string): Stated | null {
	let rest = text.toLowerCase().replace(/\s+/g, ' ').trim();
	let phrase: Stated['phrase'] = 'exact';
	for (const [lead, means] of LEADS)
		if (lead.test(rest)) {
			rest = rest.replace(lead, '');
			phrase = means;
			break;
		}
	const percent = /^(?:(\d+(?:\.(\d+))?)|(\w+))\s?(?:%|per cent|percent|pc)$/.exec(rest);
	const value = percent?.[1] === undefined ? numberOf(percent?.[3]) : Number(percent[1]);
	if (percent && value !== null) return { text, as: 'percent', phrase, value, dp: percent[2]?.length ?? 0 };
	const share = /^(\w+)(?: out of | in | of )(?:every )?(\w+)$/.exec(rest);
	const [m, n] = [numberOf(share?.[1]), numberOf(share?.[2])];
	if (m !== null && n !== null && m <= n && n > 0) return { text, as: 'fraction', phrase, value: m, of: n };
	const part = /^(?:(an?|one|two|three) )?(\w+?)s?$/.exec(rest);
	const size = PARTS.indexOf(part?.[2] === 'halve' ? 'half' : (part?.[2] ?? '')) + 2;
	if (part && size >= 2) {
		const many = part[1] === undefined || /^an?$/.test(part[1]) ? 1 : (numberOf(part[1]) ?? 1);
		return { text, as: 'fraction', phrase: phrase === 'exact' ? 'about' : phrase, value: many, of: size };
	}
	const times = /^(half|twice|three times|four times) as (?:likely|many|much|often)\b/.exec(rest);
	if (times?.[1]) return { text, as: 'ratio', phrase: 'about', value: lookup(TIMES, times[1]) ?? 1 };
	if (/^(?:the )?(?:most (?:common|frequent|usual)|commonest|highest|largest)\b/.test(rest))
		return { text, as: 'rank', phrase };
	if (/^(?:most|the majority|a majority)$/.test(rest))
		return { text, as: 'percent', phrase: 'over', value: 50, dp: 0 };
	const count = /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(rest) ? Number(rest.replaceAll(',', '')) : numberOf(rest);
	return count === null ? null : { text, as: 'count', phrase, value: count };
}

function numberOf(word: string | undefined): number | null {
	if (word === undefined) return null;
	if (/^\d+$/.test(word)) return Number(word);
	const index = SMALL.indexOf(word);
	return index < 0 ? null : index;
}

/** The words alone, or with what they mean where that cannot be read from them. */
export function statedSchema(measure: z.ZodType<string>) {
	const whole = z.strictObject({
		text: line.describe('The number as printed'),
		measure: measure
			.optional()
			.describe('The measure that the words name, where it is not the one that is counted'),
		as: z.enum(KINDS).optional().describe('Left out, the words themselves are read'),
		phrase: z.enum(PHRASES).default('exact'),
		value: z.number().min(0).optional(),
		of: z.int().min(1).optional(),
		dp: z.int().min(0).max(4).optional(),
	});
	return z
		.union([line.transform((text) => ({ text, as: undefined })), whole])
		.transform((given, context): Stated => {
			const read = given.as === undefined ? readStated(given.text) : { ...given, as: given.as };
			const needsValue = read && read.as !== 'rank' && read.as !== 'words';
			if (!read || (needsValue && read.value === undefined)) {
				context.addIssue({
					code: 'custom',
					message: 'Cannot be read as a number; write text, as, value and phrase, or as: words',
				});
				return z.NEVER;
			}
			const named = 'measure' in given && given.measure !== undefined ? { measure: given.measure } : {};
			return withoutUndefined({ ...read, ...named });
		});
}

function withoutUndefined(stated: object): Stated {
	return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)) as Stated &
		object;
}
