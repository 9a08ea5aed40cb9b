import { pageOf } from '../formats/csl-json.ts';
import { capitalise } from '../../core/text/words.ts';
import type { CitableItem } from '../item.ts';
import { type Creator, fullFamily } from '../names.ts';
import { inverted, listed, shortName } from './authors.ts';
import { bracketed, italic, join, type Part, ROUND, stopped, text } from './compose.ts';
import { type Issued, issuedOf, monthAndDay } from './dates.ts';
import { headlineCase } from './headline-case.ts';
import { chicagoPages } from './pages.ts';
import { accessedSlot, addressOf, labelled, pinpointSlot } from './locations.ts';
import { titleAs } from './titles.ts';

/** `(Croft and Smith 2021, p. 3)`, `(Croft, n.d.)` (CMOS 18, chapter 13). */
export function chicagoInText(item: CitableItem): Part {
	const names = item.creators.map(shortName);
	const authors = names.length > 2 ? `${names[0]} et al.` : listed(names, ' and ');
	const who = isLaw(item) ? title(item) : authors ? text(authors) : substituteText(item, false);
	const issued = issuedOf(item);
	const cited = issued
		? join(' ', [who, text(yearsOf(issued))])
		: join(', ', [who, isLaw(item) ? [] : ['n.d.']]);
	return ['(', ...cited, ...pinpointSlot(item), ')'];
}

/** Croft, Jane, and Bob Smith. 2021. ‘Title’. *Newspaper*, July 1. Address. (CMOS 18, chapters 13 and 14.) */
export function chicagoEntry(item: CitableItem): Part {
	const issued = issuedOf(item);
	if (isLaw(item)) return stopped(join('. ', [title(item), accessAndAddress(item)]));
	const substitute = item.creators.length === 0 ? substituteFor(item) : null;
	return stopped(
		join('. ', [
			substitute ? substituteText(item, true) : authorsOf(item),
			text(issued ? yearsOf(issued) : 'n.d.'),
			substitute === 'title' ? [] : title(item),
			genre(item),
			...numbers(item),
			source(item, substitute, issued),
			accessAndAddress(item),
		]),
	);
}

/** Up to six authors; of more, the first three. The first is inverted (CMOS 18, sections 13.74 to 13.86). */
function authorsOf({ creators }: CitableItem): Part {
	const names = creators.map((creator, index) => (index === 0 ? familyFirst(creator) : givenFirst(creator)));
	return text(names.length > 6 ? `${names.slice(0, 3).join(', ')}, et al.` : listed(names, ', and '));
}

/** `Leyen, Ursula von der`. */
function familyFirst(creator: Creator): string {
	if (creator.kind === 'body') return creator.name;
	return inverted(creator, creator.family, [creator.given, creator.particle].filter(Boolean).join(' '));
}

function givenFirst(creator: Creator): string {
	if (creator.kind === 'body') return creator.name;
	return [creator.given, fullFamily(creator), creator.suffix].filter(Boolean).join(' ');
}

/** The substitute for an unknown author: the publisher of a page, its site, the newspaper or the title (14.97, 14.104). */
type Substitute = 'publisher' | 'container' | 'title';

function substituteFor(item: CitableItem): Substitute {
	if (isPage(item) && item.publisher) return 'publisher';
	return (isPage(item) || item.kind === 'news') && item.container ? 'container' : 'title';
}

/** @param withCity whether to add the city of a newspaper */
function substituteText(item: CitableItem, withCity: boolean): Part {
	switch (substituteFor(item)) {
		case 'publisher':
			return text(item.publisher);
		case 'container':
			return isPage(item) ? text(headlineCase(item.container ?? '')) : periodicalName(item, withCity);
		case 'title':
			return title(item);
	}
}

function title(item: CitableItem): Part {
	if (isLaw(item)) return titleAs('plain', item, headlineCase);
	return titleAs(isPage(item) || item.container !== undefined ? 'quoted' : 'italic', item, headlineCase);
}

