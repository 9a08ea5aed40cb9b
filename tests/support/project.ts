import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sites.ts';

/** What a checkout needs to run the commands, besides its packages. */
export const PROJECT_FILES = [
	'src',
	'public',
	'astro.config.mjs',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/**
 * Makes a second checkout of the software, with the packages of this one and caches of its own, for what must not be done to the project itself.
 *
 * @param folder to be made
 */
export function copyProject(folder: string): string {
	for (const part of PROJECT_FILES)
		cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
	// Packages are shared; caches are its own.
	mkdirSync(path.join(folder, 'node_modules'));
	for (const name of readdirSync(path.join(ROOT, 'node_modules')))
		if (name !== '.cache')
			symlinkSync(path.join(ROOT, 'node_modules', name), path.join(folder, 'node_modules', name));
	return folder;
}
