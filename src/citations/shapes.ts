import { dateInWords, MONTHS } from '../core/values/date-words.ts';
import { type CitableItem, citedTitle } from './item.ts';
import { bodyOf, type Creator, creatorOf } from './names.ts';

/** An item in which words that vary are replaced by ones that stand for them, and the way back. */
export interface Shape {
	item: CitableItem;
	/** What the items of this shape have in common, as a text. */
	key: string;
	/** What was taken out of this item: one for each place that a text made of the shape may have. */
	words: readonly Words[];
}

/** Words that stand for others, and the others. */
export interface Words {
	stand: string;
	own: string;
	/** Whether they stand for the others as a style sets them in capitals. */
	inCapitals: boolean;
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
const PLAIN_DATE = /^[1-9]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?$/;

// Words that no text has, nor any identifier, since those have no vowels. The second is small, so that a style that sets capitals can be seen to have done so.
const TITLE = 'Qyix wvk';
const SUBTITLE = 'Qyiy wvk';
const CONTAINER = 'Qyic wvk';
const ADDRESS = 'https://qyi.invalid/';
const [YEAR, MONTH, DAY] = ['2988', '11', '28'];
const ACCESSED = '2987-12-28';
const STANDING = /qyi|298[78]|\bJvw/i;
/** Tell apart words that stand for several of a kind. */
export const LETTERS = 'abdefghijklmnoprstuv';

/**
 * The shape of an item: what is left when title, address, names and date are taken out. References of one shape differ
 * in nothing else.
 *
 * @returns null for an item with anything that a style might treat in its own way
 */
export function shapeOf(item: CitableItem): Shape | null {
	const { title, container, creators, date, address, accessed } = item;
	// The title of a law holds its number and its parts; an article in a journal has numbers that vary with it.
	if (item.kind === 'legislation' || item.kind === 'journal') return null;
	if (!PLAIN_TITLE.test(title) || creators.length > LETTERS.length || !creators.every(isPlain)) return null;
	if (date !== undefined && !PLAIN_DATE.test(date)) return null;
	const bodies = creators.flatMap((one) => (one.kind === 'body' ? [one.name, one.short] : []));
	// Some styles leave out a publisher who is the author as well.
	if (item.publisher !== undefined && bodies.includes(item.publisher)) return null;
	const { publisher, descriptor, number, place, reproduces, pinpoint } = item;
	const kept = JSON.stringify([
		container,
		bodies,
		publisher,
		descriptor,
		number,
		place,
		reproduces,
		pinpoint,
	]);
	if (STANDING.test(kept + title) || /November/.test(kept)) return null;
	// The archive’s own name is in all that is its own, and may have any form.
	const taken = item.kind !== 'own' && container !== undefined && PLAIN.test(container);
	// What no style sets is left out, so that records that differ in it have one shape.
	const { id: _id, note: _note, abstract: _abstract, keywords: _keywords, ...set } = item;
	const [main = title, ...subtitles] = title.split(': ');
	const shape: CitableItem = {
		...set,
		key: 'item',
		title: subtitles.length > 0 ? `${TITLE}: ${SUBTITLE}` : TITLE,
		creators: creators.map(stand),
		container: taken ? CONTAINER : container,
		date: date && [YEAR, MONTH, DAY].slice(0, date.split('-').length).join('-'),
		address: address === undefined ? undefined : ADDRESS,
		accessed: accessed && ACCESSED,
	};
	const words: Words[] = [
		...(date === undefined ? [] : dateWords(date)),
		...creators.flatMap(nameWords),
		...(taken ? inCase(CONTAINER, container) : []),
		...inCase(citedTitle(shape), citedTitle(item)),
		// A later footnote has a title without what follows its colon.
		...(subtitles.length > 0 ? inCase(TITLE, main) : []),
		...(address === undefined ? [] : [wordsFor(ADDRESS, address)]),
		...(accessed === undefined ? [] : [wordsFor(dateInWords(ACCESSED), dateInWords(accessed))]),
	];
	return { item: shape, key: JSON.stringify(shape), words };
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
	const { name, short } = creator;
	if (!PLAIN.test(name) || !PLAIN.test(short)) return creator;
	return bodyOf(`Qyi${letter} wvk`, short === name ? undefined : `Qyis${letter} wvk`);
}

function nameWords(creator: Creator, index: number): Words[] {
	const letter = LETTERS[index];
	if (creator.kind === 'body')
		return [wordsFor(`Qyi${letter} wvk`, creator.name), wordsFor(`Qyis${letter} wvk`, creator.short)];
	const { given, family } = creator;
	const initial = given.charAt(0);
	return [
		wordsFor(`Qyip${letter}, J.`, `${family}, ${initial}.`),
		wordsFor(`J. Qyip${letter}`, `${initial}. ${family}`),
		wordsFor(`Qyip${letter} Jvw${letter}`, `${family} ${given}`),
		wordsFor(`Qyip${letter} J`, `${family} ${initial}`),
		wordsFor(`Jvw${letter}`, given),
		wordsFor(`Qyip${letter}`, family),
	];
}

/** The words as a style may set them in capitals, and as they are. */
function inCase(stand: string, own: string): Words[] {
	return [{ stand: stand.replaceAll('wvk', 'Wvk'), own, inCapitals: true }, wordsFor(stand, own)];
}

function dateWords(date: string): Words[] {
	const [year = '', month, day] = date.split('-');
	const name = MONTHS[Number(month) - 1];
	if (name === undefined) return [wordsFor(YEAR, year)];
	return [
		wordsFor(YEAR, year),
		wordsFor(`November ${DAY}`, `${name} ${Number(day)}`),
		wordsFor(`${DAY} November`, `${Number(day)} ${name}`),
		wordsFor('November', name),
	];
}

/** Words that are put in as they are. */
export function wordsFor(stand: string, own: string): Words {
	return { stand, own, inCapitals: false };
}

/** @param more further characters, and further pieces, that the text may have inside */
function plainText(more: string, pieces = ''): RegExp {
	const inside = String.raw`(?:[\p{L}\p{N} ,%£()–${more}-]|(?<=\p{L})’(?=[\p{L} ])${pieces})`;
	return new RegExp(String.raw`^[\p{Lu}\p{N}]${inside}*(?<=[\p{L}\p{N}%)])$`, 'u');
}
