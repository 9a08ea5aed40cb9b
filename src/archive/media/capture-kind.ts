import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import type { CaptureKind } from '../../core/model/capture.ts';

/** How much of a file is read to determine its type. */
const HEAD = 64 * 1024;

/** A page begins with its doctype or its root element, after nothing but comments. */
const HTML = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;
const WARC = /^WARC\/1\.[01]\r\n/;

/**
 * The type of a file by its bytes, whatever its name. Whether a zip file is a WACZ shows only in its content.
 *
 * @returns undefined for anything that is not a capture
 */
export function captureKind(file: string): CaptureKind | undefined {
	const head = headOf(file);
	const text = head.toString('latin1');
	if (text.startsWith('%PDF-')) return 'application/pdf';
	if (text.startsWith('PK\x03\x04')) return 'application/wacz';
	if (WARC.test(text)) return 'application/warc';
	if (head[0] === 0x1f && head[1] === 0x8b) return WARC.test(unpacked(head)) ? 'application/gzip' : undefined;
	return HTML.test(text) && !text.includes('\0') ? 'text/html' : undefined;
}

/** Files that people submit instead of a capture, with what to do. */
const INSTEAD: readonly (readonly [what: string, mark: RegExp, advice: string])[] = [
	[
		'MHTML, a page that Chrome or Edge saved as a single file',
		/^(?:From: <Saved by|(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*content-type: multipart\/related)/i,
		'Its content cannot be verified by a digest, and few programs show it. Open it, print it as a PDF, and register that; or capture the address again as WACZ with ArchiveWeb.page',
	],
	[
		'a web archive of Safari',
		/^bplist00/,
		'Only Safari shows it. Open it there, export it as a PDF, and register that; or capture the address again as WACZ with ArchiveWeb.page',
	],
	[
		'a picture',
		/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s,
		'A screenshot does not show where it was taken. Save the page itself, or print it as a PDF',
	],
];

/**
 * What a file that is not a capture is, and what to do instead, as sentences; undefined for an unknown type. MHTML and the
 * like are refused, since their content cannot be verified.
 */
export function insteadOf(file: string): string | undefined {
	const text = headOf(file).toString('latin1').replaceAll('\r\n', '\n');
	const found = INSTEAD.find(([, mark]) => mark.test(text));
	return found && `It is ${found[0]}. ${found[2]}. Keep the file itself as well, outside this folder.`;
}

function headOf(file: string): Buffer {
	const handle = openSync(file, 'r');
	try {
		const head = Buffer.alloc(HEAD);
		return head.subarray(0, readSync(handle, head, 0, HEAD, 0));
	} finally {
		closeSync(handle);
	}
}

/** Decompresses the beginning of a file. */
function unpacked(head: Buffer): string {
	try {
		return gunzipSync(head, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
	} catch {
		return '';
	}
}
