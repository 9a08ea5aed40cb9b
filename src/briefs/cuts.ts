/** What to leave out of a brief so that it fits. */
export interface Cuts {
	/** Leaves nothing out: notes are set in smaller type. */
	small?: boolean;
	/** The publications behind records, in the notes. */
	sources?: boolean;
	/** All but the first paragraph of a page’s text whose facts are in tables too. */
	text?: boolean;
	/** Entries of the timeline without a record. */
	events?: boolean;
	/** Requests that have an answer on record. */
	answered?: boolean;
	/** Maximum rows of a table, and items in one cell or list. */
	most?: number;
	/** All but the first paragraph of each section. */
	later?: boolean;
}

/** Cuts are made step by step until a brief fits; each step includes those before it. The sections’ text goes last. */
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

/** The cumulative steps. */
export const LADDER: readonly Cuts[] = STEPS.map((_, index) =>
	Object.assign({}, ...STEPS.slice(0, index + 1)),
);

/** Cuts that remove something. */
export type Cut = Exclude<keyof Cuts, 'small'>;

const WORDS: Readonly<Record<Cut, string>> = {
	sources: 'in the notes, the publications that records are of',
	text: 'the text of the page but its first paragraph',
	events: 'events that no record here tells more of',
	answered: 'requests that have an answer on record',
	most: 'the further rows of tables and lists',
	later: 'all but the first paragraph of each part',
};

/** What was left out, in words; null if nothing was. */
export function leftOut(left: ReadonlySet<Cut>): string | null {
	const words = (Object.keys(WORDS) as Cut[]).filter((cut) => left.has(cut)).map((cut) => WORDS[cut]);
	return words.length === 0 ? null : `Left out here for want of room: ${words.join('; ')}.`;
}
