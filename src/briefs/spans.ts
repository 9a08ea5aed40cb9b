import type { Citation, Notes } from './notes.ts';
import type { Span } from './types.ts';

/** A citation that has no number yet: neighbours share their notes, so numbers are given when a paragraph is complete. */
export type Raw =
	string | { kind: 'em' | 'strong' | 'link'; to?: string; spans: Raw[] } | { cited: Citation };

/** Numbers the citations of a whole paragraph, and puts each mark right after the words and the punctuation it is for. */
export function numberedSpans(raw: readonly Raw[], notes: Notes): Span[] {
	const spans: Span[] = [];
	for (let index = 0; index < raw.length; index++) {
		const one = raw[index] as Raw;
		if (typeof one === 'string') spans.push(one);
		else if ('spans' in one) {
			const inner = numberedSpans(one.spans, notes);
			if (one.kind === 'link') spans.push({ kind: 'link', to: one.to ?? '', spans: inner });
			else spans.push({ kind: one.kind, spans: inner });
		} else {
			const together = [one.cited];
			for (let next = raw[index + 1]; next !== undefined; next = raw[index + 1]) {
				const after = raw[index + 2];
				if (typeof next === 'string' && next.trim() === '' && isCited(after)) index++;
				else if (isCited(next)) {
					together.push(next.cited);
					index++;
				} else break;
			}
			const numbers = notes.cite(together);
			const before = spans.at(-1);
			if (typeof before === 'string') spans[spans.length - 1] = before.trimEnd();
			const after = raw[index + 1];
			const stop = typeof after === 'string' ? (/^\s*([.,;:!?)”’]+)/.exec(after) ?? []) : [];
			if (stop[1] !== undefined) {
				spans.push(stop[1]);
				(raw as Raw[])[index + 1] = (after as string).slice(stop[0]?.length);
			}
			if (numbers.length > 0) spans.push({ kind: 'notes', numbers });
		}
	}
	return trimmed(spans);
}

function isCited(raw: Raw | undefined): raw is { cited: Citation } {
	return typeof raw === 'object' && 'cited' in raw;
}

/** Joins neighbouring words, and trims the space around them. */
function trimmed(spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of spans) {
		const last = joined.at(-1);
		if (typeof span === 'string' && typeof last === 'string') joined[joined.length - 1] = last + span;
		else joined.push(span);
	}
	const ends = joined.map((span, index) => {
		if (typeof span !== 'string') return span;
		const start = index === 0 ? span.trimStart() : span;
		return index === joined.length - 1 ? start.trimEnd() : start;
	});
	return ends.filter((span) => span !== '');
}
