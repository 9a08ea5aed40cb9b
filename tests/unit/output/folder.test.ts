import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteManifest } from '../../../src/integrity/site-manifest.ts';
import { Failure } from '../../../src/core/values/failure.ts';
import { outputFolder } from '../../../src/output/folder.ts';
import { type Folder, temporaryFolder } from '../../support/archive.ts';

let folder: Folder;
const at = (name: string) => path.join(folder.path, name);
const output = (name: string, content = 'home/project/content') =>
	outputFolder(at(name), { project: at('home/project'), content: at(content), homes: [at('home')] });

function write(file: string, text = 'words'): void {
	mkdirSync(path.dirname(at(file)), { recursive: true });
	writeFileSync(at(file), text);
}

/** Writes what a build leaves. */
function writeSite(name: string): void {
	for (const file of ['index.html', '_headers', 'r/7k3m9qtw/index.html']) write(`${name}/${file}`);
	write(`${name}/SHA256SUMS`, siteManifest(at(name)));
}

beforeAll(() => {
	folder = temporaryFolder();
	for (const file of ['content/reports/a.mdx', 'src/cli/main.ts', '.git/HEAD', 'node_modules/.cache/x/y'])
		write(`home/project/${file}`);
	write('home/letters/letter.txt');
	write('archive/archive.yaml');
	writeSite('made');
	writeSite('home/project/dist');
	writeSite('added');
	write('added/notes.txt');
	writeSite('committed');
	write('committed/.git/HEAD');
	writeSite('packed');
	write('packed/index.html.gz');
	write('foreign/index.html');
	write('sums/SHA256SUMS', `${'0'.repeat(64)}  photo.jpg\n`);
	write('sums/photo.jpg');
	mkdirSync(at('empty'));
	mkdirSync(at('nested/inner'), { recursive: true });
	write('file');
	symlinkSync(at('home/project/content'), at('to-content'));
	symlinkSync(at('made'), at('to-made'));
	symlinkSync(at('home'), at('to-home'));
	symlinkSync(at('nowhere'), at('dangling'));
});
afterAll(() => folder[Symbol.dispose]());

describe('is refused as output', () => {
	test.each([
		'home/project/content',
		'home/project/content/reports',
		'home/project/content/new',
		'home/project/CONTENT',
		'home/project/Content/new',
		'home/project',
		'home/Project',
		'home/project/src',
		'home/project/src/new',
		'home/project/.git/new',
		'home/project/node_modules',
		'home/project/node_modules/new',
		'home/project/node_modules/.cache',
		'home/project/public/new',
		'home',
		'HOME',
		'',
		'..',
		'home/letters',
		'to-content',
		'to-content/new',
		'to-home/project/src/new',
		'dangling',
		'file',
		'foreign',
		'sums',
		'nested',
		'added',
		'committed',
	])('%s', (name) => {
		const before = readdirSync(folder.path, { recursive: true }).length;
		expect(() => output(name)).toThrow(Failure);
		expect(readdirSync(folder.path, { recursive: true })).toHaveLength(before);
	});

	test('a folder that holds or is content elsewhere', () => {
		expect(() => output('archive', 'archive')).toThrow(Failure);
		expect(() => output('archive/dist', 'archive')).toThrow(Failure);
		expect(() => output('x', 'x/archive')).toThrow(Failure);
	});
});

test.each([
	'home/project/dist',
	'home/project/new',
	'home/project/build/site',
	'home/project/node_modules/.cache/tests/new',
	'home/project-out',
	'home/project/content-out',
	'home/new',
	'new/deep/folder',
	'empty',
	'made',
	'packed',
])('%s is taken', (name) => {
	expect(output(name)).toBe(at(name));
});

test('a link is resolved: what it leads to is replaced, and it stays', () => {
	expect(output('to-made')).toBe(at('made'));
});
