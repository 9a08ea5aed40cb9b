import type { Folder } from '../archive/read/files.ts';
import type { Archive } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import type { LogEntry } from '../integrity/releases/log.ts';
import { fieldsOf } from './fields.ts';
import { type Value, WITHHELD } from './value.ts';

/** What tables are made of. */
export interface Site {
	archive: Archive;
	permanent: Permanent;
	/** The first first. */
	releases: readonly LogEntry[];
}

/** `edtf` is a date as exactly as it is known (a profile of EDTF), `list` several values in one cell. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'edtf' | 'uri' | 'list';

/** A column as everything that is generated describes it: CSV, JSON, their schemas, and the dictionary. */
export interface Column {
	name: string;
	type: ColumnType;
	/** Type of the items of a list. */
	items: 'string' | 'integer';
	description: string;
	/** All values that it may have, each with what it means; null where the value says it. */
	values: ReadonlyMap<string, string | null> | null;
	/** Whether every row has it. */
	required: boolean;
	/** Whether it is withheld of accounts given to the archive. */
	withheld: boolean;
}

/** A column that holds what a column of another table does. */
export interface Reference {
	column: string;
	table: string;
	to: string;
}

export interface Line {
	values: readonly Value[];
	/** Day on which what it tells was last changed, as far as that may be told. */
	changed: string | undefined;
	/** Whether it is about an account: such a row is in no preview. */
	account: boolean;
	/** Whether it is about one that was given to the archive: such rows are not counted out loud. */
	given: boolean;
}

/** One table of the open data. */
export interface Table {
	name: string;
	title: string;
	/** What it is for. */
	about: string;
	columns: readonly Column[];
	key: readonly string[];
	references: readonly Reference[];
	/** Whether rows about accounts that were given to the archive can be among its own. */
	holdsGiven: boolean;
	/** Fields of files that it publishes. */
	publishes: readonly { folder: Folder; field: string }[];
	/** By what identifies them, so that their order tells nothing of when they came. */
	lines(site: Site): Iterable<Line>;
}

/** How a column is declared: once, and everything else is derived. */
export interface ColumnPlan<Row> {
	/** Left out: text. */
	type?: ColumnType;
	items?: 'integer';
	/** Path of the field of the files that it publishes, or several: description and values come from there. */
	from?: string | readonly string[];
	/** What it holds, where no field says that or not for readers. */
	say?: string;
	/** What each value means; the values themselves are those of the field. */
	values?: Readonly<Record<string, string | null>>;
	required?: boolean;
	/** Whether it is told of accounts given to the archive, too. */
	open?: boolean;
	cell(row: Row, site: Site): Value;
}

export interface TablePlan<Row> extends Pick<Table, 'name' | 'title' | 'about' | 'key'> {
	/** Folders of the files that it is made of. */
	of?: readonly Folder[];
	/** Field of those files in which the columns’ own lie: `sources`. */
	at?: string;
	/** By column: `table.column` that it refers to. */
	references?: Readonly<Record<string, string>>;
	columns: Readonly<Record<string, ColumnPlan<Row>>>;
	rows(site: Site): Iterable<Row>;
	changed?(row: Row, site: Site): string | undefined;
	isAccount?(row: Row): boolean;
	/** Whether it is about an account given to the archive, of which only the open columns are told. */
	isGiven?(row: Row): boolean;
}

/**
 * Declares a table.
 *
 * @throws if a column is described nowhere, or names a field that no file has
 */
export function table<Row>(plan: TablePlan<Row>): Table {
	const { name, title, about, key, of = [], at, references = {} } = plan;
	const pathsOf = ({ from = [] }: ColumnPlan<Row>) =>
		[from].flat().map((path) => (at === undefined ? path : `${at}.${path}`));
	const columns = Object.entries(plan.columns).map(([column, own]): Column => {
		const { say, type = 'string', items = 'string' as const } = own;
		const fields = pathsOf(own).flatMap((path) => {
			const found = of.flatMap((folder) => fieldsOf(folder).get(path) ?? []);
			if (found.length === 0) throw new Error(`${name}.${column}: there is no field ${path}`);
			return found;
		});
		const description = say ?? fields.find((field) => field.description)?.description;
		if (description === undefined) throw new Error(`${name}.${column} is described nowhere`);
		const values = [
			...new Set([...fields.flatMap((field) => field.values ?? []), ...Object.keys(own.values ?? {})]),
		];
		return {
			name: column,
			type,
			items,
			description,
			values:
				values.length === 0 ? null : new Map(values.map((value) => [value, own.values?.[value] ?? null])),
			required: own.required ?? false,
			withheld: plan.isGiven !== undefined && !own.open,
		};
	});
	const plans = Object.values(plan.columns);
	return {
		name,
		title,
		about,
		columns,
		key,
		references: Object.entries(references).map(([column, target]) => {
			const [other = '', to = ''] = target.split('.');
			return { column, table: other, to };
		}),
		holdsGiven: plan.isGiven !== undefined,
		publishes: of.flatMap((folder) =>
			plans
				.flatMap(pathsOf)
				.filter((field) => fieldsOf(folder).has(field))
				.map((field) => ({ folder, field })),
		),
		*lines(site) {
			for (const row of plan.rows(site)) {
				const given = plan.isGiven?.(row) ?? false;
				yield {
					values: plans.map((own) => (given && !own.open ? WITHHELD : own.cell(row, site))),
					changed: plan.changed?.(row, site),
					account: plan.isAccount?.(row) ?? false,
					given,
				};
			}
		},
	};
}
