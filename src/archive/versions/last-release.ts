import { existsSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { type ReleaseManifest, releaseManifest } from '../../core/model/disclosure.ts';
import { inFile, type Problem, START, type TextProblem } from '../../core/values/problem.ts';
import { isFolder, list, RELEASES_FOLDER, readContents } from '../read/files.ts';
import type { FileReading } from '../read/reading.ts';
import { validate } from '../read/validate.ts';
import { versionOf } from './reading.ts';
import type { Released } from './versions.ts';
import { readYaml } from '../yaml/yaml.ts';

/** What a release published of given accounts, in its folder. */
const BATCH_FILE = 'batch.yaml';

/** In bytes: it has a line for each account, however many there are. */
const LARGEST = 16 * 1024 * 1024;

/** Stands in place of the digest of an account that a release of an earlier version of the software wrote. */
const RELEASED = 'released';

/** The list of accounts of a release without the digests that earlier versions of the software wrote into it. */
export function withoutDigests(batch: string): string {
	return batch.replace(/^([ \t]+[0-9a-z"']+:[ \t]*)["']?[0-9a-f]{64}["']?[ \t]*$/gm, `$1${RELEASED}`);
}

/**
 * What the last release published, as the present accounts are compared with it. A version that was released is the
 * same text for good, which `checkFrozen` sees to, so that an account is unchanged while its version is a released one.
 */
function comparable(
	{ month, given }: z.infer<typeof releaseManifest>,
	readings: readonly FileReading[],
	released: ReadonlyMap<string, Released>,
): ReleaseManifest {
	const accounts = new Map(readings.map((reading) => [reading.id, reading]));
	const entries = Object.entries(given).map(([id, value]) => {
		const account = accounts.get(id);
		const versions = released.get(id)?.versions;
		if (!account || !versions) return [id, String(value)];
		return [id, versions.some(({ version }) => version === versionOf(account)) ? account.digest : RELEASED];
	});
	return { month, given: Object.fromEntries(entries) };
}

/**
 * Reads what the last release published of given accounts, for the present one to be compared with. Where there is no
 * folder of a release, there was none. One that cannot be read is told: taking it for none would let anything pass.
 */
export function readLastRelease(
	root: string,
	readings: readonly FileReading[],
	released: ReadonlyMap<string, Released>,
): { previous: ReleaseManifest | null; problems: Problem[] } {
	const unread: Problem[] = [];
	const last = lastRelease(root, unread);
	if (last === undefined) return { previous: null, problems: unread };
	const file = `${RELEASES_FOLDER}/${last}/${BATCH_FILE}`;
	const here = (problem: TextProblem): Problem => inFile(file, problem);
	if (!existsSync(path.join(root, file))) {
		const message = 'Missing list of the accounts that the last release published';
		const advice = 'Restore the file that the release wrote';
		return { previous: null, problems: [here({ ...START, rule: 'no-batch', message, advice })] };
	}
	const contents = readContents(root, file, LARGEST);
	if ('rule' in contents) return { previous: null, problems: [contents] };
	const yaml = readYaml(contents.text);
	if (yaml.problems.length > 0) return { previous: null, problems: yaml.problems.map(here) };
	const { data, problems } = validate(releaseManifest, yaml);
	if (!data) return { previous: null, problems: problems.map(here) };
	return { previous: comparable(data, readings, released), problems: [] };
}

/** Name of the newest release's folder. */
function lastRelease(root: string, problems: Problem[]): string | undefined {
	if (!isFolder(root, RELEASES_FOLDER)) return undefined;
	return list(root, RELEASES_FOLDER, problems)
		.map(({ name }) => name)
		.filter((name) => /^\d{4,}$/.test(name))
		.sort((a, b) => Number(a) - Number(b))
		.at(-1);
}
