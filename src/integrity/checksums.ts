import { IntegrityError } from './integrity-error.ts';
import { compare } from '../core/values/problem.ts';
import { lookup } from '../core/values/lookup.ts';

/** One line of a `SHA256SUMS` file. */
export interface Sum {
	/** SHA-256 in hex. */
	hash: string;
	/** Path from the folder that the file speaks of, with forward slashes. */
	file: string;
}

/**
 * Writes sums as GNU `sha256sum` does, so that `sha256sum -c` reads them: a name with a backslash or a line end has
 * it escaped, and its line begins with a backslash.
 *
 * @param first a sum that stands before the others, which are sorted by path
 */
export function formatSums(sums: readonly Sum[], first?: Sum): string {
	const sorted = [...sums].sort((a, b) => compare(a.file, b.file));
	return [...(first ? [first] : []), ...sorted].map((sum) => `${formatSum(sum)}\n`).join('');
}

function formatSum({ hash, file }: Sum): string {
	const escaped = file.replace(/[\\\n\r]/g, (character) => lookup(ESCAPES, character) ?? character);
	return `${escaped === file ? '' : '\\'}${hash}  ${escaped}`;
}
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r' };
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r' };

/**
 * Reads sums strictly: what this archive did not write in this form, it does not read.
 *
 * @param leading how a line may be named that stands first, whatever its path
 * @throws IntegrityError where a line is malformed, out of order or duplicated, or a path leads out of the folder
 */
export function parseSums(text: string, leading?: RegExp): Sum[] {
	if (text !== '' && !text.endsWith('\n')) throw new IntegrityError('does not end with a newline');
	const sums = text.split('\n').slice(0, -1).map(parseSum);
	const [first] = sums;
	const sorted = first && leading?.test(first.file) ? sums.slice(1) : sums;
	for (const [index, { file }] of sorted.entries()) {
		const before = sorted[index - 1]?.file;
		if (before === file) throw new IntegrityError(`names ${file} twice`);
		if (before !== undefined && compare(before, file) > 0)
			throw new IntegrityError(`is not sorted at ${file}`);
	}
	return sums;
}

function parseSum(line: string, index: number): Sum {
	const [, mark, hash, written] = /^(\\?)([0-9a-f]{64}) {2}([^]+)$/.exec(line) ?? [];
	if (hash === undefined || written === undefined)
		throw new IntegrityError(`has a malformed line: line ${index + 1}`);
	const file = mark ? unescaped(written) : written;
	if (file === undefined || formatSum({ hash, file }) !== line)
		throw new IntegrityError(`has a name that sha256sum would escape differently: line ${index + 1}`);
	if (!isWithin(file)) throw new IntegrityError(`names a path outside the folder: line ${index + 1}`);
	return { hash, file };
}

function unescaped(written: string): string | undefined {
	if (/\\(?![\\nr])/.test(written.replace(/\\\\/g, ''))) return undefined;
	return written.replace(/\\([\\nr])/g, (_, character: string) => lookup(ESCAPED, character) ?? '');
}

/** Whether a path stays in its folder and names a file in one way only. */
function isWithin(file: string): boolean {
	return (
		!file.includes('\0') && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
	);
}
