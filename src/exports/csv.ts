/** A row of an exported table. */
type Cells = readonly string[];

/** What a spreadsheet reads as the start of a formula. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r]/u;

/** The same after a separator that spreadsheets in other locales use. */
const SEPARATED = /([;\t|]\s*["']*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Comma-separated values by RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front,
 * which spreadsheets take for "this is text".
 */
export function toCsv(rows: readonly Cells[]): string {
	return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** A cell that needs no quoting: a fast path, because most cells are plain. */
const PLAIN = /^[\p{L}\p{N}](?:[^;\t|",\r\n]*[^;\t|",\s])?$/u;

function cell(value: string): string {
	if (PLAIN.test(value) || value === '') return value;
	const inside = value.replace(SEPARATED, "$1'");
	const safe = FORMULA.test(inside) ? `'${inside}` : inside;
	return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The exported fields of one search result. */
export interface TakenRecord {
	id: string;
	kind: string;
	title: string;
	date: string;
	publisher: string;
	address: string;
	/** Numbers of the matching paragraphs, in order. */
	paragraphs: readonly string[];
}

const HEADINGS = [
	'id',
	'kind',
	'title',
	'date',
	'publisher',
	'address',
	'matching_paragraphs',
	'paragraph_addresses',
];

/**
 * The table of all search results.
 *
 * @param paragraphAddress permanent address of a record's paragraph
 */
export function recordsToCsv(
	records: readonly TakenRecord[],
	paragraphAddress: (record: TakenRecord, paragraph: string) => string,
): string {
	return toCsv([
		HEADINGS,
		...records.map((record) => [
			record.id,
			record.kind,
			record.title,
			record.date,
			record.publisher,
			record.address,
			record.paragraphs.join(' '),
			record.paragraphs.map((paragraph) => paragraphAddress(record, paragraph)).join(' '),
		]),
	]);
}
