import { readFileSync } from 'node:fs';

/** Names a running process so that no later one can be taken for it: its number and, on Linux, when it started. */
export function processName(pid: number = process.pid): string {
	return `${pid}-${startOf(pid) ?? 0}`;
}

/** Whether the process of a name still runs. What is no such name is of no process. */
export function isRunning(name: string): boolean {
	const [, number = '', start = ''] = /^(\d+)-(\d+)$/.exec(name) ?? [];
	if (number === '' || Number(number) === 0) return false;
	try {
		process.kill(Number(number), 0);
	} catch (error) {
		// It runs for another user.
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
	}
	return start === '0' || String(startOf(Number(number)) ?? start) === start;
}

/** When a process started, in ticks of the system's clock; undefined where the system does not say. */
function startOf(pid: number): number | undefined {
	try {
		// The name of the program, in brackets, may hold spaces.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		return Number(fields[19]);
	} catch {
		return undefined;
	}
}
