import { escapeHtml } from '../core/text/html.ts';
/**
 * A reference as typed pieces of text. It is plain data, so that it can be written into a page and filled in there:
 * nothing in this file may import anything, because the browser uses it too.
 */
export type Run = string | { italic: string } | { link: string } | Slot;

/** Places of a reference that a reader may fill: which paragraph, its fragment in the address, when it was read. */
export type SlotName = 'pinpoint' | 'fragment' | 'accessed' | 'note';

/** A place to be filled: the words to begin with, and what stands before and after them when there are any. */
interface Slot {
	slot: SlotName;
	lead: string;
	text: string;
	tail?: string;
}

/** Words for the places of a reference. One that is not named keeps the words it has; an empty one is left out. */
type Fillings = Partial<Record<SlotName, string>>;

/** Fills the places of a reference; what comes out has none. A fragment becomes part of the link before it. */
export function fill(runs: readonly Run[], fillings: Fillings = {}): Run[] {
	const filled: Run[] = [];
	for (const run of runs) {
		if (!isSlot(run)) {
			filled.push(run);
			continue;
		}
		const words = fillings[run.slot] ?? run.text;
		const last = filled.at(-1);
		if (words === '') continue;
		if (run.slot === 'fragment' && typeof last === 'object' && 'link' in last)
			filled[filled.length - 1] = { link: last.link + run.lead + words };
		else filled.push(run.lead + words + (run.tail ?? ''));
	}
	return filled;
}

/** A reference as plain text, for copying. */
export function textOf(runs: readonly Run[], fillings?: Fillings): string {
	return fill(runs, fillings)
		.map((run) => {
			if (typeof run === 'string') return run;
			if ('italic' in run) return run.italic;
			return 'link' in run ? run.link : '';
		})
		.join('');
}

/** A reference as HTML: italics in `<i>`, the address in a `<span>` that may be broken anywhere. */
export function htmlOf(runs: readonly Run[], fillings?: Fillings): string {
	return fill(runs, fillings)
		.map((run) => {
			if (typeof run === 'string') return escapeHtml(run);
			if ('italic' in run) return `<i>${escapeHtml(run.italic)}</i>`;
			return 'link' in run ? `<span class="address">${escapeHtml(run.link)}</span>` : '';
		})
		.join('');
}

/** Joins neighbouring texts and drops empty ones. */
export function tidy(runs: readonly Run[]): Run[] {
	const tidied: Run[] = [];
	for (const run of runs) {
		const last = tidied.at(-1);
		if (run === '') continue;
		if (typeof run === 'string' && typeof last === 'string') tidied[tidied.length - 1] = last + run;
		else tidied.push(run);
	}
	return tidied;
}

function isSlot(run: Run): run is Slot {
	return typeof run === 'object' && 'slot' in run;
}
