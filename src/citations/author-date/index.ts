import type { CitableItem } from '../item.ts';
import { type Run, tidy } from '../runs.ts';
import { apaEntry, apaInText } from './apa.ts';
import { chicagoEntry, chicagoInText } from './chicago.ts';
import type { Part } from './compose.ts';
import { unquoted } from '../titles.ts';
import { harvardEntry, harvardInText } from './harvard.ts';

/** A style that cites by author and year. References have slots for pinpoint and day of reading. */
export interface AuthorDateStyle {
	/** The reference within the text. */
	inText(item: CitableItem): Run[];
	/** The entry in the list of references. */
	entry(item: CitableItem): Run[];
}

const styleOf = (
	inText: (item: CitableItem) => Part,
	entry: (item: CitableItem) => Part,
): AuthorDateStyle => ({
	inText: (item) => tidy(inText(withCurlyMarks(item))),
	entry: (item) => tidy(entry(withCurlyMarks(item))),
});

/** Straight apostrophes and quotation marks in names become curly; titles have theirs nested as each style needs. */
function withCurlyMarks(item: CitableItem): CitableItem {
	const { container, publisher, place, descriptor, number, creators } = item;
	return {
		...item,
		container: container && unquoted(container),
		publisher: publisher && unquoted(publisher),
		place: place && unquoted(place),
		descriptor: descriptor && unquoted(descriptor),
		number: number && unquoted(number),
		creators: creators.map((creator) =>
			creator.kind === 'body'
				? { ...creator, name: unquoted(creator.name) }
				: { ...creator, family: unquoted(creator.family), given: unquoted(creator.given) },
		),
	};
}

/** American Psychological Association, 7th edition. */
export const APA = styleOf(apaInText, apaEntry);
/** The Chicago Manual of Style, author–date. */
export const CHICAGO = styleOf(chicagoInText, chicagoEntry);
/** Harvard as in “Cite Them Right”, 12th edition. */
export const HARVARD = styleOf(harvardInText, harvardEntry);
