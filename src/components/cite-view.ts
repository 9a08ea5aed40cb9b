import { distinct, FORMATS } from '../citation/exports.ts';
import { FORMAT_NAMES } from '../citation/format-names.ts';
import { allForms } from '../citation/forms.ts';
import type { CitableItem } from '../citation/item.ts';
import type { CitedPage, Reference } from '../citation/references.ts';
import type { Run } from '../citation/runs.ts';
import { escapeHtml } from '../prose/html.ts';

/** How to cite what a page shows. */
export interface CiteView {
	references: readonly ReferenceView[];
}

export interface ReferenceView {
	name: Reference['name'];
	/** What is cited; left out where there is nothing else. */
	label?: string;
	/** The default form of the default style, as HTML with places that a script fills. */
	first: FormView;
	/** Every other form of every style, as HTML: terms and their descriptions. */
	others: string;
	/** The same for reference managers, as HTML: links whose addresses are the files themselves, so that asking tells nobody. */
	files: string;
}

export interface FormView {
	/** Names of style and form. */
	style: string;
	form: string;
	/** How it abbreviates “paragraph”; left out where no paragraph can be named. */
	pinpoint?: string;
	html: string;
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
			...formsOf(item),
			files: filesOf(item, `${file}${name === 'source' ? '-source' : ''}`),
		})),
	};
}

function filesOf(item: CitableItem, name: string): string {
	const items = distinct([item]);
	return FORMAT_NAMES.map((format) => {
		const { label, ending, mediaType, write } = FORMATS[format];
		const address = `data:${mediaType};charset=utf-8,${inAddress(write(items))}`;
		return `<a href="${escapeHtml(address)}" download="${escapeHtml(`${name}.${ending}`)}">${escapeHtml(label)}</a>`;
	}).join(' ');
}

function formsOf(item: CitableItem): Pick<ReferenceView, 'first' | 'others'> {
	const [first, ...others] = allForms(item).map(({ style, form, runs }) => ({
		style: style.label,
		form: form.label,
		...(form.pinpointed && { pinpoint: form.pinpoint }),
		html: slotted(runs),
	}));
	if (!first) throw new Error('There is no style');
	return { first, others: others.map(described).join('') };
}

/** Written as text, not by components: there are two dozen on every page, more than anything else on it. */
function described({ style, form, pinpoint, html }: FormView): string {
	const term = escapeHtml(`${style}: ${form.toLowerCase()}`);
	const names = `data-style="${escapeHtml(style)}" data-form="${escapeHtml(form)}"`;
	const place = pinpoint === undefined ? '' : ` data-pinpoint="${escapeHtml(pinpoint)}"`;
	return `<dt>${term}</dt><dd ${names}${place}>${html}</dd>`;
}

/** A text in an address of its own; what needs no escape stays readable, and compresses better. */
function inAddress(text: string): string {
	return encodeURI(text).replace(/[#&?+$]/g, encodeURIComponent);
}

/** A reference as HTML, each of its places an element of its own, so that a script can name a paragraph in it. */
function slotted(runs: readonly Run[]): string {
	return runs
		.map((run) => {
			if (typeof run === 'string') return escapeHtml(run);
			if ('italic' in run) return `<i>${escapeHtml(run.italic)}</i>`;
			if ('link' in run) return `<span class="address">${escapeHtml(run.link)}</span>`;
			const words = escapeHtml(run.text && run.lead + run.text + (run.tail ?? ''));
			if (run.slot === 'accessed') return words;
			return `<span data-slot="${run.slot}"${run.lead ? ` data-lead="${escapeHtml(run.lead)}"` : ''}>${words}</span>`;
		})
		.join('');
}
