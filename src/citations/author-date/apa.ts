import { pageOf } from '../formats/csl-json.ts';
import { capitalise } from '../../core/text/words.ts';
import type { CitableItem } from '../item.ts';
import { listed, shortName, withInitials } from './authors.ts';
import { bracketed, italic, join, type Part, ROUND, SQUARE, stopped, text } from './compose.ts';
import { type Issued, issuedOf, monthAndDay } from './dates.ts';
import { headlineCase } from './headline-case.ts';
import { expandedPages } from './pages.ts';
import { accessedSlot, addressOf, labelled, pinpointSlot } from './locations.ts';
import { titleAs } from './titles.ts';

/** `(Croft & Smith, 2021, p. 3)` (APA 7, sections 8.10 to 8.17). */
export function apaInText(item: CitableItem): Part {
	const names = item.creators.map(shortName);
	const authors = names.length > 2 ? `${names[0]} et al.` : listed(names, ' & ');
	const who = authors ? text(authors) : (publisherAsAuthor(item) ?? titleInText(item));
	const issued = issuedOf(item);
	const when = issued ? text(yearsOf(issued)) : text(isLaw(item) ? undefined : 'n.d.');
	return ['(', ...join(', ', [isLaw(item) ? titleInText(item) : who, when]), ...pinpointSlot(item), ')'];
}

/** Croft, J., & Smith, B. (2021, July 1). Title [Letter]. Source. Address (APA 7, chapter 9). */
export function apaEntry(item: CitableItem): Part {
	if (isLaw(item)) return join(' ', [stopped(titleAs('plain', item, headlineCase)), accessAndAddress(item)]);
	const authors = authorsOf(item);
	const publisher = publisherAsAuthor(item);
	const issued = issuedOf(item);
	const when = issued ? join(', ', [text(yearsOf(issued)), text(dayOf(item, issued))]) : text('n.d.');
	const isTitleFirst = authors.length === 0 && !publisher;
	const elements = [
		isTitleFirst ? titled(item) : (publisher ?? authors),
		bracketed(ROUND, when),
		isTitleFirst ? description(item) : join(' ', [titled(item), description(item)]),
		source(item, publisher !== undefined),
	];
	return join(' ', [stopped(join('. ', elements)), accessAndAddress(item)]);
}

/** All authors up to twenty; of more, the first nineteen and the last (section 9.8). */
function authorsOf({ creators }: CitableItem): Part {
	const names = creators.map((creator) => withInitials(creator, ' '));
	if (names.length <= 20) return text(listed(names, ', & '));
	return text(`${names.slice(0, 19).join(', ')}, … ${names.at(-1)}`);
}

/** The publisher of a page is its author if no other is known (section 9.7). */
function publisherAsAuthor(item: CitableItem): Part | undefined {
	return isPage(item) && item.creators.length === 0 && item.publisher ? text(item.publisher) : undefined;
}

function titleInText(item: CitableItem): Part {
	const isContained = isArticle(item) && item.container !== undefined;
	const form = isContained ? 'quoted' : isArticle(item) || isPage(item) ? 'italic' : 'plain';
	return titleAs(form, item, headlineCase);
}

/** `ca. 2019–2020` for an inexact date. */
function yearsOf({ years, isApproximate }: Issued): string {
	return isApproximate ? `ca. ${years}` : years;
}

/** Newspaper articles and web pages have month and day (section 9.14). */
function dayOf(item: CitableItem, issued: Issued): string {
	return item.kind === 'news' || isPage(item) ? monthAndDay(issued) : '';
}

/** The title, with the number of a separate document (sections 9.18 and 9.19). */
function titled(item: CitableItem): Part {
	const isPart = !isPage(item) && item.container !== undefined;
	const title = titleAs(isPart ? 'plain' : 'italic', item);
	return join(' ', [title, isPart ? [] : bracketed(ROUND, series(item))]);
}

/** `Press Release No. 12`. */
function series({ descriptor, number }: CitableItem): Part {
	if (number === undefined) return [];
	return text(
		[descriptor && headlineCase(capitalise(descriptor)), labelled(number)].filter(Boolean).join(' '),
	);
}

/** `[Press release]`, unless the number includes it (section 9.21). */
function description(item: CitableItem): Part {
	return isReport(item) && item.container !== undefined ? [] : bracketed(SQUARE, genre(item));
}

function genre({ descriptor, number }: CitableItem): Part {
	return number === undefined ? text(descriptor && capitalise(descriptor)) : [];
}

function source(item: CitableItem, isPublisherNamed: boolean): Part {
	const publisher = isPublisherNamed ? [] : text(item.publisher);
	if (isArticle(item)) return periodical(item);
	if (isPage(item)) return join('. ', [publisher, text(item.container && headlineCase(item.container))]);
	const whole = join(' ', [
		italic(item.container),
		bracketed(ROUND, series(item)),
		bracketed(SQUARE, genre(item)),
	]);
	return join('. ', [item.container === undefined ? [] : ['In ', ...whole], publisher]);
}

/** *Journal*, *27*(4), 406–423 (sections 9.25 to 9.27). */
function periodical(item: CitableItem): Part {
	const { container, volume, issue, number } = item;
	const pages = pageOf(item);
	return join(', ', [
		italic(container && headlineCase(container)),
		[...italic(volume), ...bracketed(ROUND, text(issue))],
		number === undefined || container === undefined
			? text(pages && expandedPages(pages))
			: text(`Article ${number}`),
	]);
}

/** The link; without a date of publication, after the access date (section 9.16). */
function accessAndAddress(item: CitableItem): Part {
	const address = addressOf(item);
	if (address.length === 0 || item.doi !== undefined || issuedOf(item)) return address;
	return [...accessedSlot(item, 'Retrieved ', ', from '), ...address];
}

const isLaw = ({ kind }: CitableItem) => kind === 'legislation';
const isPage = ({ kind }: CitableItem) => kind === 'web' || kind === 'own';
const isArticle = ({ kind }: CitableItem) => kind === 'news' || kind === 'journal';
const isReport = (item: CitableItem) => !isLaw(item) && !isPage(item) && !isArticle(item);
