import { createHash, type Hash } from 'node:crypto';
import { IntegrityError } from '../integrity-error.ts';

/** What was found in a WARC file. */
interface WarcFindings {
	records: number;
	/** How many digests were computed anew and compared. */
	compared: number;
	/** What does not match, one line each. */
	faults: string[];
}

const BREAK = Buffer.from('\r\n\r\n');
/** Longer than the head of any record. */
const LONGEST_HEAD = 64 * 1024;

/**
 * Reads a WARC file, unpacked, and computes its records' digests anew (ISO 28500: `WARC-Block-Digest`, of the whole
 * record, and `WARC-Payload-Digest`, of what was sent in it). A payload that was sent in chunks, cut short, or stands
 * in another record, is left to the digest of the record.
 *
 * @throws IntegrityError if it is not a WARC file from end to end
 */
export async function checkWarc(chunks: AsyncIterable<Uint8Array>): Promise<WarcFindings> {
	const findings: WarcFindings = { records: 0, compared: 0, faults: [] };
	const reader = new Reader(chunks);
	while (await reader.hasMore()) {
		const where = `record ${findings.records + 1}`;
		const head = (await reader.until(BREAK, LONGEST_HEAD)).toString('utf8');
		if (!/^WARC\/1\.[01]\r\n/.test(head))
			throw new IntegrityError(`has no WARC header at the start of ${where}`);
		const fields = fieldsOf(head);
		const length = fields.get('content-length') ?? '';
		if (!/^\d{1,15}$/.test(length)) throw new IntegrityError(`has no valid Content-Length in ${where}`);
		await checkRecord(reader, fields, Number(length), where, findings);
		if (!(await reader.take(BREAK.length)).equals(BREAK))
			throw new IntegrityError(`does not end ${where} with an empty line`);
		findings.records++;
	}
	if (findings.records === 0) throw new IntegrityError('contains no WARC record');
	return findings;
}

async function checkRecord(
	reader: Reader,
	fields: ReadonlyMap<string, string>,
	length: number,
	where: string,
	findings: WarcFindings,
): Promise<void> {
	const block = digestOf(fields.get('warc-block-digest'));
	const type = fields.get('warc-type');
	const isHttp = type === 'response' && /^application\/http\b/i.test(fields.get('content-type') ?? '');
	const isWhole = !fields.has('warc-truncated') && (isHttp || type === 'resource');
	let payload = isWhole ? digestOf(fields.get('warc-payload-digest')) : undefined;
	let left = length;
	if (isHttp && payload) {
		const head = await reader.until(BREAK, Math.min(left, LONGEST_HEAD));
		block?.hash.update(head);
		left -= head.length;
		if (/\r\ntransfer-encoding:/i.test(head.toString('latin1'))) payload = undefined;
	}
	while (left > 0) {
		const chunk = await reader.some(left);
		block?.hash.update(chunk);
		payload?.hash.update(chunk);
		left -= chunk.length;
	}
	const uri = fields.get('warc-target-uri');
	for (const [name, digest] of [
		['block', block],
		['payload', payload],
	] as const) {
		if (!digest) continue;
		findings.compared++;
		if (!digest.matches())
			findings.faults.push(
				`${where}${uri ? ` (${uri})` : ''} does not have the ${name} digest that it states`,
			);
	}
}

function fieldsOf(head: string): Map<string, string> {
	const fields = new Map<string, string>();
	for (const line of head.split('\r\n').slice(1)) {
		const [, name, value] = /^([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
		if (name !== undefined && value !== undefined) fields.set(name.toLowerCase(), value);
	}
	return fields;
}

/** A digest as WARC files write it, `sha1:` or `sha256:` in base 32 or hex; undefined for one that is not known here. */
function digestOf(text: string | undefined): { hash: Hash; matches(): boolean } | undefined {
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

/** Base 32 by RFC 4648 in small letters, without padding. */
function base32(bytes: Uint8Array): string {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	return (bits.match(/.{1,5}/g) ?? [])
		.map((five) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(five.padEnd(5, '0'), 2)])
		.join('');
}

/** Takes bytes from pieces, however they are cut. */
class Reader {
	readonly #chunks: AsyncIterator<Uint8Array>;
	#held = Buffer.alloc(0);

	constructor(chunks: AsyncIterable<Uint8Array>) {
		this.#chunks = chunks[Symbol.asyncIterator]();
	}

	async hasMore(): Promise<boolean> {
		return this.#held.length > 0 || this.#fill();
	}

	/** At least one byte and at most so many. */
	async some(most: number): Promise<Buffer> {
		if (!(await this.hasMore())) throw new IntegrityError('is truncated');
		return this.#drop(Math.min(most, this.#held.length));
	}

	async take(count: number): Promise<Buffer> {
		while (this.#held.length < count) if (!(await this.#fill())) throw new IntegrityError('is truncated');
		return this.#drop(count);
	}

	/** Everything up to a mark, and the mark. */
	async until(mark: Buffer, most: number): Promise<Buffer> {
		for (;;) {
			const at = this.#held.subarray(0, most).indexOf(mark);
			if (at >= 0) return this.#drop(at + mark.length);
			if (this.#held.length >= most) throw new IntegrityError('has an unterminated WARC header');
			if (!(await this.#fill())) throw new IntegrityError('is truncated');
		}
	}

	#drop(count: number): Buffer {
		const taken = this.#held.subarray(0, count);
		this.#held = this.#held.subarray(count);
		return taken;
	}

	async #fill(): Promise<boolean> {
		const { value, done } = await this.#chunks.next();
		if (done) return false;
		this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
		return value.length > 0 || this.#fill();
	}
}
