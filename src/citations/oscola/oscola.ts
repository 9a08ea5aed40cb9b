import { dateInWords } from '../../core/values/date-words.ts';
import type { CitableItem } from '../item.ts';
import { oscolaLocator } from '../locator.ts';
import { authorsOf, shortAuthors } from './authors.ts';
import { body, type Edition, suppliedTitle } from './bodies.ts';
import { type Run, tidy } from '../rich-text.ts';
import { quoted, titleCase, unquoted } from '../titles.ts';

/** `ibid` is for an immediately following reference; the fifth edition uses the short form instead. */
export type Form = 'footnote' | 'subsequent' | 'ibid' | 'bibliography';

export interface OscolaOptions {
	edition?: Edition;
	form?: Form;
	/** The pinpoint in OSCOLA’s form: `para 12`. Default: the item’s. */
	pinpoint?: string;
	/** The fragment of the URL: `#p12`. */
	fragment?: string;
	/** The access date, `YYYY-MM-DD`. Default: the item’s. */
	accessed?: string;
	/** The number of the footnote with the full reference. */
	note?: number;
	/** Whether to give the URL of a newspaper article cited by page. OSCOLA does not; readers want it. Default: true. */
	link?: boolean;
}

/**
 * A reference in OSCOLA, the Oxford standard for citing legal authorities: edition 5 (2026), or 4 (2012).
 *
 * The fourth ends footnotes with a full stop, names a newspaper’s city, allows “ibid”, and gives an access date for every
 * URL; the fifth omits the access date of a permanent URL.
 *
 * @returns runs with slots for pinpoint, fragment, access date and note number, which `textOf` fills
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
	// No doubled full stop: a bracket, quotation mark or number always comes last.
	return tidy(edition === 4 ? [...runs, '.'] : runs);
}

function full(item: CitableItem, options: OscolaOptions): Run[] {
	const bibliography = options.form === 'bibliography';
	return [
		authorsOf(item, bibliography ? 'bibliography' : 'footnote'),
		...body(item, options.edition ?? 5),
		...(bibliography ? [] : [pinpointSlot(item, options)]),
		...accessAndAddress(item, options),
	];
}

/** The URL and the access date (OSCOLA 4, section 3.1.4). */
function accessAndAddress(
	item: CitableItem,
	{ edition = 5, form, fragment, accessed, link = true }: OscolaOptions,
): Run[] {
	// These are cited from print, without a URL (OSCOLA 4, section 3.1.4).
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
	// The title of regulations may already contain the pinpoint.
	const own =
		item.kind === 'legislation' && oscolaLocator(item.title.split(', ').at(-1) ?? '') === place ? '' : place;
	const joined = ['legislation', 'debate', 'journal'].includes(item.kind);
	return { slot: 'pinpoint', lead: joined ? ', ' : ' ', text: pinpoint ?? own };
}

/** A subsequent reference: author or short title, and the footnote with the full reference (OSCOLA 4, section 1.2.1). */
function subsequent(item: CitableItem, options: OscolaOptions): Run[] {
	// Legislation and debates are short and are always cited in full.
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

/** Whether the quotation marks in a part of a title are balanced. */
function balanced(text: string): boolean {
	const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
	return count(/“/g) === count(/”/g) && count(/"/g) % 2 === 0 && count(/‘/g) <= count(/’/g);
}
