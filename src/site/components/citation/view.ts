import type { CitedPage, Reference } from '../../../citations/references.ts';
import { filesView } from './downloads.ts';
import { type FormsView, formsView } from './forms.ts';

/** How to cite what a page shows. */
export interface CiteView {
	references: readonly ReferenceView[];
}

interface ReferenceView extends FormsView {
	name: Reference['name'];
	/** The name of what is cited; omitted if the page offers only one. */
	label?: string;
	/** Downloads for reference managers, as HTML links that contain the files, so that no request reveals the reader’s interest. */
	files: string;
}

/** Names of what can be cited. */
type Labels = Readonly<Record<Reference['name'], string>>;

const PAGE_LABELS: Labels = { source: 'The original source', own: 'This archive’s page' };
export const RECORD_LABELS: Labels = { ...PAGE_LABELS, own: 'This archive’s record' };

/** Collects how to cite a page. */
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
