import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sites.ts';

/** What a checkout needs to run the commands, besides its packages. */
const PARTS = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/**
 * Makes a second checkout of the software, with the packages of this one, for what must not be done to the project itself.
 *
 * @param folder to be made
 */
export function copyProject(folder: string): string {
	for (const part of PARTS) cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true });
	symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
	return folder;
}
