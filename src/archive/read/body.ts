import type { Testimony } from '../../core/model/testimony.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { withNumbers } from '../../core/prose/numbers.ts';
import { parseProse } from '../../core/prose/parse.ts';

/** The text of a file, without its front matter. */
export function bodyOf(source: string): string {
	return source.slice(frontMatterOf(source)?.body ?? 0);
}

/**
 * The text of an account as consent allows it: where only quotations may be shown, every other paragraph is taken
 * out here, so that no page can hold it. Its place stays, so that the numbers are those of the whole account.
 *
 * @param paragraphs numbers of its paragraphs
 */
export function openBody(source: string, testimony: Testimony, paragraphs: readonly string[]): string {
	const [open] = splitByConsent(source, testimony, paragraphs);
	return open;
}

/** The words of an account that may not be shown; empty where all may be. */
export function closedBody(source: string, testimony: Testimony, paragraphs: readonly string[]): string {
	const [, closed] = splitByConsent(source, testimony, paragraphs);
	return closed;
}

function splitByConsent(
	source: string,
	testimony: Testimony,
	paragraphs: readonly string[],
): [open: string, closed: string] {
	const body = bodyOf(source);
	if (testimony.origin === 'published' || testimony.consent.scope === 'full') return [body, ''];
	if (testimony.consent.scope === 'statistics') return ['', body];
	const allowed = new Set(testimony.consent.paragraphs);
	// The parser counts lines by every kind of line end.
	const lines = body.split(/\r\n?|\n/);
	const closed: string[] = [];
	// From the last to the first, so that the lines before keep their numbers.
	for (const block of withNumbers(parseProse(body, '', false).prose, paragraphs).blocks.toReversed()) {
		if (block.number !== null && allowed.has(block.number)) continue;
		const [first, last] = block.lines;
		const filling = block.number === null ? '' : WITHHELD;
		closed.unshift(...lines.splice(first - 1, last - first + 1, '', filling, ''));
	}
	return [lines.join('\n'), closed.join('\n')];
}

const WITHHELD = '<Redacted what="paragraph" />';
