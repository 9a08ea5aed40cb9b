import { mdxToHast } from 'satteri';
import type { Place, TextProblem } from '../values/problem.ts';
import { START } from '../values/problem.ts';
import { findHidden, HIDDEN_ADVICE } from '../values/hidden.ts';
import { isForeignLink, isSafeLink } from '../values/text.ts';
import { anchorFor, isTaken } from './anchors.ts';
import { readComponent } from './component.ts';
import { withoutFields } from './front-matter.ts';
import { closeTag, escapeHtml, isAllowedElement, openTag } from './html.ts';
import { loneImage, readImage } from './image.ts';
import { overloaded } from './limits.ts';
import { misreadIn, PARSED } from './misread.ts';
import type { Node } from './node.ts';
import { textOf } from './node.ts';
import { syntaxProblem } from './syntax.ts';
import type { Block, Heading, Mention, Prose, Segment } from './types.ts';

/** Deeper nesting than any document needs; past it the reader of the page is lost anyway. */
const DEEPEST = 24;

/**
 * Parses a text: Markdown and the components of the allow-list, nothing that could run. The result is data: HTML
 * written from a list of elements, and components with validated attributes.
 *
 * @param source the whole file, front matter included, so that places are those of the file
 * @param base folder that the archive is published under, put before links within it
 * @param whole whether the fields are there; a body alone may begin with a line that looks as if they did
 * @returns the text, and every problem found; where there are problems the text must not be used
 */
export function parseProse(
	source: string,
	base = '',
	whole = true,
): { prose: Prose; problems: TextProblem[] } {
	const reader = new Reader(base);
	const text = whole ? withoutFields(source) : source;
	const root = parseTree(text, reader);
	if (root) {
		reader.problems.push(...misreadIn(text));
		reader.readBlocks(root);
	}
	const { blocks, headings, mentions, problems } = reader;
	return { prose: { blocks, headings, mentions }, problems };
}

function parseTree(source: string, reader: Reader): Node | undefined {
	const load = overloaded(source);
	if (load) {
		reader.problems.push({ ...load, rule: 'too-deep', advice: 'Write it as separate, plain paragraphs' });
		return undefined;
	}
	try {
		// Quotations must stay as they were written, so no punctuation is made typographic.
		return mdxToHast(source, PARSED) as unknown as Node;
	} catch (error) {
		reader.problems.push(syntaxProblem(error instanceof Error ? error.message : String(error)));
		return undefined;
	}
}

/** One pass over a parsed text. */
class Reader {
	readonly blocks: Block[] = [];
	readonly headings: Heading[] = [];
	readonly mentions: Mention[] = [];
	readonly problems: TextProblem[] = [];
	readonly #base: string;
	/** How often each anchor was asked for. */
	readonly #slugs = new Map<string, number>();
	#count = 0;
	/** Where the last node with a place began: parts that the parser adds have none. */
	#place: Place = START;

	constructor(base: string) {
		this.#base = base;
	}

	readBlocks(root: Node): void {
		for (const node of root.children ?? []) {
			if (isBlank(node) || this.#isComment(node)) continue;
			const segments: Segment[] = [];
			const lines = [node.position?.start.line ?? 1, node.position?.end.line ?? 1] as const;
			if (/^h[1-6]$/.test(node.tagName ?? '')) {
				this.#readHeading(node, segments);
				this.blocks.push({ kind: 'heading', number: null, segments, lines });
				continue;
			}
			const image = loneImage(node);
			if (image) this.#readImage(image, segments, true);
			else this.#read(node, segments, 0);
			if (node.tagName === 'hr') this.blocks.push({ kind: 'rule', number: null, segments, lines });
			else this.blocks.push({ kind: 'paragraph', number: String(++this.#count), segments, lines });
		}
	}

	#readHeading(node: Node, out: Segment[]): void {
		const name = node.tagName ?? '';
		if (!isAllowedElement(name))
			return this.#report(
				node,
				'heading-level',
				`A heading of level ${name.slice(1)} is not allowed`,
				'Use ## to ####: the title is in the front matter',
			);
		const text = textOf(node);
		const slug = this.#slug(text);
		this.headings.push({ depth: Number(name.slice(1)), text, slug });
		pushHtml(out, openTag(name, {}, { id: slug }));
		for (const child of node.children ?? []) this.#read(child, out, 1);
		pushHtml(out, closeTag(name));
	}

	/** An anchor for a heading: unique in the text, and none that its page gives to another part. */
	#slug(text: string): string {
		const first = anchorFor(text);
		// A number added to it could make it one of those again: `source-2`.
		const clear = isTaken(`${first}-2`) ? `section-${first}` : first;
		let n = this.#slugs.get(clear) ?? 1;
		let slug = this.#slugs.has(first) ? clear : first;
		while (this.#slugs.has(slug)) slug = `${clear}-${++n}`;
		this.#slugs.set(slug, 1);
		if (n > 1) this.#slugs.set(clear, n);
		return slug;
	}

	#read(node: Node, out: Segment[], depth: number): void {
		if (node.position) this.#place = node.position.start;
		if (depth > DEEPEST)
			return this.#report(node, 'too-deep', 'Nested too deeply', 'Write it as separate paragraphs');
		switch (node.type) {
			case 'text':
				this.#refuseHidden(node, node.value ?? '');
				return pushHtml(out, escapeHtml(node.value ?? ''));
			case 'element':
				return this.#readElement(node, out, depth);
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement':
				return this.#readComponent(node, out, depth);
			case 'mdxjsEsm':
				return this.#report(
					node,
					'no-code',
					'A line that begins with import or export is read as code: a record is text, not a program',
					'Remove the line, or, where it is a sentence, begin it with another word',
				);
			case 'mdxFlowExpression':
			case 'mdxTextExpression':
				if (this.#isComment(node)) return;
				return this.#report(
					node,
					'no-expression',
					'An expression in braces is not allowed',
					'Write the text itself; for a literal brace write \\{',
				);
			default:
				return this.#report(node, 'no-html', 'This is not allowed in a text', 'Use Markdown');
		}
	}

