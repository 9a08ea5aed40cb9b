import type { Locate } from '../../checks/references.ts';
import { compare, type Problem, START } from '../../core/values/problem.ts';
import { isRecordFolder, VERSIONS_FOLDER } from '../read/files.ts';
import type { FileReading } from '../read/reading.ts';
import { releasedNames, SALT, type VersionFiles } from './files.ts';
import { versionOf } from './reading.ts';
import type { Released } from './versions.ts';

/** Whether a record's own file goes with what was released of it. */
export function checkStanding(live: FileReading, released: Released | undefined, locate: Locate): Problem[] {
	const problems: Problem[] = [];
	const folder = `${VERSIONS_FOLDER}/${live.id}`;
	const salt = { file: `${folder}/${SALT}`, ...START };
	if (!released) return [];
	if (live.withdrawn !== undefined) {
		if (released.salt !== null)
			problems.push({
				...salt,
				rule: 'salt-left',
				message: `Salt of the withdrawn record ${live.id}, which would confirm a guess at its text`,
				advice: 'Delete the file, as “withdraw” does',
				severity: 'warning',
			});
		return problems;
	}
	if (live.folder === 'testimonies' && released.salt === null && released.versions.length > 0)
		problems.push({
			...salt,
			rule: 'salt-missing',
			message: `Missing salt of ${live.id}: its released hashes cannot be checked`,
			advice: 'Restore the file that the release wrote',
			severity: 'error',
		});
	const newest = released.versions.at(-1)?.version ?? 0;
	if (live.data && versionOf(live) < newest)
		problems.push({
			file: live.file,
			...locate(live.file, ['version']),
			rule: 'version-behind',
			message: `Version ${versionOf(live)}, although version ${newest} was released`,
			advice: `Start from ${folder}/v${newest}.mdx. “npm run archive -- revise” opens the next version`,
			severity: 'error',
		});
	return problems;
}

/** What was released once answers for good: by a page, or by the notice that it was withdrawn. */
export function checkNames(
	root: string,
	readings: readonly FileReading[],
	files: ReadonlyMap<string, VersionFiles>,
): Problem[] {
	const names = releasedNames(root);
	if (names.length === 0 && files.size === 0) return [];
	const records = new Map(
		readings.filter(({ folder }) => isRecordFolder(folder)).map((one) => [one.id, one]),
	);
	const problems = new Map<string, Problem>();
	const tell = (key: string, problem: Omit<Problem, 'severity' | 'column'>) =>
		problems.set(key, problems.get(key) ?? { ...problem, column: 1, severity: 'error' });
	const folders = [...files.keys()].map((id) => ({
		id,
		version: 0,
		file: `${VERSIONS_FOLDER}/${id}`,
		line: 1,
	}));
	for (const { id, version, file, line } of [...names, ...folders]) {
		const record = records.get(id);
		if (!record)
			tell(id, {
				file,
				line,
				rule: 'released-id-missing',
				message: `Missing file of the released record ${id}: its address would lead nowhere`,
				advice: `Restore the file. To withdraw a record, use “npm run archive -- withdraw ${id}”`,
			});
		else if (version > 0 && record.withdrawn === undefined && !hasVersion(files.get(id), version))
			tell(`${id} ${version}`, {
				file,
				line,
				rule: 'released-version-missing',
				message: `Missing file ${VERSIONS_FOLDER}/${id}/v${version}.mdx of a released version`,
				advice: 'Restore the file that the release wrote',
			});
	}
	return [...problems.values()].sort((a, b) => compare(a.message, b.message));
}

function hasVersion(files: VersionFiles | undefined, version: number): boolean {
	return files?.versions.some((one) => one.version === version) === true;
}
