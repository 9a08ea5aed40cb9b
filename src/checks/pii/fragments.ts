import { CST, Lexer } from 'yaml';
import type { Place } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { align } from './align.ts';
import { bodyFragments, definitionFragments } from './body-fragments.ts';
import { fragment } from './fragment.ts';
import type { Fragment } from './model.ts';
import { listOf } from './word-list.ts';

/** What the fragments are taken from. */
interface TextFile {
	file: string;
	source: string;
	/** The validated fields. */
	data: unknown;
	/** Whether the file has a text after its fields. */
	isText: boolean;
	/** Finds the position of a field; called only if there is a hit. */
	locate(field: readonly PropertyKey[]): Place;
}

/** Fields that hold no free text: identifiers, dates, words of a vocabulary. */
const CONTROLLED = new Set(
	listOf(`
	id complaint themes organisations facets status version date kind published accessed degree verified
	publisher reproduces journal related how record paragraph answers issued issuedBy addressees evidence
	contentNotes origin sourceRecord consent review paragraphs submitted submittedBy submittedTo
	investigatedBy reported state contact address order number capturedAt method tool collector sha256
	mediaType storage at role action before after
`),
);
/** Of those, the ones that some collections use for words. */
const WORDED = new Set(['number']);
const ADDRESSES = new Set(['url', 'finalUrl']);

/** Every text of a file as a reader meets it: fields, paragraphs, attributes, links, comments, the file's name. */
export function fragmentsOf(file: TextFile): Fragment[] {
	const fragments = [
		...fieldFragments(file),
		...roleFragments(file),
		...commentFragments(file),
		nameFragment(file),
	];
	if (file.isText) fragments.push(...bodyFragments(file.source), ...definitionFragments(file.source));
	return fragments.filter((fragment) => fragment.text !== '');
}

function* fieldFragments(file: TextFile): Generator<Fragment> {
	for (const { path, value } of leaves(file.data, [])) {
		const key = String(path.findLast((part) => typeof part === 'string') ?? '');
		const controlled = path.some(
			(part) => typeof part === 'string' && CONTROLLED.has(part) && !WORDED.has(part),
		);
		if (controlled) continue;
		let aligned: ((index: number) => number) | undefined;
		const place = (index: number) => {
			aligned ??= align(value, file.source, startOf(file, path));
			return aligned(index);
		};
		const one = fragment(path.join('.'), value, place);
		if (ADDRESSES.has(key)) one.address = true;
		if (path[0] === 'sources' && key === 'title') one.headline = true;
		yield one;
	}
}

/** Offset at which a field's value begins, after its quotation mark or the sign of a block. */
function startOf(file: TextFile, path: readonly PropertyKey[]): number {
	const { line, column } = file.locate(path);
	let lineStart = 0;
	for (let at = 1; at < line; at++) lineStart = file.source.indexOf('\n', lineStart) + 1;
	const offset = lineStart + column - 1;
	return /^['"]/.test(file.source.slice(offset, offset + 1)) ? offset + 1 : offset;
}

function* leaves(
	value: unknown,
	path: (string | number)[],
): Generator<{ path: (string | number)[]; value: string }> {
	if (typeof value === 'string') yield { path, value };
	else if (Array.isArray(value))
		for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
	else if (typeof value === 'object' && value !== null)
		for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
}

/** Codes of those who write and review: each is a code, and may be no name. */
function* roleFragments({ data, source, locate, ...file }: TextFile): Generator<Fragment> {
	const { writer, review } = (data ?? {}) as { writer?: unknown; review?: unknown };
	const roles: [path: (string | number)[], code: unknown][] = [[['writer'], writer]];
	if (Array.isArray(review))
		for (const [index, one] of review.entries())
			roles.push([['review', index, 'role'], (one as { role?: unknown }).role]);
	for (const [path, code] of roles) {
		if (typeof code !== 'string') continue;
		const place = (index: number) => startOf({ data, source, locate, ...file }, path) + index;
		yield { ...fragment('role', code.replace(/[-_]/g, ' '), place), isRole: true };
	}
}

/** Signs that the lexer inserts and the source does not contain. */
const PUT_IN = new Set<string>([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

/**
 * Comments of the fields: nobody publishes them, but whoever gets the file reads them. YAML's own lexer finds them, since
 * a number sign in a quoted value or a block begins none.
 */
function* commentFragments({ source, isText }: TextFile): Generator<Fragment> {
	const [start, end] = isText ? (frontMatterOf(source)?.yaml ?? [0, 0]) : [0, source.length];
	const yaml = source.slice(start, end);
	if (!yaml.includes('#')) return;
	let at = start;
	for (const token of new Lexer().lex(yaml)) {
		if (PUT_IN.has(token)) continue;
		const from = source.startsWith(token, at) ? at : source.indexOf(token, at);
		if (token.startsWith('#')) yield fragment('comment', token, (index) => from + index);
		at = from + token.length;
	}
}

/** The words of a file's name, which are part of the repository and of what editors send each other. */
function nameFragment({ file }: TextFile): Fragment {
	// A released version has no name but its number.
	const [, words = ''] = /^[^/]*\/[^-/]*-?([^/]*)\.\w+$/.exec(file) ?? [];
	return { ...fragment('file name', words.replace(/-/g, ' '), () => 0) };
}
