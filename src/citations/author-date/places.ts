import { dateInWords } from '../../core/values/date-words.ts';
import { lookup } from '../../core/values/lookup.ts';
import type { CitableItem } from '../item.ts';
import { parseLocator } from '../locator.ts';
import type { Part } from './compose.ts';

/** The pinpoint of a reference in the text, after a comma: a slot that a reader may fill. */
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

/** A place in a document: `pp. 3–5`. Words that cannot be parsed stay as they are. */
function abbreviated(place: string): string {
	const locator = parseLocator(place);
	const words = locator && lookup(ABBREVIATIONS, locator.label);
	return words ? `${words[locator.many ? 1 : 0]} ${locator.value}` : place;
}

/** The day of reading with the words around it: a slot that a reader may fill. */
export function accessedSlot({ accessed }: CitableItem, lead: string, tail: string): Part {
	return [{ slot: 'accessed', lead, text: accessed === undefined ? '' : dateInWords(accessed), tail }];
}

/** The address of a thing: that of its Digital Object Identifier, where it has one. */
export function addressOf({ doi, address }: CitableItem): Part {
	const link = doi === undefined ? address : `https://doi.org/${doi}`;
	return link === undefined ? [] : [{ link }];
}

/** A number in a series; one that is nothing but a number has a label: `No. 4`. */
export function labelled(number: string): string {
	return /^\p{L}?\d+\p{L}?$/u.test(number) ? `No. ${number}` : capitalised(number);
}

export function capitalised(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
