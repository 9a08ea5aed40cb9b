import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/archive.ts';
import { build } from '../support/run.ts';
import { builtSite, CACHE } from '../support/sites.ts';

// Astro keeps what it needs during a build beside the output, if that is within the project, else in a place that all
// builds share. Tests that may run at the same time therefore write within the project.

/** The SHA-256 of every file in a folder, by path. */
function digests(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
		entry.isFile(),
	);
	const pairs = files.map((entry) => {
		const file = path.join(entry.parentPath, entry.name);
		return [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
	});
	return Object.fromEntries(pairs.sort());
}

test('another build of the same content, elsewhere and in another time zone and language, gives the same bytes', async () => {
	const { out, content, address } = builtSite('first');
	using folder = temporaryFolder(CACHE);
	const second = path.join(folder.path, 'another', 'place');
	const { code, output } = await build({
		content,
		out: second,
		address,
		env: { TZ: 'Asia/Tokyo', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
	});
	expect(code, output).toBe(0);
	expect(digests(second)).toEqual(digests(out));
	expect(Object.keys(digests(out)).length).toBeGreaterThan(100);
});

test('an incremental build gives the same bytes as a full one', async () => {
	const { out, content, address } = builtSite('market');
	using folder = temporaryFolder(CACHE);
	const second = path.join(folder.path, 'dist');
	for (const run of ['first', 'second']) {
		const outcome = await build({ content, out: second, address, env: { ARCHIVE_INCREMENTAL: '1' } });
		expect(outcome.code, `${run}: ${outcome.output}`).toBe(0);
	}
	expect(digests(second)).toEqual(digests(out));
});

/** Changes to the second archive, each of which shows on pages other than its own. */
const EDITS: readonly (readonly [what: string, file: string, from: string, to: string])[] = [
	[
		'a record’s title',
		'reports/k40kj6rh-the-plan-that-would-not-let-go.mdx',
		'title: The plan',
		'title: A plan',
	],
	['a record’s text', 'testimonies/1vm1d7gn-paid-twice.mdx', 'years before', 'decades before'],
	[
		'an organisation’s name',
		'organisations/evermore-plans.yaml',
		'aliases: [Evermore]\n',
		'aliases: [Evermore, Evermore Plans Ltd]\nshortName: Ever\n',
	],
	['a theme’s label', 'themes/cancellation.mdx', 'label: Cancellation charges', 'label: Charges for leaving'],
	['a figure', 'figures/paid-twice.yaml', 'numerator: 41', 'numerator: 42'],
	['a value’s label', 'archive.yaml', 'Paid in instalments', 'Paid by and by'],
	['a relation', 'testimonies/1vm1d7gn-paid-twice.mdx', 'related: [fbmgs2sv]', 'related: [k40kj6rh]'],
	['the notice', 'archive.yaml', 'not the regulator', 'nor the regulator'],
];

test('after each of many edits, an incremental build gives the same bytes as a full one', async () => {
	using folder = temporaryFolder(CACHE);
	const content = path.join(folder.path, 'content');
	const out = path.join(folder.path, 'dist');
	cpSync(builtSite('market').content, content, { recursive: true });
	const run = async (to: string, env: Record<string, string>) => {
		const { code, output } = await build({ content, out: to, env: { ARCHIVE_SEARCH: 'off', ...env } });
		expect(code, output).toBe(0);
		return digests(to);
	};
	await run(out, { ARCHIVE_INCREMENTAL: '1' });
	for (const [what, file, from, to] of EDITS) {
		const target = path.join(content, file);
		const before = readFileSync(target, 'utf8');
		expect(before, what).toContain(from);
		writeFileSync(target, before.replace(from, to));
		const incremental = await run(out, { ARCHIVE_INCREMENTAL: '1' });
		expect(incremental, what).toEqual(await run(path.join(folder.path, 'full'), {}));
	}
}, 480_000);

test('a record that is removed leaves an incremental build', async () => {
	using folder = temporaryFolder(CACHE);
	const content = path.join(folder.path, 'content');
	const out = path.join(folder.path, 'dist');
	cpSync(builtSite('market').content, content, { recursive: true });
	const env = { ARCHIVE_SEARCH: 'off', ARCHIVE_INCREMENTAL: '1' };
	await build({ content, out, env });
	expect(existsSync(path.join(out, 'r/5kjm1cm8/index.html'))).toBe(true);
	rmSync(path.join(content, 'findings/5kjm1cm8-where-the-money-is.mdx'));
	rmSync(path.join(content, 'figures/providers-answered.yaml'));
	const { code, output } = await build({ content, out, env });
	expect(code, output).toBe(0);
	expect(existsSync(path.join(out, 'r/5kjm1cm8'))).toBe(false);
});

test('a build leaves nothing of the last one', async () => {
	const { content } = builtSite('market');
	using folder = temporaryFolder(CACHE);
	const out = path.join(folder.path, 'dist');
	for (const stale of ['t', 'r/00000000', 'themes/gone']) {
		mkdirSync(path.join(out, stale), { recursive: true });
		writeFileSync(path.join(out, stale, 'index.html'), 'stale');
	}
	const { code, output } = await build({ content, out, env: { ARCHIVE_SEARCH: 'off' } });
	expect(code, output).toBe(0);
	for (const stale of ['t', 'r/00000000', 'themes/gone'])
		expect(existsSync(path.join(out, stale))).toBe(false);
	expect(existsSync(path.join(out, 'index.html'))).toBe(true);
});
