import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT, TESTIMONY, temporaryFolder, textFile, writeArchive } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';
import { archive } from '../../support/run.ts';
import { IDS, report } from '../../support/samples.ts';

describe('npm takes options before -- for its own', () => {
	test.each([
		['check', ['check'], { npm_config_show_hits: 'true' }, 'npm run check -- … --show-hits'],
		['start', ['serve'], { npm_config_port: '4000' }, 'npm start -- … --port'],
		['archive', ['review', IDS[1]], { npm_config_sign: 'true' }, 'npm run archive -- … --sign'],
		['archive', ['release', 'x.key'], { npm_config_key: 'true' }, 'npm run archive -- … --key'],
		['archive', ['revise', IDS[0]], { npm_config_words_from: 'x' }, 'npm run archive -- … --words-from'],
	])('%s %j says so', async (script, args, env, line) => {
		using folder = writeArchive();
		const all = { ...env, npm_lifecycle_event: script, ARCHIVE_CONTENT: folder.path };
		const { code, output } = await runInProcess(args, all as Record<string, string>);
		expect(code).toBe(2);
		expect(output).toContain(line);
	});

	test('an option that did arrive is no matter', async () => {
		using folder = writeArchive();
		const env = { npm_config_show_hits: 'true', npm_lifecycle_event: 'check', ARCHIVE_CONTENT: folder.path };
		expect((await runInProcess(['check', '--show-hits'], { ...env, CI: '' })).code).toBe(0);
	});
});

describe('check of one record', () => {
	const broken = { ...report(), version: 2 };
	const files = {
		[REPORT]: textFile(broken, 'Words.\n\nMore words.'),
		'figures/paid.yaml': null,
		[TESTIMONY]: textFile({ title: 'Nothing else' }, 'Words.'),
	};

	test.each([
		['its identifier', () => IDS[0]],
		['its file within the archive', () => REPORT],
		['its file from here', (folder: string) => path.join(folder, REPORT)],
	])('by %s shows its problems and counts the others', async (_, name) => {
		using folder = writeArchive(files);
		const env = { ARCHIVE_CONTENT: folder.path };
		const { code, output } = await runInProcess(['check', name(folder.path)], env);
		expect(code).toBe(1);
		expect(output).toContain(REPORT);
		expect(output).not.toContain(TESTIMONY);
		expect(output).toMatch(/Elsewhere in the archive: \d+ problem/);
	});

	test('that is sound is no failure, whatever is wrong elsewhere', async () => {
		using folder = writeArchive({ [TESTIMONY]: files[TESTIMONY] ?? '' });
		const { code, output } = await runInProcess(['check', IDS[2]], { ARCHIVE_CONTENT: folder.path });
		expect(code, output).toBe(0);
		expect(output).toMatch(/Elsewhere/);
	});

	test('that is not there is refused', async () => {
		using folder = writeArchive();
		for (const name of ['zzzzzzzz', '../x.mdx', 'reports/none.mdx'])
			expect((await runInProcess(['check', name], { ARCHIVE_CONTENT: folder.path })).code).toBe(2);
	});
});

describe('release --key', () => {
	/** Runs a release with a key at a path that is given the archive and a folder elsewhere. */
	async function released(place: (content: string, elsewhere: string) => string) {
		using folder = writeArchive();
		using elsewhere = temporaryFolder();
		const file = place(folder.path, elsewhere.path);
		return await runInProcess(['release', '--key', file], { ARCHIVE_CONTENT: folder.path });
	}
	const put = (...parts: string[]) => {
		const file = path.join(...parts);
		mkdirSync(path.dirname(file), { recursive: true });
		writeFileSync(file, 'no key\n');
		return file;
	};

	test.each<[string, (content: string, elsewhere: string) => string]>([
		['in the archive', (content) => put(content, 'archive.key')],
		[
			'in a repository',
			(_, elsewhere) => {
				mkdirSync(path.join(elsewhere, '.git'));
				return put(elsewhere, 'deep/in/archive.key');
			},
		],
		[
			'behind a link that leads into the archive',
			(content, elsewhere) => {
				symlinkSync(put(content, 'archive.key'), path.join(elsewhere, 'archive.key'));
				return path.join(elsewhere, 'archive.key');
			},
		],
		[
			'behind a link that lies in the archive',
			(content, elsewhere) => {
				symlinkSync(put(elsewhere, 'archive.key'), path.join(content, 'archive.key'));
				return path.join(content, 'archive.key');
			},
		],
		[
			'behind a linked folder',
			(content, elsewhere) => {
				put(content, 'keys/archive.key');
				symlinkSync(path.join(content, 'keys'), path.join(elsewhere, 'keys'));
				return path.join(elsewhere, 'keys/archive.key');
			},
		],
	])('%s is refused', async (_, place) => {
		const { code, output } = await released(place);
		expect(code).toBe(2);
		expect(output).toMatch(/secret key is inside/);
	});

	test('in the project is refused', async () => {
		using folder = writeArchive();
		const file = put('node_modules/.cache/tests/some.key');
		const { output } = await archive(['release', '--key', file], { ARCHIVE_CONTENT: folder.path });
		expect(output).toMatch(/secret key is inside/);
	});

	test('elsewhere is read', async () => {
		const { output } = await released((_, elsewhere) => put(elsewhere, 'archive.key'));
		expect(output).toMatch(/\w/);
		expect(output).not.toMatch(/key is inside/);
	});
});

test.each(['21/11/2026', '2026-11-21', '21 November 2026', '2026-11-21T10:15', 'yesterday'])(
	'capture --at %s is told in what form a time is written',
	async (at) => {
		using folder = writeArchive();
		using elsewhere = temporaryFolder();
		const file = path.join(elsewhere.path, 'page.html');
		writeFileSync(file, '<!doctype html><title>x</title>');
		const { code, output } = await runInProcess(
			['capture', file, '--record', IDS[0], '--source', '1', '--sealed', '--method', 'browser', '--at', at],
			{ ARCHIVE_CONTENT: folder.path },
		);
		expect(code).toBe(2);
		expect(output).toMatch(/2026-11-21T10:15:00Z/);
		expect(output).not.toMatch(/still to come/);
	},
);

test.each([
	[['nonsense'], '“nonsense” is not a command'],
	[['check', '--nonsense'], 'has no option --nonsense'],
	[['release', '--key'], '--key needs a value'],
	[['check', '--show-hits=yes'], '--show-hits takes no value'],
	[['withdraw'], 'Give the identifier of the record'],
])('%j is answered in plain words', async (args, line) => {
	using folder = writeArchive();
	const { code, output } = await runInProcess(args, { ARCHIVE_CONTENT: folder.path });
	expect(code).toBe(2);
	expect(output).toContain(line);
	expect(output).not.toContain('positional');
});

test.each(['withdraw', 'build', 'capture'])('%s --help prints its usage and does nothing', async (name) => {
	using folder = writeArchive();
	const { code, output } = await runInProcess([name, '--help'], { ARCHIVE_CONTENT: folder.path });
	expect(code).toBe(0);
	expect(output).toContain(`usage: npm run archive -- ${name} `);
});
