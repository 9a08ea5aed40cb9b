import { countingOf, shownCountOf } from '../../../archive/publish/counting.ts';
import type { Archive } from '../../../archive/publish/view.ts';
import { isGivenRecord, shownTally } from '../../../checks/disclosure/counts.ts';
import { descriptionOf } from '../../../exports/describe.ts';
import { dataPath } from '../../../exports/paths.ts';
import type { Column, Table } from '../../../exports/table.ts';
import type { Exported } from '../../../exports/write.ts';
import { openRemovals } from '../../../exports/tables/history.ts';
import { SEPARATOR, WITHHELD_MARK } from '../../../exports/value.ts';
import type { Written } from '../../../exports/file-writer.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { capitalise, formatNumber } from '../../../core/text/words.ts';
import { href, permanent } from '../../url.ts';

/** A file to download. */
interface FileLink {
	label: string;
	href: string;
	size?: string;
}

/** What the page of the data shows of one table. */
export interface TableCard {
	id: string;
	title: string;
	about: string;
	/** The number of rows, as far as it is published. */
	/** The number of rows; null if it would reveal the number of given accounts. */
	rows: string | null;
	files: readonly FileLink[];
	sums: readonly { file: string; sha256: string }[];
	changed: string | null;
	headings: readonly string[];
	preview: readonly (readonly string[])[];
	columns: readonly { name: string; type: string; text: string; values: readonly string[] }[];
	/** Code that loads it. */
	code: readonly { name: string; text: string }[];
}

const LONGEST = 60;

export function tableCard(table: Table, { tables }: Exported, archive: Archive): TableCard {
	const written = tables.find(({ name }) => name === table.name);
	if (!written) throw new Error(`${table.name} was not written`);
	const { rows, csv, json, changed, preview } = written;
	const { anyGiven } = countingOf(archive);
	const given = anyGiven && table.holdsGiven;
	return {
		id: table.name,
		title: table.title,
		about: table.about,
		// A file’s rows can be counted, so no number is shown for a file whose count is not published.
		rows: given ? null : `${shownTally({ ...rows, never: true }, countingOf(archive))} rows`,
		files: [
			fileLink('CSV', csv),
			fileLink('JSON', json),
			{ label: 'CSV on the Web', href: href(dataPath(`${csv.path}-metadata.json`)) },
			{ label: 'JSON Schema', href: href(dataPath(`${table.name}.schema.json`)) },
		],
		sums: [csv, json].map(({ path, sha256 }) => ({ file: path, sha256 })),
		changed: changed ? dateInWords(changed) : null,
		headings: table.columns.map(({ name }) => name),
		preview: preview.map((row) => row.map(shortened)),
		columns: table.columns.map((column) => ({
			name: column.name,
			type: typeWords(column),
			text: descriptionOf(column),
			values: [...(column.values ?? [])].map(([value, label]) => (label ? `${value}: ${label}` : value)),
		})),
		code: codeFor(table, permanent(dataPath(csv.path))),
	};
}

export const fileLink = (label: string, { path, bytes }: Written): FileLink => ({
	label,
	href: href(dataPath(path)),
	size: inBytes(bytes),
});

function shortened(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}

/** `19.7 kB` */
function inBytes(bytes: number): string {
	if (bytes < 1000) return `${bytes} bytes`;
	return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

const TYPE_WORDS: Readonly<Record<Column['type'], string>> = {
	string: 'text',
	integer: 'whole number',
	number: 'number',
	boolean: 'true or false',
	date: 'day',
	edtf: 'date as exactly as known',
	uri: 'address',
	list: `list, between ${SEPARATOR}`,
};

const typeWords = ({ type, required }: Column) => `${TYPE_WORDS[type]}${required ? '' : ', may be empty'}`;

function codeFor({ name }: Table, address: string): TableCard['code'] {
	const variable = name.replaceAll('-', '_');
	return [
		{
			name: 'R',
			text: `${variable} <- read.csv("${address}", na.strings = c("", "${WITHHELD_MARK}"), encoding = "UTF-8")`,
		},
		{
			name: 'Python',
			text: `import pandas\n${variable} = pandas.read_csv("${address}", keep_default_na=False, na_values=["", "${WITHHELD_MARK}"])`,
		},
		{
			name: 'Excel',
			text: `Data > Get Data > From File > From Text/CSV, with the saved file; File Origin: 65001: Unicode (UTF-8)\nor, in Power Query: = Csv.Document(Web.Contents("${address}"), [Delimiter = ",", Encoding = 65001])`,
		},
	];
}

/** What no file contains and why, and how much that is, as far as it may be published. */
export interface Withheld {
	what: string;
	why: string;
	count: string;
}

export function withheldFrom({ redactions }: Exported, archive: Archive): Withheld[] {
	const { testimonies, records } = archive;
	const { one, many } = archive.config.words.testimonies;
	const sealed = records.flatMap(({ data }) =>
		data.sources.filter(({ capture }) => capture?.storage === 'sealed'),
	);
	return [
		{
			what: `Words, dates, organisations and traits of ${many} given to this archive`,
			why: `Somebody may take theirs back: it must not be found in files that others have saved. Of each there is its identifier and what it is filed under. No other table has a row of one.`,
			count: shownCountOf(testimonies.filter(isGivenRecord), archive, 'testimonies'),
		},
		{
			what: `The text of every ${one}`,
			why: 'It is read on its page, beside where it comes from and what was left out. Of those that others published first there are the title and summary that this archive wrote.',
			count: shownCountOf(testimonies, archive, 'testimonies'),
		},
		{
			what: `${capitalise(many)} that may be counted and not shown`,
			why: 'That is all the consent that was given. They have no page and are in no file and no count.',
			count: 'not told',
		},
		{
			what: 'Reports and official records that were withdrawn',
			why: 'Their address, the month and the versions that were released are in the table of removals; their words are nowhere.',
			count: formatNumber(openRemovals(archive).length),
		},
		{
			what: `${capitalise(many)} that were withdrawn`,
			why: 'Their own addresses say so, each for itself. They are on no list: who took one back is not to be asked about it.',
			count: 'not told',
		},
		{
			what: 'Words taken out of reports and official records',
			why: 'They could tell who somebody is. Each place is marked: [redacted: …].',
			count: formatNumber(redactions),
		},
		{
			what: 'Copies of sources that are kept sealed',
			why: 'They are other people’s work, or hold what must not be published. Their SHA-256 is in the table of sources.',
			count: formatNumber(sealed.length),
		},
	];
}
