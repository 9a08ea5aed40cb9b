import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { frontMatterOf } from '../../core/prose/front-matter.ts';

/** A new entry in a record's history. */
export interface Revision {
	version: number;
	/** A month for testimonies, a day for the rest. */
	date: string;
	kind: 'correction' | 'redaction' | 'update';
	note: string;
}

/**
 * Opens the next version in a record's file: sets its number, history, and for a correction the status. Paragraph
 * numbers are removed, so that the next release works them out again. Everything else stays as written, including
 * comments and layout, unless the fields have an unusual layout: then they are reformatted.
 *
 * @throws Error if the file has no fields
 */
export function revised(source: string, revision: Revision): string {
	const found = frontMatterOf(source);
	if (!found) throw new Error('The file has no fields');
	const [start, end] = found.yaml;
	const yaml = source.slice(start, end);
	const text = inPlace(yaml, revision) ?? reformatted(yaml, revision);
	return source.slice(0, start) + text + source.slice(end);
}

/**
 * Marks the current, unreleased version as a redaction and appends the reason to its note.
 *
 * @throws Error if the file has no fields
 */
export function markedRedacted(source: string, note: string): string {
	const found = frontMatterOf(source);
	if (!found) throw new Error('The file has no fields');
	const [start, end] = found.yaml;
	const fields = parseDocument(source.slice(start, end));
	const changes = fields.get('changes', true);
	const last = isSeq(changes) ? changes.items.at(-1) : undefined;
	if (!isMap(last)) throw new Error('The file has no history');
	last.set('kind', 'redaction');
	last.set('note', `${String(last.get('note'))} ${note}`);
	return source.slice(0, start) + fields.toString({ lineWidth: 0 }) + source.slice(end);
}

/** Edits the fields in place; undefined if the result is not equivalent to `reformatted`. */
function inPlace(yaml: string, revision: Revision): string | undefined {
	const fields = parseDocument(yaml);
	const wanted = JSON.stringify(parseDocument(reformatted(yaml, revision)).toJS());
	const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
	const edits = [
		...replaced(fields, 'version', String(revision.version)),
		...(revision.kind === 'correction' ? statusEdit(fields, newline) : []),
		...removed(fields, yaml, 'paragraphs'),
		...appended(fields, yaml, revision, newline),
	];
	let text = yaml;
	for (const { at, length, put } of edits.sort((a, b) => b.at - a.at))
		text = text.slice(0, at) + put + text.slice(at + length);
	const result = parseDocument(text);
	return result.errors.length === 0 && sorted(result.toJS()) === sorted(JSON.parse(wanted))
		? text
		: undefined;
}

interface Edit {
	at: number;
	length: number;
	put: string;
}

function replaced(fields: Document, key: string, put: string): Edit[] {
	const node = fields.get(key, true);
	if (!isScalar(node) || !node.range) return [];
	const [at, end] = node.range;
	return [{ at, length: end - at, put }];
}

/** Sets the status; if there is none, inserts it on the line before the version. */
function statusEdit(fields: Document, newline: string): Edit[] {
	if (fields.has('status')) return replaced(fields, 'status', 'corrected');
	const at = startOf(fields, 'version');
	return at === undefined ? [] : [{ at, length: 0, put: `status: corrected${newline}` }];
}

function removed(fields: Document, yaml: string, key: string): Edit[] {
	const [at, next] = [startOf(fields, key), afterOf(fields, key, yaml)];
	return at === undefined || next === undefined ? [] : [{ at, length: next - at, put: '' }];
}

/** Appends an item to the history with the indentation of the last one. */
function appended(
	fields: Document,
	yaml: string,
	{ version, date, kind, note }: Revision,
	newline: string,
): Edit[] {
	const changes = fields.get('changes', true);
	const last = isSeq(changes) && !changes.flow ? changes.items.at(-1) : undefined;
	if (!isMap(last) || last.flow || !last.range) return [];
	const [first, valueEnd] = last.range;
	const lineStart = yaml.lastIndexOf('\n', first - 1) + 1;
	const indent = /^[ \t]*(?=- )/.exec(yaml.slice(lineStart, first))?.[0];
	if (indent === undefined) return [];
	// After the line of the last value, which may end in a comment.
	const lineEnd = yaml.indexOf('\n', Math.max(first, valueEnd - 1));
	const at = lineEnd < 0 ? yaml.length : lineEnd + 1;
	const lines = [
		`- version: ${version}`,
		`  date: ${quoted(date)}`,
		`  kind: ${kind}`,
		`  note: ${quoted(note)}`,
	];
	return [{ at, length: 0, put: lines.map((line) => `${indent}${line}${newline}`).join('') }];
}

/** Quotes a value if YAML would not read it as plain text. */
function quoted(value: string): string {
	const isPlain =
		/^[\p{L}\p{N}][\p{L}\p{N} .,;()’‘“”–-]*$/u.test(value) && typeof parseDocument(value).toJS() === 'string';
	return isPlain ? value : JSON.stringify(value);
}

function startOf(fields: Document, key: string): number | undefined {
	const pair = isMap(fields.contents)
		? fields.contents.items.find((one) => keyOf(one.key) === key)
		: undefined;
	return pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
}

/** The start of the line after a field. */
function afterOf(fields: Document, key: string, yaml: string): number | undefined {
	const node = fields.get(key, true) as { range?: readonly [number, number, number] } | undefined;
	const end = node?.range?.[1];
	if (end === undefined) return undefined;
	const lineEnd = yaml.indexOf('\n', end - 1);
	return lineEnd < 0 ? yaml.length : lineEnd + 1;
}

const keyOf = (key: unknown): unknown => (isScalar(key) ? key.value : key);

/** Edits the fields with the library, which may reformat them. */
function reformatted(yaml: string, revision: Revision): string {
	const fields = parseDocument(yaml);
	fields.set('version', revision.version);
	if (revision.kind === 'correction') fields.set('status', 'corrected');
	fields.delete('paragraphs');
	fields.addIn(['changes'], fields.createNode({ ...revision }));
	return fields.toString({ lineWidth: 0 });
}

/** Serialises data with its fields in a fixed order. */
function sorted(data: unknown): string {
	const entries = Object.entries(data as object).sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(entries);
}
