import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import path from 'node:path';
import type { CaptureKind } from '../../core/model/capture.ts';
import { gunzip } from '../../integrity/captures/gunzip.ts';
import { type CaptureFindings, checkWacz } from '../../integrity/captures/wacz.ts';
import { checkWarc } from '../../integrity/captures/warc.ts';
import { IntegrityError } from '../../integrity/integrity-error.ts';

/** How many bytes at the end of a PDF are searched for its end marker. */
const PDF_TAIL = 16 * 1024;

/** Checks a capture against its own digests, as far as its format has any. */
export async function checkCapture(file: string, kind: CaptureKind, size: number): Promise<CaptureFindings> {
	const name = path.basename(file);
	if (kind === 'application/wacz') return checkWacz(file);
	if (kind === 'application/pdf') {
		const isComplete = readTail(file, size).includes('%%EOF');
		return { faults: isComplete ? [] : [`${name} is truncated (no %%EOF)`], notes: [] };
	}
	if (kind === 'text/html')
		return { faults: [], notes: ['A web page has no digest of its own, so nothing could be compared.'] };
	const bytes = createReadStream(file);
	try {
		const chunks = kind === 'application/gzip' ? gunzip(name, bytes) : bytes;
		const { records, compared, faults } = await checkWarc(name, chunks);
		return { faults, notes: [`Read: ${records} WARC records; ${compared} digests compared.`] };
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return { faults: [error.describe()], notes: [] };
	} finally {
		bytes.destroy();
	}
}

function readTail(file: string, size: number): string {
	const length = Math.min(size, PDF_TAIL);
	const tail = Buffer.alloc(length);
	const handle = openSync(file, 'r');
	try {
		readSync(handle, tail, 0, length, size - length);
	} finally {
		closeSync(handle);
	}
	return tail.toString('latin1');
}
