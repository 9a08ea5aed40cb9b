import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { formatText } from '../../../src/cli/format.ts';
import { temporaryFolder } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';

const ANSWERS = {
	name: 'Kettles: sold & broken',
	complaint: 'Super-complaint on the Mis-selling of Kettles',
	'submitted-by': 'Tea Drinkers’ League',
	'submitted-to': 'Ofkettle',
	'organisation-kinds': 'Shops, Makers & sellers',
	themes: 'Late Refunds, Élan’s faults, 2020 recall',
};
const options = (answers: Readonly<Record<string, string>>) =>
	Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value]);

test('makes an archive in which the check finds nothing, in the common layout', async () => {
	using parent = temporaryFolder();
	const folder = path.join(parent.path, 'new');
	const { code, output } = await runInProcess(['init', folder, ...options(ANSWERS)]);
	expect(code, output).toBe(0);

	const content = path.join(folder, 'content');
	const { archive, problems } = await readArchive(content);
	expect(problems).toEqual([]);
	expect(archive?.config.name).toBe(ANSWERS.name);
	expect(archive?.themes.map(({ id, data }) => [id, data.label])).toEqual([
		['2020-recall', '2020 recall'],
		['elans-faults', 'Élan’s faults'],
		['late-refunds', 'Late Refunds'],
	]);
	expect(archive?.config.organisationKinds.map(({ id }) => id)).toEqual([
		'complainant',
		'authority',
		'shops',
		'makers-sellers',
	]);
	for (const file of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
		if (!path.extname(file)) continue;
		const text = readFileSync(path.join(content, file), 'utf8');
		expect(await formatText(file, text), file).toBe(text);
	}
	// Nothing is left of the folder that it was prepared in.
	expect(readdirSync(parent.path)).toEqual(['new']);
});

test('makes a project with one dependency, which is never looked for in a registry unless one says so', async () => {
	using parent = temporaryFolder();
	const manifestOf = (name: string) =>
		JSON.parse(readFileSync(path.join(parent.path, name, 'package.json'), 'utf8'));
	await runInProcess(['init', path.join(parent.path, 'a'), ...options(ANSWERS)]);
	await runInProcess(['init', path.join(parent.path, 'b'), ...options({ ...ANSWERS, package: '1.2.3' })]);
	expect(manifestOf('a').dependencies).toEqual({
		'evidence-archive': expect.stringMatching(/^file:evidence-archive-[\d.]+\.tgz$/),
	});
	expect(manifestOf('b').dependencies).toEqual({ 'evidence-archive': '1.2.3' });
	expect(manifestOf('a').private).toBe(true);
});

test('names everything that is missing or cannot be used, and makes nothing', async () => {
	using parent = temporaryFolder();
	const folder = path.join(parent.path, 'new');
	const { code, output } = await runInProcess([
		'init',
		folder,
		...options({ name: 'a\u202eb', complaint: '…', themes: 'Delay, delay, –', 'organisation-kinds': ' ,' }),
	]);
	expect(code).toBe(2);
	for (const option of Object.keys(ANSWERS)) expect(output).toContain(`--${option}`);
	expect(output).toContain('“–”');
	expect(output).toContain('“delay”');
	expect(existsSync(folder)).toBe(false);
});

test.each(['a folder with a file', 'a file'])('touches nothing in %s', async (kind) => {
	using parent = temporaryFolder();
	const isFile = kind === 'a file';
	const folder = isFile ? path.join(parent.path, 'note.txt') : parent.path;
	writeFileSync(path.join(parent.path, 'note.txt'), 'A note.');
	const { code, output } = await runInProcess(['init', folder, ...options(ANSWERS)]);
	expect(code, output).toBe(1);
	expect(output).toContain(folder);
	expect(readdirSync(parent.path)).toEqual(['note.txt']);
});

test('uses an empty folder that is there already', async () => {
	using parent = temporaryFolder();
	const { code, output } = await runInProcess(['init', parent.path, ...options(ANSWERS)]);
	expect(code, output).toBe(0);
	expect(existsSync(path.join(parent.path, 'content/archive.yaml'))).toBe(true);
});

test('makes an archive without problems of answers that YAML, Markdown or a file system could misread', async () => {
	using parent = temporaryFolder();
	const folder = path.join(parent.path, 'ümläut & “more”');
	const long = 'Complaint about everything that nobody has repaired yet '.repeat(8).trim();
	const answers = {
		name: `“: # - { ${long}`,
		complaint: long,
		'submitted-by': '# League: {x}',
		'submitted-to': 'x'.repeat(300),
		'organisation-kinds': `> shops, [b: c], ${long}`,
		themes: `🔥 burns, <b>leaks</b>, {1 + 1}, null, import x, ${long}`,
	};
	const args = Object.entries(answers).map(([name, value]) => `--${name}=${value}`);
	const { code, output } = await runInProcess(['init', folder, ...args]);
	expect(code, output).toBe(0);
	const { archive, problems } = await readArchive(path.join(folder, 'content'));
	expect(problems).toEqual([]);
	expect(archive?.complaints.map(({ data }) => data.title)).toEqual([long]);
	expect(archive?.themes).toHaveLength(6);
	// What npm takes as the name of a package.
	const { name } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	expect(name).toMatch(/^[a-z0-9-]{1,214}$/);
});

test('refuses two organisations that would share a file', async () => {
	using parent = temporaryFolder();
	const same = { ...ANSWERS, 'submitted-by': 'Kettle & Co', 'submitted-to': 'Kettle Co' };
	const { code, output } = await runInProcess(['init', path.join(parent.path, 'new'), ...options(same)]);
	expect(code).toBe(2);
	expect(output).toContain('--submitted-to');
	expect(readdirSync(parent.path)).toEqual([]);
});

test.each(['50%', 'a#b', 'a?b', 'a\nb'])(
	'refuses the folder %j, in which no site can be built',
	async (name) => {
		using parent = temporaryFolder();
		const { code, output } = await runInProcess(['init', path.join(parent.path, name), ...options(ANSWERS)]);
		expect(code, output).toBe(1);
		expect(readdirSync(parent.path)).toEqual([]);
	},
);
