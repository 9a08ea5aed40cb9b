import { chmodSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { captureKind, insteadOf } from '../../archive/media/capture-kind.ts';
import { fileHash } from '../../archive/read/file-hash.ts';
import { type Found, findFiles, isRecordFolder } from '../../archive/read/files.ts';
import { readFields } from '../../archive/read/reading.ts';
import { findVersions } from '../../archive/versions/files.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import {
	CAPTURE_KINDS,
	CAPTURE_METHODS,
	type Capture,
	type CaptureKind,
	captureSchema,
} from '../../core/model/capture.ts';
import { shown } from '../../core/values/hidden.ts';
import { isWithdrawn } from '../../core/model/withdrawn.ts';
import { settledContent } from '../content.ts';
import { checkCapture } from './capture-check.ts';
import { planCapture } from './capture-store.ts';
import { withCapture } from './capture-file.ts';
import { readArguments, UsageError } from '../usage.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Size limit for published files, in bytes: the build scans them, and hosts accept no more. */
const LARGEST_PUBLIC = 1024 ** 3;
const LARGEST_PAGE = 128 * 1024 ** 2;

/** The parsed command line. */
interface Call {
	from: string;
	id: string;
	/** From 1, as readers count. */
	source: number;
	/** Facts that cannot be read from the file. */
	facts: Record<string, unknown>;
}

/**
 * `capture`: registers a local capture of a source of a report or finding. Hashes the file, checks it against its own
 * digests, stores it under its hash, and adds it to the record.
 */
export async function capture(args: string[]): Promise<void> {
	const call = readCall(args);
	const content = settledContent();
	const record = recordOf(content, call.id);
	const text = readFileSync(path.join(content, record.file), 'utf8');
	const { existing, isReleased, version } = readSource(content, record, text, call.source);
	const registered = describe(call);
	const isThere = existing !== undefined && isSameCapture(existing, registered);
	if (existing !== undefined && !isThere)
		throw new UsageError(
			`Source ${call.source} of ${call.id} already has a capture with another file or other facts. To replace it, remove the field “capture” first`,
		);
	if (isReleased && !isThere)
		throw new UsageError(
			`Version ${version} of ${call.id} is released. Open its next version first: npm run archive -- revise ${call.id} --kind update --note "A capture of source ${call.source} was added."`,
		);

	const { faults, notes } = await checkCapture(call.from, registered.mediaType, registered.bytes);
	if (faults.length > 0) {
		process.exitCode = 1;
		const lines = faults.map((fault) => `  ${shown(fault)}`);
		console.error(`Capture rejected: the file does not match its own checksums.\n${lines.join('\n')}`);
		return;
	}
	const { file, files } = planCapture(content, call.from, registered);
	if (!isThere) files.set(record.file, withCapture(text, call.source - 1, registered));
	writeAll(content, files);
	if (registered.storage === 'sealed') chmodSync(path.dirname(path.join(content, file)), 0o700);
	console.log(
		isThere
			? `${record.file}: source ${call.source} already has this capture.`
			: `${record.file}: source ${call.source} now has its capture.`,
	);
	printSummary(registered, path.relative(process.cwd(), path.join(content, file)), notes);
}

