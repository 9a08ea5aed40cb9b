import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { forgetReading } from '../../../src/archive/load-archive.ts';
import { needAddress } from '../../../src/cli/edition.ts';
import { REPORT, temporaryFolder, writeArchive } from '../../support/archive.ts';
import { runInProcess } from '../../support/in-process.ts';
import { config } from '../../support/samples.ts';

const ADDRESS = 'https://archive.example/';

afterEach(() => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	forgetReading();
});

describe('what goes out says where it will live', () => {
	test.each([
		['build', []],
		['release', []],
	])('%s without an address is refused, and writes nothing', async (command, more) => {
		for (const address of ['', 'http://localhost:4321/', 'http://127.0.0.1:8080/', 'http://[::1]:80/']) {
			using folder = writeArchive();
			using elsewhere = temporaryFolder();
			const out = path.join(elsewhere.path, 'site');
			const env = { ARCHIVE_LOCAL: '', ARCHIVE_CONTENT: folder.path, ARCHIVE_OUT: out };
			const { code, output } = await runInProcess([command, ...more], { ...env, ARCHIVE_ADDRESS: address });
			expect(code, output).toBe(2);
			expect(output).toMatch(/archive\.yaml.*--local/s);
			expect(existsSync(out)).toBe(false);
			expect(existsSync(path.join(folder.path, 'releases'))).toBe(false);
		}
	});

	test('with an address, or as a local edition, the content is looked at next', async () => {
		using folder = writeArchive({ [REPORT]: 'Broken.' });
		const env = { ARCHIVE_LOCAL: '', ARCHIVE_CONTENT: folder.path };
		for (const command of ['build', 'release']) {
			expect((await runInProcess([command, '--local'], env)).code).toBe(1);
			expect((await runInProcess([command], { ...env, ARCHIVE_ADDRESS: ADDRESS })).code).toBe(1);
		}
	});

	test.each([
		['in archive.yaml', { ...config(), address: ADDRESS }, 1],
		['with a contact', { ...config(), address: ADDRESS, contact: 'Write to the office.' }, 0],
	])('an address %s passes; a missing contact is warned of', async (_, fields, warnings) => {
		using folder = writeArchive({ 'archive.yaml': withTerms(fields) });
		vi.stubEnv('ARCHIVE_LOCAL', '');
		vi.stubEnv('ARCHIVE_ADDRESS', '');
		vi.stubEnv('ARCHIVE_CONTENT', folder.path);
		const printed = vi.spyOn(console, 'error').mockReturnValue();
		await needAddress({});
		expect(printed).toHaveBeenCalledTimes(warnings);
		await needAddress({ local: true });
		expect(printed).toHaveBeenCalledTimes(warnings);
	});
});

/** The settings with the labels that the minimal archive needs. */
function withTerms(fields: object): string {
	const terms = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
	const whole = {
		...fields,
		organisationKinds: terms('seller', 'regulator'),
		contentNotes: terms('loss', 'debt'),
	};
	return stringify(whole, { aliasDuplicateObjects: false });
}
