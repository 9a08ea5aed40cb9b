import { distinct, FORMATS } from '../citation/exports.ts';
import { FORMAT_NAMES } from '../citation/format-names.ts';
import type { CitableItem } from '../citation/item.ts';
import type { CitedPage, Reference } from '../citation/references.ts';
import { escapeHtml } from '../prose/html.ts';
import { type FormsView, formsView } from './cite-forms.ts';

/** How to cite what a page shows. */
export interface CiteView {
	references: readonly ReferenceView[];
}

export interface ReferenceView extends FormsView {
	name: Reference['name'];
	/** What is cited; left out where there is nothing else. */
	label?: string;
	/** The same for reference managers, as HTML: links whose addresses are the files themselves, so that asking tells nobody. */
	files: string;
}

/** What pages call the things that can be cited. */
type Labels = Readonly<Record<Reference['name'], string>>;

const PAGE_LABELS: Labels = { source: 'The original source', own: 'This archive’s page' };
export const RECORD_LABELS: Labels = { ...PAGE_LABELS, own: 'This archive’s record' };

/** Gathers how to cite a page. */
export function citeView({ references, file }: CitedPage, labels: Labels = PAGE_LABELS): CiteView {
	return {
		references: references.map(({ name, item }) => ({
			name,
			...(references.length > 1 && { label: labels[name] }),
			...formsView(item),
			files: filesOf(item, `${file}${name === 'source' ? '-source' : ''}`),
		})),
	};
}

function filesOf(item: CitableItem, name: string): string {
	const [document = item] = distinct([item]);
	return FORMAT_NAMES.map((format) => {
		const { label, ending, mediaType, entry, file } = FORMATS[format];
		const address = `data:${mediaType};charset=utf-8,${inAddress(file([entry(document)]))}`;
		return `<a href="${escapeHtml(address)}" download="${escapeHtml(`${name}.${ending}`)}">${escapeHtml(label)}</a>`;
	}).join(' ');
}

/** A text in an address of its own; what needs no escape stays readable, and compresses better. */
function inAddress(text: string): string {
	return encodeURI(text).replace(/[#&?+$]/g, encodeURIComponent);
}
