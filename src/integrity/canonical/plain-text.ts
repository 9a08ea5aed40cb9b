import { settings } from '../../core/settings.ts';
import { unescapeHtml } from '../../core/prose/html.ts';
import type { Segment } from '../../core/prose/types.ts';
import { CanonicalWords, endMarkOf, markOf, oneLine } from './words.ts';

const { base } = settings();

/**
 * The words of a paragraph on one line, as canonical text has them: in NFC, every run of white space one space. What
 * is more than words is written out in brackets, and nothing is taken from other files of the archive, so that a text
 * does not change with them.
 */
export function plainText(segments: readonly Segment[]): string {
	const words = new CanonicalWords(base);
	write(segments, words);
	return oneLine(words.text);
}

function write(segments: readonly Segment[], words: CanonicalWords): void {
	for (const segment of segments)
		if (typeof segment === 'string') writeHtml(segment, words);
		else if (segment.component === 'Quote' || segment.component === 'Reply') {
			const opening = markOf(segment);
			words.writeApart(opening);
			write(segment.children, words);
			words.writeApart(endMarkOf(opening));
		} else words.write(markOf(segment));
}

function writeHtml(html: string, words: CanonicalWords): void {
	for (const [whole, close, name, attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+/g))
		if (name === undefined) words.write(unescapeHtml(whole));
		else if (close) words.close(name);
		else words.open(name, (wanted) => attribute(attributes, wanted));
}

function attribute(attributes: string, name: string): string {
	return unescapeHtml(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
}
