import { biblatexEntry, bibtexEntry } from './bibtex.ts';
import { cslItem } from './csl-json.ts';
import type { CitableItem } from '../item.ts';
import type { FormatName } from './format-names.ts';
import { risEntry } from './ris.ts';

/** A format for reference managers. */
export interface Format {
	label: string;
	/** Extension of file names. */
	ending: string;
	mediaType: string;
	/** An item as an entry of a file. */
	entry(item: CitableItem): string;
	/** A file of entries. */
	file(entries: readonly string[]): string;
}

/** The formats on offer, in order. */
export const FORMATS = {
	ris: {
		label: 'RIS',
		ending: 'ris',
		mediaType: 'application/x-research-info-systems',
		entry: risEntry,
		file: (entries) => entries.join('\r\n'),
	},
	biblatex: {
		label: 'BibLaTeX',
		ending: 'biblatex.bib',
		mediaType: 'application/x-bibtex',
		entry: biblatexEntry,
		file: (entries) => entries.join('\n'),
	},
	bibtex: {
		label: 'BibTeX',
		ending: 'bib',
		mediaType: 'application/x-bibtex',
		entry: bibtexEntry,
		file: (entries) => entries.join('\n'),
	},
	'csl-json': {
		label: 'CSL-JSON',
		ending: 'csl.json',
		mediaType: 'application/vnd.citationstyles.csl+json',
		entry: (item) => JSON.stringify(cslItem(item)),
		file: (entries) => `[${entries.join(',')}]\n`,
	},
} as const satisfies Record<FormatName, Format>;

/** Items as a file without duplicates. */
export function exportOf(items: readonly CitableItem[], format: FormatName): string {
	const { entry, file } = FORMATS[format];
	return file(distinct(items).map(entry));
}

/**
 * Items without duplicates: of several with the same key, or with the same content (a document that is the source of
 * several records), the first is kept.
 */
export function distinct(items: readonly CitableItem[]): CitableItem[] {
	const [only] = items;
	if (only && items.length === 1) return [documentOf(only)];
	const kept = new Map<string, CitableItem>();
	const keys = new Set<string>();
	for (const item of items) {
		const document = documentOf(item);
		const same = JSON.stringify({ ...document, key: '' });
		if (kept.has(same) || keys.has(item.key)) continue;
		kept.set(same, document);
		keys.add(item.key);
	}
	return [...kept.values()];
}

/** Without a pinpoint, which belongs to the reference and not to the document. */
function documentOf(item: CitableItem): CitableItem {
	return item.kind === 'news' || item.pinpoint === undefined ? item : { ...item, pinpoint: undefined };
}
