import { sha256 } from '../hash.ts';
import { IntegrityError } from '../integrity-error.ts';

/** A line of the log. Its keys are in the order of RFC 8785. */
export interface LogEntry {
	/** `YYYY-MM`, and no more precise. */
	month: string;
	/** SHA-256 of the previous line without its newline; zeros in the first line. */
	previous: string;
	/** Number of records published. */
	records: number;
	release: number;
	/** SHA-256 of its `SHA256SUMS`. */
	sums: string;
}

const NONE = '0'.repeat(64);
const KEYS = ['month', 'previous', 'records', 'release', 'sums'];

/** Where the log is, in the archive and on the site. */
export const LOG_FILE = 'releases/log.jsonl';

/** The name of a release's folder: `0001`. */
export function folderName(release: number): string {
	return String(release).padStart(4, '0');
}

/** Appends a line to the log. */
export function addToLog(log: string, entry: Omit<LogEntry, 'previous'>): string {
	const last = log.split('\n').at(-2);
	const { month, records, release, sums } = entry;
	// Strings and whole numbers only, so that plain JSON with its keys in order is canonical.
	const line = JSON.stringify({ month, previous: last ? sha256(last) : NONE, records, release, sums });
	return `${log}${line}\n`;
}

/**
 * Parses the log and checks the hash chain.
 *
 * @throws IntegrityError at the first line that is malformed or does not follow from the previous one
 */
export function parseLog(text: string): LogEntry[] {
	if (text !== '' && !text.endsWith('\n')) throw new IntegrityError('does not end with a newline');
	const lines = text.split('\n').slice(0, -1);
	let previous = NONE;
	let month = '';
	return lines.map((line, index) => {
		const fail = (problem: string): never => {
			throw new IntegrityError(`${problem}: line ${index + 1}`);
		};
		const entry = parseEntry(line) ?? fail('has a line that is not a release in canonical JSON');
		if (entry.release !== index + 1) fail(`has release ${entry.release} in place of release ${index + 1}`);
		if (entry.previous !== previous) fail('has a line that does not follow from the previous line');
		if (entry.month < month) fail('has a release that is older than the previous one');
		previous = sha256(line);
		({ month } = entry);
		return entry;
	});
}

/** Undefined unless the line is an entry in canonical form. */
function parseEntry(line: string): LogEntry | undefined {
	try {
		const entry = JSON.parse(line) as LogEntry;
		const { month, previous, records, release, sums } = entry;
		const isValid =
			Object.keys(entry).join() === KEYS.join() &&
			JSON.stringify(entry) === line &&
			/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month) &&
			[previous, sums].every((hash) => /^[0-9a-f]{64}$/.test(hash)) &&
			[records, release].every((count) => Number.isSafeInteger(count) && count >= 0);
		return isValid ? entry : undefined;
	} catch {
		return undefined;
	}
}
