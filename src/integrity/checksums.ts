import { compare } from '../core/values/problem.ts';
import { lookup } from '../core/values/lookup.ts';
import { IntegrityError } from './integrity-error.ts';

/** One line of a `SHA256SUMS` file. */
export interface Sum {
	/** SHA-256 in hex. */
	hash: string;
	/** Path from the folder that the checksums cover, with forward slashes. */
	file: string;
}

/**
 * Formats checksums as GNU `sha256sum` does, so that `sha256sum -c` reads them. A backslash or line ending in a name is
 * escaped, and the line then starts with a backslash.
 *
 * @param first a checksum to put before the others, which are sorted by path
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
 * Parses checksums strictly: only the exact form that `formatSums` writes is accepted.
 *
 * @param leading pattern of paths that may come first regardless of the order
 * @throws IntegrityError if a line is malformed, out of order or repeated, or a path leads out of the folder
 */
export function parseSums(text: string, leading?: RegExp): Sum[] {
	if (text !== '' && !text.endsWith('\n')) throw new IntegrityError('does not end with a newline');
	const sums = text
		.split('\n')
		.slice(0, -1)
		.map((line, index) => parseSum(line, index + 1));
	const [first] = sums;
	const sorted = first && leading?.test(first.file) ? sums.slice(1) : sums;
	for (const [index, { file }] of sorted.entries()) {
		const previous = sorted[index - 1]?.file;
		if (previous === file) throw new IntegrityError(`lists ${file} twice`);
		if (previous !== undefined && compare(previous, file) > 0)
			throw new IntegrityError(`has lines out of order, at ${file}`);
	}
	return sums;
}

function parseSum(line: string, number: number): Sum {
	const [, isEscaped, hash, written] = /^(\\?)([0-9a-f]{64}) {2}([^]+)$/.exec(line) ?? [];
	if (hash === undefined || written === undefined)
		throw new IntegrityError(`has a malformed line: line ${number}`);
	const file = isEscaped ? unescapeName(written) : written;
	if (file === undefined || formatSum({ hash, file }) !== line)
		throw new IntegrityError(`has a name that is not escaped as sha256sum does: line ${number}`);
	if (!isWithin(file)) throw new IntegrityError(`has a path outside the folder: line ${number}`);
	return { hash, file };
}

function unescapeName(written: string): string | undefined {
	if (/\\(?![\\nr])/.test(written.replace(/\\\\/g, ''))) return undefined;
	return written.replace(/\\([\\nr])/g, (_, character: string) => lookup(ESCAPED, character) ?? '');
}

/** Whether a path stays in its folder and is in canonical form. */
function isWithin(file: string): boolean {
	return (
		!file.includes('\0') && file.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
	);
}
