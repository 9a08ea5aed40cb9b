import type { Block, Brief, Span } from './types.ts';

/** The text of spans, with note numbers in place. */
export function wordsOf(spans: readonly Span[]): string {
	return spans
		.map((span) => {
			if (typeof span === 'string') return span;
			return span.kind === 'notes' ? span.numbers.join(', ') : wordsOf(span.spans);
		})
		.join('');
}

/** A brief as plain text, one line for each paragraph, cell and note. This is scanned before publication, because a PDF
 * cannot be. */
export function textOf(brief: Brief): string {
	const { label, title, lede, facts, blocks, notes, foot } = brief;
	const noted = notes.map((spans, index) => `${index + 1} ${wordsOf(spans)}`);
	const end = noted.length === 0 ? [] : ['Notes', ...noted];
	return [label, title, lede, ...facts.map(wordsOf), ...blocks.flatMap(linesOf), ...end, foot, '']
		.filter((line, index, all) => line !== '' || index === all.length - 1)
		.join('\n');
}

function linesOf(block: Block): string[] {
	switch (block.kind) {
		case 'paragraph':
			return [`${block.number === null ? '' : `${block.number} `}${wordsOf(block.spans)}`];
		case 'list':
			return block.items.flatMap((item) => item.flatMap(linesOf));
		case 'quote':
			return [...block.blocks.flatMap(linesOf), wordsOf(block.by)];
		case 'numbers':
			return block.numbers.map(({ value, label }) => `${value} ${label}`);
		case 'table':
			return [block.caption, ...block.columns.map(({ label }) => label), ...block.rows.flat().map(wordsOf)];
		default:
			return [wordsOf(block.spans)];
	}
}
