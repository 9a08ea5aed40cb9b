import { createHash } from 'node:crypto';
import type { Problem } from '../model/problem.ts';
import { type DisclosureFile, isGiven, isShown } from './disclosure/accounts.ts';
import type { Locate } from './references.ts';

/** Fields that a review does not bind: the reviews themselves, and what `release` writes. */
const UNBOUND = new Set(['review', 'paragraphs']);

/**
 * What a review binds: SHA-256 over every field except the reviews and the paragraph numbers that a
 * release writes, and the text. A list of what is left out cannot forget a field that is added later.
 *
 * Canonical form: the line `review 1`; the fields as JSON with sorted keys and without spaces, as they are written in the
 * file and before any default is filled in; the text. How the file is laid out makes no difference.
 *
 * @param fields the front matter as plain data
 * @param body the text after the front matter
 */
export function reviewDigest(fields: unknown, body: string): string {
	const bound = Object.entries((fields ?? {}) as object).filter(([key]) => !UNBOUND.has(key));
	const fixed = JSON.stringify(sorted(Object.fromEntries(bound)));
	const lines = ['review 1', fixed, canonicalBody(body)];
	return createHash('sha256').update(lines.join('\n').normalize('NFC')).digest('hex');
}

/**
 * A text without what the common layout may change: line endings and spaces, the sign of a list, marks of emphasis and
 * the backslash before a sign.
 */
function canonicalBody(body: string): string {
	return body
		.replace(/^[ \t]*[*+-](?=[ \t])/gm, '-')
		.replace(/[*_\\]/g, '')
		.replace(/\s+/g, ' ')
		.trim();
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file, and what a review of it would bind. */
export type Reviewable = DisclosureFile & { reviewDigest?: string };

/**
 * `stale-review`: whoever signed an account signed these words. Text, fields and consent that changed since are not
 * reviewed. Accounts of which nothing is shown are passed over: taking one back never waits for a review.
 */
export function checkReviews(files: readonly Reviewable[], locate: Locate): Problem[] {
	return files.flatMap((file) => {
		if (file.withdrawn !== undefined || !isGiven(file) || !isShown(file)) return [];
		const { id, reviewDigest: present } = file as Reviewable;
		return file.data.review.flatMap(({ role, digest }, place): Problem[] => {
			if (digest !== undefined && digest === present) return [];
			const what =
				digest === undefined
					? `The review by ${role} does not say what was reviewed`
					: `The review by ${role} is of another text or other fields: ${id} was changed since`;
			return [
				{
					file: file.file,
					...locate(file.file, ['review', place]),
					rule: 'stale-review',
					message: what,
					advice: `Have it reviewed as it is now: “npm run archive -- review ${id} --sign ${role}”, with --intruder-test if that was done again`,
					severity: 'error',
				},
			];
		});
	});
}
