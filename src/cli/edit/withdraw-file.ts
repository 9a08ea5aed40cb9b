import { stringify } from 'yaml';
import { readFields } from '../../archive/read/reading.ts';
import { withdrawnSchema } from '../../core/model/withdrawn.ts';
import { isWithdrawn } from '../../core/model/withdrawn.ts';

/**
 * The text of a record's file after withdrawal: only that it is withdrawn, and since when. It works for any file, however
 * invalid.
 *
 * @param date of the withdrawal: a month for testimonies, a day for the rest
 * @returns undefined if the file already contains no more than that
 */
export function withdrawn(source: string, date: string): string | undefined {
	const before = readState(source);
	const version = before.isWithdrawn ? before.version : before.version + 1;
	const change = { version, date: before.date ?? date, kind: 'withdrawal', note: 'Withdrawn.' };
	const fields = stringify({ status: 'withdrawn', version, changes: [change] });
	const text = `---\n${fields}---\n`;
	return text === source ? undefined : text;
}

/** The current version of a record, and the date of an earlier withdrawal. */
function readState(source: string): { version: number; isWithdrawn: boolean; date?: string } {
	// A plain pattern, since no parser may be able to read the fields.
	const version = Number(/^version:[ \t]*(\d{1,6})[ \t]*\r?$/m.exec(source)?.[1] ?? 0);
	try {
		const data = readFields(source, true).yaml?.data;
		if (!isWithdrawn(data)) return { version, isWithdrawn: false };
		const checked = withdrawnSchema.safeParse(data);
		const date = checked.success ? checked.data.changes.at(-1)?.date : undefined;
		return { version: version || 1, isWithdrawn: true, ...(date !== undefined && { date }) };
	} catch {
		return { version, isWithdrawn: false };
	}
}
