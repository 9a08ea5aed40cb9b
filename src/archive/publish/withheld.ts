import type { Withheld } from '../../checks/withheld-text.ts';
import type { ArchiveConfig } from '../../core/model/config.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { wordsIn } from '../../core/prose/words.ts';
import { bodyOf, closedBody } from '../read/body.ts';
import { type FileReading, readFields } from '../read/reading.ts';

/** The words of an archive's files that must not be published: of withdrawn records, and beyond consent. */
export function withheldTexts(readings: readonly FileReading[]): Withheld[] {
	const described = readings.flatMap((reading) =>
		reading.data && !isOnlyCounted(reading) ? ownWords(reading.data) : [],
	);
	return readings.flatMap((reading) => {
		const { file, source } = reading;
		const whole = () => wordsOfRecord(file, source, described);
		if (reading.withdrawn) return whole();
		// What consent says of it may be what is broken.
		if (reading.isLeftOut && reading.folder === 'testimonies') return whole();
		if (reading.folder !== 'testimonies' || !reading.data) return [];
		if (isOnlyCounted(reading)) return whole();
		const text = closedBody(source, reading.data, reading.paragraphs);
		return text ? bothForms(file, text) : [];
	});
}

/**
 * The words of a record: its text, its title and its summary.
 *
 * @param described titles and summaries of other records, which stand in their own right
 */
export function wordsOfRecord(file: string, source: string, described: readonly string[]): Withheld[] {
	return [
		...bothForms(file, bodyOf(source)),
		...ownWords(fieldsIn(source)).map((text) => ({ file, text, unless: described })),
	];
}

/** Whether an account may be counted and no word of it shown. */
function isOnlyCounted({ folder, data }: FileReading): boolean {
	return folder === 'testimonies' && data?.origin === 'given' && data.consent.scope === 'statistics';
}

/** A text as it stands in the file, and as it would read on a page: markup breaks up the words of the one. */
function bothForms(file: string, text: string): Withheld[] {
	const { blocks } = parseProse(text, '', false).prose;
	return [{ file, text }, ...blocks.map(({ children }) => ({ file, text: wordsIn(children) }))];
}

function fieldsIn(source: string): unknown {
	return readFields(source, true).yaml?.data;
}

/** Title and summary, where the archive wrote them: a headline belongs to whoever printed it. */
export function ownWords(data: unknown): string[] {
	if (typeof data !== 'object' || data === null) return [];
	const { title, titleSupplied, summary } = data as Record<string, unknown>;
	return [titleSupplied === false ? undefined : title, summary].filter((text) => typeof text === 'string');
}

/**
 * The fields of a file, without its text: a paragraph that repeats what is withheld is left out when it is rendered,
 * but a title or a summary has to be written anew by someone.
 */
export function fieldsOf({ file, source }: FileReading): { file: string; source: string } {
	return { file, source: source.slice(0, source.length - bodyOf(source).length) || source };
}

/** Names and titles that may stand anywhere, long as some of them are. */
export function openNames(config: ArchiveConfig, readings: readonly FileReading[]): string[] {
	const { testimonies, reports, findings } = config.words;
	const intros = [testimonies, reports, findings].map((words) => words.intro);
	const names = [config.name, config.description, config.tagline, config.notice, ...intros];
	for (const { folder, data } of readings) {
		if (!data) continue;
		if (folder === 'organisations') names.push(data.name, ...data.aliases);
		else if (folder === 'themes') names.push(data.label);
		else if (folder === 'complaints') names.push(data.title);
	}
	return names;
}
