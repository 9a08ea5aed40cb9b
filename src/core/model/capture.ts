import { z } from 'zod';
import { line, slug, webAddress } from '../values/text.ts';

/** Files that a capture can be, by their media type, each with its ending in the archive. */
export const CAPTURE_KINDS = {
	'text/html': { ending: 'html', label: 'web page (HTML)' },
	'application/pdf': { ending: 'pdf', label: 'PDF' },
	'application/warc': { ending: 'warc', label: 'web archive (WARC)' },
	'application/gzip': { ending: 'warc.gz', label: 'web archive (WARC, compressed)' },
	'application/wacz': { ending: 'wacz', label: 'web archive (WACZ)' },
} as const;
export type CaptureKind = keyof typeof CAPTURE_KINDS;

/**
 * Path of a published capture. A page is published as plain text, under one ending and no other: whatever a host makes
 * of endings, nothing in it can run in this archive’s name.
 */
export function capturePath(hash: string, kind: CaptureKind): string {
	return `/captures/${hash}.${kind === 'text/html' ? 'txt' : CAPTURE_KINDS[kind].ending}`;
}

/** How a capture was made. */
export const CAPTURE_METHODS = {
	browser: 'saved from a browser',
	crawl: 'recorded by a web archiving program',
	download: 'downloaded as the publisher offers it',
	print: 'printed into a file from a browser',
	scan: 'scanned from paper',
	donated: 'received as a copy made by somebody else',
} as const;
type CaptureMethod = keyof typeof CAPTURE_METHODS;

/** Methods that fetch something from an address, which is then known. */
const FETCHING: ReadonlySet<CaptureMethod> = new Set(['browser', 'crawl', 'download', 'print']);

/** Where a capture is: published, or kept where only those see it who must. */
export const CAPTURE_STORAGES = ['public', 'sealed'] as const;
export type CaptureStorage = (typeof CAPTURE_STORAGES)[number];

/** What was done with a capture, and whether that makes other bytes of it. */
const CUSTODY_ACTIONS = {
	captured: { label: 'Captured', changes: true },
	received: { label: 'Received', changes: true },
	converted: { label: 'Converted to another format', changes: true },
	redacted: { label: 'Redacted', changes: true },
	hashed: { label: 'Hash checked', changes: false },
	reviewed: { label: 'Reviewed', changes: false },
	transferred: { label: 'Handed on', changes: false },
	sealed: { label: 'Sealed', changes: false },
	released: { label: 'Released', changes: false },
} as const;
type CustodyAction = keyof typeof CUSTODY_ACTIONS;

/** What was done with a capture, in words. */
export const custodyLabel = (action: CustodyAction): string => CUSTODY_ACTIONS[action].label;

/** SHA-256 in hex. */
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'Not a SHA-256: write its 64 small hex digits' });

/** A moment to the second, in universal time. */
const moment = z.iso.datetime({
	precision: 0,
	error: 'Not a moment: write YYYY-MM-DDThh:mm:ssZ, in universal time (UTC)',
});

const namesOf = <T extends object>(labels: T) =>
	z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);

const role = slug.describe('Code of the role of who did it, never a name');

const custodyEntry = z
	.strictObject({
		seq: z.int().min(1).describe('1, 2, 3 …, without a gap'),
		at: moment,
		role,
		action: namesOf(CUSTODY_ACTIONS),
		before: sha256.nullable().describe('SHA-256 before it; null for the first, if there was nothing before'),
		after: sha256.describe('SHA-256 after it'),
		note: line.optional().describe('What was done, as far as the action does not say'),
	})
	.refine(({ action, before, after }) => CUSTODY_ACTIONS[action].changes || before === after, {
		error: 'This action changes no byte: before and after must be the same',
		path: ['after'],
	});

/**
 * What is known of a local capture of a source: what was captured, when, how, and where it is kept.
 * The hash of the file is its name in `content/captures`.
 */
export const captureSchema = z
	.strictObject({
		url: webAddress.nullable().describe('Address that was captured; null for paper, or if it is not known'),
		finalUrl: webAddress.optional().describe('Address that it led to, if that is another'),
		capturedAt: moment.describe('When, in universal time to the second: 2031-04-01T09:30:00Z'),
		method: namesOf(CAPTURE_METHODS),
		tool: z
			.string()
			.max(80)
			.regex(/^[A-Za-z][\w.+-]*(?: [A-Za-z][\w.+-]*){0,3} v?\d[\w.+-]*$/, {
				error: 'Write the program and its version, and nothing else: Chromium 153.0',
			})
			.optional()
			.describe('Program that it was made with, and its version'),
		collector: role.optional(),
		sha256: sha256.describe('SHA-256 of the file'),
		bytes: z.int().min(1).describe('Its size in bytes'),
		mediaType: namesOf(CAPTURE_KINDS),
		storage: z
			.enum(CAPTURE_STORAGES)
			.describe('Whether it is published, or sealed: kept outside the published archive'),
		custody: z
			.array(custodyEntry)
			.min(1)
			.superRefine(checkChain)
			.optional()
			.describe('What was done with it, the first first'),
	})
	.superRefine(({ method, url, finalUrl, sha256: held, custody }, context) => {
		const tell = (path: PropertyKey[], message: string) =>
			context.addIssue({ code: 'custom', path, message });
		if (url === null && FETCHING.has(method)) tell(['url'], 'Was captured from an address: write which');
		if (url === null && finalUrl !== undefined) tell(['finalUrl'], 'Leads on from no address');
		if (url !== null && url === finalUrl) tell(['finalUrl'], 'Is the address itself: leave it out');
		const last = custody?.at(-1);
		if (custody && last?.after !== held)
			tell(['custody', custody.length - 1, 'after'], 'Is not the SHA-256 of the file that is held');
	});

export type Capture = z.infer<typeof captureSchema>;

type Custody = readonly z.infer<typeof custodyEntry>[];

/** Refuses a custody in which anything is missing: each entry goes on from where the one before it ended. */
function checkChain(entries: Custody, context: z.core.$RefinementCtx): void {
	const tell = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message });
	for (const [index, { seq, at, before }] of entries.entries()) {
		const previous = entries[index - 1];
		if (seq !== index + 1) tell([index, 'seq'], `Entries go up by one from 1: this should be ${index + 1}`);
		if (!previous) continue;
		if (at < previous.at) tell([index, 'at'], 'Is earlier than the entry before it');
		if (before !== previous.after)
			tell([index, 'before'], 'Is not what the entry before it left: something between them is missing');
	}
}
