import { MONTH_MACROS } from './formats/bibtex.ts';
import type { CitableItem } from './item.ts';
import { LETTERS, type Shape, type Words, wordsFor } from './shapes.ts';

/** Text that no format has to escape: nothing that TeX or JSON takes for a sign, white space only as single spaces. */
const PLAIN = /^[^\\~^&%$#_{}"<>\s\p{Cc}]+(?: [^\\~^&%$#_{}"<>\s\p{Cc}]+)*$/u;
const PLAIN_NAME = /^[\w.-]+$/;
const PLAIN_ADDRESS = /^[^\\{}"<>\s\p{Cc}]+$/u;

/** Stands for the name of a file. */
export const FILE = 'qyifile';
const [KEY, ID, ABSTRACT, NOTE] = ['qyikey', 'qyiid', 'Qyisum wvk', 'Qyinote wvk'];

/**
 * The shape of an item as files of references have it, which tell more of it than references do, and dates in digits.
 *
 * @param shape the shape of its references
 * @param file name of the file, without an ending
 * @returns null for an item that a format has to treat in its own way
 */
export function fileShapeOf(item: CitableItem, shape: Shape, file: string): Shape | null {
	const {
		key,
		id,
		title,
		creators,
		container,
		address,
		abstract,
		keywords = [],
		note,
		accessed,
		date,
	} = item;
	const names = creators.flatMap((one) => (one.kind === 'body' ? one.name : [one.given, one.family]));
	if (!PLAIN_NAME.test(file)) return null;
	const texts = [key, id, title, container, abstract, ...keywords, note, ...names];
	if (!texts.every((text) => text === undefined || PLAIN.test(text))) return null;
	if (address !== undefined && !PLAIN_ADDRESS.test(address)) return null;
	if (keywords.length > LETTERS.length) return null;
	// A stop is put after the last note where it has none.
	const stop = note?.endsWith('.') ? '.' : '';
	const standing: CitableItem = {
		...shape.item,
		key: KEY,
		id: id && ID,
		abstract: abstract && ABSTRACT,
		keywords: item.keywords && keywords.map((_, index) => `Qyik${LETTERS[index]}`),
		note: note && NOTE + stop,
	};
	const words: Words[] = [
		wordsFor(KEY, key),
		wordsFor(FILE, file),
		wordsFor(ID, id ?? ''),
		wordsFor(ABSTRACT, abstract ?? ''),
		wordsFor(NOTE + stop, note ?? ''),
		...keywords.map((keyword, index) => wordsFor(`Qyik${LETTERS[index]}`, keyword)),
		...dateWords(standing.date, date),
		...dateWords(standing.accessed, accessed),
		...shape.words,
	];
	const has = [id, abstract, note, stop, item.keywords].map((field) => (field ? 1 : 0)).join('');
	return { item: standing, key: `${shape.key} ${has} ${keywords.length}`, words };
}

/** A date in the ways that the formats write it. */
function dateWords(stand: string | undefined, own: string | undefined): Words[] {
	if (stand === undefined || own === undefined) return [];
	const ways = (text: string) => {
		const [year = '', month = '', day = ''] = text.split('-');
		const numbers = [year, month, day].filter(Boolean).map(Number).join(',');
		return [
			text,
			`${year}/${month}/${day}/`,
			`[${numbers}]`,
			`month = ${MONTH_MACROS[Number(month) - 1]},`,
			`day = {${Number(day)}}`,
		];
	};
	const owns = ways(own);
	return ways(stand).map((way, index) => wordsFor(way, owns[index] ?? ''));
}
