import type { RuleId } from '../../core/rules/rules.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import { withNumbers } from '../../core/prose/numbers.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { wordsIn } from '../../core/prose/words.ts';
import { type FileReading, readFields } from '../read/reading.ts';
import { type NumberedText, numberParagraphs } from './numbers.ts';

/** The numbers that a record's file gives its paragraphs; undefined where it gives none. */
export function numbersIn({ data }: FileReading): readonly string[] | undefined {
	return data && 'paragraphs' in data ? data.paragraphs : undefined;
}

/** The version that a record's file is of; 0 where it cannot be told. */
export function versionOf(reading: FileReading | undefined): number {
	return reading?.data && 'version' in reading.data ? reading.data.version : 0;
}

/**
 * The numbers of a version's paragraphs: those that its file gives; else for a first version those by which they
 * stand, for a later one those of the version before, as far as a paragraph was there.
 *
 * @param before the released version before it, numbered
 * @param used numbers that any version before it has or had
 */
export function numberReading(
	reading: FileReading,
	before: FileReading | undefined,
	used: ReadonlySet<string>,
): { paragraphs: readonly string[]; problems: readonly Problem[] } {
	const given = numbersIn(reading);
	const count = reading.paragraphs.length;
	if (given?.length === count) return { paragraphs: given, problems: reused(reading, given, before, used) };
	const paragraphs =
		before && reading.data
			? numberParagraphs(
					textsOf(before),
					textsOf(reading).map(({ text }) => text),
					used,
				)
			: reading.paragraphs;
	if (!given) return { paragraphs, problems: [] };
	const message = `${given.length} numbers for ${count} paragraphs`;
	const advice = 'Give each paragraph its number, or remove the field: the next release writes it again';
	return { paragraphs, problems: [problemAt(reading, ['paragraphs'], 'paragraph-count', message, advice)] };
}

/** A number that was given up means a paragraph that is no more, and must not come to mean another. */
function reused(
	reading: FileReading,
	given: readonly string[],
	before: FileReading | undefined,
	used: ReadonlySet<string>,
): Problem[] {
	return given.flatMap((number, index) => {
		if (!used.has(number) || before?.paragraphs.includes(number)) return [];
		const message = `Reused paragraph number ${number}`;
		const advice = 'Use a new number: a reference to the deleted paragraph must not lead to another';
		return [problemAt(reading, ['paragraphs', index], 'number-reused', message, advice)];
	});
}

function problemAt(
	{ file, source }: FileReading,
	field: PropertyKey[],
	rule: RuleId,
	message: string,
	advice: string,
): Problem {
	const place = readFields(source, true).yaml?.locate(field) ?? START;
	return { file, ...place, rule, message, advice, severity: 'error' };
}

/** The paragraphs of a file that was numbered, with their words. */
export function textsOf({ source, paragraphs }: FileReading): NumberedText[] {
	return withNumbers(parseProse(source).prose, paragraphs).blocks.flatMap(({ number, children }) =>
		number === null ? [] : [{ number, text: wordsIn(children).replace(/\s+/g, ' ').trim() }],
	);
}
