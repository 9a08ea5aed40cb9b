import type { Withheld } from '../checks/withheld.ts';
import type { ArchiveConfig } from '../model/config.ts';
import { bodyOf, closedBody } from './body.ts';
import type { FileReading } from './reading.ts';

/** The words of an archive's files that must not be published: of withdrawn records, and beyond consent. */
export function withheldTexts(readings: readonly FileReading[]): Withheld[] {
	return readings.flatMap((reading) => {
		const { file, source } = reading;
		if (reading.withdrawn) return [{ file, text: bodyOf(source) }];
		if (reading.folder !== 'testimonies' || !reading.data) return [];
		const text = closedBody(source, reading.data);
		return text ? [{ file, text }] : [];
	});
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
	const names = [config.name, config.description, config.tagline];
	for (const { folder, data } of readings) {
		if (!data) continue;
		if (folder === 'organisations') names.push(data.name, ...data.aliases);
		else if (folder === 'themes') names.push(data.label);
		else if (folder === 'complaints') names.push(data.title);
	}
	return names;
}
