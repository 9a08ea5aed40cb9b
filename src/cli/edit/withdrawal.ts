import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CONFIG_FILE, VERSIONS_FOLDER, WAIVERS_FILE } from '../../archive/read/files.ts';
import { withoutDigests } from '../../archive/versions/last-release.ts';
import { readFields } from '../../archive/read/reading.ts';
import { SALT } from '../../archive/versions/files.ts';
import { ownWords, wordsOfRecord } from '../../archive/publish/withheld.ts';
import { findWithheld, type WithheldRuns, withheldRuns } from '../../checks/withheld-text.ts';
import type { Content } from '../../integrity/atomic-write/write-all.ts';
import { placeAt } from '../../core/values/problem.ts';
import { type AnyFile, type AnyFiles, batchFiles, filesOfRecord, isText } from './record-files.ts';
import { carryReviews, withoutReviewDigests } from './review-file.ts';
import { placesElsewhere } from './left-overs.ts';
import { removeRepeats } from './repeats.ts';
import { hashesIn, waiversIn, withoutWaivers } from './waived.ts';
import { withdrawn } from './withdraw-file.ts';

/** The changes that a withdrawal makes. */
export interface Withdrawal {
	/** The record's files; empty if there is no such record. */
	own: readonly string[];
	/** Whether any of them contains more than the notice of withdrawal. */
	isFresh: boolean;
	/** Changes to the record: its files, released versions and salt. */
	record: ReadonlyMap<string, Content>;
	/** Changes to other files: repeated words, waivers, digests. */
	others: ReadonlyMap<string, Content>;
	/** Places, as `file:line`, where its words are removed from other files. */
	taken: readonly string[];
	/** Places where they remain and must be removed by hand. */
	left: readonly string[];
	/** Files that refer to it by its identifier. */
	mentions: readonly string[];
	/** Files that could not be read. */
	unreadable: readonly string[];
}

/**
 * Plans a withdrawal, after which no file of the archive contains the record's words, a digest of them, or the salt of
 * its published digests. Neither the record nor the rest of the archive need be valid.
 */
export function planWithdrawal(content: string, id: string, today: Date): Withdrawal {
	const files = filesOfRecord(content, id);
	const day = today.toISOString().slice(0, 10);
	const record = new Map<string, Content>();
	let isFresh = false;
	let text = '';
	for (const { file, folder, source } of files.own) {
		const fresh = withdrawn(source, folder === 'testimonies' ? day.slice(0, 7) : day);
		text = fresh ?? source;
		isFresh ||= fresh !== undefined;
		const named = file.replace(/\.mdx?$/i, '.mdx');
		if (named !== file) record.set(file, null);
		record.set(named, text);
	}
	const [released] = files.versions.toSorted((a, b) => compareVersions(b.file, a.file));
	if (files.own.length === 0 && released) {
		// The record's file was deleted by hand, but its released versions and salt are still there.
		const folder = folderOf(released);
		text = withdrawn(released.source, folder === 'testimonies' ? day.slice(0, 7) : day) ?? released.source;
		isFresh = true;
		record.set(`${folder}/${id}.mdx`, text);
	}
	for (const { file } of files.versions) record.set(file, text);
	const salt = `${VERSIONS_FOLDER}/${id}/${SALT}`;
	if (existsSync(path.join(content, salt))) record.set(salt, null);
	const others = new Map<string, Content>();
	for (const [file, batch] of batchFiles(content)) others.set(file, withoutDigests(batch));
	const waivers = waiversLeft(content, id, files);
	if (waivers !== undefined) others.set(WAIVERS_FILE, waivers);
	const runs = runsOf(content, files);
	const repeats = removeFromOthers(files, runs);
	for (const [file, changed] of repeats.files) others.set(file, changed);
	const looked = new Set([...record.keys(), ...others.keys(), ...files.others.map(({ file }) => file)]);
	const mentions = files.others.filter((one) => one.folder !== VERSIONS_FOLDER && one.source.includes(id));
	return {
		own: [...record.keys()].filter(
			(file) => !file.startsWith(`${VERSIONS_FOLDER}/`) && record.get(file) !== null,
		),
		isFresh,
		record,
		others,
		taken: repeats.taken,
		left: [...repeats.left, ...placesElsewhere(content, looked, runs)],
		mentions: mentions.map(({ file }) => file),
		unreadable: files.unreadable,
	};
}

