import { listedRecords } from '../archive/publish/counting.ts';
import { latest } from '../archive/publish/last-change.ts';
import type { ArchiveRecord } from '../archive/publish/view.ts';
import { isGivenRecord, type Tally } from '../checks/disclosure/counts.ts';
import { RECORD_COLLECTIONS } from '../core/model/config.ts';
import { csvwGroup, csvwTable, dataPackage, jsonSchema } from './describe.ts';
import { FileWriter, type Written } from './file-writer.ts';
import {
	ALL_FILE,
	CSVW_FILE,
	dataPath,
	figureData,
	figurePartsData,
	listData,
	organisationData,
	PACKAGE_FILE,
	themeData,
} from './paths.ts';
import type { Site, Table } from './table.ts';
import { TABLES } from './tables.ts';
import { byId } from './tables/common.ts';
import { PARAGRAPHS } from './tables/record-contents.ts';
import { cellText, csvLine, jsonLine } from './value.ts';

/** A written table. */
interface WrittenTable {
	name: string;
	/** Number of rows without those about given accounts, whose number is not printed. */
	rows: Tally;
	csv: Written;
	json: Written;
	/** Latest date or month of its content, as far as that may be published. */
	changed?: string;
	/** The first rows as text, without accounts. */
	preview: readonly (readonly string[])[];
}

/** The written data. */
export interface Exported {
	tables: readonly WrittenTable[];
	all: Written;
	/** Number of marked redactions in paragraphs. */
	redactions: number;
}

const PREVIEW = 5;

/** A row in both formats. */
interface Row {
	csv: string;
	json: string;
}

/** Writes rows as CSV and JSON, one row a line. */
class Pair {
	readonly #csv: FileWriter;
	readonly #json: FileWriter;
	#isEmpty = true;

	constructor(folder: string, file: string, names: readonly string[]) {
		this.#csv = new FileWriter(folder, `${file}.csv`);
		this.#json = new FileWriter(folder, `${file}.json`);
		this.#csv.write(csvLine(names));
	}

	add({ csv, json }: Row): void {
		this.#csv.write(csv);
		this.#json.write(`${this.#isEmpty ? '[\n' : ',\n'}${json}`);
		this.#isEmpty = false;
	}

	close(): { csv: Written; json: Written } {
		this.#json.write(this.#isEmpty ? '[]\n' : '\n]\n');
		return { csv: this.#csv.close(), json: this.#json.close() };
	}
}

/**
 * Writes all files of the open data.
 *
 * @param folder target folder
 * @returns what the data page needs
 */
export function writeExports(site: Site, folder: string): Exported {
	const all = new FileWriter(folder, ALL_FILE);
	const kept = new Map<string, Row[]>();
	let redactions = 0;
	const tables = TABLES.map((table) => {
		// Pages’ own data are rows of these tables; each row is made once.
		const isKept = KEPT.has(table.name);
		const rows: Row[] = [];
		const written = writeTable(table, site, folder, (row) => {
			all.write(`{"table":${JSON.stringify(table.name)},${row.json.slice(1)}\n`);
			if (isKept) rows.push(row);
			if (table === PARAGRAPHS) redactions += row.csv.split('[redacted: ').length - 1;
		});
		if (isKept) kept.set(table.name, rows);
		return written;
	});
	const exported = { tables, all: all.close(), redactions };
	writeDescriptions(exported, site, folder);
	writeOwnData(kept, site, folder);
	return exported;
}

const KEPT: ReadonlySet<string> = new Set(['records', 'figures', 'figure-parts']);

function writeTable(table: Table, site: Site, folder: string, take: (row: Row) => void): WrittenTable {
	const names = table.columns.map(({ name }) => name);
	const pair = new Pair(folder, table.name, names);
	const days = new Set<string | undefined>();
	const preview: string[][] = [];
	const rows = { exact: 0, given: 0 };
	for (const { values, changed, account, given } of table.lines(site)) {
		const row = { csv: csvLine(values), json: jsonLine(names, values) };
		pair.add(row);
		take(row);
		rows[given ? 'given' : 'exact']++;
		days.add(changed);
		if (!account && preview.length < PREVIEW) preview.push(values.map(cellText));
	}
	const changed = latest(days);
	return { name: table.name, rows, ...pair.close(), ...(changed && { changed }), preview };
}

function writeDescriptions({ tables }: Exported, site: Site, folder: string): void {
	const write = (file: string, content: object) => {
		const writer = new FileWriter(folder, file);
		writer.write(`${JSON.stringify(content, null, '\t')}\n`);
		writer.close();
	};
	const files = TABLES.map((table, index) => {
		const { rows, csv } = tables[index] ?? {};
		return {
			table,
			rows: (rows?.exact ?? 0) + (rows?.given ?? 0),
			bytes: csv?.bytes ?? 0,
			sha256: csv?.sha256 ?? '',
		};
	});
	write(PACKAGE_FILE, dataPackage(files, site));
	write(CSVW_FILE, csvwGroup(TABLES, site));
	for (const table of TABLES) {
		write(`${table.name}.csv-metadata.json`, csvwTable(table, site));
		const schema = `${table.name}.schema.json`;
		write(schema, jsonSchema(table, site.permanent(dataPath(schema))));
	}
}

/** The data of single pages: rows of the tables in the same format. */
function writeOwnData(kept: ReadonlyMap<string, readonly Row[]>, { archive }: Site, folder: string): void {
	const namesOf = (name: string) =>
		TABLES.find((table) => table.name === name)?.columns.map((column) => column.name) ?? [];
	const write = (file: string, table: string, rows: readonly (Row | undefined)[]) => {
		const pair = new Pair(folder, file, namesOf(table));
		for (const row of rows) if (row) pair.add(row);
		pair.close();
	};
	const order = byId(archive.records).map(({ id }) => id);
	const places = new Map(order.map((id, place) => [id, place]));
	const rowsOf = (records: readonly ArchiveRecord[]) =>
		records
			.map(({ id }) => places.get(id) ?? 0)
			.sort((a, b) => a - b)
			.map((place) => kept.get('records')?.[place]);
	for (const collection of RECORD_COLLECTIONS)
		write(listData(collection), 'records', rowsOf(archive[collection]));
	for (const { id } of archive.themes)
		write(themeData(id), 'records', rowsOf(listedRecords(archive.byTheme.get(id) ?? [], archive).records));
	// No file says which organisation a given account is about.
	for (const { id } of archive.organisations)
		write(
			organisationData(id),
			'records',
			rowsOf((archive.byOrganisation.get(id) ?? []).filter((record) => !isGivenRecord(record))),
		);
	let part = 0;
	for (const [place, { id, data }] of byId(archive.figures).entries()) {
		write(figureData(id), 'figures', [kept.get('figures')?.[place]]);
		const parts = data.breakdown?.parts.length ?? 0;
		if (parts > 0)
			write(figurePartsData(id), 'figure-parts', kept.get('figure-parts')?.slice(part, part + parts) ?? []);
		part += parts;
	}
}
