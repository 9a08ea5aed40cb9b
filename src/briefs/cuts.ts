/** What is left out of a brief, so that it keeps to its pages. */
export interface Cuts {
	/** Nothing is left out by this: the notes are set smaller. */
	small?: boolean;
	/** The publications behind the records, in the notes. */
	sources?: boolean;
	/** The text of a page whose facts the brief has in tables, but for its first paragraph. */
	text?: boolean;
	/** Entries of a timeline that no record tells more of. */
	events?: boolean;
	/** Requests that have an answer on record. */
	answered?: boolean;
	/** How many rows a table keeps, and how many things one place in it or in a list names. */
	most?: number;
	/** All paragraphs of a part but the first. */
	later?: boolean;
}

/** What is cut, step by step, until a brief fits: each step with those before it. The words of the parts go last. */
const STEPS: readonly Cuts[] = [
	{},
	{ small: true },
	{ sources: true },
	{ text: true },
	{ events: true },
	{ answered: true },
	{ most: 12 },
	{ most: 5 },
	{ most: 3, later: true },
	{ most: 1 },
];

/** The steps, each whole. */
export const LADDER: readonly Cuts[] = STEPS.map((_, index) =>
	Object.assign({}, ...STEPS.slice(0, index + 1)),
);

/** Cuts that take something away. */
export type Cut = Exclude<keyof Cuts, 'small'>;

const WORDS: Readonly<Record<Cut, string>> = {
	sources: 'in the notes, the publications that records are of',
	text: 'the text of the page but its first paragraph',
	events: 'events that no record here tells more of',
	answered: 'requests that have an answer on record',
	most: 'the further rows of tables and lists',
	later: 'all but the first paragraph of each part',
};

/** What was left out, in words; null where nothing was. */
export function leftOut(left: ReadonlySet<Cut>): string | null {
	const words = (Object.keys(WORDS) as Cut[]).filter((cut) => left.has(cut)).map((cut) => WORDS[cut]);
	return words.length === 0 ? null : `Left out here for want of room: ${words.join('; ')}.`;
}
