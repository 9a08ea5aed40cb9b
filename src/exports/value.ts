import { toCsv } from './csv.ts';

/** Stands for what is known and not told, to keep a person from being found. */
export const WITHHELD = Symbol('withheld');

/** How that is written in a table; in JSON it is null, as is what is not known. */
export const WITHHELD_MARK = '[c]';

/** Between the items of a list in one cell. An item that holds it has a broken bar there; in JSON it is as it was. */
export const SEPARATOR = '|';

/** A cell of a table; null where nothing is known or there is none. */
export type Value = string | number | boolean | readonly (string | number)[] | null | typeof WITHHELD;

/** A row as a line of CSV, safe against formulas (`search/csv.ts`), with its line end. */
export function csvLine(values: readonly Value[]): string {
	return toCsv([values.map(cellText)]);
}

/** A value as the text of a cell. */
export function cellText(value: Value): string {
	if (value === null) return '';
	if (value === WITHHELD) return WITHHELD_MARK;
	if (typeof value === 'object')
		return value.map((item) => String(item).replaceAll(SEPARATOR, '¦')).join(SEPARATOR);
	return String(value);
}

/** A row as a JSON object: every column, in their order. */
export function jsonLine(names: readonly string[], values: readonly Value[]): string {
	const row: Record<string, Value> = {};
	for (const [index, name] of names.entries()) {
		const value = values[index] ?? null;
		row[name] = value === WITHHELD ? null : value;
	}
	return JSON.stringify(row);
}
