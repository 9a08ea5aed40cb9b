import { Failure } from '../core/values/failure.ts';

/**
 * Refuses a project whose path has a character that Vite treats as URL syntax: styles would be missing, or no file be
 * found.
 *
 * @throws Failure naming the character
 */
export function checkProjectFolder(project: string = process.cwd()): void {
	const [sign] = /[%#?\n\r\t]/.exec(project) ?? [];
	if (sign !== undefined)
		throw new Failure(
			`The site cannot be built in ${JSON.stringify(project)}: its path contains ${JSON.stringify(sign)}. Rename the folder, or move the project.`,
		);
}
