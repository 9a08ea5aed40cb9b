import type { ComponentName, ComponentProps } from './components.ts';

/** A run of finished HTML, a component of the allow-list with what stands inside it, or a picture. */
export type Segment = string | ComponentSegment | ImageSegment;

/** One component in the text, its attributes already validated. */
export type ComponentSegment = {
	[Name in ComponentName]: {
		component: Name;
		props: ComponentProps[Name];
		children: readonly Segment[];
	};
}[ComponentName];

/** A picture from the archive's own folder, by the name of its file, with the words that stand for it. */
export interface ImageSegment {
	component: 'Image';
	props: { name: string; alt: string; caption?: string };
	children: readonly Segment[];
}

/**
 * One top-level part of a text. Every block but headings and rules carries a number, by which it is cited:
 * number `12` has the address `#p12`.
 */
export interface Block {
	kind: 'paragraph' | 'heading' | 'rule';
	/** Null for headings and rules. */
	number: string | null;
	segments: readonly Segment[];
	/** First and last line of the block in its file, counted from 1. */
	lines: readonly [number, number];
}

/** A heading of a text, for a list of contents. */
export interface Heading {
	/** 2 to 4. */
	depth: number;
	text: string;
	/** Anchor, unique in the text. */
	slug: string;
}

/** A text, parsed and found safe. */
export interface Prose {
	blocks: readonly Block[];
	headings: readonly Heading[];
	/** Everything that the text refers to, with its place, so that references can be resolved. */
	mentions: readonly Mention[];
}

/** A reference from a text to a record's paragraph, a figure, an organisation or a picture. */
export interface Mention {
	/** An excerpt shows the paragraph's words; a record is only pointed to. */
	kind: 'record' | 'excerpt' | 'figure' | 'organisation' | 'image';
	id: string;
	/** For a record or an excerpt: the paragraph, if one is named. */
	paragraph?: string;
	line: number;
	column: number;
}