/** Compares file names of released versions, so that 10 comes after 9. */
function compareVersions(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}

/** The folder of a record, inferred from the fields that only its kind has. */
function folderOf(released: AnyFile): 'testimonies' | 'findings' | 'reports' {
	const fields = fieldsIn(released);
	// Unreadable fields may be those of an account, so use the kind that discloses least.
	if (typeof fields !== 'object' || fields === null || 'origin' in fields) return 'testimonies';
	return 'issuedBy' in fields ? 'findings' : 'reports';
}

function waiversLeft(content: string, id: string, files: AnyFiles): string | undefined {
	try {
		const source = readFileSync(path.join(content, WAIVERS_FILE), 'utf8');
		return withoutWaivers(source, id, waiversIn([...files.own, ...files.versions], hashesIn(source)));
	} catch {
		return undefined;
	}
}

/** Every sequence of words that only this record contains. */
function runsOf(content: string, { own, versions, others }: AnyFiles): WithheldRuns {
	const records = others.filter(({ folder }) => /^(?:testimonies|reports|findings|versions)$/.test(folder));
	const described = records.flatMap((one) => ownWords(fieldsIn(one)));
	const withheld = [...own, ...versions].flatMap(({ file, source }) => {
		try {
			return wordsOfRecord(file, source, described);
		} catch {
			return [{ file, text: source }];
		}
	});
	return withheldRuns(withheld, [...others.flatMap(namesIn), ...configuredNames(content)]);
}

/** Names and titles that may occur anywhere, as `openNames` returns for a valid archive. */
function namesIn(one: AnyFile): string[] {
	if (!/^(?:organisations|themes|complaints)$/.test(one.folder)) return [];
	const { name, aliases, label, title } = (fieldsIn(one) ?? {}) as Record<string, unknown>;
	return [name, label, title, ...(Array.isArray(aliases) ? aliases : [])].filter(isString);
}

function configuredNames(content: string): string[] {
	try {
		const source = readFileSync(path.join(content, CONFIG_FILE), 'utf8');
		return stringsIn(readFields(source, false).yaml?.data);
	} catch {
		return [];
	}
}

const isString = (value: unknown): value is string => typeof value === 'string';

function stringsIn(value: unknown): string[] {
	if (isString(value)) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function fieldsIn(one: AnyFile): unknown {
	try {
		return readFields(one.source, isText(one)).yaml?.data;
	} catch {
		return undefined;
	}
}

/** Carries the reviews of an account over the removal. In a released version they are no longer checked. */
function reviewed({ folder, source }: AnyFile, text: string): string {
	if (folder === VERSIONS_FOLDER) return withoutReviewDigests(text);
	return folder === 'testimonies' ? carryReviews(source, text) : text;
}

function removeFromOthers(
	{ own, others }: AnyFiles,
	runs: WithheldRuns,
): { files: Map<string, string>; taken: string[]; left: string[] } {
	const files = new Map<string, string>();
	const taken: string[] = [];
	const left: string[] = [];
	// The archive's pages offer help: withdrawing a report must not remove words that they share by chance.
	const isAccount = own.some(({ folder }) => folder === 'testimonies');
	for (const one of others) {
		const { file } = one;
		if (one.folder === 'pages' && !isAccount) {
			left.push(
				...findWithheld(one.source, runs).map(({ offset }) => `${file}:${placeAt(one.source, offset).line}`),
			);
			continue;
		}
		try {
			const result = removeRepeats(one.source, runs, isText(one));
			if (result.taken.length > 0) files.set(file, reviewed(one, result.text));
			taken.push(...result.taken.map((line) => `${file}:${line}`));
			left.push(...result.left.map((line) => `${file}:${line}`));
		} catch {
			left.push(`${file}:1`);
		}
	}
	return { files, taken, left };
}
