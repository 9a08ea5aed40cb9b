import { FORMATS } from '../citation/exports.ts';
import { FORMAT_NAMES } from '../citation/format-names.ts';
import { exportName, STYLES_DATA, STYLES_TEXT } from '../citation/files.ts';
import { oscola } from '../citation/oscola.ts';
import type { CitedPage, Reference } from '../citation/references.ts';
import type { Run } from '../citation/runs.ts';
import { type Labels, PAGE_LABELS } from '../citation/site.ts';
import { escapeHtml } from '../prose/html.ts';
import type { Link } from './labels.ts';
import { href } from './url.ts';

/** How to cite what a page shows. */
export interface CiteView {
	references: readonly {
		name: Reference['name'];
		/** What is cited; left out where there is nothing else. */
		label?: string;
		/** OSCOLA 5, with empty places that a script fills. */
		html: string;
		/** The same in the formats of reference managers. */
		files: readonly Link[];
	}[];
	/** All styles as a text. */
	text: string;
	/** What the chooser is made from. */
	data: string;
}

/** Gathers how to cite a page. Its files are written after the build (`integrations/citations.ts`). */
export function citeView({ path, references }: CitedPage, labels: Labels = PAGE_LABELS): CiteView {
	return {
		references: references.map(({ name, item }) => ({
			name,
			...(references.length > 1 && { label: labels[name] }),
			html: slotted(oscola(item)),
			files: FORMAT_NAMES.map((format) => ({
				label: FORMATS[format].label,
				href: href(path + exportName(name, format)),
			})),
		})),
		text: href(path + STYLES_TEXT),
		data: href(path + STYLES_DATA),
	};
}

/** A reference as HTML, each of its places an element of its own, so that a script can name a paragraph in it. */
export function slotted(runs: readonly Run[]): string {
	return runs
		.map((run) => {
			if (typeof run === 'string') return escapeHtml(run);
			if ('italic' in run) return `<i>${escapeHtml(run.italic)}</i>`;
			if ('link' in run) return `<span class="address">${escapeHtml(run.link)}</span>`;
			if (run.slot !== 'pinpoint' && run.slot !== 'fragment')
				return escapeHtml(run.text && run.lead + run.text + (run.tail ?? ''));
			return `<span data-slot="${run.slot}">${escapeHtml(run.text && run.lead + run.text)}</span>`;
		})
		.join('');
}
