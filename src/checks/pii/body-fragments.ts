import { mdxToHast } from 'satteri';
import { withoutFields } from '../../core/prose/front-matter.ts';
import type { Node } from '../../core/prose/node.ts';
import { align } from './align.ts';
import { fragment } from './fragment.ts';
import type { Fragment } from './model.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Definitions of links, which a page does not show unless something refers to them. */
export function* definitionFragments(source: string): Generator<Fragment> {
	const body = withoutFields(source);
	for (const match of body.matchAll(/^ {0,3}\[([^\]\n]{1,999})\]:([^\n]*)$/gm)) {
		const from = match.index;
		yield fragment('comment', match[0].replace(/[\][]/g, ' '), (index) => from + index);
	}
}

/** Attributes that hold identifiers of the archive, by the component that has them; each is checked as such. */
const REFERENCES: Readonly<Record<string, RegExp>> = {
	Ref: /^(?:record|para)$/,
	Excerpt: /^(?:record|para)$/,
	Figure: /^id$/,
	Reply: /^(?:kind|organisation)$/,
};

const isReference = (component: string | null | undefined, attribute: string): boolean =>
	component != null &&
	Object.hasOwn(REFERENCES, component) &&
	lookup(REFERENCES, component)?.test(attribute) === true;

type Placed = Node & { position?: { start: { offset?: number } } };

/** Elements whose words run on from what stands before them. */
const INLINE = /^(?:a|em|strong|code|del|sub|sup|b|i|s|span|abbr)$/;

/** Every text after the fields, with what stands beside it: links, attributes, comments. */
export function bodyFragments(source: string): Fragment[] {
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
	#pieces: { value: string; start: number; place: (index: number) => number }[] = [];
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
			if (typeof value === 'string' && name && !isReference(node.name, name))
				this.#side('attribute', value, at, `${name}=`);
		if (node.name === 'Redacted') this.#glued(at);
		// A withheld word or a reference stands as a word of its own, by a sign that no sentence begins after.
		if (node.type === 'mdxJsxTextElement') this.#add(' \ufffc ', at);
		for (const child of node.children ?? []) this.#walk(child as Placed);
		if (!inline) this.#flush();
	}

	/** Letters that run into a place where something is withheld: the rest of the word is there to be guessed from. */
	#glued(at: number): void {
		const end = this.#source.indexOf('>', at) + 1;
		const [before = ''] = /[\p{L}\p{N}]+$/u.exec(this.#source.slice(Math.max(0, at - 40), at)) ?? [];
		const [after = ''] = /^[\p{L}\p{N}]+/u.exec(this.#source.slice(end, end + 40)) ?? [];
		for (const [word, from] of [
			[before, at - before.length],
			[after, end],
		] as const)
			if (word !== '' && word !== 's')
				this.#fragments.push({ ...fragment('text', word, (index) => from + index), isRemainder: true });
	}

	#add(value: string, from: number): void {
		this.#pieces.push({ value, start: this.#length, place: align(value, this.#source, from) });
		this.#length += value.length;
	}

	/** Text outside the running text. */
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
				return piece ? piece.place(index - piece.start) : 0;
			}),
		);
	}
}
