import { existsSync } from 'node:fs';
import path from 'node:path';
import { type ReleaseManifest, releaseManifest } from '../model/disclosure.ts';
import type { Problem } from '../model/problem.ts';
import type { TextProblem } from '../prose/parse.ts';
import { RELEASE_FILE, readContents } from './files.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads what the last release published of given accounts, for the present one to be compared with. Where the file is
 * not there, there was no release. One that cannot be read is told: taking it for none would let anything pass.
 */
export function readLastRelease(root: string): { previous: ReleaseManifest | null; problems: Problem[] } {
	if (!existsSync(path.join(root, RELEASE_FILE))) return { previous: null, problems: [] };
	const contents = readContents(root, RELEASE_FILE);
	// A link was told when the files were listed.
	if ('rule' in contents)
		return { previous: null, problems: contents.rule === 'symbolic-link' ? [] : [contents] };
	const here = (problem: TextProblem): Problem => ({ file: RELEASE_FILE, severity: 'error', ...problem });
	const yaml = readYaml(contents.text);
	if (yaml.problems.length > 0) return { previous: null, problems: yaml.problems.map(here) };
	const { data, problems } = validate(releaseManifest, yaml);
	return data ? { previous: data, problems: [] } : { previous: null, problems: problems.map(here) };
}
