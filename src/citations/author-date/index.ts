import type { CitableItem } from '../item.ts';
import { type Run, tidy } from '../rich-text.ts';
import { apaEntry, apaInText } from './apa.ts';
import { chicagoEntry, chicagoInText } from './chicago.ts';
import type { Part } from './compose.ts';
import { unquoted } from '../titles.ts';
import { harvardEntry, harvardInText } from './harvard.ts';

/** An author–date style. References have slots for pinpoint and access date. */
export interface AuthorDateStyle {
	/** The in-text reference. */
	inText(item: CitableItem): Run[];
	/** The entry of the reference list. */
	entry(item: CitableItem): Run[];
}

const styleOf = (
	inText: (item: CitableItem) => Part,
	entry: (item: CitableItem) => Part,
): AuthorDateStyle => ({
	inText: (item) => tidy(inText(withCurlyMarks(item))),
	entry: (item) => tidy(entry(withCurlyMarks(item))),
});

/** Curls apostrophes and quotation marks in names. Those in titles are nested as each style requires. */
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

/** Publication Manual of the American Psychological Association, 7th edition (2020). */
export const APA = styleOf(apaInText, apaEntry);
/** The Chicago Manual of Style, author–date, 18th edition (2024), chapters 13 and 14. */
export const CHICAGO = styleOf(chicagoInText, chicagoEntry);
/** Harvard as in Cite Them Right, 12th edition (2022). */
export const HARVARD = styleOf(harvardInText, harvardEntry);
