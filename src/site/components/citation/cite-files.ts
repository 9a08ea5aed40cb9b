import { distinct, FORMATS } from '../../../citations/formats/exports.ts';
import { FILE, fileShapeOf } from '../../../citations/file-shapes.ts';
import { FORMAT_NAMES } from '../../../citations/formats/format-names.ts';
import type { CitableItem } from '../../../citations/item.ts';
import type { Shape } from '../../../citations/shapes.ts';
import { filled, type Template, templateOf } from '../../../citations/templates.ts';
import { escapeHtml } from '../../../core/prose/html.ts';

/** What is made once for all items of a shape; null where that cannot be. */
const templates = new Map<string, Template | null>();

/**
 * A reference as files for reference managers, as HTML: links whose addresses are the files themselves.
 *
 * @param shape of the item, if it has one: most files differ in little more than title and dates
 * @param name of the files, without an ending
 */
export function filesView(item: CitableItem, shape: Shape | null, name: string): string {
	const own = shape && fileShapeOf(item, shape, name);
	const template = own && templateFor(own);
	return template ? filled(template, own.words, inAddress) : writtenFiles(item, name);
}

/** The same without a template, whatever the item. */
export function writtenFiles(item: CitableItem, name: string): string {
	const [document = item] = distinct([item]);
	return FORMAT_NAMES.map((format) => {
		const { label, ending, mediaType, entry, file } = FORMATS[format];
		const address = `data:${mediaType};charset=utf-8,${inAddress(file([entry(document)]))}`;
		return `<a href="${escapeHtml(address)}" download="${escapeHtml(`${name}.${ending}`)}">${escapeHtml(label)}</a>`;
	}).join(' ');
}

function templateFor({ item, key, words }: Shape): Template | null {
	const known = templates.get(key);
	if (known !== undefined) return known;
	const inFiles = words.map((one) => ({ ...one, stand: inAddress(one.stand) }));
	const made = templateOf([{ text: writtenFiles(item, FILE), capitals: (text) => text }], {
		words: inFiles,
	});
	templates.set(key, made);
	return made;
}

/** A text in an address of its own; what needs no escape stays readable, and compresses better. */
function inAddress(text: string): string {
	return encodeURI(text).replace(/[#&?+$]/g, encodeURIComponent);
}
