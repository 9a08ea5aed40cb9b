import { createHash } from 'node:crypto';
import type { Problem } from '../core/values/problem.ts';
import { parseProse } from '../core/prose/parse.ts';
import type { Prose } from '../core/prose/types.ts';
import { wordsIn } from '../core/prose/words.ts';
import { type DisclosureFile, isGiven, isShown } from './disclosure/accounts.ts';
import type { Locate } from './references.ts';

/**
 * What a review covers: SHA-256 over every field except the reviews themselves, and over the text. A list of exclusions
 * cannot miss a field that is added later.
 *
 * Canonical form: the line `review 2`; the fields as JSON with sorted keys and without spaces, as they are written in the
 * file and before any default is filled in; the text as it is written; its blocks as they are published. How the file is
 * laid out makes no difference.
 *
 * @param fields the front matter as plain data
 * @param body the text after the front matter
 * @param isNumbered false leaves the numbers of the paragraphs out: `release` writes them down after the reviews
 * @param text the body as it was parsed, where that was done already
 */
export function reviewDigest(
	fields: unknown,
	body: string,
	isNumbered = true,
	text: Prose = parseProse(body, '', false).prose,
): string {
	const bound = Object.entries((fields ?? {}) as object).filter(
		([key]) => key !== 'review' && (isNumbered || key !== 'paragraphs'),
	);
	const fixed = JSON.stringify(sorted(Object.fromEntries(bound)));
	const lines = ['review 2', fixed, canonicalBody(body), publishedBlocks(text)];
	return createHash('sha256').update(lines.join('\n').normalize('NFC')).digest('hex');
}

/**
 * A text without what the formatter may change: line endings, runs of spaces and of empty lines, list markers, emphasis
 * marks and backslashes. Where lines and paragraphs end is retained: it decides what a paragraph is, and so what consent
 * to one of them covers.
 */
function canonicalBody(body: string): string {
	return body
		.replace(/\r\n?/g, '\n')
		.replace(/^[ \t]*[*+-](?=[ \t])/gm, '-')
		.replace(/[*_\\]/g, '')
		.replace(/[^\S\n]+/g, ' ')
		.replace(/ ?\n ?/g, '\n')
		.replace(/\n{3,}/g, '\n\n')
		.trim();
}

/**
 * The blocks of a text as JSON, each with its kind, number and words: a layout mark that turns one block into another, or
 * publishes a comment, renumbers all that follow, and consent may cover some numbers only.
 */
function publishedBlocks({ blocks }: Prose): string {
	return JSON.stringify(
		blocks.map(({ kind, number, children }) => [kind, number, wordsIn(children).replace(/\s+/g, ' ').trim()]),
	);
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file, and the digests that a review of it would sign: with the numbers of its paragraphs, and without. */
type Reviewable = DisclosureFile & { reviewDigests?: readonly [numbered: string, plain: string] };

/**
 * `stale-review`: a reviewer signs the text, fields and consent as they are; anything that changed since is unreviewed.
 * Accounts that are not shown are skipped: a withdrawal never waits for a review.
 *
 * @param isReleased whether a version is released: its numbers are then compared with those of the release
 */
export function checkReviews(
	files: readonly Reviewable[],
	locate: Locate,
	isReleased: (id: string, version: number) => boolean,
): Problem[] {
	return files.flatMap((file) => {
		if (file.withdrawn !== undefined || !isGiven(file) || !isShown(file)) return [];
		const { id, reviewDigests: [numbered, plain] = [] } = file as Reviewable;
		const present = isReleased(id, file.data.version) ? [numbered, plain] : [numbered];
		return file.data.review.flatMap(({ role, digest }, place): Problem[] => {
			if (digest !== undefined && present.includes(digest)) return [];
			const what =
				digest === undefined
					? `The review by ${role} has no digest of what was reviewed`
					: `${id} was changed after the review by ${role}`;
			return [
				{
					file: file.file,
					...locate(file.file, ['review', place]),
					rule: 'stale-review',
					message: what,
					advice: `Have it reviewed again: “npm run archive -- review ${id} --sign ${role}”, with --intruder-test if that was repeated`,
					severity: 'error',
				},
			];
		});
	});
}
