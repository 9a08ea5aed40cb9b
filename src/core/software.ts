import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the folder with the software’s code: `src/` in the repository, compiled code in the package. */
export const SOFTWARE = path.resolve(import.meta.dirname, '..');

/** Absolute path of the package that the code belongs to. */
export const PACKAGE = path.dirname(SOFTWARE);

/** Pages and styles: no cache holds anything that they made. */
const SITE = 'site';

let key: string | undefined;

/**
 * Names this software: its version, the versions of its libraries and the content of its files. What was cached by
 * other software is not used.
 */
export function softwareKey(): string {
	key ??= computeKey();
	return key;
}

function computeKey(): string {
	const hash = createHash('sha256').update(readFileSync(path.join(PACKAGE, 'package.json')));
	const rooms = readdirSync(SOFTWARE, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && entry.name !== SITE)
		.map(({ name }) => name);
	const files = rooms.flatMap((room) =>
		readdirSync(path.join(SOFTWARE, room), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.name.endsWith('.d.ts'))
			.map(({ parentPath, name }) => path.join(parentPath, name)),
	);
	for (const file of files.sort()) hash.update(path.relative(SOFTWARE, file)).update(readFileSync(file));
	return hash.digest('hex');
}
