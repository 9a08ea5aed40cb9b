import { dateInWords } from '../../core/values/date-words.ts';
import type { CitableItem } from '../item.ts';
import { oscolaLocator } from '../locator.ts';
import { authorsOf, shortAuthors } from './authors.ts';
import { body, type Edition, suppliedTitle } from './bodies.ts';
import { type Run, tidy } from '../runs.ts';
import { quoted, titleCase, unquoted } from '../titles.ts';

/** `ibid` is for the reference right after; the fifth edition has none and gives the short form instead. */
export type Form = 'footnote' | 'subsequent' | 'ibid' | 'bibliography';

export interface OscolaOptions {
	edition?: Edition;
	form?: Form;
	/** Place in the thing, in OSCOLA’s words: `para 12`. Default: the item’s own. */
	pinpoint?: string;
	/** Fragment of the address: `#p12`. */
	fragment?: string;
	/** Day of reading, `YYYY-MM-DD`. Default: the item’s own. */
	accessed?: string;
	/** Number of the footnote that gives the reference in full. */
	note?: number;
	/** Whether a newspaper article known by its page has an address too. Strictly it has none; readers want it. */
	link?: boolean;
}

/**
 * A reference in OSCOLA, the Oxford standard for citing legal authorities: edition 5 (2026), or 4 (2012).
 *
 * They differ in this: the fourth ends a footnote with a full stop, names a newspaper’s city, allows “ibid”, and gives
 * the day of reading for every address; the fifth gives none for an address that is kept for ever.
 *
 * @returns runs with places for pinpoint, fragment, day of reading and note number; `textOf` fills them
 */
export function oscola(item: CitableItem, options: OscolaOptions = {}): Run[] {
	const { edition = 5, form = 'footnote' } = options;
	if (form === 'bibliography') return tidy([...full(item, options)]);
	const runs =
		form === 'footnote'
			? full(item, options)
			: form === 'ibid' && edition === 4
				? ['ibid', pinpointSlot(item, options)]
				: subsequent(item, options);
	// A title or the like may already end with a stop, but here a bracket, mark or number always comes last.
	return tidy(edition === 4 ? [...runs, '.'] : runs);
}

function full(item: CitableItem, options: OscolaOptions): Run[] {
	const bibliography = options.form === 'bibliography';
	return [
		authorsOf(item, bibliography ? 'bibliography' : 'footnote'),
		...body(item, options.edition ?? 5),
		...(bibliography ? [] : [pinpointSlot(item, options)]),
		...whereabouts(item, options),
	];
}

/** The address, and when it was read. */
function whereabouts(
	item: CitableItem,
	{ edition = 5, form, fragment, accessed, link = true }: OscolaOptions,
): Run[] {
	// Print is the authority for these: they have no address (OSCOLA 4, section 3.1.4).
	const inJournal = item.kind === 'journal' && item.pages !== undefined;
	const printed = inJournal || ['paper', 'debate', 'legislation'].includes(item.kind);
	const paged = item.kind === 'news' && item.pinpoint !== undefined;
	if (item.address === undefined || printed || (paged && !link)) return [];
	const own = item.permanent && edition === 5 ? undefined : item.accessed;
	const day = accessed ?? own;
	return [
		' <',
		{ link: item.address },
		...(form === 'bibliography' ? [] : [{ slot: 'fragment', lead: '', text: fragment ?? '' } as const]),
		'>',
		{ slot: 'accessed', lead: ' accessed ', text: day === undefined ? '' : dateInWords(day) },
	];
}

function pinpointSlot(item: CitableItem, { pinpoint }: OscolaOptions): Run {
	const place = item.pinpoint === undefined ? '' : oscolaLocator(item.pinpoint);
	// The title of regulations may name the very one.
	const own =
		item.kind === 'legislation' && oscolaLocator(item.title.split(', ').at(-1) ?? '') === place ? '' : place;
	const joined = ['legislation', 'debate', 'journal'].includes(item.kind);
	return { slot: 'pinpoint', lead: joined ? ', ' : ' ', text: pinpoint ?? own };
}

/** A later reference: who or what, and the footnote that has the rest. */
function subsequent(item: CitableItem, options: OscolaOptions): Run[] {
	// Acts and debates are short already and are cited in full each time.
	if (item.kind === 'legislation' || item.kind === 'debate')
		return full(item, { ...options, form: 'footnote' });
	const note = options.note === undefined ? '…' : String(options.note);
	const number: Run[] = [' (n ', { slot: 'note', lead: '', text: note }, ')'];
	return [...shortForm(item), ...number, pinpointSlot(item, options)];
}

function shortForm(item: CitableItem): Run[] {
	const authors = shortAuthors(item);
	if (authors) return [authors];
	if (item.titleSupplied) return [suppliedTitle(item)];
	const [main = item.title] = item.title.split(/:\s/, 1);
	const title = titleCase(balanced(main) ? main : item.title);
	return item.kind === 'paper' ? [{ italic: unquoted(title) }] : [quoted(title)];
}

/** Whether a piece of a title has all its quotation marks. */
function balanced(text: string): boolean {
	const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
	return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0 && count(/‘/g) <= count(/’/g);
}
