import type { Measure } from './measure.ts';

/** One line of the result. */
export interface Row extends Measure {
	name: string;
	runs: number;
	/** How many records were built. */
	count: number;
	/** What the cold build of this software took. */
	base: Measure;
}

const COLUMNS: readonly (readonly [title: string, value: (row: Row) => string])[] = [
	['build', ({ name }) => name],
	['runs', ({ runs }) => String(runs)],
	['CPU s', ({ cpu }) => cpu.toFixed(1)],
	['wall s', ({ wall }) => wall.toFixed(1)],
	['peak MB', ({ memory }) => memory.toFixed(0)],
	['records/s', ({ count, wall }) => (count / wall).toFixed(0)],
	['CPU ms/record', ({ count, cpu }) => ((cpu * 1000) / count).toFixed(2)],
	['archive’s cold CPU ÷ this', ({ base, cpu }) => (base.cpu / cpu).toFixed(2)],
	['this ÷ archive’s cold CPU', ({ base, cpu }) => (cpu / base.cpu).toFixed(2)],
];

/** Prints the results of builds. */
export function printRows(rows: readonly Row[]): void {
	printTable([COLUMNS.map(([title]) => title), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))]);
}

/** Prints a table of Markdown, to be pasted where it is wanted; the first line is its head. */
export function printTable(cells: readonly (readonly string[])[]): void {
	const widths = (cells[0] ?? []).map((_, column) =>
		Math.max(...cells.map((line) => (line[column] ?? '').length)),
	);
	const format = (line: readonly string[]) =>
		`| ${line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
	const [head = [], ...body] = cells;
	const rule = widths.map((width, column) =>
		column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
	);
	console.log(`\n${[head, rule, ...body].map(format).join('\n')}`);
}
