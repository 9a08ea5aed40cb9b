import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { WHOLE_FILE } from '../../src/search/engine/catalogue.ts';
import { unpackFiles } from '../../src/search/engine/pack.ts';

/** A file of a built site, unpacked. */
export interface PublishedFile {
	/** Path in the site, with forward slashes; what lies in a packed file stands behind it, after `!/`. */
	file: string;
	text: string;
}

/** What files of a kind may hold: paths of fields, or nothing that has fields. */
export interface PublishedKind {
	path: RegExp;
	/** Each a path as `groups[].label`; `*` stands for any one name. Undefined: the file is no data. */
	fields?: readonly string[];
}

/** Every file of a built site; those in the one file of the search index among them. */
export function publishedFiles(out: string): PublishedFile[] {
	return readdirSync(out, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.flatMap((entry) => {
			const at = path.join(entry.parentPath, entry.name);
			const file = path.relative(out, at).replaceAll(path.sep, '/');
			const bytes = unzip(readFileSync(at));
			if (file !== WHOLE_FILE) return [{ file, text: Buffer.from(bytes).toString('utf8') }];
			return [...unpackFiles(bytes)].map(([inner, content]) => ({
				file: `${file}!/${inner}`,
				text: Buffer.from(unzip(content)).toString('utf8'),
			}));
		})
		.sort((a, b) => (a.file < b.file ? -1 : 1));
}

function unzip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	return new Uint8Array(bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes);
}

/** Files that pages carry as addresses of their own, by the name under which they are saved. */
export function carriedFiles(files: readonly PublishedFile[]): PublishedFile[] {
	return files
		.filter(({ file }) => file.endsWith('.html'))
		.flatMap(({ file, text }) =>
			[...text.matchAll(/<a href="data:[^,"]*,([^"]*)" download="([^"]+)"/g)].map(([, data = '', name]) => ({
				file: `${path.posix.dirname(file)}/${name}`,
				text: decodeURIComponent(data.replaceAll('&#39;', "'").replaceAll('&amp;', '&')),
			})),
		);
}

/** Paths of all fields of a file that is data, by its ending. */
export function fieldsOf({ file, text }: PublishedFile): Set<string> {
	const fields = new Set<string>();
	if (/\.(?:json|geojson|jsonld|webmanifest)$/.test(file)) walk(JSON.parse(text), '', fields);
	else if (/\.(?:jsonl|ndjson)$/.test(file))
		for (const line of text.split('\n').filter(Boolean)) walk(JSON.parse(line), '[]', fields);
	else if (/\.pf_fragment$/.test(file)) walk(JSON.parse(text.slice(text.indexOf('{'))), '', fields);
	else if (/\.csv$/.test(file))
		for (const column of (/^\uFEFF?(.*)/.exec(text)?.[1] ?? '').split(','))
			fields.add(column.trim().replace(/^"(.*)"$/, '$1'));
	else if (/\.(?:xml|rss|atom)$/.test(file))
		for (const [, name = '', rest = ''] of text.matchAll(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)>/g)) {
			fields.add(name);
			for (const [, attribute] of rest.matchAll(/\s([\w:.-]+)=/g)) fields.add(`${name}@${attribute}`);
		}
	else if (/\.ris$/.test(file)) for (const [, tag] of text.matchAll(/^(\w\w) {2}- /gm)) fields.add(tag ?? '');
	else if (/\.bib$/.test(file))
		for (const [, tag] of text.matchAll(/^\s+([\w-]+) = /gm)) fields.add(tag ?? '');
	else if (/\/v\d+\.txt$/.test(file))
		// Canonical text: its fields stand before the first empty line.
		for (const line of text.split('\n\n', 1)[0]?.split('\n') ?? []) fields.add(line.replace(/:.*/, ''));
	else throw new Error(`${file}: nothing here can read its fields`);
	return fields;
}

function walk(value: unknown, at: string, fields: Set<string>): void {
	if (Array.isArray(value)) for (const item of value) walk(item, `${at}[]`, fields);
	else if (typeof value === 'object' && value !== null)
		for (const [key, item] of Object.entries(value)) walk(item, at === '' ? key : `${at}.${key}`, fields);
	else fields.add(at);
}

/** Files that nobody listed, and fields that a listed file may not have. */
export function unlisted(files: readonly PublishedFile[], kinds: readonly PublishedKind[]): string[] {
	return files.flatMap((one) => {
		const kind = kinds.find(({ path: pattern }) => pattern.test(one.file));
		if (!kind) return [`${one.file}: a file of a kind that is not listed`];
		if (!kind.fields) return [];
		const allowed = kind.fields.map(patternOf);
		return [...fieldsOf(one)]
			.filter((field) => !allowed.some((pattern) => pattern.test(field)))
			.map((field) => `${one.file}: ${field} is not listed`);
	});
}

/** A pattern for a path of fields, where each star is one name, whatever is in it. */
function patternOf(field: string): RegExp {
	const parts = field.split('*').map((part) => part.replace(/[.[\]\\^$+?(){}|]/g, '\\$&'));
	return new RegExp(`^${parts.join('[^.[\\]]+')}$`);
}
