import { mdxToHast } from 'satteri';
import type { Place } from '../../model/problem.ts';
import { frontMatterOf, withoutFields } from '../../prose/front-matter.ts';
import type { Node } from '../../prose/node.ts';
import { align } from './align.ts';
import type { Fragment } from './model.ts';
import { normalise } from './normalise.ts';

/** What the fragments are taken from. */
export interface TextFile {
	file: string;
	source: string;
	/** The validated fields. */
	data: unknown;
	/** Whether the file has a text after its fields. */
	isText: boolean;
	/** Finds the place of a field, only asked for where there is something to tell. */
	locate(field: readonly PropertyKey[]): Place;
}

/** Fields that hold no free text: identifiers, dates, words of a vocabulary. */
const CONTROLLED = new Set(
	(
		'id complaint themes organisations facets status version date kind published accessed degree verified publisher ' +
		'reproduces related how record paragraph answers issued issuedBy addressees evidence contentNotes origin sourceRecord ' +
		'consent review paragraphs submitted submittedBy submittedTo investigatedBy reported state contact address order number ' +
		'capturedAt method tool collector sha256 mediaType storage at role action before after'
	).split(' '),
);
/** Of those, the ones that some collections use for words. */
const WORDED = new Set(['number']);
const ADDRESSES = new Set(['url', 'finalUrl']);

/** Every text of a file as a reader meets it: fields, paragraphs, attributes, links, comments, the file's name. */
export function fragmentsOf(file: TextFile): Fragment[] {
	const fragments = [...fieldFragments(file), ...commentFragments(file), nameFragment(file)];
	if (file.isText) fragments.push(...bodyFragments(file.source));
	return fragments.filter((fragment) => fragment.text !== '');
}

/** A fragment of one stretch of the source. */
function fragment(field: string, value: string, place: (index: number) => number): Fragment {
	const { text, origin } = normalise(value);
	return { field, text, origin: (index) => place(origin(index)) };
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

/** Comments of the fields: nobody publishes them, but whoever gets the file reads them. */
function* commentFragments({ source, isText }: TextFile): Generator<Fragment> {
	const end = isText ? (frontMatterOf(source)?.body ?? 0) : source.length;
	for (const match of source
		.slice(0, Math.max(0, end))
		.matchAll(/^[^\S\n]*#[^\n]*|(?<=['"\]\w])\s#[^\n]*/gm)) {
		const from = match.index;
		yield fragment('comment', match[0], (index) => from + index);
	}
}

/** The words of a file's name, which are part of the repository and of what editors send each other. */
function nameFragment({ file }: TextFile): Fragment {
	// A released version has no name but its number.
	const [, words = ''] = /^[^/]*\/[^-/]*-?([^/]*)\.\w+$/.exec(file) ?? [];
	return { ...fragment('file name', words.replace(/-/g, ' '), () => 0) };
}

type Placed = Node & { position?: { start: { offset?: number } } };

/** Elements whose words run on from what stands before them. */
const INLINE = /^(?:a|em|strong|code|del|sub|sup|b|i|s|span|abbr)$/;

function bodyFragments(source: string): Fragment[] {
	let root: Node;
	try {
		root = mdxToHast(withoutFields(source), {
			features: { gfm: { footnotes: false }, smartPunctuation: false, frontmatter: false },
		}) as unknown as Node;
	} catch {
		return [];
	}
	return new Collector(source).collect(root);
}

/** Gathers the words of each block, markup within it left out, so that a number half in bold is still a number. */
class Collector {
	readonly #source: string;
	readonly #fragments: Fragment[] = [];
	#pieces: { value: string; start: number; from: number }[] = [];
	#length = 0;
	#at = 0;

	constructor(source: string) {
		this.#source = source;
	}

	collect(root: Node): Fragment[] {
		this.#walk(root as Placed);
		this.#flush();
		return this.#fragments;
	}

	#walk(node: Placed): void {
		const own = node.position?.start.offset;
		if (own !== undefined) this.#at = own;
		const at = this.#at;
		if (node.type === 'text') return this.#add(node.value ?? '', at);
		if (/Expression$/.test(node.type)) {
			this.#side('comment', node.value ?? '', at);
			return;
		}
		const inline =
			node.type === 'mdxJsxTextElement' || (node.type === 'element' && INLINE.test(node.tagName ?? ''));
		if (!inline) this.#flush();
		if (node.tagName === 'br') this.#add(' ', at);
		for (const [name, value] of Object.entries(node.properties ?? {}))
			if (typeof value === 'string' && /^(?:href|title|alt|src)$/.test(name))
				this.#side(name === 'href' || name === 'src' ? 'link' : 'attribute', value, at, value);
		for (const { name, value } of node.attributes ?? [])
			if (typeof value === 'string' && name && !/^(?:kind|record|para|id|organisation)$/.test(name))
				this.#side('attribute', value, at, `${name}=`);
		// A withheld word or a reference stands as a word of its own.
		if (node.type === 'mdxJsxTextElement') this.#add(' … ', at);
		for (const child of node.children ?? []) this.#walk(child as Placed);
		if (!inline) this.#flush();
	}

	#add(value: string, from: number): void {
		this.#pieces.push({ value, start: this.#length, from });
		this.#length += value.length;
	}

	/** Something beside the running text. */
	#side(field: string, value: string, at: number, sign?: string): void {
		const found = sign === undefined ? at : this.#source.indexOf(sign, at);
		const from = found < 0 ? at : found + (sign?.endsWith('=') ? sign.length + 1 : 0);
		const one = fragment(field, value, align(value, this.#source, from));
		if (field === 'link') one.address = true;
		this.#fragments.push(one);
	}

	#flush(): void {
		const pieces = this.#pieces;
		this.#pieces = [];
		this.#length = 0;
		const raw = pieces.map((piece) => piece.value).join('');
		if (raw.trim() === '') return;
		this.#fragments.push(
			fragment('text', raw, (index) => {
				const piece = pieces.findLast(({ start }) => start <= index);
				return piece ? align(piece.value, this.#source, piece.from)(index - piece.start) : 0;
			}),
		);
	}
}
