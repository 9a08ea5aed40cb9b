import type { Folder } from '../archive/read/files.ts';
import type { Archive } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import type { LogEntry } from '../integrity/releases/log.ts';
import { fieldsOf } from './fields.ts';
import { type Value, WITHHELD } from './value.ts';

/** The input of tables. */
export interface Site {
	archive: Archive;
	permanent: Permanent;
	/** Oldest first. */
	releases: readonly LogEntry[];
}

/** `edtf` is a date at its known precision (a profile of EDTF), `list` several values in one cell. */
type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'edtf' | 'uri' | 'list';

/** A column, from which CSV, JSON, schemas and the data dictionary are generated. */
export interface Column {
	name: string;
	type: ColumnType;
	/** Type of the items of a list. */
	items: 'string' | 'integer';
	description: string;
	/** All permitted values with their meanings; null where the value is self-explanatory. */
	values: ReadonlyMap<string, string | null> | null;
	/** Whether every row has a value. */
	required: boolean;
	/** Whether it is withheld for given accounts. */
	withheld: boolean;
}

/** A foreign key. */
export interface Reference {
	column: string;
	table: string;
	to: string;
}

export interface Line {
	values: readonly Value[];
	/** Date of the last change of its content, as far as that may be published. */
	changed: string | undefined;
	/** Whether it is about an account; such rows are left out of previews. */
	account: boolean;
	/** Whether it is about a given account; such rows are left out of printed row counts. */
	given: boolean;
}

/** One table of the open data. */
export interface Table {
	name: string;
	title: string;
	/** Its purpose. */
	about: string;
	columns: readonly Column[];
	key: readonly string[];
	references: readonly Reference[];
	/** Whether it may have rows about given accounts. */
	holdsGiven: boolean;
	/** Fields of the model that it publishes. */
	publishes: readonly { folder: Folder; field: string }[];
	/** Sorted by identifier, so that the order does not reveal when rows were added. */
	lines(site: Site): Iterable<Line>;
}

/** The declaration of a column; everything else is derived from it. */
export interface ColumnPlan<Row> {
	/** Default: string. */
	type?: ColumnType;
	items?: 'integer';
	/** Path or paths of the model’s fields that it publishes; description and values come from there. */
	from?: string | readonly string[];
	/** Paths of further fields that it publishes in a form of its own, without their descriptions and values. */
	publishes?: string | readonly string[];
	/** Description, where no field has one that suits readers. */
	description?: string;
	/** Meanings of the field’s values. */
	values?: Readonly<Record<string, string | null>>;
	required?: boolean;
	/** Whether it is published for given accounts too. */
	publishedForGiven?: boolean;
	cell(row: Row, site: Site): Value;
}

export interface TablePlan<Row> extends Pick<Table, 'name' | 'title' | 'about' | 'key'> {
	/** Folders of the files that it is made from. */
	of?: readonly Folder[];
	/** Field that contains the columns’ fields: `sources`. */
	at?: string;
	/** For each foreign key: the `table.column` that it refers to. */
	references?: Readonly<Record<string, string>>;
	columns: Readonly<Record<string, ColumnPlan<Row>>>;
	rows(site: Site): Iterable<Row>;
	changed?(row: Row, site: Site): string | undefined;
	isAccount?(row: Row): boolean;
	/** Whether a row is about a given account, for which only columns with `publishedForGiven` are published. */
	isGiven?(row: Row): boolean;
}

/**
 * Declares a table.
 *
 * @throws if a column has no description, or names an unknown field
 */
export function table<Row>(plan: TablePlan<Row>): Table {
	const { name, title, about, key, of = [], at, references = {} } = plan;
	const within = (paths: string | readonly string[] = []) =>
		[paths].flat().map((path) => (at === undefined ? path : `${at}.${path}`));
	const columns = Object.entries(plan.columns).map(([column, own]): Column => {
		const { description: declared, type = 'string', items = 'string' as const } = own;
		const fieldsAt = (path: string) => {
			const found = of.flatMap((folder) => fieldsOf(folder).get(path) ?? []);
			if (found.length === 0) throw new Error(`${name}.${column}: there is no field ${path}`);
			return found;
		};
		const fields = within(own.from).flatMap(fieldsAt);
		within(own.publishes).forEach(fieldsAt);
		const description = declared ?? fields.find((field) => field.description)?.description;
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
			withheld: plan.isGiven !== undefined && !own.publishedForGiven,
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
				.flatMap(({ from, publishes }) => [...within(from), ...within(publishes)])
				.filter((field) => fieldsOf(folder).has(field))
				.map((field) => ({ folder, field })),
		),
		*lines(site) {
			for (const row of plan.rows(site)) {
				const given = plan.isGiven?.(row) ?? false;
				yield {
					values: plans.map((own) => (given && !own.publishedForGiven ? WITHHELD : own.cell(row, site))),
					changed: plan.changed?.(row, site),
					account: plan.isAccount?.(row) ?? false,
					given,
				};
			}
		},
	};
}
