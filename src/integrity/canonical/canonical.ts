import { createHash } from 'node:crypto';
import { proseOf } from '../../archive/publish/prose.ts';
import type { Archive, ArchiveRecord } from '../../archive/publish/view.ts';
import type { Capture } from '../../core/model/capture.ts';
import { type Related, relatedId } from '../../core/model/relation.ts';
import type { Source } from '../../core/model/source.ts';
import type { Block } from '../../core/prose/types.ts';
import { oneLine } from './words.ts';
import { plainText } from './plain-text.ts';
import { lookup } from '../../core/values/lookup.ts';

/** The name of a field and its values, each of which gets a line; what is not known has none. */
type Field = readonly [name: string, ...values: readonly (string | number | null | undefined)[]];

/**
 * The canonical text of a record: what is published of it, in one exact form, so that anybody can hash it. UTF-8, NFC,
 * LF, one newline at the end. Fields in a fixed order, an empty line, then the text: a paragraph's number in brackets
 * on a line of its own, its words on the next. `src/site/help/verify.mdx` defines it for readers: keep both alike.
 *
 * It depends on the record alone; only what a withdrawal takes out of other records is missing here too. A new field
 * must be added so that records without it keep the text that they have.
 *
 * @param salt for a testimony: 64 hex characters, by which its hash becomes a commitment that nobody can confirm once
 *   they are destroyed; null where there is none
 */
export function canonicalText(record: ArchiveRecord, archive: Archive, salt: string | null): string {
	const gone = new Set(archive.tombstones.map(({ id }) => id));
	const fields = fieldsOf(record, gone, salt).flatMap(([name, ...values]) =>
		values.flatMap((value) => (value == null || value === '' ? [] : `${name}: ${oneLine(String(value))}`)),
	);
	const blocks = proseOf(record, archive).blocks.map(canonicalBlock);
	return `${[fields.join('\n'), ...blocks].join('\n\n')}\n`;
}

/** The words of a paragraph, on one line, as canonical text has them. */
export function canonicalParagraph(block: Block): string {
	return plainText(block.children);
}

/**
 * The eight characters by which a reference remembers the words that it cites: the first of the SHA-256 of the
 * paragraph's words; for a testimony of its salt, a newline and the words.
 */
export function shortHash(text: string, salt: string | null): string {
	return sha256(salt === null ? text : `${salt}\n${text}`).slice(0, 8);
}

/** SHA-256 in hex. */
export function sha256(data: string | Uint8Array): string {
	return createHash('sha256').update(data).digest('hex');
}

function canonicalBlock(block: Block): string {
	const text = canonicalParagraph(block);
	if (block.number !== null) return `[${block.number}]\n${text}`;
	const [first] = block.children;
	const depth = first?.type === 'element' ? /^h(\d)$/.exec(first.tagName)?.[1] : undefined;
	return depth === undefined ? text : `${'#'.repeat(Number(depth))} ${text}`;
}

function fieldsOf(record: ArchiveRecord, gone: ReadonlySet<string>, salt: string | null): Field[] {
	const { data } = record;
	return [
		['record', record.id],
		['salt', salt],
		['collection', record.collection],
		['version', data.version],
		['title', data.title],
		['title supplied by the archive', data.titleSupplied ? 'yes' : 'no'],
		['summary', data.summary],
		['complaint', data.complaint],
		['theme', ...data.themes],
		['organisation', ...data.organisations],
		...Object.keys(data.facets)
			.sort()
			.map((facet): Field => [`facet ${facet}`, lookup(data.facets, facet)]),
		...ownFields(record, gone),
		['status', data.status],
		['content note', ...data.contentNotes],
		['related', ...data.related.filter((one) => !gone.has(relatedId(one))).map(relatedLine)],
		...data.changes.map(({ version, date, kind, note }): Field => [
			`change ${version}`,
			`${date}, ${kind}: ${note}`,
		]),
		...data.sources.flatMap(sourceFields),
	];
}

/** The fields of one kind of record. */
function ownFields(record: ArchiveRecord, gone: ReadonlySet<string>): Field[] {
	if (record.collection === 'reports')
		return [
			// A text without a voice is of the press.
			['voice', record.data.voice === 'press' ? null : record.data.voice],
			['evidence', ...record.data.evidence],
		];
	if (record.collection === 'testimonies') {
		const { data } = record;
		if (data.origin === 'given') return [['origin', data.origin]];
		const carried = data.sourceRecord && !gone.has(data.sourceRecord) ? data.sourceRecord : null;
		return [
			['origin', data.origin],
			['pseudonym', ...data.pseudonyms],
			['source record', carried],
		];
	}
	const { kind, issuedBy, issued, number, addressees, due, dueBy, concerns, answers, standing } = record.data;
	return [
		['kind', kind],
		['issued by', ...issuedBy],
		['issued', issued],
		['number', number],
		['addressed to', ...addressees],
		['due', due],
		['due by', dueBy],
		['concern', ...concerns],
		['answers', ...answers],
		['standing', standing?.state],
		['standing note', standing?.note],
	];
}

/** `supports 7k3m9qtw, paragraph 3`; the identifier alone where nothing more is said. */
function relatedLine(related: Related): string {
	if (typeof related === 'string') return related;
	const { how, record, paragraph } = related;
	return `${how} ${record}${paragraph === undefined ? '' : `, paragraph ${paragraph}`}`;
}

function sourceFields(source: Source, index: number): Field[] {
	const fields: Field[] = [
		['title', source.title],
		['title supplied by the archive', source.titleSupplied ? 'yes' : 'no'],
		['publisher', source.publisher],
		['reproduces', source.reproduces],
		['author', ...source.authors],
		['number', source.number],
		['volume', source.journal?.volume],
		['issue', source.journal?.issue],
		['pages', source.journal?.pages],
		['doi', source.journal?.doi],
		['published', source.published],
		['address', source.url],
		['archived address', ...source.archived.map(({ url, date }) => `${date}, ${url}`)],
		['accessed', source.accessed],
		['kind', source.kind],
		['degree', source.degree],
		['verified', source.verified],
		['pinpoint', source.pinpoint],
		['note', source.note],
		...captureFields(source.capture),
	];
	return fields.map(([name, ...values]) => [`source ${index + 1} ${name}`, ...values]);
}

function captureFields(capture: Capture | undefined): Field[] {
	if (!capture) return [];
	const custody = (capture.custody ?? []).map(({ seq, at, role, action, before, after, note }) => {
		const hashes = before === null ? after : `${before} to ${after}`;
		return `${seq}, ${at}, ${role}, ${action}, ${hashes}${note === undefined ? '' : `: ${note}`}`;
	});
	const fields: Field[] = [
		['address', capture.url],
		['final address', capture.finalUrl],
		['time', capture.capturedAt],
		['method', capture.method],
		['tool', capture.tool],
		['collector', capture.collector],
		['sha256', capture.sha256],
		['bytes', capture.bytes],
		['media type', capture.mediaType],
		['storage', capture.storage],
		['custody', ...custody],
	];
	return fields.map(([name, ...values]) => [`capture ${name}`, ...values]);
}
