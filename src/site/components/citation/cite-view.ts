import type { CitedPage, Reference } from '../../../citations/references.ts';
import { filesView } from './cite-files.ts';
import { type FormsView, formsView } from './cite-forms.ts';

/** How to cite what a page shows. */
export interface CiteView {
	references: readonly ReferenceView[];
}

interface ReferenceView extends FormsView {
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
			files: filesView(item, `${file}${name === 'source' ? '-source' : ''}`),
		})),
	};
}
