import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What one run of a program took. */
export interface Measure {
	/** Seconds of processor time, user and system, of the program and what it started. */
	cpu: number;
	/** Seconds on the clock. */
	wall: number;
	/** Largest resident memory of the program, in MB. */
	memory: number;
}

/** Runs a Node program to its end and measures it; throws with what it printed if it fails. */
export function measure(args: readonly string[], cwd: string, env: Record<string, string>): Promise<Measure> {
	const meter = path.join(tmpdir(), `meter-${process.pid}.json`);
	rmSync(meter, { force: true });
	const preload = path.join(import.meta.dirname, 'meter.ts');
	const begin = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--import', preload, ...args], {
			cwd,
			env: {
				...process.env,
				ASTRO_TELEMETRY_DISABLED: '1',
				NODE_NO_WARNINGS: '1',
				...env,
				METER_FILE: meter,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		const keep = (data: Buffer) => {
			output = (output + data).slice(-4000);
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', reject);
		child.on('close', (code) => {
			if (code !== 0) return reject(new Error(`${args.join(' ')} ended with ${code}:\n${output}`));
			const wall = (performance.now() - begin) / 1000;
			return resolve({ ...(JSON.parse(readFileSync(meter, 'utf8')) as Omit<Measure, 'wall'>), wall });
		});
	});
}

/** The middle of several measures, each quantity for itself. */
export function median(measures: readonly Measure[]): Measure {
	const middle = (key: keyof Measure) => {
		const sorted = measures.map((one) => one[key]).sort((a, b) => a - b);
		const half = Math.floor(sorted.length / 2);
		const upper = sorted[half] ?? Number.NaN;
		return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2;
	};
	return { cpu: middle('cpu'), wall: middle('wall'), memory: middle('memory') };
}

/** Number and bytes of the files in a folder that a name matches. */
export function weigh(folder: string, name = /./): { files: number; bytes: number } {
	const found = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.join(entry.parentPath, entry.name))
		.filter((file) => name.test(path.relative(folder, file)));
	return { files: found.length, bytes: found.reduce((sum, file) => sum + statSync(file).size, 0) };
}