function readCall(args: string[]): Call {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	const { words, values } = readArguments(args, 1, {
		...{ record: text, source: text, method: text, at: text, url: text, 'final-url': text, tool: text },
		...{ role: text, public: flag, sealed: flag },
	});
	const [from] = words;
	if (from === undefined) throw new UsageError('Give the captured file');
	if (!statSync(from, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`No file ${from}`);
	const { record, source = '', method, at, url = null, tool, role } = values as Record<string, string>;
	if (record === undefined) throw new UsageError('Give the record that it belongs to: --record <identifier>');
	if (!/^[1-9]\d{0,3}$/.test(source))
		throw new UsageError(`“${source}” is not the number of a source. Example: --source 1`);
	if (values['public'] === values['sealed'])
		throw new UsageError('Say how to store it: either --public or --sealed');
	if (method === undefined || at === undefined)
		throw new UsageError(
			`Say how and when it was captured: --method ${Object.keys(CAPTURE_METHODS).join('|')} --at YYYY-MM-DDThh:mm:ssZ`,
		);
	const when = captureSchema.shape.capturedAt.safeParse(at);
	if (!when.success)
		throw new UsageError(`--at is not a valid time. Give it in UTC, to the second: 2026-11-21T10:15:00Z`);
	if (at > new Date().toISOString()) throw new UsageError('--at is in the future. Give the time in UTC');
	const facts = {
		url,
		finalUrl: values['final-url'],
		capturedAt: at,
		method,
		tool,
		collector: role,
		storage: values['public'] ? 'public' : 'sealed',
	};
	return { from, id: record, source: Number(source), facts };
}

function recordOf(content: string, id: string): Found {
	const record = findFiles(content).found.find((file) => isRecordFolder(file.folder) && file.id === id);
	if (!record) throw new UsageError(`No record ${id} in ${content}`);
	if (record.folder === 'testimonies')
		throw new UsageError(
			`${id} is an account. Accounts have no captures, since the time and hash of one can identify the person. Store it outside this folder`,
		);
	return record;
}

function readSource(content: string, { id, file }: Found, text: string, source: number) {
	const data = readFields(text, true).yaml?.data as
		{ version?: unknown; sources?: { capture?: unknown }[] } | undefined;
	if (isWithdrawn(data)) throw new UsageError(`${id} is withdrawn, so nothing can be added to it`);
	if (typeof data?.version !== 'number' || !Array.isArray(data.sources))
		throw new UsageError(`The fields of ${file} cannot be read. Fix them first`);
	const { version, sources } = data;
	const found = sources[source - 1];
	if (!found) throw new UsageError(`${id} has no source ${source}: it has ${sources.length}`);
	const versions = findVersions(content).found.find((one) => one.id === id)?.versions ?? [];
	return { existing: found.capture, version, isReleased: versions.some((one) => one.version === version) };
}

/** All facts of a capture, including those read from its bytes. */
function describe({ from, facts }: Call): Capture {
	const mediaType = captureKind(from);
	if (!mediaType)
		throw new UsageError(
			[
				'Unsupported capture format. Give a web page (HTML), PDF, WARC or WACZ; the format is detected from the bytes, not the name',
				insteadOf(from),
			]
				.filter(Boolean)
				.join('. '),
		);
	const { size } = statSync(from);
	if (facts['storage'] === 'public' && size > largest(mediaType))
		throw new UsageError(`The file is too large to publish (${size} bytes). Register it with --sealed`);
	const order = ['url', 'finalUrl', 'capturedAt', 'method', 'tool', 'collector'];
	const given = Object.fromEntries(
		order.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])),
	);
	const whole = { ...given, sha256: fileHash(from), bytes: size, mediaType, storage: facts['storage'] };
	const parsed = captureSchema.safeParse(whole);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new UsageError(
		`${lookup(OPTIONS, String(issue?.path[0])) ?? issue?.path.join('.')}: ${issue?.message}`,
	);
}

const largest = (kind: CaptureKind) => (kind === 'text/html' ? LARGEST_PAGE : LARGEST_PUBLIC);

/** The option that sets each field. */
const OPTIONS: Readonly<Record<string, string>> = {
	url: '--url',
	finalUrl: '--final-url',
	capturedAt: '--at',
	method: '--method',
	tool: '--tool',
	collector: '--role',
};

/** Whether a source already has this capture with the same facts. Its later custody does not matter. */
function isSameCapture(existing: unknown, fresh: Capture): boolean {
	const parsed = captureSchema.safeParse(existing);
	if (!parsed.success) return false;
	const known: Record<string, unknown> = { ...parsed.data, custody: undefined };
	return (
		Object.keys(known).every((key) => lookup(known, key) === fresh[key as keyof Capture]) &&
		Object.entries(fresh).every(([key, value]) => lookup(known, key) === value)
	);
}

function printSummary(
	{ sha256: hash, mediaType, storage, bytes }: Capture,
	place: string,
	notes: string[],
): void {
	const publication =
		storage === 'public'
			? 'The next build publishes it for download. It is somebody else’s work, so make sure that you may publish it.'
			: 'It is never published, and version control ignores it. Keep a backup elsewhere.';
	console.log(
		[
			`Stored a ${CAPTURE_KINDS[mediaType].label} of ${bytes} bytes as ${place}.`,
			publication,
			...notes,
			'',
			'To check it at any time:',
			`  sha256sum ${place}`,
			'which must print',
			`  ${hash}`,
			'',
			'Also keep, outside this folder: the original file, not opened in other programs; this hash, dated and signed on',
			'paper; and a note of who made the capture, on which device and how. A court may ask for each of them.',
		].join('\n'),
	);
}
