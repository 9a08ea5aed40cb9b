import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../src/core/values/failure.ts';
import { lockOutput } from '../../../src/output/lock.ts';
import { isRunning, processName } from '../../../src/output/processes.ts';
import { temporaryFolder } from '../../support/archive.ts';

/** The number of a process that has ended. */
const { pid: ended } = spawnSync(process.execPath, ['--version']);

test('only one has an output folder, and the next can have it afterwards', () => {
	using folder = temporaryFolder();
	const outDir = path.join(folder.path, 'dist');
	const unlock = lockOutput(outDir);
	expect(() => lockOutput(outDir)).toThrow(Failure);
	expect(() => lockOutput(outDir)).toThrow(String(process.pid));
	lockOutput(path.join(folder.path, 'other'))();
	unlock();
	lockOutput(outDir)();
	expect(existsSync(path.join(folder.path, '.dist.lock'))).toBe(false);
});

test.each([
	['of a process that has ended', `${ended}-0`],
	['of an earlier process with the number of one that runs', `${process.pid}-1`],
	['that a kill left empty', ''],
	['that is none', 'nonsense'],
])('a lock %s is taken over', (_, content) => {
	using folder = temporaryFolder();
	const lock = path.join(folder.path, '.dist.lock');
	writeFileSync(lock, content);
	const unlock = lockOutput(path.join(folder.path, 'dist'));
	expect(readFileSync(lock, 'utf8')).toBe(processName());
	unlock();
});

test('a process is known by its name while it runs', () => {
	expect(isRunning(processName())).toBe(true);
	expect(isRunning(`${ended}-0`)).toBe(false);
	expect(isRunning('0-0')).toBe(false);
});
