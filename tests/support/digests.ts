import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The SHA-256 of every file in a folder, by path. */
export function digests(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile(),
	);
	const pairs = files.map((entry) => {
		const file = path.join(entry.parentPath, entry.name);
		return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
	});
	return Object.fromEntries(pairs.sort());
}
