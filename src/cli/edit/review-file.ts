import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { splitFrontMatter } from '../../archive/yaml/split.ts';
import { reviewDigest } from '../../checks/reviews.ts';
import { isSameRole } from '../../core/values/role.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';

/** A reviewer's signature of an account. */
export interface Signature {
	role: string;
	/** `YYYY-MM` */
	month: string;
	intruderTest: boolean;
}

/** A signature as stored in the file of an account; empty fields are missing. */
export type Signed = Partial<Signature> & { digest?: string };

/** The reviews in an account's file. */
export interface Reviews {
	/** Reviews of the current content. */
	current: readonly Signed[];
	/** Reviews of earlier content, or without a digest. */
	stale: readonly Signed[];
	/** Code of the role that wrote the account, if stated. */
	writer: string | undefined;
	isGiven: boolean;
	/** The digest that binds a review to the current text. */
	digest: string;
}

/**
 * Reads the reviews in an account's file. Ignores the empty placeholders that `new` creates.
 *
 * @throws Error if the file has no front matter
 */
export function reviewsOf(source: string): Reviews {
	const fields = fieldsOf(source);
	const body = source.slice(frontMatterOf(source)?.body ?? 0);
	const digest = reviewDigest(fields, body);
	// A release adds paragraph numbers after the reviews; the check knows whether there was a release.
	const present = [digest, reviewDigest(fields, body, false)];
	const isPresent = (one: Signed) => one.digest !== undefined && present.includes(one.digest);
	const list = Array.isArray(fields['review']) ? (fields['review'] as (Signed | null)[]) : [];
	const signed = list.filter((one): one is Signed => Boolean(one?.role));
	return {
		current: signed.filter(isPresent),
		stale: signed.filter((one) => !isPresent(one)),
		writer: typeof fields['writer'] === 'string' ? fields['writer'] : undefined,
		isGiven: fields['origin'] === 'given',
		digest,
	};
}

/**
 * Adds a signature of the current content to an account's file. It replaces an earlier signature by the same role, and
 * reviews of earlier content are removed. Accounts that others published are not signed. Everything else stays as written.
 *
 * @throws Error if the file has no front matter
 */
export function sign(source: string, signature: Signature): string {
	const { current, digest, isGiven } = reviewsOf(source);
	if (!isGiven) return source;
	const others = current.filter(({ role = '' }) => !isSameRole(role, signature.role));
	return withReviews(source, [...others, { ...signature, digest }]);
}

/**
 * Carries reviews over a change that only removes text, since a redaction must not wait for new ones. Use it only for
 * words that a command removed, never for manual edits.
 */
export function carryReviews(before: string, after: string): string {
	const { current, isGiven } = reviewsOf(before);
	if (!isGiven || current.length === 0) return after;
	const { digest } = reviewsOf(after);
	return withReviews(
		after,
		current.map((one) => ({ ...one, digest })),
	);
}

/**
 * Removes the digests of reviews from a file, since a digest allows words to be guessed by trial. For released
 * versions, whose reviews are no longer checked.
 */
export function withoutReviewDigests(source: string): string {
	const { current, stale, isGiven } = reviewsOf(source);
	if (!isGiven || ![...current, ...stale].some(({ digest }) => digest)) return source;
	return withReviews(
		source,
		[...current, ...stale].map(({ digest: _, ...one }) => one),
	);
}

/**
 * The file with two placeholder signatures, one with the intruder test, as input for the checks. Line numbers are kept
 * where possible: both reviews are on one line, and the lines that they replace are left empty.
 *
 * @returns the text, and the number of lines added after its fields: one if it has no reviews yet
 */
export function asIfSigned(source: string): { text: string; shift: number } {
	const { digest, isGiven } = reviewsOf(source);
	if (!isGiven) return { text: source, shift: 0 };
	const reviews = ['first-reviewer', 'second-reviewer'].map((role) => ({
		role,
		month: '2000-01',
		intruderTest: true,
		digest,
	}));
	const [start, end] = frontMatterOf(source)?.yaml ?? [0, 0];
	const yaml = source.slice(start, end);
	const found = placeOf(yaml, 'review');
	const [from, to] = found ?? [yaml.length, yaml.length];
	const lines = yaml.slice(from, to).split('\n').length - 1;
	const field = `review: ${JSON.stringify(reviews)}${'\n'.repeat(Math.max(1, lines))}`;
	const text = source.slice(0, start + from) + field + source.slice(start + to);
	return { text, shift: found ? 0 : 1 };
}

function fieldsOf(source: string): Record<string, unknown> {
	const split = splitFrontMatter(source);
	if ('problem' in split) throw new Error(`${split.problem.message}: ${split.problem.advice}`);
	return (parseDocument(split.yaml).toJS() ?? {}) as Record<string, unknown>;
}

/** Replaces the field `review` and leaves every other byte unchanged. */
function withReviews(source: string, reviews: readonly Signed[]): string {
	const [start, end] = frontMatterOf(source)?.yaml ?? [0, 0];
	const yaml = source.slice(start, end);
	const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
	const field = stringify({ review: reviews }).replace(/\n/g, newline);
	const [from, to] = placeOf(yaml, 'review') ?? [yaml.length, yaml.length];
	return source.slice(0, start + from) + field + source.slice(start + to);
}

/** The range of the lines of a field; undefined if there is no such field. */
function placeOf(yaml: string, name: string): readonly [number, number] | undefined {
	const { contents } = parseDocument(yaml);
	const pair = isMap(contents)
		? contents.items.find(({ key }) => isScalar(key) && key.value === name)
		: undefined;
	const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
	if (from === undefined) return undefined;
	const end = (pair?.value as { range?: readonly number[] } | null)?.range?.[1] ?? from;
	// Up to the end of the last line, which may end in a comment.
	const lineEnd = yaml.indexOf('\n', Math.max(from, end - 1));
	return [from, lineEnd < 0 ? yaml.length : lineEnd + 1];
}
