import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { splitFrontMatter } from '../../archive/yaml/split.ts';
import { reviewDigest } from '../../checks/reviews.ts';
import { isSameRole } from '../../core/values/role.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';

/** A reviewer's signature under an account. */
export interface Signature {
	role: string;
	/** `YYYY-MM` */
	month: string;
	intruderTest: boolean;
}

/** A signature as the file of an account has it; what is missing was left empty. */
export type Signed = Partial<Signature> & { digest?: string };

/** What an account's file says of its reviews. */
export interface Reviews {
	/** Those of what the file says now. */
	current: readonly Signed[];
	/** Those of what it said before, and those that do not say what was reviewed. */
	stale: readonly Signed[];
	/** Code of the role that wrote the account, where it is given. */
	writer: string | undefined;
	isGiven: boolean;
	/** What a review of the present text binds. */
	digest: string;
}

/**
 * Reads the reviews in an account's file. Gaps that `new` left for them are none.
 *
 * @throws if the file has no front matter
 */
export function reviewsOf(source: string): Reviews {
	const fields = fieldsOf(source);
	const body = source.slice(frontMatterOf(source)?.body ?? 0);
	const digest = reviewDigest(fields, body);
	// A release writes numbers down after the reviews; the check knows whether there was one.
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
 * The text of an account's file with a signature under what it says now. One by the same role before it is replaced;
 * those of an earlier text go. Accounts that others published are not signed. Everything else stays as it was written.
 *
 * @throws if the file has no front matter
 */
export function sign(source: string, signature: Signature): string {
	const { current, digest, isGiven } = reviewsOf(source);
	if (!isGiven) return source;
	const others = current.filter(({ role = '' }) => !isSameRole(role, signature.role));
	return withReviews(source, [...others, { ...signature, digest }]);
}

/**
 * The file after a change that only takes something out: reviews that were of the text before are carried to the text
 * after, since a redaction must not wait. Only for words that a command took out, never for what was typed.
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
 * The file without the digests of its reviews: whoever has the digest of a text can try words until it comes out. For
 * released versions, whose reviews bind nothing any more.
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
 * The file as if two people had signed, one of them as the motivated intruder, for the checks to be run on. Each line
 * keeps its number as far as it can: both reviews stand on one line, and the lines that they take the place of are left
 * empty.
 *
 * @returns the text, and how many lines more it has after its fields: one where it has no reviews yet
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

/** The file with its field `review` written anew, and every other byte as it was. */
function withReviews(source: string, reviews: readonly Signed[]): string {
	const [start, end] = frontMatterOf(source)?.yaml ?? [0, 0];
	const yaml = source.slice(start, end);
	const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
	const field = stringify({ review: reviews }).replace(/\n/g, newline);
	const [from, to] = placeOf(yaml, 'review') ?? [yaml.length, yaml.length];
	return source.slice(0, start + from) + field + source.slice(start + to);
}

/** Where the lines of a field begin and end; undefined where there is no such field. */
function placeOf(yaml: string, name: string): readonly [number, number] | undefined {
	const { contents } = parseDocument(yaml);
	const pair = isMap(contents)
		? contents.items.find(({ key }) => isScalar(key) && key.value === name)
		: undefined;
	const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
	if (from === undefined) return undefined;
	const end = (pair?.value as { range?: readonly number[] } | null)?.range?.[1] ?? from;
	// The whole of the last line: what else stands on it belongs to the field.
	const lineEnd = yaml.indexOf('\n', Math.max(from, end - 1));
	return [from, lineEnd < 0 ? yaml.length : lineEnd + 1];
}
