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
 * `revise`: opens the next version of a record whose current one was released. The released text stays available as an
 * earlier version. A redaction removes words from all versions at once.
 */
export async function revise(args: string[]): Promise<void> {
	const { id, kind, note, wordsFrom, what } = readCall(args);
	const content = settledContent();
	const record = findFiles(content).found.find((file) => isRecordFolder(file.folder) && file.id === id);
	if (!record) throw new UsageError(`No record ${id} in ${content}`);
	const versions = findVersions(content).found.find((one) => one.id === id)?.versions ?? [];
	const source = readFileSync(path.join(content, record.file), 'utf8');
	const { version, isReleased } = readVersion(record, source, versions);
	if (!isReleased && (kind !== 'redaction' || versions.length === 0))
		throw new UsageError(
			`Version ${version} of ${id} is not released, so nobody can have cited it. Edit its file directly`,
		);

	const files = new Map([[record.file, source]]);
	const before = new Map(files);
	const phrases = wordsFrom === undefined ? [] : readPhrases(wordsFrom);
	if (wordsFrom !== undefined) {
		for (const { file } of versions) files.set(file, readFileSync(path.join(content, file), 'utf8'));
		for (const [file, text] of files) before.set(file, text);
		if (!removeWords(files, phrases, what)) return;
	}
	// For an account only the month is published.
	const today = new Date().toISOString().slice(0, record.folder === 'testimonies' ? 7 : 10);
	const text = files.get(record.file) ?? source;
	const revision = { version: version + 1, date: today, kind, note };
	const opened = isReleased ? revised(text, revision) : markedRedacted(text, note);
	files.set(record.file, phrases.length > 0 ? carryReviews(source, opened) : opened);
	if (phrases.length > 0)
		for (const { file } of versions) files.set(file, withoutReviewDigests(files.get(file) ?? ''));
	// With the old salt the removed words could be guessed from the old hash, so it is replaced too.
	if (phrases.length > 0 && record.folder === 'testimonies')
		files.set(`${VERSIONS_FOLDER}/${id}/${SALT}`, `${randomBytes(32).toString('hex')}\n`);
	if (phrases.length > 0) {
		for (const [file, text] of tracesOf(content, id, before, files)) files.set(file, text);
		// Clear the caches first, so that none outlives the redaction if the command is interrupted.
		clearCaches(content);
		removeDeadWork();
	}
	writeAll(content, files);
	forgetReading();
	printSummary({ record, version, isReleased, kind, redacted: phrases.length > 0 });
	if (phrases.length > 0) reportElsewhere(content, id, phrases);
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
	if (id === undefined) throw new UsageError('Give the identifier of one record');
	const kind = KINDS.find((one) => one === values['kind']);
	if (!kind) throw new UsageError(`Give the kind of change: --kind ${KINDS.join('|')}`);
	const note = line.safeParse(values['note']);
	if (!note.success) throw new UsageError('Give what changes and why in one line: --note "…"');
	const [wordsFrom, what = 'words'] = [values['words-from'], values['what']] as [string?, string?];
	if (wordsFrom !== undefined && kind !== 'redaction')
		throw new UsageError('--words-from needs --kind redaction');
	if (!/^[\p{L}\p{N} -]{1,40}$/u.test(what))
		throw new UsageError('Describe the removed words in a few plain words: --what "name"');
	return { id, kind, note: note.data, wordsFrom, what };
}

function readVersion(
	{ id, file }: Found,
	source: string,
	versions: readonly { version: number }[],
): { version: number; isReleased: boolean } {
	const data = readFields(source, true).yaml?.data;
	if (isWithdrawn(data)) throw new UsageError(`${id} is withdrawn, so it can have no further versions`);
	const version = (data as { version?: unknown } | undefined)?.version;
	if (typeof version !== 'number')
		throw new UsageError(`The fields of ${file} cannot be read. Fix them first`);
	return { version, isReleased: versions.some((one) => one.version === version) };
}

/** Reads the phrases to remove, one a line; from standard input if the name is a hyphen. */
function readPhrases(name: string): string[] {
	if (name !== '-' && !existsSync(name)) throw new UsageError(`No file ${name}`);
	const phrases = readFileSync(name === '-' ? 0 : name, 'utf8')
		.split(/\r?\n/)
		.map((phrase) => phrase.trim())
		.filter(Boolean);
	if (phrases.length === 0) throw new UsageError(`No words in ${name === '-' ? 'standard input' : name}`);
	return phrases;
}

/**
 * Removes words from all files, or from none.
 *
 * @returns whether they were removed; if not, prints the places, without the words
 */
function removeWords(files: Map<string, string>, phrases: readonly string[], what: string): boolean {
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
			'Nothing was changed: the words also occur where they cannot be replaced (in a field, a comment, a link or an ' +
				`attribute, or split by markup). Remove them there by hand, then run the command again:\n${left.join('\n')}`,
		);
	else console.error('Nothing was changed: no version of this record contains the words.');
	return false;
}

/**
 * Adds the paragraph numbers to a released text. Without them, the numbers of a later version are worked out by
 * comparison with the previous one, and removing words could change the result.
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

/** Other traces of the words in the archive: waivers for their sentences, and digests of the old text. */
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

/** Prints the places of the words in other files, without the words. */
function reportElsewhere(content: string, id: string, phrases: readonly string[]): void {
	const search = phraseSearch(phrases);
	const places = filesOfRecord(content, id).others.flatMap((one) =>
		placesWith(one.source, search, isText(one)).map(
			({ line: at, column }) => `  ${one.file}:${at}:${column}`,
		),
	);
	if (places.length > 0)
		console.log(
			`\nOther files of the archive also contain the words and were not changed:\n${places.join('\n')}`,
		);
}

function printSummary(done: {
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
			'The words are removed from this record’s file and from all its released versions. Build and publish now: until ' +
				'then the published site contains them. To remove them from the Git history, run “git filter-repo ' +
				'--replace-text <file of words>”, then “git reflog expire --expire=now --all” and “git gc --prune=now”. ' +
				'Copies of the content and backups contain them too. Delete the file of words.',
		);
	else if (kind === 'redaction')
		console.log(
			'Earlier versions were not changed. To remove words from all versions at once, give them with --words-from.',
		);
	console.log(
		'Edit the text, then “npm run check”; “npm run archive -- release” makes the new version permanent.',
	);
}
