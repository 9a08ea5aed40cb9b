import path from 'node:path';
import { checkCoverage } from '../../checks/coverage.ts';
import type { ArchiveConfig, Vocabulary } from '../../core/model/config.ts';
import { archiveConfig } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { fileProblem, inFile } from '../../core/values/problem.ts';
import type { TextProblem } from '../../core/values/problem.ts';
import type { Found } from './files.ts';
import { CONFIG_FILE, findFiles, readContents } from './files.ts';
import { validate } from './validate.ts';
import { readYaml } from '../yaml/yaml.ts';

/**
 * The values that the other schemas need: facets and terms of `archive.yaml`, and the names of the files. Where
 * `archive.yaml` is missing or wrong, only the names are known.
 */
export function readVocabulary(folder: string): Vocabulary {
	const root = path.resolve(folder);
	const { found } = findFiles(root);
	return vocabularyOf(readConfig(root, found).config, found);
}

/** The same, of files that were found and an `archive.yaml` that was read. */
export function vocabularyOf(config: ArchiveConfig | undefined, found: readonly Found[]): Vocabulary {
	const names = namesIn(found);
	return {
		facets: config?.facets ?? [],
		contentNotes: config?.contentNotes.map((note) => note.id) ?? [],
		organisationKinds: config?.organisationKinds.map((kind) => kind.id) ?? [],
		measures: config?.measures.map((measure) => measure.id) ?? [],
		themes: names('themes'),
		organisations: names('organisations'),
		complaints: names('complaints'),
	};
}

/** Identifiers of the files in a folder. */
function namesIn(found: readonly Found[]) {
	return (folder: Found['folder']) => found.filter((file) => file.folder === folder).map(({ id }) => id);
}

/**
 * Reads `archive.yaml`.
 *
 * @returns the configuration, left out where anything is wrong with it, and what that is
 */
export function readConfig(
	root: string,
	found: readonly Found[],
): { config?: ArchiveConfig; problems: Problem[] } {
	const contents = readContents(root, CONFIG_FILE);
	if ('rule' in contents)
		return {
			problems: [
				contents.rule === 'unreadable'
					? fileProblem(
							CONFIG_FILE,
							'no-archive',
							'Cannot be read',
							'Every archive needs this file: README.md says what is in it',
						)
					: contents,
			],
		};
	const yaml = readYaml(contents.text);
	const here = (problem: TextProblem): Problem => inFile(CONFIG_FILE, problem);
	if (yaml.problems.length > 0) return { problems: yaml.problems.map(here) };
	const { data, problems } = validate(archiveConfig, yaml);
	if (!data) return { problems: problems.map(here) };
	return { config: data, problems: checkCoverage(data, namesIn(found), yaml.locate).map(here) };
}
