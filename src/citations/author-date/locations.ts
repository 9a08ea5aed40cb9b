import { dateInWords } from '../../core/values/date-words.ts';
import { capitalise } from '../../core/text/words.ts';
import { lookup } from '../../core/values/lookup.ts';
import type { CitableItem } from '../item.ts';
import { parseLocator } from '../locator.ts';
import type { Part } from './compose.ts';

/** The pinpoint of an in-text reference, after a comma. */
export function pinpointSlot({ pinpoint }: CitableItem): Part {
	return [{ slot: 'pinpoint', lead: ', ', text: pinpoint === undefined ? '' : abbreviated(pinpoint) }];
}

const ABBREVIATIONS: Readonly<Record<string, readonly [one: string, many: string]>> = {
	page: ['p.', 'pp.'],
	paragraph: ['para.', 'paras.'],
	section: ['sec.', 'secs.'],
	chapter: ['chap.', 'chaps.'],
	part: ['pt.', 'pts.'],
};

/** A place in a document: `pp. 3–5`. Text that cannot be parsed is unchanged. */
function abbreviated(place: string): string {
	const locator = parseLocator(place);
	const words = locator && lookup(ABBREVIATIONS, locator.label);
	return words ? `${words[locator.many ? 1 : 0]} ${locator.value}` : place;
}

/** The access date with the words around it. */
export function accessedSlot({ accessed }: CitableItem, lead: string, tail: string): Part {
	return [{ slot: 'accessed', lead, text: accessed === undefined ? '' : dateInWords(accessed), tail }];
}

/** The link to an item: its DOI if it has one, otherwise its URL. */
export function addressOf({ doi, address }: CitableItem): Part {
	const link = doi === undefined ? address : `https://doi.org/${doi}`;
	return link === undefined ? [] : [{ link }];
}

/** A number in a series, labelled if it is only a number: `No. 4`. */
export function labelled(number: string): string {
	return /^\p{L}?\d+\p{L}?$/u.test(number) ? `No. ${number}` : capitalise(number);
}
