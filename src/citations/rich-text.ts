import { escapeHtml } from '../core/text/html.ts';
/**
 * A run of a reference: text, italics, a link, or a slot that a reader may fill. It is plain data. The browser uses this
 * file too, so it imports nothing.
 */
export type Run = string | { italic: string } | { link: string } | Slot;

/** Slots of a reference: the pinpoint, the fragment of the URL, the access date, the number of a footnote. */
export type SlotName = 'pinpoint' | 'fragment' | 'accessed' | 'note';

/** A slot: its initial text, and what precedes and follows any text in it. */
interface Slot {
	slot: SlotName;
	lead: string;
	text: string;
	tail?: string;
}

/** Texts for slots. A slot that is not named keeps its text; one with an empty text is omitted. */
type Fillings = Partial<Record<SlotName, string>>;

/** Fills the slots of a reference. A fragment becomes part of the link before it. */
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

/** A reference as HTML: italics in `<i>`, the URL in a `<span>` that may wrap anywhere. */
export function htmlOf(runs: readonly Run[], fillings?: Fillings): string {
	return fill(runs, fillings)
		.map((run) => {
			if (typeof run === 'string') return escapeHtml(run);
			if ('italic' in run) return `<i>${escapeHtml(run.italic)}</i>`;
			return 'link' in run ? `<span class="address">${escapeHtml(run.link)}</span>` : '';
		})
		.join('');
}

/** Merges adjacent texts and drops empty ones. */
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
