import { toCsv } from './csv.ts';

/** A value that is known but withheld to protect a person. */
export const WITHHELD = Symbol('withheld');

/** Its text in a table; in JSON it is null, like an unknown value. */
export const WITHHELD_MARK = '[c]';

/** Separator of list items in a cell. Inside an item it becomes a broken bar; in JSON items are unchanged. */
export const SEPARATOR = '|';

/** A cell; null where the value is unknown or does not exist. */
export type Value = string | number | boolean | readonly (string | number)[] | null | typeof WITHHELD;

/** A row as a line of CSV, protected against formulas (`csv.ts`), with its line end. */
export function csvLine(values: readonly Value[]): string {
	return toCsv([values.map(cellText)]);
}

/** The text of a cell. */
export function cellText(value: Value): string {
	if (value === null) return '';
	if (value === WITHHELD) return WITHHELD_MARK;
	if (typeof value === 'object')
		return value.map((item) => String(item).replaceAll(SEPARATOR, '¦')).join(SEPARATOR);
	return String(value);
}

/** A row as a JSON object with every column in order. */
export function jsonLine(names: readonly string[], values: readonly Value[]): string {
	const row: Record<string, Value> = {};
	for (const [index, name] of names.entries()) {
		const value = values[index] ?? null;
		row[name] = value === WITHHELD ? null : value;
	}
	return JSON.stringify(row);
}
