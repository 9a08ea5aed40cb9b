import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { filesIn } from '../../../src/integrity/site-reader.ts';
import { InterruptedWrite, settleWrites } from '../../../src/integrity/atomic-write/settle.ts';
import { type Content, writeAll } from '../../../src/integrity/atomic-write/write-all.ts';
import { type Folder, temporaryFolder, writeArchive } from '../../support/archive.ts';
import { type Fault, withFault } from '../../support/faults.ts';

const STAGING = '.writing';
let folder: Folder;
beforeEach(renew);
afterEach(() => folder[Symbol.dispose]());

const OLD = new Map([
	['log', 'one\n'],
	['salt', 'old salt\n'],
	['gone', 'words\n'],
]);
const CHANGES = new Map<string, Content>([
	['log', 'one\ntwo\n'],
	['salt', 'new salt\n'],
	['gone', null],
	['releases/0002/sums', 'sums\n'],
]);
const NEW = new Map([
	['log', 'one\ntwo\n'],
	['releases/0002/sums', 'sums\n'],
	['salt', 'new salt\n'],
]);

function renew(): void {
	folder = temporaryFolder();
	for (const [file, text] of OLD) put(file, text);
}
function put(file: string, text: string): void {
	mkdirSync(path.dirname(path.join(folder.path, file)), { recursive: true });
	writeFileSync(path.join(folder.path, file), text);
}
const contents = () =>
	Object.fromEntries(
		filesIn(folder.path).map((file) => [file, readFileSync(path.join(folder.path, file), 'utf8')]),
	);
const unchanged = () => Object.fromEntries([...OLD].sort());
const changed = () => Object.fromEntries(NEW);

/** Interrupts the write when the journal stands and the given number of files are in place. */
async function interrupt(moved: number): Promise<void> {
	const { calls } = await withFault(folder.path, () => writeAll(folder.path, CHANGES));
	folder[Symbol.dispose]();
	renew();
	const decided = calls.findIndex((call) => call.includes('journal.json.new') && call.startsWith('rename'));
	const moves = calls.flatMap((call, index) =>
		index > decided && (/^rename/.test(call) || call === 'rmSync gone') ? index : [],
	);
	const at = moved === 0 ? decided + 1 : (moves[moved - 1] ?? 0) + 1;
	await withFault(folder.path, () => writeAll(folder.path, CHANGES), at, 'kill-after');
	expect(existsSync(path.join(folder.path, STAGING, 'journal.json'))).toBe(true);
}

test('writes, replaces and deletes, leaves nothing beside, and can be undone', () => {
	const undo = writeAll(folder.path, CHANGES);
	expect(contents()).toEqual(changed());
	undo();
	expect(contents()).toEqual(unchanged());
	expect(readdirSync(folder.path).sort()).toEqual([...OLD.keys()].sort());
});

test('undoing leaves a file alone that was changed again', () => {
	const undo = writeAll(folder.path, CHANGES);
	put('salt', 'newer\n');
	undo();
	expect(contents()).toEqual({ ...unchanged(), salt: 'newer\n' });
});

test('where one file cannot be written, none is', () => {
	// A folder in the place of a file.
	put('versions/a/v1/x', '');
	expect(() => writeAll(folder.path, new Map([...CHANGES, ['versions/a/v1', 'text\n']]))).toThrow();
	expect(contents()).toEqual({ ...unchanged(), 'versions/a/v1/x': '' });
	expect(readdirSync(folder.path)).toContain('versions');
	expect(readdirSync(folder.path)).not.toContain(STAGING);
});

test('a copy that is not the file that was hashed is not taken', () => {
	put('source', 'bytes');
	const copy = { copyOf: path.join(folder.path, 'source'), sha256: sha256('other bytes'), mode: 0o600 };
	expect(() => writeAll(folder.path, new Map([['copy', copy]]))).toThrow(/changed while it was read/);
	expect(Object.keys(contents())).not.toContain('copy');
	writeAll(folder.path, new Map([['copy', { ...copy, sha256: sha256('bytes') }]]));
	expect(contents()['copy']).toBe('bytes');
});

describe('an interrupted write', () => {
	test('is as before or complete, whichever call it is interrupted at, and leaves nothing beside', async () => {
		const { calls } = await withFault(folder.path, () => writeAll(folder.path, CHANGES));
		const states = new Set<string>();
		for (const [index] of calls.entries())
			for (const fault of ['kill-before', 'kill-half', 'kill-after', 'ENOSPC', 'EACCES'] satisfies Fault[]) {
				folder[Symbol.dispose]();
				renew();
				await withFault(folder.path, () => writeAll(folder.path, CHANGES), index + 1, fault);
				settleWrites(folder.path);
				const state = JSON.stringify(contents());
				expect([JSON.stringify(unchanged()), JSON.stringify(changed())], calls[index]).toContain(state);
				expect(existsSync(path.join(folder.path, STAGING))).toBe(false);
				states.add(state);
			}
		expect(states.size).toBe(2);
	});

	test('is finished, however many files are in place', async () => {
		for (const moved of [0, 1, 2, 3]) {
			await interrupt(moved);
			expect(settleWrites(folder.path)).toBe('finished');
			expect(contents()).toEqual(changed());
			expect(settleWrites(folder.path)).toBeUndefined();
			writeAll(folder.path, new Map([...OLD, ['releases/0002/sums', null]]));
		}
	});

	test('never replaces a file that was changed since: it is refused, and nothing is touched', async () => {
		await interrupt(1);
		put('salt', 'newer\n');
		const now = contents();
		expect(() => settleWrites(folder.path)).toThrow(InterruptedWrite);
		expect(() => settleWrites(folder.path)).toThrow(/\bsalt changed/);
		expect(() => writeAll(folder.path, new Map([['other', 'x']]))).toThrow(InterruptedWrite);
		expect(contents()).toEqual(now);
	});

	test('can be settled by force, which leaves the file that was changed since', async () => {
		await interrupt(1);
		put('salt', 'newer\n');
		settleWrites(folder.path, true);
		expect(contents()).toEqual({ ...changed(), salt: 'newer\n' });
	});

	test('with a journal that cannot be read is refused, and discarded by force', async () => {
		await interrupt(1);
		put(`${STAGING}/journal.json`, '[{"file":"../out","before":null,"after":null}]');
		expect(() => settleWrites(folder.path)).toThrow(InterruptedWrite);
		settleWrites(folder.path, true);
		expect(existsSync(path.join(folder.path, STAGING))).toBe(false);
	});

	test('is never taken up by version control, and told by the check', async () => {
		await interrupt(1);
		expect(readFileSync(path.join(folder.path, STAGING, '.gitignore'), 'utf8')).toBe('*\n');
		using archive = writeArchive({ [`${STAGING}/owner`]: '1' });
		const { problems } = await readArchive(archive.path);
		expect(problems.map(({ rule }) => rule)).toEqual(['interrupted-write']);
	});

	test('is not taken for that of another process whose number its own begins with', () => {
		put(`${STAGING}/owner`, String(process.ppid));
		expect(settleWrites(folder.path)).toBe('discarded');
	});

	test('of a process that still runs is waited for', () => {
		put(`${STAGING}/owner`, `${process.ppid}\n`);
		expect(() => settleWrites(folder.path)).toThrow(/Another command is writing/);
	});
});
