import type { RuleId } from '../rules/rules.ts';
import { mdxToHast } from 'satteri';
import type { Place, TextProblem } from '../values/problem.ts';
import { START } from '../values/problem.ts';
import { findHidden, HIDDEN_ADVICE } from '../values/hidden.ts';
import { Anchors } from './anchors.ts';
import { readComponent } from './component.ts';
import { withoutFields } from './front-matter.ts';
import { isAllowedElement, sanitisedProperties } from './elements.ts';
import { loneImage, readImage } from './image.ts';
import { overloaded } from './limits.ts';
import { linkAttributes } from './links.ts';
import { misreadIn, PARSED } from './misread.ts';
import type { Node } from './node.ts';
import { textOf } from './node.ts';
import { syntaxProblem } from './syntax.ts';
import type { Block, Heading, Mention, Prose, ProseNode } from './types.ts';

/** Deeper nesting than any document needs. */
const DEEPEST = 24;

/**
 * Parses a text: Markdown and the components of the allow-list, nothing that could run. The result is a tree of allowed
 * elements and of components with validated attributes.
 *
 * @param source the whole file, front matter included, so that places are those of the file
 * @param base folder that the archive is published under, prefixed to links within it
 * @param whole whether the source has front matter; a body alone may begin with a line that looks like it
 * @returns the text, and every problem found; a text with problems must not be used
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
		return mdxToHast(source, PARSED) as unknown as Node;
	} catch (error) {
		reader.problems.push(syntaxProblem(error instanceof Error ? error.message : String(error)));
		return undefined;
	}
}

/** Builds the sanitised tree in one pass over the parser's. */
class Reader {
	readonly blocks: Block[] = [];
	readonly headings: Heading[] = [];
	readonly mentions: Mention[] = [];
	readonly problems: TextProblem[] = [];
	readonly #base: string;
	readonly #anchors = new Anchors();
	#count = 0;
	/** Where the last node with a position began: nodes that the parser adds have none. */
	#place: Place = START;

	constructor(base: string) {
		this.#base = base;
	}

	readBlocks(root: Node): void {
		for (const node of root.children ?? []) {
			if (isBlank(node) || this.#isComment(node)) continue;
			const children: ProseNode[] = [];
			const lines = [node.position?.start.line ?? 1, node.position?.end.line ?? 1] as const;
			if (/^h[1-6]$/.test(node.tagName ?? '')) {
				this.#readHeading(node, children);
				this.blocks.push({ kind: 'heading', number: null, children, lines });
				continue;
			}
			const image = loneImage(node);
			if (image) this.#readImage(image, children, true);
			else this.#read(node, children, 0);
			if (node.tagName === 'hr') this.blocks.push({ kind: 'rule', number: null, children, lines });
			else this.blocks.push({ kind: 'paragraph', number: String(++this.#count), children, lines });
		}
	}

	#readHeading(node: Node, out: ProseNode[]): void {
		const name = node.tagName ?? '';
		if (!isAllowedElement(name))
			return this.#report(
				node,
				'heading-level',
				`A heading of level ${name.slice(1)} is not allowed`,
				'Use ## to ####: the title is in the front matter',
			);
		const text = textOf(node);
		const slug = this.#anchors.take(text);
		this.headings.push({ depth: Number(name.slice(1)), text, slug });
		out.push({
			type: 'element',
			tagName: name,
			properties: { id: slug },
			children: this.#readChildren(node, 1),
		});
	}

	#readChildren(node: Node, depth: number): ProseNode[] {
		const children: ProseNode[] = [];
		for (const child of node.children ?? []) this.#read(child, children, depth);
		return children;
	}

	#read(node: Node, out: ProseNode[], depth: number): void {
		if (node.position) this.#place = node.position.start;
		if (depth > DEEPEST)
			return this.#report(node, 'too-deep', 'Nested too deeply', 'Write it as separate paragraphs');
		switch (node.type) {
			case 'text':
				this.#refuseHidden(node, node.value ?? '');
				return pushText(out, node.value ?? '');
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

	#readElement(node: Node, out: ProseNode[], depth: number): void {
		const name = node.tagName ?? '';
		const properties = node.properties ?? {};
		// The checkbox of a task list, which is reported from the source (misread.ts).
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
		const report = (rule: RuleId, message: string, advice: string) =>
			this.#report(node, rule, message, advice);
		const extra = name === 'a' ? linkAttributes(node, this.#base, report) : {};
		out.push({
			type: 'element',
			tagName: name,
			properties: sanitisedProperties(name, properties, extra),
			children: this.#readChildren(node, depth + 1),
		});
	}

	#readImage(node: Node, out: ProseNode[], alone: boolean): void {
		for (const value of Object.values(node.properties ?? {})) this.#refuseHidden(node, String(value));
		const image = readImage(node, alone);
		if ('rule' in image) return this.#report(node, image.rule, image.message, image.advice);
		out.push(image);
		const { line, column } = node.position?.start ?? this.#place;
		this.mentions.push({ kind: 'image', id: image.props.name, line, column });
	}

	#readComponent(node: Node, out: ProseNode[], depth: number): void {
		const { component, problems, mention } = readComponent(node);
		this.problems.push(...problems);
		const { line, column } = node.position?.start ?? this.#place;
		if (mention) this.mentions.push({ ...mention, line, column });
		const children = this.#readChildren(node, depth + 1);
		if (!component) return;
		// Words on the same line as the tags have no paragraph around them.
		const isBare =
			component.block && node.children?.some((child) => child.type === 'text' && !isBlank(child));
		const paragraph = { type: 'element', tagName: 'p', properties: {}, children } as const;
		out.push({ ...component.node, children: isBare ? [paragraph] : children } as ProseNode);
	}

	/** Characters written as character references, which a search of the file does not find. */
	#refuseHidden(node: Node, text: string): void {
		const hidden = findHidden(text);
		if (hidden) this.#report(node, hidden.rule, hidden.message, HIDDEN_ADVICE);
	}

	/** A comment in braces: the one expression allowed, since it is not published. */
	#isComment(node: Node): boolean {
		if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
		const value = (node.value ?? '').trim();
		return /^\/\*(?:(?!\*\/)[^])*\*\/$/.test(value);
	}

	#report(node: Node, rule: RuleId, message: string, advice: string): void {
		const { line, column } = node.position?.start ?? this.#place;
		this.problems.push({ line, column, rule, message, advice });
	}
}

function isBlank(node: Node): boolean {
	return node.type === 'text' && (node.value ?? '').trim() === '';
}

/** Appends text, joined to the text before it: where a comment was taken out, the words around it are one text. */
function pushText(out: ProseNode[], value: string): void {
	const last = out.length - 1;
	const before = out[last];
	if (before?.type === 'text') out[last] = { type: 'text', value: before.value + value };
	else out.push({ type: 'text', value });
}
