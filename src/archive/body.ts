import type { Testimony } from '../model/testimony.ts';
import { parseProse } from '../prose/parse.ts';

/** The text of a file, without its front matter. */
export function bodyOf(source: string): string {
	return source.replace(/^---[^]*?\n---[ \t]*(?:\r?\n|$)/, '');
}

/**
 * The text of an account as consent allows it: where only quotations may be shown, every other paragraph is taken
 * out here, so that no page can hold it. Its place stays, so that the numbers are those of the whole account.
 */
export function openBody(source: string, testimony: Testimony): string {
	const [open] = splitByConsent(source, testimony);
	return open;
}

/** The words of an account that may not be shown; empty where all may be. */
export function closedBody(source: string, testimony: Testimony): string {
	const [, closed] = splitByConsent(source, testimony);
	return closed;
}

function splitByConsent(source: string, testimony: Testimony): [open: string, closed: string] {
	const body = bodyOf(source);
	if (testimony.origin === 'published' || testimony.consent.scope === 'full') return [body, ''];
	const allowed = new Set(testimony.consent.paragraphs);
	const lines = body.split('\n');
	const closed: string[] = [];
	// From the last to the first, so that the lines before keep their numbers.
	for (const block of parseProse(body).prose.blocks.toReversed()) {
		if (block.number !== null && allowed.has(block.number)) continue;
		const [first, last] = block.lines;
		const filling = block.number === null ? '' : WITHHELD;
		closed.unshift(...lines.splice(first - 1, last - first + 1, '', filling, ''));
	}
	return [lines.join('\n'), closed.join('\n')];
}

const WITHHELD = '<Redacted what="paragraph" />';
