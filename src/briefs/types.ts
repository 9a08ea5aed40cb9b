/** A brief before typesetting, in reading order. */

/** A run of text and its role. A citation is the numbers of its notes. */
export type Span =
	| string
	| { kind: 'em' | 'strong'; spans: readonly Span[] }
	| { kind: 'link'; to: string; spans: readonly Span[] }
	| { kind: 'notes'; numbers: readonly number[] };

export type Block =
	| { kind: 'heading'; level: 2 | 3 | 4; spans: readonly Span[] }
	/** `number` is the paragraph number on the page. */
	| { kind: 'paragraph'; number: string | null; spans: readonly Span[] }
	| { kind: 'list'; ordered: boolean; items: readonly (readonly Block[])[] }
	/** A quotation with its speaker. */
	| { kind: 'quote'; by: readonly Span[]; blocks: readonly Block[] }
	/** A highlighted sentence. */
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
	/** Kind of page, in the archive’s words: `Theme`. */
	label: string;
	title: string;
	/** Summary in one sentence. */
	lede: string;
	/** Dates, and a link to the full text. */
	facts: readonly (readonly Span[])[];
	blocks: readonly Block[];
	/** The first is note 1. */
	notes: readonly (readonly Span[])[];
	/** Footer of every page. */
	foot: string;
	publisher: string;
	/** Language tag (BCP 47). */
	language: string;
	/** Date of the archive’s last change, `YYYY-MM-DD`. */
	date: string | null;
	/** Whether the notes are set in the smallest size. */
	small: boolean;
}
