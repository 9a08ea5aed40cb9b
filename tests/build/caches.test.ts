import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cacheOf } from '../../src/core/caches.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { digests } from '../support/digests.ts';
import { copyProject } from '../support/project.ts';
import { archive } from '../support/run.ts';
import { builtSite, ROOT } from '../support/sites.ts';

let folder: Folder;
let project: string;
const caches = () => path.join(project, 'node_modules/.cache');

function run(command: string) {
	const { content, address } = builtSite('market');
	const env = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: outDir(), ARCHIVE_ADDRESS: address };
	return archive([command], env, project);
}
const outDir = () => path.join(folder.path, 'dist');

/** Changes every file of the caches; gives their names. */
function damage(change: (bytes: Buffer) => void): string[] {
	const files = readdirSync(caches(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
	for (const { parentPath, name } of files) {
		const bytes = readFileSync(path.join(parentPath, name));
		change(bytes);
		writeFileSync(path.join(parentPath, name), bytes);
	}
	return files.map(({ name }) => name.replace(/-.*/, ''));
}

beforeAll(() => {
	folder = temporaryFolder();
	project = copyProject(path.join(folder.path, 'project'));
});
afterAll(() => folder[Symbol.dispose]());

test('where no cache can be written, there is none', async () => {
	writeFileSync(caches(), 'A file, where caches would need a folder.');
	for (const command of ['check', 'build']) {
		const { code, output } = await run(command);
		expect(code, output).toBe(0);
	}
	rmSync(caches());
});

test.each([
	[
		'one letter in a value',
		(bytes: Buffer) => {
			// A letter within words stays a letter: it breaks no form that a reader could stumble over.
			const at = bytes.lastIndexOf('e', Math.floor(bytes.length * 0.9));
			if (at >= 0) bytes[at] = 'o'.charCodeAt(0);
		},
	],
	[
		'a block to zeros',
		(bytes: Buffer) => void bytes.subarray(bytes.length / 2, bytes.length / 2 + 4096).fill(0),
	],
])('a build with caches in which a disk changed %s is the same', async (_, change) => {
	// The caches that the site was built with, made in the project itself.
	const { content, address } = builtSite('market');
	const made = path.relative(ROOT, cacheOf(content, address));
	cpSync(path.join(ROOT, made), path.join(project, made), { recursive: true });
	const changed = damage(change);
	expect(changed).toEqual(expect.arrayContaining(['archive.cache']));
	const { code, output } = await run('build');
	expect(code, output).toBe(0);
	expect(digests(outDir())).toEqual(digests(builtSite('market').out));
});
