/** A brief before it is set: what stands in it, in the order in which it is read. */

/** Words, and what they are. A citation is the numbers of its notes. */
export type Span =
	| string
	| { kind: 'em' | 'strong'; spans: readonly Span[] }
	| { kind: 'link'; to: string; spans: readonly Span[] }
	| { kind: 'notes'; numbers: readonly number[] };

export type Block =
	| { kind: 'heading'; level: 2 | 3 | 4; spans: readonly Span[] }
	/** `number` is the one by which the paragraph is cited on its page. */
	| { kind: 'paragraph'; number: string | null; spans: readonly Span[] }
	| { kind: 'list'; ordered: boolean; items: readonly (readonly Block[])[] }
	/** Somebody else’s words, and whose. */
	| { kind: 'quote'; by: readonly Span[]; blocks: readonly Block[] }
	/** A sentence that must not be passed over. */
	| { kind: 'box'; spans: readonly Span[] }
	| { kind: 'numbers'; numbers: readonly { value: string; label: string }[] }
	| { kind: 'table'; caption: string; columns: readonly Column[]; rows: readonly (readonly Cell[])[] };

export interface Column {
	label: string;
	/** Share of the width. */
	width: number;
}

export type Cell = readonly Span[];

export interface Brief {
	/** What it is a brief of, in the archive’s words: `Theme`. */
	label: string;
	title: string;
	/** The whole in one sentence. */
	lede: string;
	/** Its dates, and where the full text is. */
	facts: readonly (readonly Span[])[];
	blocks: readonly Block[];
	/** The first is note 1. */
	notes: readonly (readonly Span[])[];
	/** What stands at the foot of every page. */
	foot: string;
	publisher: string;
	/** As BCP 47 has it. */
	language: string;
	/** The archive’s own day, `YYYY-MM-DD`. */
	date: string | null;
	/** Whether the notes are set in the smallest size. */
	small: boolean;
}
