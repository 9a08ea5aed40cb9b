import { pageOf } from '../formats/csl-json.ts';
import { capitalise } from '../../core/text/words.ts';
import type { CitableItem } from '../item.ts';
import { listed, shortName, withInitials } from './authors.ts';
import { bracketed, italic, join, type Part, ROUND, stopped, text } from './compose.ts';
import { dayAndMonth, issuedOf } from './dates.ts';
import { headlineCase } from './headline-case.ts';
import { accessedSlot, addressOf, pinpointSlot } from './locations.ts';
import { titleAs } from './titles.ts';

/** `(Croft, Smith and Hall, 2021, p. 3)`. */
export function harvardInText(item: CitableItem): Part {
	const who = authorsOf(item.creators.map(shortName));
	return ['(', ...join(', ', [who ?? substituteForAuthor(item), yearOf(item)]), ...pinpointSlot(item), ')'];
}

/** Croft, J. and Smith, B. (2021) ‘Title’, *Newspaper*, 1 July, p. 3. Available at: address (Accessed: 3 May 2022). */
export function harvardEntry(item: CitableItem): Part {
	const authors = authorsOf(item.creators.map((creator) => withInitials(creator, '')));
	const isNewspaperFirst = !authors && isInPeriodical(item);
	const container = isNewspaperFirst ? [] : containerOf(item);
	const titled = join(', ', [authors || isNewspaperFirst ? title(item) : [], container]);
	const head = join(' ', [authors ?? substituteForAuthor(item), bracketed(ROUND, yearOf(item)), titled]);
	const described = join('. ', [head, publication(item)]);
	return stopped(join('. ', [join(', ', [described, ...positionIn(item)]), accessAndAddress(item)]));
}

/** Up to three authors; of more, the first. */
function authorsOf(names: readonly string[]): Part | null {
	if (names.length === 0) return null;
	return names.length > 3 ? [`${names[0]} `, { italic: 'et al.' }] : text(listed(names, ' and '));
}

/** The substitute for an unknown author: the newspaper or journal, or the title. */
function substituteForAuthor(item: CitableItem): Part {
	return isInPeriodical(item) ? italic(headlineCase(item.container ?? '')) : title(item);
}

function isInPeriodical({ kind, container }: CitableItem): boolean {
	return (kind === 'news' || kind === 'journal') && container !== undefined;
}

function title(item: CitableItem): Part {
	return titleAs(item.kind === 'news' || item.kind === 'journal' ? 'quoted' : 'italic', item);
}

/** The title of legislation contains its year. */
function yearOf(item: CitableItem): Part {
	return text(issuedOf(item)?.years ?? (item.kind === 'legislation' ? undefined : 'no date'));
}

/** An article without volume and pages is a preprint. */
function containerOf(item: CitableItem): Part {
	const isPreprint = item.kind === 'journal' && item.volume === undefined && pageOf(item) === undefined;
	return join(' ', [italic(item.container), item.container && isPreprint ? ['[Preprint]'] : []]);
}

/** Series and publisher; omitted for newspapers and journals. */
function publication({ kind, descriptor, number, place, publisher }: CitableItem): Part {
	if (kind === 'news' || kind === 'journal') return [];
	const house = [place, publisher].filter(Boolean).join(': ');
	if (kind === 'web' || kind === 'own' || kind === 'legislation') return text(house);
	return join('. ', [
		text([descriptor && capitalise(descriptor), number].filter(Boolean).join(' ')),
		text(house),
	]);
}

/** The place in a newspaper or journal: `27(4)`, `1 July`, `pp. 406–423`. */
function positionIn(item: CitableItem): readonly Part[] {
	const { kind, volume, issue } = item;
	if (kind !== 'news' && kind !== 'journal') return [];
	const pages = pageOf(item)?.replace('-', '–');
	return [
		kind === 'journal' ? text([volume, issue && `(${issue})`].filter(Boolean).join('')) : [],
		kind === 'news' ? text(dayAndMonth(issuedOf(item))) : [],
		text(pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`),
	];
}

function accessAndAddress(item: CitableItem): Part {
	const address = addressOf(item);
	if (address.length === 0) return [];
	const read = item.doi === undefined ? accessedSlot(item, ' (Accessed: ', ')') : [];
	return ['Available at: ', ...address, ...read];
}
