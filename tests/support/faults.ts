import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';

/** What becomes of a call that changes a file. */
export type Fault = 'kill-before' | 'kill-half' | 'kill-after' | 'ENOSPC' | 'EACCES';

/** Thrown in place of a kill: whatever the program does afterwards changes no file. */
export class Killed extends Error {}

const CHANGING = [
	'writeFileSync',
	'appendFileSync',
	'renameSync',
	'rmSync',
	'mkdirSync',
	'copyFileSync',
	'chmodSync',
	'linkSync',
	'unlinkSync',
	'rmdirSync',
] as const;
type Changing = (typeof CHANGING)[number];

/**
 * Runs something in this process while calls that change files below a folder are counted. The call with a given number
 * fails, or the program is killed before, during or after it.
 *
 * @returns the calls, in order, and whether the program was killed
 */
export async function withFault(
	root: string,
	work: () => unknown,
	at = 0,
	fault: Fault = 'kill-before',
): Promise<{ calls: string[]; error: unknown }> {
	const calls: string[] = [];
	const raw = Object.fromEntries(CHANGING.map((name) => [name, fs[name]])) as Pick<typeof fs, Changing>;
	let killed = false;
	const kill = () => {
		killed = true;
		throw new Killed(`killed at call ${at}`);
	};
	const { fsyncSync } = fs;
	// No power is cut here, and flushing is most of the time that hundreds of runs take.
	fs.fsyncSync = () => {};
	for (const name of CHANGING) {
		const original = (...args: unknown[]) =>
			(raw[name] as (...given: unknown[]) => unknown)(...args.map(unflushed));
		const isInside = (value: unknown) => typeof value === 'string' && path.resolve(value).startsWith(root);
		const patched = (...args: unknown[]): unknown => {
			if (!isInside(args[0]) && !isInside(args[1])) return original(...args);
			if (killed) throw new Killed('is dead');
			calls.push(`${name} ${path.relative(root, String(args[0]))}`);
			if (calls.length !== at) return original(...args);
			if (fault === 'kill-before') kill();
			const isHalf = fault === 'kill-half' || fault === 'ENOSPC';
			if (isHalf && name === 'writeFileSync')
				raw.writeFileSync(String(args[0]), Buffer.from(args[1] as string).subarray(0, 10));
			if (isHalf && name === 'copyFileSync')
				raw.writeFileSync(String(args[1]), raw.writeFileSync.name.slice(0, 5));
			if (fault === 'kill-half') kill();
			if (fault === 'ENOSPC' || fault === 'EACCES')
				throw Object.assign(new Error(`${fault}: injected`), { code: fault, syscall: name });
			original(...args);
			return kill();
		};
		Object.assign(fs, { [name]: patched });
	}
	syncBuiltinESMExports();
	let error: unknown;
	try {
		await work();
	} catch (caught) {
		error = caught;
	} finally {
		Object.assign(fs, raw, { fsyncSync });
		syncBuiltinESMExports();
	}
	return { calls, error };
}

const unflushed = (argument: unknown) =>
	typeof argument === 'object' && argument !== null && 'flush' in argument
		? { ...argument, flush: false }
		: argument;
