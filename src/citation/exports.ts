import { biblatex, bibtex } from './bibtex.ts';
import { cslJson } from './csl-json.ts';
import type { CitableItem } from './item.ts';
import type { FormatName } from './format-names.ts';
import { ris } from './ris.ts';

/** A format that reference managers read. */
export interface Format {
	label: string;
	/** Ending of a file’s name. */
	ending: string;
	mediaType: string;
	write(items: readonly CitableItem[]): string;
}

/** The formats on offer, in that order. */
export const FORMATS = {
	ris: {
		label: 'RIS',
		ending: 'ris',
		mediaType: 'application/x-research-info-systems',
		write: ris,
	},
	biblatex: { label: 'BibLaTeX', ending: 'biblatex.bib', mediaType: 'application/x-bibtex', write: biblatex },
	bibtex: { label: 'BibTeX', ending: 'bib', mediaType: 'application/x-bibtex', write: bibtex },
	'csl-json': {
		label: 'CSL-JSON',
		ending: 'csl.json',
		mediaType: 'application/vnd.citationstyles.csl+json',
		write: cslJson,
	},
} as const satisfies Record<FormatName, Format>;

/** Items as a file, each once. */
export function exportOf(items: readonly CitableItem[], format: FormatName): string {
	return FORMATS[format].write(distinct(items));
}

/**
 * Items as they stand in a file, each once: of several with the same key, or the same in all but their key (one
 * document that several records have as their source), the first is taken.
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

/** A place in a document belongs to the citing, not to the document. */
function documentOf(item: CitableItem): CitableItem {
	return item.kind === 'news' || item.pinpoint === undefined ? item : { ...item, pinpoint: undefined };
}
