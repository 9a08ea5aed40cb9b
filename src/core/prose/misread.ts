import type { RuleId } from '../rules/rules.ts';
import { mdxToMdast } from 'satteri';
import { placeAt, type TextProblem } from '../values/problem.ts';

/** A node of the tree of Markdown, as far as it is looked at here. */
interface MarkdownNode {
	type: string;
	children?: readonly MarkdownNode[];
	depth?: number;
	ordered?: boolean | null;
	start?: number | null;
	checked?: boolean | null;
	label?: string | null;
	position?: { start: Point; end: Point };
}

interface Point {
	line: number;
	column: number;
	offset?: number;
}

/** How a text is parsed, here and for its page: nothing is taken for markup beyond CommonMark and tables. */
export const PARSED = {
	features: { gfm: { footnotes: false }, smartPunctuation: false, frontmatter: false },
};

/** Signs without which Markdown takes everything as it was typed. */
const SIGN = /[*_~`&[\]\\|<]|^[ \t]*(?:[>#+=-]|\d+[.)])| $/m;

/**
 * Finds what Markdown takes for something else than what was typed, or takes away: `[Manager]: No.` is the target of a
 * link and vanishes, `30~35 … 40~45` is struck through, `1986. A year` is item 1986 of a list. What is meant as markup
 * is taken only in the form in which nobody types it by chance.
 *
 * @param source a text that can be parsed, without its fields
 */
export function misreadIn(source: string): TextProblem[] {
	if (!SIGN.test(source)) return [];
	const finder = new Finder(source);
	finder.visit(mdxToMdast(source, PARSED) as unknown as MarkdownNode, []);
	return finder.problems;
}

/** Named entities that stand for signs of markup; any other character can be typed. */
const ENTITY = /&(?!(?:lt|gt|amp|quot|apos|nbsp);)(?:[a-z][a-z\d]{1,31}|#\d{1,7}|#x[\da-f]{1,6});/i;
/**
 * A backslash before a sign that has no meaning in Markdown. It would vanish. Before `@` and `://` it has one: it keeps
 * what follows from becoming a link.
 */
const IDLE_BACKSLASH = /\\(?:\\|(?=[/;,?"'%$^(]|:(?!\/\/)))/g;

/** More than anyone mends in one go. */
const MOST = 50;

class Finder {
	readonly problems: TextProblem[] = [];
	readonly #source: string;
	readonly #lines: readonly string[];

	constructor(source: string) {
		this.#source = source;
		this.#lines = source.split('\n');
	}

	visit(node: MarkdownNode, above: readonly MarkdownNode[]): void {
		this.#look(node, above);
		const within = [...above, node];
		for (const [index, child] of (node.children ?? []).entries()) {
			this.#lookBetween(node, node.children?.[index - 1], child);
			this.visit(child, within);
		}
	}

	#look(node: MarkdownNode, above: readonly MarkdownNode[]): void {
		switch (node.type) {
			case 'definition':
				return this.#lookAtDefinition(node);
			case 'heading':
				return this.#lookAtHeading(node);
			case 'delete':
				if (!this.#textOf(node).startsWith('~~'))
					this.#report(
						node,
						'single-tilde',
						'The words between two tildes would be struck through',
						'Write \\~ for a tilde, or a dash for a range: 30–35; words are struck through by ~~ on both sides',
					);
				return;
			case 'emphasis':
			case 'strong':
				return this.#lookAtEmphasis(node);
			case 'inlineCode':
			case 'code':
				return this.#report(
					node,
					'no-code-text',
					'Words between backticks or below ``` would be shown as code',
					'Use quotation marks, “ ” or " "; write \\` for a backtick',
				);
			case 'thematicBreak':
				if (!/^(?:---+|\*\*\*|\* \* \*)$/.test(this.#textOf(node).trim()))
					this.#report(
						node,
						'rule-sign',
						'A line of these signs would become a rule across the page',
						'For a rule write ---; for a blank that was left open write (left blank) or <Redacted what="…"/>',
					);
				return;
			case 'break':
				if (/^[ \t]/.test(this.#textOf(node)))
					this.#report(
						node,
						'trailing-spaces',
						'Spaces at the end of the line, which nobody sees, break the line here',
						'Delete them; where a new line is meant, write \\ at the end of the line',
					);
				return;
			case 'list':
				return this.#lookAtList(node);
			case 'listItem':
				return this.#lookAtItem(node, above);
			case 'blockquote':
				return this.#lookAtQuotation(node, above);
			case 'table':
				return this.#lookAtTable(node);
			case 'text':
			case 'linkReference':
				return this.#lookAtText(node);
			case 'mdxJsxFlowElement':
			case 'mdxJsxTextElement':
				return this.#lookAtTag(node);
		}
	}

	#lookAtDefinition(node: MarkdownNode): void {
		if (node.label?.startsWith('^')) return this.#report(node, ...FOOTNOTE);
		this.#report(
			node,
			'link-definition',
			'A line that begins with words in square brackets and a colon defines a link, and vanishes',
			'Write a backslash before the bracket: \\[…]: …; a link is written [words](https://…)',
		);
	}

	#lookAtHeading(node: MarkdownNode): void {
		const text = this.#textOf(node);
		if (!text.startsWith('#'))
			return this.#reportAt(
				{ line: node.position?.end.line ?? 1, column: 1 },
				'underlined-heading',
				'A line of - or = right below a text makes a heading of it, which has no number',
				'Put an empty line between the two; a heading is written ## …',
			);
		if ((node.children ?? []).length === 0)
			this.#report(node, 'empty-heading', 'A heading without words', 'Remove it, or write \\# for the sign');
		else if (/\s#+\s*$/.test(text))
			this.#report(
				node,
				'closing-hash',
				'The # at the end of this heading would vanish',
				'Remove it, or write \\# for the sign',
			);
	}

	#lookAtEmphasis(node: MarkdownNode): void {
		const [start, end] = this.#rangeOf(node);
		const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character);
		if (isWord(this.#source.charAt(start - 1)) || isWord(this.#source.charAt(end)))
			this.#report(
				node,
				'emphasis-in-word',
				'Asterisks within a word would vanish and set what is between them in italics or bold',
				'Write \\* for an asterisk; emphasis stands round whole words: *words*',
			);
	}

	#lookAtList(node: MarkdownNode): void {
		const items = node.children ?? [];
		const [first] = items;
		if (!first) return;
		const isYear = node.ordered && (node.start ?? 1) > 999;
		if (items.length === 1 || isYear)
			return this.#report(
				first,
				'chance-list',
				node.ordered
					? 'A number and a full stop or bracket at the start of a line make a list of it'
					: 'The sign at the start of this line makes a list of it and vanishes',
				node.ordered
					? 'Write a backslash before the full stop or bracket, 1986\\. …, or begin with a word'
					: 'Write a backslash before the sign, or a dash: – …; a list has two items or more',
			);
		const markers = items.map((item) => /^(?:(\d+)([.)])|[-+*])/.exec(this.#textOf(item)) ?? ['']);
		for (const [index, [whole = '', number, sign]] of markers.entries()) {
			const item = items[index] ?? first;
			if (whole === '+' || sign === ')')
				return this.#report(
					item,
					'list-sign',
					`A list that is written with ${whole === '+' ? '+' : 'a bracket after its numbers'} would be shown with another sign`,
					'Begin the items with “- ”, or with 1. 2. 3.; write a backslash before the sign where no list is meant',
				);
			if (number !== undefined && Number(number) !== (node.start ?? 1) + index)
				return this.#report(
					item,
					'list-number',
					'The numbers of this list do not follow each other, and would be shown as if they did',
					'Number the items one by one, or write a backslash before each full stop: 3\\. …',
				);
		}
	}

	#lookAtItem(node: MarkdownNode, above: readonly MarkdownNode[]): void {
		if (typeof node.checked === 'boolean')
			this.#report(
				node,
				'task-list',
				'Square brackets at the start of an item make a box to tick, which a text cannot have',
				'Write a backslash before the bracket: \\[ ] …',
			);
		else if ((node.children ?? []).length === 0)
			this.#report(
				node,
				'empty-item',
				'A line of nothing but the sign of a list vanishes',
				'Remove it, or write a backslash before the sign',
			);
		if (above.some(({ type }) => type === 'blockquote')) return;
		const column = node.position?.start.column ?? 1;
		this.#lookForLazyLine(
			node,
			1,
			(line) => line.trim() === '' || /^\t/.test(line) || line.length - line.trimStart().length >= column,
		);
	}

	#lookAtQuotation(node: MarkdownNode, above: readonly MarkdownNode[]): void {
		if (/^>[ \t]?[=\d£$€]/.test(this.#textOf(node)))
			this.#report(
				node,
				'chance-quotation',
				'The sign > at the start of a line makes a quotation of it and vanishes',
				'Write “more than”, or \\> for the sign; a quotation that begins with a number goes into <Quote speaker="…">',
			);
		const depth = 1 + above.filter(({ type }) => type === 'blockquote').length;
		const signs = new RegExp(
			`^[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*(?:>[ \\t]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*){${depth}}`,
		);
		this.#lookForLazyLine(node, 0, (line) => signs.test(line));
	}

	/** A line that is taken into a list or quotation although it has no sign of it. */
	#lookForLazyLine(node: MarkdownNode, skip: number, belongs: (line: string) => boolean): void {
		const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 0 } };
		for (let line = start.line + skip; line <= end.line; line++)
			if (!belongs(this.#lines[line - 1] ?? ''))
				return this.#reportAt(
					{ line, column: 1 },
					'run-on-line',
					'This line would become part of the list or quotation above it',
					'Put an empty line before it; or, where it belongs there, indent it or begin it with >',
				);
	}

	#lookAtTable(node: MarkdownNode): void {
		const [head, ...rows] = node.children ?? [];
		const columns = head?.children?.length ?? 0;
		for (const row of rows)
			if ((row.children?.length ?? 0) > columns)
				this.#report(
					row,
					'table-cells',
					'This row has more cells than the head of its table; those would vanish',
					'Give the head as many cells; write \\| for the sign in a cell',
				);
	}

	#lookAtText(node: MarkdownNode): void {
		const text = this.#textOf(node);
		const [start] = this.#rangeOf(node);
		const note = /(?<!\\)\[\^[^\]\n]*\]/.exec(text);
		if (note) this.#reportAt(placeAt(this.#source, start + note.index), ...FOOTNOTE);
		this.#lookForEntity(text, start);
		for (const backslash of text.matchAll(IDLE_BACKSLASH))
			if (backslash[0] === '\\')
				return this.#reportAt(
					placeAt(this.#source, start + backslash.index),
					'idle-backslash',
					'A backslash before this sign would vanish',
					'Remove it, or write it twice',
				);
	}

	#lookForEntity(text: string, start: number): void {
		const entity = ENTITY.exec(text);
		if (entity)
			this.#reportAt(
				placeAt(this.#source, start + entity.index),
				'entity',
				'A name between & and ; would be shown as another character',
				'Type the character itself; write &amp; for the sign &',
			);
	}

	/** The opening tag of a component; what stands in it is looked at by itself. */
	#lookAtTag(node: MarkdownNode): void {
		const [start, end] = this.#rangeOf(node);
		const inner = node.children?.[0]?.position?.start.offset ?? end;
		this.#lookForEntity(this.#source.slice(start, inner), start);
	}

	/** What follows a paragraph on its very next line and is none: a line of a text that begins with a sign. */
	#lookBetween(parent: MarkdownNode, before: MarkdownNode | undefined, node: MarkdownNode): void {
		if (before?.type !== 'paragraph' || parent.type === 'listItem') return;
		if (!/^(?:list|blockquote|heading|thematicBreak|code)$/.test(node.type)) return;
		if (node.position?.start.line !== (before.position?.end.line ?? 0) + 1) return;
		this.#report(
			node,
			'no-empty-line',
			'The sign at the start of this line ends the paragraph above it',
			'Put an empty line before it; where the line goes on with the text, write a backslash before the sign',
		);
	}

	#rangeOf(node: MarkdownNode): [start: number, end: number] {
		return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
	}

	#textOf(node: MarkdownNode): string {
		return this.#source.slice(...this.#rangeOf(node));
	}

	#report(node: MarkdownNode, rule: RuleId, message: string, advice: string): void {
		const { line, column } = node.position?.start ?? { line: 1, column: 1 };
		this.#reportAt({ line, column }, rule, message, advice);
	}

	#reportAt(place: { line: number; column: number }, rule: RuleId, message: string, advice: string): void {
		if (this.problems.length >= MOST) return;
		this.problems.push({ ...place, rule, message, advice });
	}
}

const FOOTNOTE = [
	'footnote',
	'Footnotes are not taken: the mark would stand in the text, and the note would vanish',
	'Write the note as a sentence of its own, or cite with <Ref record="…"/>; write \\[^1] for the sign itself',
] as const;
