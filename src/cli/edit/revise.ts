import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { clearCaches } from '../../core/caches.ts';
import { forgetReading } from '../../archive/load-archive.ts';
import {
	type Found,
	findFiles,
	isRecordFolder,
	VERSIONS_FOLDER,
	WAIVERS_FILE,
} from '../../archive/read/files.ts';
import { withoutDigests } from '../../archive/versions/last-release.ts';
import { readFields } from '../../archive/read/reading.ts';
import { findVersions, SALT } from '../../archive/versions/files.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import { line } from '../../core/values/text.ts';
import { isWithdrawn } from '../../core/model/withdrawn.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { parseProse } from '../../core/prose/parse.ts';
import { removeDeadWork } from '../../output/work-folder.ts';
import { settledContent } from '../content.ts';
import { batchFiles, filesOfRecord, isText } from './record-files.ts';
import { phraseSearch } from './phrases.ts';
import { placesWith, redact } from './redact.ts';
import { markedRedacted, type Revision, revised } from './revise-file.ts';
import { carryReviews, withoutReviewDigests } from './review-file.ts';
import { readArguments, UsageError } from '../usage.ts';
import { hashesIn, waiversIn, withoutWaivers } from './waived.ts';

const KINDS = ['correction', 'redaction', 'update'] as const;

/**
 * `revise`: opens the next version of a record whose present one was released. The released text stays as an earlier
 * version. A redaction takes words out of all versions at once.
 */
export async function revise(args: string[]): Promise<void> {
	const { id, kind, note, wordsFrom, what } = readCall(args);
	const content = settledContent();
	const record = findFiles(content).found.find((file) => isRecordFolder(file.folder) && file.id === id);
	if (!record) throw new UsageError(`There is no record ${id} in ${content}`);
	const versions = findVersions(content).found.find((one) => one.id === id)?.versions ?? [];
	const source = readFileSync(path.join(content, record.file), 'utf8');
	const { version, isReleased } = standing(record, source, versions);
	if (!isReleased && (kind !== 'redaction' || versions.length === 0))
		throw new UsageError(
			`Version ${version} of ${id} is not released: nobody can have cited it, and its file may simply be edited`,
		);

	const files = new Map([[record.file, source]]);
	const before = new Map(files);
	const phrases = wordsFrom === undefined ? [] : readPhrases(wordsFrom);
	if (wordsFrom !== undefined) {
		for (const { file } of versions) files.set(file, readFileSync(path.join(content, file), 'utf8'));
		for (const [file, text] of files) before.set(file, text);
		if (!takeOut(files, phrases, what)) return;
	}
	// The day is today's; of an account only the month.
	const today = new Date().toISOString().slice(0, record.folder === 'testimonies' ? 7 : 10);
	const text = files.get(record.file) ?? source;
	const revision = { version: version + 1, date: today, kind, note };
	const opened = isReleased ? revised(text, revision) : markedRedacted(text, note);
	files.set(record.file, phrases.length > 0 ? carryReviews(source, opened) : opened);
	if (phrases.length > 0)
		for (const { file } of versions) files.set(file, withoutReviewDigests(files.get(file) ?? ''));
	// Whoever has the old salt could try words until the old hash comes out: it must go with them.
	if (phrases.length > 0 && record.folder === 'testimonies')
		files.set(`${VERSIONS_FOLDER}/${id}/${SALT}`, `${randomBytes(32).toString('hex')}\n`);
	if (phrases.length > 0) {
		for (const [file, text] of tracesOf(content, id, before, files)) files.set(file, text);
		// First the caches: whatever interrupts the command, none is left beside a record that is redacted.
		clearCaches(content);
		removeDeadWork();
	}
	writeAll(content, files);
	forgetReading();
	tell({ record, version, isReleased, kind, redacted: phrases.length > 0 });
	if (phrases.length > 0) tellElsewhere(content, id, phrases);
}

function readCall(args: string[]): Pick<Revision, 'kind' | 'note'> & {
	id: string;
	wordsFrom: string | undefined;
	what: string;
} {
	const { words, values } = readArguments(args, 1, {
		kind: { type: 'string' },
		note: { type: 'string' },
		'words-from': { type: 'string' },
		what: { type: 'string' },
	});
	const [id] = words;
	if (id === undefined) throw new UsageError('Name one record by its identifier');
	const kind = KINDS.find((one) => one === values['kind']);
	if (!kind) throw new UsageError(`Say of what kind the change is: ${KINDS.join(', ')}`);
	const note = line.safeParse(values['note']);
	if (!note.success) throw new UsageError('Say in one line what changes and why: --note "…"');
	const [wordsFrom, what = 'words'] = [values['words-from'], values['what']] as [string?, string?];
	if (wordsFrom !== undefined && kind !== 'redaction')
		throw new UsageError('Words are taken out of all versions by --kind redaction only');
	if (!/^[\p{L}\p{N} -]{1,40}$/u.test(what))
		throw new UsageError('Say what the words were in a few plain words: --what "name"');
	return { id, kind, note: note.data, wordsFrom, what };
}

