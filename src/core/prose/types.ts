import type { ComponentName, ComponentProps } from './components.ts';

/**
 * A node of a text's tree, which is that of hast as far as texts need it, with components in it. Whoever needs words or
 * structure walks it; HTML is made of it only where a page is written (`html.ts`).
 */
export type ProseNode = TextNode | ElementNode | ComponentNode | ImageNode;

/** Words as they read: nothing in them is escaped. */
interface TextNode {
	type: 'text';
	value: string;
}

/** An element of the allow-list, with the attributes that it has in HTML; one without a value is `true`. */
export interface ElementNode {
	type: 'element';
	tagName: string;
	properties: Readonly<Record<string, string | true>>;
	children: readonly ProseNode[];
}

/** A component of the allow-list, its attributes validated. */
export type ComponentNode = {
	[Name in ComponentName]: {
		type: 'component';
		component: Name;
		props: ComponentProps[Name];
		children: readonly ProseNode[];
	};
}[ComponentName];

/** A picture from the archive's own folder, by its file name, with its text alternative. */
export interface ImageNode {
	type: 'component';
	component: 'Image';
	props: { name: string; alt: string; caption?: string };
	children: readonly ProseNode[];
}

/**
 * A top-level block of a text. Each has a number by which it is cited, except headings and rules: number `12` has the
 * address `#p12`.
 */
export interface Block {
	kind: 'paragraph' | 'heading' | 'rule';
	/** Null for headings and rules. */
	number: string | null;
	children: readonly ProseNode[];
	/** First and last line of the block in its file, counted from 1. */
	lines: readonly [number, number];
}

/** A heading, for the table of contents. */
export interface Heading {
	/** 2 to 4. */
	depth: number;
	text: string;
	/** Anchor, unique in the text. */
	slug: string;
}

/** A text, parsed and sanitised. */
export interface Prose {
	blocks: readonly Block[];
	headings: readonly Heading[];
	/** Everything that the text refers to, with its place, so that the references can be checked. */
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
