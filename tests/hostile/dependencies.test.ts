import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Installation, lockProblems } from '../support/lock.ts';
import { ROOT } from '../support/sites.ts';
import { DEPENDENCIES, VENDORED } from './dependencies.ts';

const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const ours = (): Installation => ({
	lock: JSON.parse(read('package-lock.json')),
	manifest: JSON.parse(read('package.json')),
	settings: read('.npmrc'),
});
const HASH = `sha512-${'A'.repeat(86)}==`;
const listed = Object.keys(DEPENDENCIES);

/** What is told of the project with something planted in it. */
function planted(change: (installation: Installation) => void): string[] {
	const installation = ours();
	change(installation);
	return lockProblems(installation, listed);
}

describe('a dependency that nobody chose', { tags: ['TH-3'] }, () => {
	test('the project has none', () => {
		expect(lockProblems(ours(), listed)).toEqual([]);
		expect(Object.keys(ours().lock.packages).length).toBeGreaterThan(300);
	});

	const astro = 'node_modules/astro';
	test.each<[string, (installation: Installation) => void, string]>([
		[
			'from another host',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { resolved: 'https://evil.example/astro.tgz' }),
			`${astro}: comes from a place of its own`,
		],
		[
			'from a repository',
			({ lock }) =>
				Object.assign(lock.packages[astro] ?? {}, { resolved: 'git+ssh://git@evil.example/a.git#0123456' }),
			`${astro}: comes from a place of its own`,
		],
		[
			'from a folder',
			({ lock }) => {
				lock.packages['vendor/evil'] = { version: '1.0.0', integrity: HASH };
			},
			'vendor/evil: lies outside node_modules',
		],
		[
			'that is a link',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { link: true }),
			`${astro}: is a link`,
		],
		[
			'inside another',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { inBundle: true }),
			`${astro}: comes inside another`,
		],
		...[
			'git+https://evil.example/x.git',
			'https://evil.example/x.tgz',
			'github:evil/x',
			'evil/x',
			'file:../x',
			'npm:evil@1.0.0',
		].map((range): [string, (installation: Installation) => void, string] => [
			`asked for by another, as ${range}`,
			({ lock }) => Object.assign(lock.packages[astro]?.dependencies ?? {}, { x: range }),
			`${astro}: asks for x from another place`,
		]),
		['without a hash', ({ lock }) => delete lock.packages[astro]?.integrity, `${astro}: has no hash`],
		[
			'without a hash, for another platform',
			({ lock }) => delete lock.packages['node_modules/@biomejs/cli-darwin-arm64']?.integrity,
			'node_modules/@biomejs/cli-darwin-arm64: has no hash',
		],
		[
			'that the lock file leaves out, for another platform',
			({ lock }) => delete lock.packages['node_modules/@biomejs/cli-darwin-arm64'],
			'node_modules/@biomejs/biome: asks for @biomejs/cli-darwin-arm64, which is not locked',
		],
		[
			'without a hash, for the machine that the checks run on',
			({ lock }) => delete lock.packages['node_modules/@biomejs/cli-linux-x64']?.integrity,
			'node_modules/@biomejs/cli-linux-x64: has no hash',
		],
		[
			'with a hash that can be forged',
			({ lock }) =>
				Object.assign(lock.packages[astro] ?? {}, { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }),
			`${astro}: has a weak or broken hash`,
		],
		[
			'with a second, weaker hash',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { integrity: `${HASH} md5-x` }),
			`${astro}: has a weak or broken hash`,
		],
		[
			'in another version than the project asks for',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { version: '7.3.4' }),
			'astro: another version than the project’s',
		],
		[
			'in whatever version there is',
			({ manifest }) => Object.assign(manifest.dependencies ?? {}, { astro: '^7.3.5' }),
			'astro: not one exact version',
		],
		[
			'from a repository, asked for by the project',
			({ manifest }) =>
				Object.assign(manifest.dependencies ?? {}, { astro: 'git+https://evil.example/a.git' }),
			'astro: not one exact version',
		],
		[
			'put in place of another',
			({ manifest }) => Object.assign(manifest, { overrides: { zod: 'npm:evil@1.0.0' } }),
			'zod: not one exact version',
		],
		[
			'that nobody listed',
			({ lock, manifest }) => {
				Object.assign(manifest.dependencies ?? {}, { evil: '1.0.0' });
				Object.assign(lock.packages['']?.dependencies ?? {}, { evil: '1.0.0' });
				lock.packages['node_modules/evil'] = { version: '1.0.0', integrity: HASH };
			},
			'evil: not on the list',
		],
		[
			'that only the lock file asks for',
			({ lock }) => Object.assign(lock.packages['']?.dependencies ?? {}, { evil: '1.0.0' }),
			'lock file: other dependencies than the project’s',
		],
		[
			'with a script of which nothing is said',
			({ lock }) => Object.assign(lock.packages[astro] ?? {}, { hasInstallScript: true }),
			`${astro}: has a script for its installation of which nothing is said`,
		],
		[
			'with a script that is let run',
			({ manifest }) => Object.assign(manifest.allowScripts ?? {}, { esbuild: true }),
			'esbuild: may run a script at its installation',
		],
		[
			'and a script of the project’s own',
			({ manifest }) => Object.assign(manifest.scripts ?? {}, { postinstall: 'node x.js' }),
			'script postinstall: runs at an installation',
		],
		[
			'by way of another registry',
			(installation) => {
				installation.settings += 'registry=https://evil.example/\n';
			},
			'.npmrc: registry is not expected',
		],
		[
			'by a setting that was turned off',
			(installation) => {
				installation.settings =
					'strict-allow-scripts=false\nignore-scripts=true\nomit-lockfile-registry-resolved=true\n';
			},
			'.npmrc: lacks strict-allow-scripts=true',
		],
		[
			'whose scripts npm 10 would run, since it knows no list of those that may',
			(installation) => {
				installation.settings = installation.settings.replace('ignore-scripts=true\n', '');
			},
			'.npmrc: lacks ignore-scripts=true',
		],
	])('%s', (_, change, problem) => {
		expect(planted(change)).toContain(problem);
	});

	test('nothing is installed but what the lock file names', () => {
		expect(read('.ci/run')).toMatch(/^npm ci$/m);
		for (const file of [
			'.ci/run',
			...readdirSync(path.join(ROOT, '.github/workflows')).map((name) => `.github/workflows/${name}`),
		])
			expect(read(file), file).not.toMatch(
				/\bnpm (?:i|install|add|update|exec)\b|\bnpx (?:-y|--yes)\b|\bcurl\b|\bwget\b/,
			);
	});
});

test('what others wrote and is kept here is what was taken', { tags: ['TH-3'] }, () => {
	const kept = ['src', 'tests/support']
		.flatMap((folder) =>
			readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
				(file) => `${folder}/${file.replaceAll(path.sep, '/')}`,
			),
		)
		.filter((file) => /\.(?:csl|xml|xsl|wasm|min\.js|woff2?)$/.test(file));
	const digest = (file: string) =>
		createHash('sha256')
			.update(readFileSync(path.join(ROOT, file)))
			.digest('hex');
	expect(Object.fromEntries(kept.sort().map((file) => [file, digest(file)]))).toEqual(VENDORED);
});