function standing(
	{ id, file }: Found,
	source: string,
	versions: readonly { version: number }[],
): { version: number; isReleased: boolean } {
	const data = readFields(source, true).yaml?.data;
	if (isWithdrawn(data)) throw new UsageError(`${id} is withdrawn: it has no further versions`);
	const version = (data as { version?: unknown } | undefined)?.version;
	if (typeof version !== 'number')
		throw new UsageError(`The fields of ${file} cannot be read: mend them first`);
	return { version, isReleased: versions.some((one) => one.version === version) };
}

/** The words to take out, one phrase a line; from standard input where the name is a hyphen. */
function readPhrases(name: string): string[] {
	if (name !== '-' && !existsSync(name)) throw new UsageError(`There is no file ${name}`);
	const phrases = readFileSync(name === '-' ? 0 : name, 'utf8')
		.split(/\r?\n/)
		.map((phrase) => phrase.trim())
		.filter(Boolean);
	if (phrases.length === 0)
		throw new UsageError(`There are no words in ${name === '-' ? 'what was given' : name}`);
	return phrases;
}

/**
 * Takes words out of all files, or out of none.
 *
 * @returns whether they are gone; where they are not, the places are printed, without the words
 */
function takeOut(files: Map<string, string>, phrases: readonly string[], what: string): boolean {
	let total = 0;
	const left: string[] = [];
	for (const [file, source] of files) {
		const redaction = redact(source, phrases, what);
		total += redaction.count;
		files.set(file, pinned(redaction.text));
		left.push(...redaction.left.map(({ line: at, column }) => `  ${file}:${at}:${column}`));
	}
	if (total > 0 && left.length === 0) return true;
	process.exitCode = 1;
	if (left.length > 0)
		console.error(
			'Nothing was changed: the words also stand where no mark can take their place (a field, a comment, a link, ' +
				`an attribute, or broken up by markup). Take them out there by hand, then run this again:\n${left.join('\n')}`,
		);
	else console.error('Nothing was changed: the words stand in no version of this record.');
	return false;
}

/**
 * A released text with its numbers written down: a later version that counts its paragraphs from 1 is compared with the
 * one before to find them, and must not come to others because words are gone.
 */
function pinned(source: string): string {
	const fields = frontMatterOf(source);
	const data = readFields(source, true).yaml?.data as { version?: unknown; paragraphs?: unknown } | undefined;
	if (!fields || data?.paragraphs !== undefined || !(Number(data?.version) > 1)) return source;
	const numbers = parseProse(source).prose.blocks.flatMap(({ number }) => number ?? []);
	const [, end] = fields.yaml;
	const newline = source.slice(0, end).includes('\r\n') ? '\r\n' : '\n';
	return `${source.slice(0, end)}paragraphs: [${numbers.join(', ')}]${newline}${source.slice(end)}`;
}

/** What else the words left in the archive: waivers of the sentences they stood in, and digests of the old text. */
function tracesOf(
	content: string,
	id: string,
	before: ReadonlyMap<string, string>,
	after: ReadonlyMap<string, string>,
): Map<string, string> {
	const traces = new Map([...batchFiles(content)].map(([file, text]) => [file, withoutDigests(text)]));
	const place = path.join(content, WAIVERS_FILE);
	if (!existsSync(place)) return traces;
	const waivers = readFileSync(place, 'utf8');
	const hashes = hashesIn(waivers);
	const hashesOf = (files: ReadonlyMap<string, string>) =>
		waiversIn(
			[...files].map(([file, source]) => ({ id, file, source })),
			hashes,
		);
	const left = hashesOf(after);
	const gone = new Set([...hashesOf(before)].filter((hash) => !left.has(hash)));
	traces.set(WAIVERS_FILE, withoutWaivers(waivers, undefined, gone) ?? waivers);
	return traces;
}

/** Names the places in other files where the words stand too, without the words. */
function tellElsewhere(content: string, id: string, phrases: readonly string[]): void {
	const search = phraseSearch(phrases);
	const places = filesOfRecord(content, id).others.flatMap((one) =>
		placesWith(one.source, search, isText(one)).map(
			({ line: at, column }) => `  ${one.file}:${at}:${column}`,
		),
	);
	if (places.length > 0)
		console.log(`\nOther files of the archive hold the words too, and keep them:\n${places.join('\n')}`);
}

function tell(done: {
	record: Found;
	version: number;
	isReleased: boolean;
	kind: Revision['kind'];
	redacted: boolean;
}): void {
	const { record, version, isReleased, kind, redacted } = done;
	const { file, id } = record;
	if (isReleased)
		console.log(
			`${file} is now version ${version + 1}. Version ${version} stays as it was released: ${VERSIONS_FOLDER}/${id}/v${version}.mdx.`,
		);
	if (redacted)
		console.log(
			'The words are gone from this record’s file and from all its released versions. Build and publish now: until ' +
				'then the site holds them. Version control keeps them in its history; “git filter-repo --replace-text <file ' +
				'of words>”, then “git reflog expire --expire=now --all” and “git gc --prune=now” clean it. Copies of the ' +
				'content and backups hold them too. Delete the file of words.',
		);
	else if (kind === 'redaction')
		console.log(
			'No words were taken out of earlier versions: for that, give them with --words-from, and they go from all at once.',
		);
	console.log(
		'Edit the text, then “npm run check”; “npm run archive -- release” makes the new version permanent.',
	);
}
