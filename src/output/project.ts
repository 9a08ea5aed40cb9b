import { Failure } from '../core/values/failure.ts';

/**
 * Refuses a project in a folder whose name Vite takes for part of an address: it would leave out styles, or find nothing.
 *
 * @throws Failure naming the sign
 */
export function checkProjectFolder(project: string = process.cwd()): void {
	const [sign] = /[%#?\n\r\t]/.exec(project) ?? [];
	if (sign !== undefined)
		throw new Failure(
			`The site cannot be built in ${JSON.stringify(project)}: a folder on the way there has ${JSON.stringify(sign)} in its name. Rename it, or move the project.`,
		);
}
