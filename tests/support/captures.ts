import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';

export const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A page that would run code, if it were ever shown. */
export const PAGE =
	'<!DOCTYPE html>\n<html><title>A page</title><script>document.title = 1</script></html>\n';
export const PDF = '%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';

const base32 = (bytes: Uint8Array) => {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{5}/g) ?? []).map(
		(five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(five, 2)],
	);
};
/** As most programs write digests: SHA-1 in base 32. */
const sha1 = (bytes: string) => `sha1:${base32(createHash('sha1').update(bytes).digest()).join('')}`;

/** One record of a WARC file, with further fields. */
function warcRecord(type: string, block: string, fields: Record<string, string>): string {
	const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
	return `WARC/1.1\r\nWARC-Type: ${type}\r\n${lines.join('')}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

const HTTP = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n';

/** The records of a small WARC file: one of itself, one of a page. */
export const warcRecords = (body = PAGE): string[] => [
	warcRecord('warcinfo', 'software: test\r\n', { 'Content-Type': 'application/warc-fields' }),
	warcRecord('response', HTTP + body, {
		'WARC-Target-URI': 'https://paper.example/a',
		'Content-Type': 'application/http; msgtype=response',
		'WARC-Block-Digest': `sha256:${sha256(HTTP + body)}`,
		'WARC-Payload-Digest': sha1(body),
	}),
];

/** A WARC file, each record packed by itself. */
export const packedWarc = (records = warcRecords()): Uint8Array =>
	Buffer.concat(records.map((record) => gzipSync(record)));

/** Files of a small WACZ by their names, without the two that list them. */
export const waczFiles = (): Record<string, Uint8Array> => ({
	'archive/data.warc.gz': packedWarc(),
	'indexes/index.cdx': Buffer.from('example,paper)/a 20310401093000 {}\n'),
	'pages/pages.jsonl': Buffer.from('{"format":"json-pages-1.0"}\n'),
});

const json = (data: object) => Buffer.from(JSON.stringify(data, null, 2));

/** A resource as the list of a package has it. */
export const resource = (path: string, bytes: Uint8Array) => ({
	name: path.split('/').at(-1),
	path,
	hash: `sha256:${sha256(bytes)}`,
	bytes: bytes.length,
});

/** The same as version 1.0 has it. */
export const oldResource = (path: string, bytes: Uint8Array, change: object = {}) => ({
	path,
	stats: { hash: sha256(bytes), bytes: bytes.length, ...change },
	hashing: 'sha256',
});
export const oldList = (resources: object[]): Uint8Array =>
	json({ profile: 'data-package', resources, metadata: { title: 'A page' }, wacz_version: '1.0.0' });

/** All files of a WACZ, with a list of them and the digest of that list. */
export function listed(files = waczFiles(), resources?: object[]): Record<string, Uint8Array> {
	const list = json({
		profile: 'data-package',
		wacz_version: '1.1.1',
		resources: resources ?? Object.entries(files).map(([path, bytes]) => resource(path, bytes)),
	});
	const digest = json({ path: 'datapackage.json', hash: `sha256:${sha256(list)}` });
	return { ...files, 'datapackage.json': list, 'datapackage-digest.json': digest };
}

/** A zip file of stored files, the same bytes every time. */
export const zip = (files: Record<string, Uint8Array>, level: 0 | 6 = 0): Uint8Array =>
	zipSync(files, { level, mtime: new Date('2031-04-01T09:30:00') });

export const wacz = (): Uint8Array => zip(listed());
