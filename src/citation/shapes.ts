import { MONTHS } from '../model/date-words.ts';
import { type CitableItem, citedTitle } from './item.ts';
import { bodyOf, type Creator, creatorOf } from './names.ts';

/** An item in which words that vary are replaced by ones that stand for them, and the way back. */
export interface Shape {
	item: CitableItem;
	/** What the items of this shape have in common, as a text. */
	key: string;
	/** Puts the item’s own words where those that stand for them are. */
	put(text: string, capitals: Capitals): string;
}

/**
 * Text that stays as it is wherever it stands: no quotation marks, nothing that draws or swallows a stop. Names may have
 * an ampersand, titles a subtitle that begins with a capital.
 */
const PLAIN = plainText('&');
const PLAIN_TITLE = plainText('', String.raw`|: (?=[\p{Lu}\p{N}])`);
/** One given name and one family name: their initials and order are the same whatever they are. */
const PLAIN_GIVEN = /^\p{Lu}\p{Ll}+$/u;
const PLAIN_FAMILY = /^\p{Lu}[\p{L}’]+$/u;

// Words that no text has, nor any identifier, since those have no vowels. The second is small, so that a style that sets capitals can be seen to have done so.
const TITLE = 'Qyix wvk';
const CONTAINER = 'Qyic wvk';
const ADDRESS = 'https://qyi.invalid/';
const [YEAR, MONTH, DAY] = ['2988', '11', '28'];
const STANDING = /qyi|2988|\bJvw/i;
const LETTERS = 'abdefghijklmnoprstuv';

/** Words that stand for others, and the others; those that are to be set in capitals are set when they are met. */
type Pair = readonly [from: string, to: string, inCapitals?: true];
/** Sets a title in capitals as a style does. */
export type Capitals = (title: string) => string;

/**
 * The shape of an item: what is left when title, address, names and date are taken out. References of one shape differ
 * in nothing else.
 *
 * @returns null for an item with anything that a style might treat in its own way
 */
export function shapeOf(item: CitableItem): Shape | null {
	const { title, container, creators, date, address } = item;
	if (!PLAIN_TITLE.test(title) || creators.length > LETTERS.length || !creators.every(isPlain)) return null;
	if (date !== undefined && !/^[1-9]\d{3}(?:-\d\d){0,2}$/.test(date)) return null;
	const bodies = creators.flatMap((one) => (one.kind === 'body' ? one.name : []));
	const kept = JSON.stringify([container, bodies, item.publisher, item.descriptor, item.number]);
	if (STANDING.test(kept + title) || /November/.test(kept)) return null;
	// The archive’s own name is in all that is its own, and may have any form.
	const taken = item.kind !== 'own' && container !== undefined && PLAIN.test(container);
	// What no style sets is left out, so that records that differ in it have one shape.
	const { id: _id, note: _note, abstract: _abstract, keywords: _keywords, ...set } = item;
	const shape: CitableItem = {
		...set,
		key: 'item',
		title: TITLE,
		creators: creators.map(stand),
		container: taken ? CONTAINER : container,
		date: date && [YEAR, MONTH, DAY].slice(0, date.split('-').length).join('-'),
		address: address === undefined ? undefined : ADDRESS,
		pinpoint: item.kind === 'news' ? item.pinpoint : undefined,
		accessed: undefined,
	};
	const pairs: Pair[] = [
		...(date === undefined ? [] : datePairs(date)),
		...creators.flatMap(namePairs),
		...(taken ? casePairs(CONTAINER, container) : []),
		...casePairs(citedTitle(shape), citedTitle(item)),
		[ADDRESS, address ?? ''],
	];
	return {
		item: shape,
		key: JSON.stringify([shape, item.address === undefined]),
		put: (text, capitals) =>
			pairs.reduce((all, [from, to, inCapitals]) => {
				if (!all.includes(from)) return all;
				const words = inCapitals ? capitals(to) : to;
				return all.replaceAll(from, () => words);
			}, text),
	};
}

/** Whether a text still has a word that stands for another: the style did something with it that is not known here. */
export function hasStanding(text: string): boolean {
	return STANDING.test(text);
}

function isPlain(creator: Creator): boolean {
	if (creator.kind === 'body') return true;
	const { given, family, particle, suffix } = creator;
	return !particle && !suffix && PLAIN_GIVEN.test(given) && PLAIN_FAMILY.test(family);
}

/** The name that stands for one; a body’s that is not plain stays what it is. */
function stand(creator: Creator, index: number): Creator {
	const letter = LETTERS[index];
	if (creator.kind === 'person') return creatorOf(`Jvw${letter} Qyip${letter}`);
	return PLAIN.test(creator.name) ? bodyOf(`Qyi${letter} wvk`) : creator;
}

function namePairs(creator: Creator, index: number): Pair[] {
	const letter = LETTERS[index];
	if (creator.kind === 'body') return [[`Qyi${letter} wvk`, creator.name]];
	const { given, family } = creator;
	const initial = given.charAt(0);
	return [
		[`Qyip${letter}, J.`, `${family}, ${initial}.`],
		[`J. Qyip${letter}`, `${initial}. ${family}`],
		[`Jvw${letter}`, given],
		[`Qyip${letter}`, family],
	];
}

/** The words as a style may set them in capitals, and as they are. */
function casePairs(from: string, to: string): Pair[] {
	return [
		[from.replace('wvk', 'Wvk'), to, true],
		[from, to],
	];
}

function datePairs(date: string): Pair[] {
	const [year = '', month, day] = date.split('-');
	const name = MONTHS[Number(month) - 1];
	if (name === undefined) return [[YEAR, year]];
	return [
		[YEAR, year],
		[`November ${DAY}`, `${name} ${Number(day)}`],
		[`${DAY} November`, `${Number(day)} ${name}`],
		['November', name],
	];
}

/** @param more further characters, and further pieces, that the text may have inside */
function plainText(more: string, pieces = ''): RegExp {
	const inside = String.raw`(?:[\p{L}\p{N} ,%£()–${more}-]|(?<=\p{L})’(?=[\p{L} ])${pieces})`;
	return new RegExp(String.raw`^[\p{Lu}\p{N}]${inside}*(?<=[\p{L}\p{N}%)])$`, 'u');
}
