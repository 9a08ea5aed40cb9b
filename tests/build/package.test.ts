import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INDEX_FOLDER } from '../../src/search/engine/catalogue.ts';
import { type Folder, temporaryFolder } from '../support/archive.ts';
import { run } from '../support/run.ts';
import { ROOT } from '../support/sites.ts';

/** The command of the package, in a project that depends on it. */
const COMMAND = 'node_modules/evidence-archive/package/cli/start.mjs';

let project: Folder;

beforeAll(async () => {
	project = temporaryFolder();
	await cp(path.join(ROOT, 'tests/fixtures/minimal'), project.path, { recursive: true });
	await install(project.path);
});
afterAll(() => project[Symbol.dispose]());

/** Packs the software and installs the package, with the libraries that this repository has for it and no others. */
async function install(folder: string): Promise<void> {
	const installed = path.join(folder, 'node_modules/evidence-archive');
	mkdirSync(installed, { recursive: true });
	const packed = await run(
		'npm',
		['pack', '--ignore-scripts=false', '--silent', '--pack-destination', folder],
		{},
		ROOT,
	);
	const tarball = packed.output.trim().split('\n').at(-1) ?? '';
	expect(packed.code, packed.output).toBe(0);
	const unpacked = await run(
		'tar',
		['-xzf', path.join(folder, tarball), '-C', installed, '--strip-components=1'],
		{},
	);
	expect(unpacked.code, unpacked.output).toBe(0);
	const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
		packages: Record<string, { dev?: boolean }>;
	};
	for (const [place, { dev }] of Object.entries(packages)) {
		if (dev || !/^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(place) || !existsSync(path.join(ROOT, place)))
			continue;
		mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
		symlinkSync(path.join(ROOT, place), path.join(folder, place));
	}
}

const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => path.join(parentPath, name));

test('holds compiled code, and neither the content of an archive nor tests', () => {
	const installed = path.join(project.path, 'node_modules/evidence-archive');
	expect(readdirSync(installed).sort()).toEqual([
		'.prettierrc',
		'LICENSE',
		'README.md',
		'package',
		'package.json',
		'public',
	]);
	const files = filesIn(installed);
	expect(files.length).toBeGreaterThan(400);
	expect(files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))).toEqual([]);
	expect(readFileSync(path.join(installed, 'package/index.d.ts'), 'utf8')).toContain('AstroIntegration');
});

test('checks an archive elsewhere', async () => {
	const { code, output } = await run(process.execPath, [COMMAND, 'check'], {}, project.path);
	expect(code, output).toBe(0);
});

test('builds the whole site of an archive elsewhere, to any folder', async () => {
	using out = temporaryFolder();
	const site = path.join(out.path, 'deep/site');
	const { code, output } = await run(
		process.execPath,
		[COMMAND, 'build'],
		{ ARCHIVE_OUT: site },
		project.path,
	);
	expect(code, output).toBe(0);
	for (const page of ['index.html', 'r/fbmgs2sv/index.html', 'help/verify/index.html', '404.html'])
		expect(readFileSync(path.join(site, page), 'utf8'), page).toContain('</html>');
	expect(readdirSync(path.join(site, INDEX_FOLDER)).length).toBeGreaterThan(0);
	expect(existsSync(path.join(site, 'favicon.svg'))).toBe(true);
	for (const file of filesIn(site)) {
		const text = readFileSync(file, 'latin1');
		for (const folder of [ROOT, project.path, out.path]) expect(text, file).not.toContain(folder);
	}
	expect(existsSync(path.join(project.path, 'dist'))).toBe(false);
});

test('puts the content of an archive elsewhere into the common layout', async () => {
	const { code, output } = await run(process.execPath, [COMMAND, 'format', '--check'], {}, project.path);
	expect(code, output).toBe(0);
});

test('makes a new archive that it finds nothing wrong with', async () => {
	const args = ['--name', 'Kettles', '--complaint', 'Unsafe kettles', '--submitted-by', 'A league'];
	const more = ['--submitted-to', 'An office', '--organisation-kinds', 'Shops', '--themes', 'Burns'];
	const made = await run(process.execPath, [COMMAND, 'init', 'made', ...args, ...more], {}, project.path);
	expect(made.code, made.output).toBe(0);
	const content = path.join(project.path, 'made/content');
	const { code, output } = await run(
		process.execPath,
		[COMMAND, 'check'],
		{ ARCHIVE_CONTENT: content },
		project.path,
	);
	expect(code, output).toBe(0);
});