/** `[2019?]` for an inexact date (CMOS 18, section 13.102). */
function yearsOf({ years, isApproximate }: Issued): string {
	return isApproximate ? `[${years}?]` : years;
}

/** `Press release`, unless the number includes it. */
function genre({ kind, descriptor, number, container }: CitableItem): Part {
	const isPart = isReport({ kind }) && container !== undefined;
	return number === undefined && !isPart ? text(descriptor && capitalise(descriptor)) : [];
}

/** `Press Release No. 12`, `Version 3`; those of a part are given with the whole. */
function numbers(item: CitableItem): readonly Part[] {
	if (!isPage(item) && item.container !== undefined) return [];
	return [series(item), text(item.version === undefined ? undefined : `Version ${item.version}`)];
}

function series({ descriptor, number }: CitableItem): Part {
	if (number === undefined) return [];
	return text(
		[descriptor && headlineCase(capitalise(descriptor)), labelled(number)].filter(Boolean).join(' '),
	);
}

function source(item: CitableItem, substitute: Substitute | null, issued: Issued | undefined): Part {
	const container = substitute === 'container' ? undefined : item.container;
	const publisher = substitute === 'publisher' ? undefined : (item.publisher ?? item.place);
	const day = text(monthAndDay(issued));
	if (item.kind === 'news')
		return join(', ', [container ? periodicalName(item, true) : [], day, text(item.number)]);
	if (item.kind === 'journal') return journal(item, issued);
	if (isPage(item))
		return join(', ', [
			text(container && headlineCase(container)),
			text(publisher && capitalise(publisher)),
			day,
		]);
	return join('. ', [whole(item), text(publisher && capitalise(publisher))]);
}

/** In *Collection*, Press Release No. 12. */
function whole(item: CitableItem): Part {
	const { container, descriptor, number } = item;
	if (container === undefined) return [];
	const name: Part = ['In ', { italic: headlineCase(container) }];
	return join(', ', [name, number === undefined ? text(descriptor && capitalise(descriptor)) : series(item)]);
}

/** *Newspaper* (City). */
function periodicalName({ container, place }: CitableItem, withCity: boolean): Part {
	return join(' ', [
		italic(container && headlineCase(container)),
		bracketed(ROUND, text(withCity ? place : undefined)),
	]);
}

/** *Journal* 27 (4): 406–23. */
function journal(item: CitableItem, issued: Issued | undefined): Part {
	const { volume, issue, number } = item;
	const name = periodicalName(item, true);
	const pages = pageOf(item);
	const place = text(number ?? (pages && chicagoPages(pages)));
	const month = bracketed(ROUND, text(issued?.month));
	if (volume !== undefined) {
		const numbered = join(' ', [text(volume), issue === undefined ? month : bracketed(ROUND, text(issue))]);
		return join(' ', [name, join(': ', [numbered, place])]);
	}
	if (issue !== undefined) {
		const numbered = join(' ', [text(`no. ${issue}`), item.creators.length > 0 ? month : []]);
		return join(', ', [name, join(': ', [numbered, place])]);
	}
	const isAhead = place.length === 0 && item.doi !== undefined && issued;
	return join(', ', [name, isAhead ? ['ahead of print'] : [], text(monthAndDay(issued)), place]);
}

/** The link; without a date of publication, after the access date. */
function accessAndAddress(item: CitableItem): Part {
	const address = addressOf(item);
	if (address.length === 0 || item.doi !== undefined || issuedOf(item)) return address;
	return [...accessedSlot(item, 'Accessed ', '. '), ...address];
}

const isLaw = ({ kind }: Pick<CitableItem, 'kind'>) => kind === 'legislation';
const isPage = ({ kind }: Pick<CitableItem, 'kind'>) => kind === 'web' || kind === 'own';
const isReport = ({ kind }: Pick<CitableItem, 'kind'>) => ['report', 'paper', 'debate'].includes(kind);
