import { createHash, type Hash } from 'node:crypto';
import { IntegrityError } from '../integrity-error.ts';
import { ChunkBuffer } from './chunk-buffer.ts';

/** The result of checking a WARC file. */
export interface WarcFindings {
	records: number;
	/** Number of digests that were recomputed and compared. */
	compared: number;
	/** Mismatches, one line each. */
	faults: string[];
}

const BLANK_LINE = Buffer.from('\r\n\r\n');
/** Longer than the header of any record. */
const MAX_HEADER = 64 * 1024;

/**
 * Reads a decompressed WARC file and recomputes the digests of its records (ISO 28500: `WARC-Block-Digest` covers the
 * whole record, `WARC-Payload-Digest` the body that was sent). The payload digest is skipped where the payload has a
 * transfer encoding, was truncated, or belongs to another record; the block digest still covers those bytes.
 *
 * @param name of the file, for errors
 * @throws IntegrityError if it is not a complete WARC file
 */
export async function checkWarc(name: string, chunks: AsyncIterable<Uint8Array>): Promise<WarcFindings> {
	const findings: WarcFindings = { records: 0, compared: 0, faults: [] };
	const reader = new ChunkBuffer(name, chunks);
	while (await reader.hasMore()) {
		const where = `record ${findings.records + 1}`;
		const header = (await readHeader(reader, MAX_HEADER, name)).toString('utf8');
		if (!/^WARC\/1\.[01]\r\n/.test(header))
			throw new IntegrityError(`has no WARC header at the start of ${where}`, name);
		const fields = parseFields(header);
		const length = fields.get('content-length') ?? '';
		if (!/^\d{1,15}$/.test(length)) throw new IntegrityError(`has no valid Content-Length in ${where}`, name);
		await checkRecord(reader, fields, Number(length), { name, where, findings });
		if (!(await reader.readExactly(BLANK_LINE.length)).equals(BLANK_LINE))
			throw new IntegrityError(`has no blank line after ${where}`, name);
		findings.records++;
	}
	if (findings.records === 0) throw new IntegrityError('has no records', name);
	return findings;
}

/** Reads a WARC or HTTP header and the blank line that ends it. */
async function readHeader(reader: ChunkBuffer, limit: number, name: string): Promise<Buffer> {
	const header = await reader.readThrough(BLANK_LINE, limit);
	if (!header) throw new IntegrityError('has an unterminated header', name);
	return header;
}

async function checkRecord(
	reader: ChunkBuffer,
	fields: ReadonlyMap<string, string>,
	length: number,
	{ name, where, findings }: { name: string; where: string; findings: WarcFindings },
): Promise<void> {
	const block = parseDigest(fields.get('warc-block-digest'));
	const type = fields.get('warc-type');
	const isHttp = type === 'response' && /^application\/http\b/i.test(fields.get('content-type') ?? '');
	const hasOwnPayload = !fields.has('warc-truncated') && (isHttp || type === 'resource');
	let payload = hasOwnPayload ? parseDigest(fields.get('warc-payload-digest')) : undefined;
	let remaining = length;
	if (isHttp && payload) {
		const header = await readHeader(reader, Math.min(remaining, MAX_HEADER), name);
		block?.hash.update(header);
		remaining -= header.length;
		if (/\r\ntransfer-encoding:/i.test(header.toString('latin1'))) payload = undefined;
	}
	while (remaining > 0) {
		const chunk = await reader.readSome(remaining);
		block?.hash.update(chunk);
		payload?.hash.update(chunk);
		remaining -= chunk.length;
	}
	const uri = fields.get('warc-target-uri');
	for (const [kind, digest] of [
		['block', block],
		['payload', payload],
	] as const) {
		if (!digest) continue;
		findings.compared++;
		if (!digest.matches())
			findings.faults.push(`${name} does not match the ${kind} digest of ${where}${uri ? ` (${uri})` : ''}`);
	}
}

function parseFields(header: string): Map<string, string> {
	const fields = new Map<string, string>();
	for (const line of header.split('\r\n').slice(1)) {
		const [, name, value] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value);
	}
	return fields;
}

/** Parses a WARC digest: `sha1:` or `sha256:` in base 32 or hex. Undefined for other algorithms. */
function parseDigest(text: string | undefined): { hash: Hash; matches(): boolean } | undefined {
	const [, bits, stated = ''] = /^sha-?(1|256):([0-9a-z]+)=*$/i.exec(text ?? '') ?? [];
	if (bits === undefined) return undefined;
	const hash = createHash(`sha${bits}`);
	return {
		hash,
		matches() {
			const bytes = hash.digest();
			return [bytes.toString('hex'), base32(bytes)].includes(stated.toLowerCase());
		},
	};
}

/** Base 32 (RFC 4648) in lower case, without padding. */
function base32(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? [])
		.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('');
}
