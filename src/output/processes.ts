import { readFileSync } from 'node:fs';

/**
 * Identifies a running process by its PID and, on Linux, its start time, so that a reused PID is not mistaken for it.
 */
export function processName(pid: number = process.pid): string {
	return `${pid}-${startOf(pid) ?? 0}`;
}

/** Whether the process with an identifier is still running; false for malformed identifiers. */
export function isRunning(name: string): boolean {
	const [, number = '', start = ''] = /^(\d+)-(\d+)$/.exec(name) ?? [];
	if (number === '' || Number(number) === 0) return false;
	try {
		process.kill(Number(number), 0);
	} catch (error) {
		// It belongs to another user.
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
	}
	return start === '0' || String(startOf(Number(number)) ?? start) === start;
}

/** When a process started, in clock ticks; undefined if the system does not report it. */
function startOf(pid: number): number | undefined {
	try {
		// The program name, in brackets, may contain spaces.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
		return Number(fields[19]);
	} catch {
		return undefined;
	}
}
