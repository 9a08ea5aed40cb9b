import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/integrity/canonical/canonical.ts';
import { formatSums, parseSums } from '../../../src/integrity/checksums.ts';
import { IntegrityError } from '../../../src/integrity/integrity-error.ts';
import { temporaryFolder } from '../../support/archive.ts';

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);

test('what is written is read again, whatever the names', () => {
	const part = fc
		.string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
		.filter((name) => !/^\.{1,2}$|[/\0]/.test(name));
	const name = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
	fc.assert(
		fc.property(fc.uniqueArray(name, { maxLength: 6 }), (files) => {
			const sums = files.map((file) => ({ file, hash: sha256(file) }));
			const read = parseSums(formatSums(sums));
			expect(new Set(read)).toEqual(new Set(sums));
			expect(read).toHaveLength(sums.length);
		}),
	);
});

test.skipIf(!has('sha256sum'))('sha256sum reads and writes the same, odd names too', () => {
	using folder = temporaryFolder();
	const names = [
		'plain',
		'with space',
		'back\\slash',
		'new\nline',
		'line\u2028separator',
		'caf\u00e9',
		'deep/er',
	];
	mkdirSync(path.join(folder.path, 'deep'));
	for (const name of names) writeFileSync(path.join(folder.path, name), name);
	const ours = formatSums(names.map((file) => ({ file, hash: sha256(file) })));
	writeFileSync(path.join(folder.path, 'SHA256SUMS'), ours);
	expect(
		execFileSync('sha256sum', ['--quiet', '--strict', '-c', 'SHA256SUMS'], {
			cwd: folder.path,
			encoding: 'utf8',
		}),
	).toBe('');
	const sorted = parseSums(ours).map(({ file }) => file);
	expect(execFileSync('sha256sum', sorted, { cwd: folder.path, encoding: 'utf8' })).toBe(ours);
});

describe('what is not in exactly this form is refused', () => {
	test.each([
		['no newline at the end', `${A}  a`, /newline/],
		['one space', `${A} a\n`, /line 1/],
		['the mark of binary mode', `${A} *a\n`, /line 1/],
		['capital letters', `${A.toUpperCase()}  a\n`, /line 1/],
		['a short sum', `${A.slice(1)}  a\n`, /line 1/],
		['an empty line', `${A}  a\n\n${B}  b\n`, /line 2/],
		['CR', `${A}  a\r\n`, /line 1/],
		['two of a name', `${A}  a\n${B}  a\n`, /lists a twice/],
		['out of order', `${A}  b\n${B}  a\n`, /out of order, at a/],
		['a path above', `${A}  ../a\n`, /outside the folder/],
		['a path above, within', `${A}  a/../../b\n`, /outside the folder/],
		['an absolute path', `${A}  /etc/passwd\n`, /outside the folder/],
		['two names for one file', `${A}  a/./b\n`, /outside the folder/],
		['a needless escape', `\\${A}  a\n`, /not escaped/],
		['an unknown escape', `\\${A}  a\\tb\n`, /not escaped/],
		['a backslash that is not escaped', `${A}  a\\b\n`, /not escaped/],
	])('%s', (_, text, why) => {
		expect(() => parseSums(text)).toThrow(IntegrityError);
		expect(() => parseSums(text)).toThrow(why);
	});

	test('only a line that may stand first stands before its place', () => {
		const first = { file: 'releases/0001/SHA256SUMS', hash: B };
		const text = formatSums([{ file: 'r/x/v1.txt', hash: A }], first);
		expect(parseSums(text, /^releases\//)[0]).toEqual(first);
		expect(() => parseSums(text)).toThrow(/out of order/);
	});
});
