import { isMap, isSeq, parseDocument } from 'yaml';
import { readFields } from '../../archive/read/reading.ts';
import { fragmentsOf } from '../../checks/pii/fragments.ts';
import { waiverHash } from '../../checks/pii/waiver.ts';

/** A file of a record, whatever state it is in. */
interface RecordFile {
	id: string;
	file: string;
	source: string;
}

/** The maximum number of words in a waiver. */
const LONGEST = 8;

/**
 * Finds which of the given waivers are for words in these files. A waiver is the digest of a record, a word and its
 * context, so every range of words is tried. The files need not be valid.
 */
export function waiversIn(files: readonly RecordFile[], hashes: ReadonlySet<string>): Set<string> {
	const found = new Set<string>();
	if (hashes.size === 0) return found;
	for (const { id, file, source } of files)
		for (const text of textsOf(file, source))
			for (const [start, end] of stretchesOf(text)) {
				const hash = waiverHash(id, text, { start, end });
				if (hashes.has(hash)) found.add(hash);
			}
	return found;
}

function textsOf(file: string, source: string): string[] {
	try {
		const data = readFields(source, true).yaml?.data;
		const locate = () => ({ line: 1, column: 1 });
		return fragmentsOf({ file, source, data, isText: true, locate }).map(({ text }) => text);
	} catch {
		// Nested too deeply for the parser. The check then reports its waivers.
		return [];
	}
}

function* stretchesOf(text: string): Generator<[start: number, end: number]> {
	const pieces = [...text.matchAll(/[\p{L}\p{M}]+|\p{N}+|[^\p{L}\p{M}\p{N}\s]+/gu)];
	for (const [index, first] of pieces.entries())
		for (const last of pieces.slice(index, index + 3 * LONGEST))
			yield [first.index, last.index + last[0].length];
}

/** The digests in a file of waivers; none if it has an invalid form. */
export function hashesIn(waivers: string): Set<string> {
	return new Set([...waivers.matchAll(/\b[0-9a-f]{64}\b/g)].map(([hash]) => hash));
}

/**
 * Removes the waivers of a record, and those with the given digests, from the file of waivers. The bytes of all others
 * stay the same.
 *
 * @returns undefined if there is nothing to remove, or the file cannot be read
 */
export function withoutWaivers(
	waivers: string,
	id: string | undefined,
	gone: ReadonlySet<string>,
): string | undefined {
	const document = parseDocument(waivers, { logLevel: 'silent' });
	const list = document.errors.length === 0 ? document.get('waivers', true) : undefined;
	if (!isSeq(list)) return undefined;
	const isGone = (item: unknown) =>
		isMap(item) && ((id !== undefined && item.get('record') === id) || gone.has(String(item.get('hash'))));
	if (!list.items.some(isGone)) return undefined;
	const remaining = list.items.filter((item) => !isGone(item));
	if (remaining.length === 0) return 'waivers: []\n';
	let text = waivers;
	for (const item of list.items.filter(isGone).toReversed()) {
		const range = isMap(item) && !list.flow ? item.range : undefined;
		if (!range) return undefined;
		const start = text.lastIndexOf('\n', text.lastIndexOf('-', range[0])) + 1;
		const lineEnd = text.indexOf('\n', Math.max(range[0], range[1] - 1));
		text = text.slice(0, start) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
	}
	return text;
}
