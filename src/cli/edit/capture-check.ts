import { closeSync, createReadStream, openSync, readSync } from 'node:fs';
import { IntegrityError } from '../../integrity/integrity-error.ts';
import { checkWacz, unpacked, type WaczFindings } from '../../integrity/captures/wacz.ts';
import { checkWarc } from '../../integrity/captures/warc.ts';
import type { CaptureKind } from '../../core/model/capture.ts';

/** How much at the end of a PDF is searched for the mark that ends it. */
const PDF_TAIL = 16 * 1024;

/** Checks a capture against its own checksums, where files of its kind have any. */
export async function checkCapture(file: string, kind: CaptureKind, size: number): Promise<WaczFindings> {
	if (kind === 'application/wacz') return checkWacz(file);
	if (kind === 'application/pdf') {
		const faults = tailOf(file, size).includes('%%EOF') ? [] : ['The file is truncated (no %%EOF)'];
		return { faults, notes: [] };
	}
	if (kind === 'text/html')
		return { faults: [], notes: ['A page has no checksums of its own, so nothing was compared.'] };
	const bytes = createReadStream(file);
	try {
		const { records, compared, faults } = await checkWarc(
			kind === 'application/gzip' ? unpacked(bytes) : bytes,
		);
		return { faults, notes: [`Read: ${records} WARC records; ${compared} digests compared.`] };
	} catch (error) {
		if (!(error instanceof IntegrityError)) throw error;
		return { faults: [error.describe()], notes: [] };
	} finally {
		bytes.destroy();
	}
}

function tailOf(file: string, size: number): string {
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
