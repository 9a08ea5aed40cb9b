import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type ReleaseManifest, releaseManifest } from '../model/disclosure.ts';
import { inFile, type Problem, START, type TextProblem } from '../model/problem.ts';
import { RELEASES_FOLDER, readContents } from './files.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/** What a release published of given accounts, in its folder. */
const BATCH_FILE = 'batch.yaml';

/** In bytes: it has a line for each account, however many there are. */
const LARGEST = 16 * 1024 * 1024;

/**
 * Reads what the last release published of given accounts, for the present one to be compared with. Where there is no
 * folder of a release, there was none. One that cannot be read is told: taking it for none would let anything pass.
 */
export function readLastRelease(root: string): { previous: ReleaseManifest | null; problems: Problem[] } {
	const last = lastRelease(path.join(root, RELEASES_FOLDER));
	if (last === undefined) return { previous: null, problems: [] };
	const file = `${RELEASES_FOLDER}/${last}/${BATCH_FILE}`;
	const here = (problem: TextProblem): Problem => inFile(file, problem);
	if (!existsSync(path.join(root, file))) {
		const message = 'Is missing: it says which accounts the last release published';
		const advice = 'Put back the file that the release wrote';
		return { previous: null, problems: [here({ ...START, rule: 'no-batch', message, advice })] };
	}
	const contents = readContents(root, file, LARGEST);
	if ('rule' in contents) return { previous: null, problems: [contents] };
	const yaml = readYaml(contents.text);
	if (yaml.problems.length > 0) return { previous: null, problems: yaml.problems.map(here) };
	const { data, problems } = validate(releaseManifest, yaml);
	return data ? { previous: data, problems: [] } : { previous: null, problems: problems.map(here) };
}

/** Name of the newest release's folder. */
function lastRelease(folder: string): string | undefined {
	if (!existsSync(folder)) return undefined;
	return readdirSync(folder)
		.filter((name) => /^\d{4,}$/.test(name))
		.sort((a, b) => Number(a) - Number(b))
		.at(-1);
}