	#readElement(node: Node, out: Segment[], depth: number): void {
		const name = node.tagName ?? '';
		const properties = node.properties ?? {};
		// The box of a task list, which is told by what was typed.
		if (name === 'input') return;
		if (name === 'img') return this.#readImage(node, out, false);
		if (!isAllowedElement(name))
			return this.#report(
				node,
				'no-html',
				'This is not allowed in a text',
				'Use paragraphs, ## headings, lists, tables, quotations, emphasis and links',
			);
		for (const value of Object.values(properties))
			if (typeof value === 'string') this.#refuseHidden(node, value);
		pushHtml(out, openTag(name, properties, name === 'a' ? this.#linkAttributes(node) : {}));
		for (const child of node.children ?? []) this.#read(child, out, depth + 1);
		pushHtml(out, closeTag(name));
	}

	#readImage(node: Node, out: Segment[], alone: boolean): void {
		for (const value of Object.values(node.properties ?? {})) this.#refuseHidden(node, String(value));
		const image = readImage(node, alone);
		if ('rule' in image) return this.#report(node, image.rule, image.message, image.advice);
		out.push(image);
		const { line, column } = node.position?.start ?? this.#place;
		this.mentions.push({ kind: 'image', id: image.props.name, line, column });
	}

	/** Checks a link and gives the attributes that the archive sets on it. */
	#linkAttributes(node: Node): Record<string, string | null> {
		const target = String(node.properties?.['href'] ?? '');
		const refuse = (rule: string, message: string, advice: string) => {
			this.#report(node, rule, message, advice);
			return { href: null };
		};
		if (!isSafeLink(target))
			return refuse(
				'unsafe-link',
				'This link could run code or hide where it leads',
				'Link to an https:// address, to a path of this archive beginning with one /, or to #p12',
			);
		if (isForeignLink(target)) {
			const rel = 'noopener noreferrer nofollow external';
			// The style sheet shows the host, so that nobody goes there unawares.
			const host = URL.canParse(target) ? new URL(target).hostname.replace(/^www\./, '') : '';
			return textOf(node).includes(host) ? { rel } : { rel, 'data-host': host };
		}
		if (/^\/r\//.test(target))
			return refuse(
				'link-to-record',
				'A plain link to a record is not allowed: nobody would notice if it broke',
				'Write <Ref record="…" para="…"/>',
			);
		const climbs = /(?:^|[\\/])(?:\.|%2e){2}(?:[\\/?#]|$)/i.test(target);
		if (target.startsWith('/') && !climbs) return { href: this.#base + target };
		if (target.startsWith('#')) return {};
		return refuse(
			climbs ? 'link-out-of-archive' : 'relative-link',
			'A link to a file or to a path relative to this one is not allowed',
			'Link to an https:// address, to a path of this archive beginning with /, or use <Ref record="…"/>',
		);
	}

	#readComponent(node: Node, out: Segment[], depth: number): void {
		const { component, problems, mention } = readComponent(node);
		this.problems.push(...problems);
		const { line, column } = node.position?.start ?? this.#place;
		if (mention) this.mentions.push({ ...mention, line, column });
		const children: Segment[] = [];
		const inner = node.children ?? [];
		// Words on the same line as the tags come without a paragraph round them.
		const bare = component?.block && inner.some((child) => child.type === 'text' && !isBlank(child));
		if (bare) pushHtml(children, '<p>');
		for (const child of inner) this.#read(child, children, depth + 1);
		if (bare) pushHtml(children, '</p>');
		if (component) out.push({ ...component.segment, children } as Segment);
	}

	/** Characters written as entities, which are not in the file as such. */
	#refuseHidden(node: Node, text: string): void {
		const hidden = findHidden(text);
		if (hidden) this.#report(node, hidden.rule, hidden.message, HIDDEN_ADVICE);
	}

	/** A comment in braces: the one expression that may stand, since nothing of it is published. */
	#isComment(node: Node): boolean {
		if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
		const value = (node.value ?? '').trim();
		return /^\/\*(?:(?!\*\/)[^])*\*\/$/.test(value);
	}

	#report(node: Node, rule: string, message: string, advice: string): void {
		const { line, column } = node.position?.start ?? this.#place;
		this.problems.push({ line, column, rule, message, advice });
	}
}

function isBlank(node: Node): boolean {
	return node.type === 'text' && (node.value ?? '').trim() === '';
}

/** Adds HTML to the end of a list of segments, joined to the HTML that is there. */
function pushHtml(out: Segment[], html: string): void {
	const last = out.length - 1;
	const before = out[last];
	if (typeof before === 'string') out[last] = before + html;
	else out.push(html);
}
