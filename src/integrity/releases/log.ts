import { sha256 } from '../hash.ts';
import { IntegrityError } from '../integrity-error.ts';

/** One release, as the log has it. Its keys are in the order of RFC 8785. */
export interface LogEntry {
	/** `YYYY-MM`; nothing finer. */
	month: string;
	/** SHA-256 of the line before, without its newline; zeros in the first. */
	previous: string;
	/** How many records it published. */
	records: number;
	release: number;
	/** SHA-256 of its `SHA256SUMS`. */
	sums: string;
}

const NONE = '0'.repeat(64);
const KEYS = ['month', 'previous', 'records', 'release', 'sums'];

/** The name of a release's folder: `0001`. */
export function folderName(release: number): string {
	return String(release).padStart(4, '0');
}

/** The log with one line more. */
export function addToLog(log: string, entry: Omit<LogEntry, 'previous'>): string {
	const last = log.split('\n').at(-2);
	const { month, records, release, sums } = entry;
	// Strings and whole numbers only, so that plain JSON with its keys in order is canonical.
	const line = JSON.stringify({ month, previous: last ? sha256(last) : NONE, records, release, sums });
	return `${log}${line}\n`;
}

/**
 * Reads the log and checks that each line follows from the one before.
 *
 * @throws IntegrityError at the first line that does not
 */
export function parseLog(text: string): LogEntry[] {
	if (text !== '' && !text.endsWith('\n')) throw new IntegrityError('does not end with a newline');
	const lines = text.split('\n').slice(0, -1);
	let before = NONE;
	let month = '';
	return lines.map((line, index) => {
		const fail = (why: string): never => {
			throw new IntegrityError(`${why}: line ${index + 1}`);
		};
		const entry =
			parseEntry(line) ?? fail('has a line that is not the record of a release in canonical JSON');
		if (entry.release !== index + 1) fail(`has release ${entry.release} where release ${index + 1} belongs`);
		if (entry.previous !== before) fail('has a line that does not follow from the line before it');
		if (entry.month < month) fail('has a release that is older than the one before it');
		before = sha256(line);
		({ month } = entry);
		return entry;
	});
}

/** Undefined where a line is anything but the one way of writing such an entry. */
function parseEntry(line: string): LogEntry | undefined {
	try {
		const entry = JSON.parse(line) as LogEntry;
		const { month, previous, records, release, sums } = entry;
		const sound =
			Object.keys(entry).join() === KEYS.join() &&
			JSON.stringify(entry) === line &&
			/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) &&
			[previous, sums].every((hash) => /^[0-9a-f]{64}$/.test(hash)) &&
			[records, release].every((count) => Number.isSafeInteger(count) && count >= 0);
		return sound ? entry : undefined;
	} catch {
		return undefined;
	}
}
