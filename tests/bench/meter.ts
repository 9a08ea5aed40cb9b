/**
 * Loaded before a program with `node --import`: when the program ends, writes what it used to the file that
 * `METER_FILE` names. Works wherever Node does; the processor time of programs that it started and waited for is
 * added where the system tells it (Linux).
 */
import { readFileSync, writeFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const file = process.env['METER_FILE'];

process.on('exit', () => {
	if (!file) return;
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	const own = (userCPUTime + systemCPUTime) / 1e6;
	writeFileSync(file, JSON.stringify({ cpu: own + childrenSeconds(), memory: maxRSS / 1024 }));
});

/** Seconds of processor time of finished child processes: fields 16 and 17 of the process's status line. */
function childrenSeconds(): number {
	try {
		const status = readFileSync('/proc/self/stat', 'utf8');
		// The second field is the program's name, which may hold anything; the third follows its last bracket.
		const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
		return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
	} catch {
		return 0;
	}
}
