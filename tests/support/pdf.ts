import { getDocumentProxy } from 'unpdf';

/** An element of a document's structure: what it is, its words, and what stands in it. */
export interface Element {
	role: string;
	/** All words in it, in reading order. */
	words: string;
	children: Element[];
}

/** A PDF as a program that reads it aloud has it. */
export interface ReadPdf {
	pages: number;
	/** Of the document: title, language, whether it is tagged, which part of PDF/UA it says it keeps to. */
	title: string | undefined;
	author: string | undefined;
	language: string | undefined;
	marked: boolean;
	showsTitle: boolean;
	ua: string | null;
	created: string | undefined;
	/** All elements of all pages, each before those that stand in it. */
	elements: Element[];
	/** The words of all elements in reading order, page by page. */
	words: string;
	/** Words outside the structure: what stands at the foot of pages. */
	artifacts: string[];
	/** Where links lead: an address, or a page and the words that stand there. */
	links: { to: string | number; described: boolean; page: number }[];
	/** Fonts that pages use, and whether each is in the file. */
	fonts: { name: string; embedded: boolean }[];
	outline: string[];
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
interface Node {
	role?: string;
	type?: string;
	id?: string;
	children?: Node[];
}
interface Item {
	type?: string;
	/** None for an artifact. */
	id?: string | null;
	str?: string;
	hasEOL?: boolean;
}

/** Reads a PDF with Mozilla's reader. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const document = await getDocumentProxy(new Uint8Array(bytes));
	const { info, metadata } = (await document.getMetadata()) as unknown as {
		info: Record<string, string>;
		metadata: { get(name: string): string | null } | null;
	};
	const preferences = (await document.getViewerPreferences()) as Record<string, unknown> | null;
	const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
	const outline = (await document.getOutline()) as { title: string; items: { title: string }[] }[] | null;
	const read: ReadPdf = {
		pages: document.numPages,
		title: info['Title'],
		author: info['Author'],
		language: info['Language'],
		marked: marks?.Marked === true,
		showsTitle: preferences?.['DisplayDocTitle'] === true,
		ua: metadata?.get('pdfuaid:part') ?? null,
		created: info['CreationDate'],
		elements: [],
		words: '',
		artifacts: [],
		links: [],
		fonts: [],
		outline: (outline ?? []).flatMap(({ title, items }) => [title, ...items.map((item) => item.title)]),
	};
	for (let page = 1; page <= document.numPages; page++) await readPage(document, page, read);
	read.words = read.elements
		.filter(({ role }) => role === 'Root')
		.map(({ words }) => words)
		.join(' ')
		.replace(/\s+/g, ' ');
	return read;
}

async function readPage(document: Document, number: number, read: ReadPdf): Promise<void> {
	const page = await document.getPage(number);
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const words = new Map<string, string>();
	const open: (string | undefined)[] = [];
	for (const item of items as Item[])
		if (item.type?.startsWith('begin')) open.push(item.id ?? undefined);
		else if (item.type === 'endMarkedContent') open.pop();
		else if (item.str !== undefined) {
			const id = open.findLast((one) => one !== undefined);
			const text = item.str + (item.hasEOL ? ' ' : '');
			if (id !== undefined) words.set(id, (words.get(id) ?? '') + text);
			else if (item.str.trim() !== '') read.artifacts.push(item.str);
		}
	const walk = ({ role = '', children = [], type, id = '' }: Node): Element => {
		if (type === 'content') return { role: '', words: words.get(id) ?? '', children: [] };
		const element: Element = { role, words: '', children: [] };
		read.elements.push(element);
		element.children = children.map(walk);
		element.words = element.children.map((child) => child.words).join('');
		// Blocks stand apart; words within a line do not.
		if (!['Link', 'Span', 'Em', 'Strong', ''].includes(role)) element.words += ' ';
		return element;
	};
	const tree = (await page.getStructTree()) as Node | null;
	if (tree) walk({ ...tree, role: 'Root' });
	for (const link of (await page.getAnnotations()) as Record<string, never>[]) {
		const { url, dest, contentsObj } = link as {
			url?: string;
			dest?: unknown[];
			contentsObj?: { str: string };
		};
		const to = url ?? (dest ? (await document.getPageIndex(dest[0] as never)) + 1 : '');
		read.links.push({ to, described: Boolean(contentsObj?.str), page: number });
	}
	const { argsArray } = await page.getOperatorList();
	for (const [first] of argsArray.filter(Array.isArray) as unknown[][])
		if (typeof first === 'string' && /^g_d\d+_f\d+$/.test(first)) {
			const font = page.commonObjs.get(first) as { name: string; missingFile: boolean };
			const name = font.name.replace(/^[A-Z]{6}\+/, '');
			if (!read.fonts.some((known) => known.name === name))
				read.fonts.push({ name, embedded: !font.missingFile });
		}
}

/** The letters of a text, so that texts can be compared whose spaces and signs a setter may choose. */
export function lettersOf(text: string): string {
	return text.replace(/[^\p{L}]/gu, '');
}
