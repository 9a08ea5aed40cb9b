import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../../core/values/problem.ts';
import { RELEASES_FOLDER } from './files.ts';
import { type Reading, readArchive, type Without } from './read.ts';
import { findVersions, releasedNames } from '../versions/files.ts';

/** A reading that goes on without what is not in order. */
export interface Remainder extends Reading {
	/** Files that are left out, each with the released version that stands in its place, or null. */
	leftOut: Without['files'];
}

/**
 * Reads an archive as a withdrawal has to be published: it cannot wait until everything else is in order. A report or
 * finding with problems is taken as it was last released; one that never was, an account and a figure with problems
 * are left out. Nothing unchecked gets in. What else has problems still stops the build.
 */
export async function readRemainder(folder: string): Promise<Remainder> {
	const root = path.resolve(folder);
	const leftOut = new Map<string, string | null>();
	for (;;) {
		const reading = await readArchive(root, undefined, { files: leftOut, stops });
		if (reading.archive) return { ...reading, leftOut };
		const newest = newestVersions(root);
		const next = reading.problems.filter(stops).flatMap((problem) => {
			const step = stepFor(root, problem, leftOut, newest);
			return step ? [step] : [];
		});
		if (next.length === 0) return { ...reading, leftOut };
		for (const [file, instead] of next) leftOut.set(file, instead);
	}
}

const LEAVABLE = /^(testimonies|reports|findings|figures)\/([^/.-]*)[^/]*$/;
/** Rules about files that are not read anyway. */
const UNREAD = new Set(['unexpected-file', 'bad-name', 'bad-id', 'check-character', 'symbolic-link']);

/** Whether a problem stops a build that must publish a withdrawal. */
export function stops({ severity, rule, file }: Problem): boolean {
	// A waiver that matches nothing lets nothing pass.
	if (severity !== 'error' || rule === 'stale-waiver') return false;
	return !(UNREAD.has(rule) && LEAVABLE.test(file));
}

/** What to do about a file that stops the build; undefined where nothing can be done. */
function stepFor(
	root: string,
	{ file }: Problem,
	leftOut: Without['files'],
	newest: ReadonlyMap<string, string>,
): [file: string, instead: string | null] | undefined {
	const own = LEAVABLE.test(file) ? file : [...leftOut].find(([, instead]) => instead === file)?.[0];
	if (own === undefined) return undefined;
	if (leftOut.has(own)) return leftOut.get(own) === null ? undefined : [own, null];
	const [, folder, id = ''] = LEAVABLE.exec(own) ?? [];
	// Consent may reach less far than it did at the release: an account never comes back as it was.
	const isPublic = folder === 'reports' || folder === 'findings';
	return [own, isPublic && !saysWithdrawn(path.join(root, own)) ? (newest.get(id) ?? null) : null];
}

/** Whether a file that cannot be read as fields says that it is withdrawn: then no version of it may come back. */
function saysWithdrawn(file: string): boolean {
	try {
		return /withdrawn/i.test(readFileSync(file, 'utf8'));
	} catch {
		return true;
	}
}

function newestVersions(root: string): Map<string, string> {
	return new Map(
		findVersions(root).found.flatMap(({ id, versions }) => {
			const file = versions.at(-1)?.file;
			return file === undefined ? [] : [[id, file] as const];
		}),
	);
}

/**
 * Whether a withdrawal waits to be published: one that the last release does not record yet; in an archive without
 * releases, one of this month or the last.
 */
export function isWithdrawalPending(
	root: string,
	withdrawn: readonly { id: string; month: string }[],
	today: Date,
): boolean {
	const last = lastSums(root);
	if (last !== undefined) return withdrawn.some(({ id }) => last.includes(`  r/${id}/`));
	const before = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1));
	const [first, present] = [before, today].map((date) => date.toISOString().slice(0, 7));
	return withdrawn.some(({ month }) => month >= (first ?? '') && month <= (present ?? ''));
}

function lastSums(root: string): string | undefined {
	const files = new Set(releasedNames(root).map(({ file }) => file));
	const last = [...files].sort((a, b) => releaseOf(a) - releaseOf(b)).at(-1);
	return last && readFileSync(path.join(root, last), 'utf8');
}

const releaseOf = (file: string) => Number(file.slice(RELEASES_FOLDER.length + 1).split('/')[0]);
