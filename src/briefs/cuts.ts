/** What may be left out of a brief, so that it keeps to its pages. */
export interface Cuts {
	/** The publications behind the records, in the notes. */
	sources?: boolean;
	/** Requests that have an answer on record. */
	answered?: boolean;
	/** Entries of a timeline that no record tells more of. */
	events?: boolean;
	/** All paragraphs of a part but the first. */
	later?: boolean;
	/** Nothing is left out by this: the notes are set smaller. */
	small?: boolean;
}

/** What is cut in turn, each step together with those before it. */
export const STEPS: readonly (keyof Cuts)[] = ['small', 'sources', 'answered', 'events', 'later'];

const LEFT_OUT: Readonly<Record<Exclude<keyof Cuts, 'small'>, string>> = {
	sources: 'in the notes, the publications that records are of',
	answered: 'requests that have an answer on record',
	events: 'events that no record here tells more of',
	later: 'all but the first paragraph of each part',
};

/** What was left out, in words; null where nothing was. */
export function leftOut(cuts: Cuts): string | null {
	const words = Object.entries(LEFT_OUT).flatMap(([cut, text]) => (cuts[cut as keyof Cuts] ? text : []));
	return words.length === 0 ? null : `Left out here for want of room: ${words.join('; ')}.`;
}
