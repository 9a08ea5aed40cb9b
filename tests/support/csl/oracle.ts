/** References as citeproc makes them from the official style files: what our own styles are compared with. */
import { cslItem, type CslItem } from '../../../src/citations/formats/csl-json.ts';
import type { CitableItem } from '../../../src/citations/item.ts';
import { type Run, type SlotName, textOf, tidy } from '../../../src/citations/rich-text.ts';
import { type CslStyle, formatted } from './citeproc.ts';
import { forCiteproc, unprotected } from './citeproc-titles.ts';

/** Placeholders for a paragraph and a day of reading, which become slots. */
const PARAGRAPH = '888888888';
const DAY = '28 December 2999';

/** A reference within the text and an entry of the list of references, with empty slots. */
export function citeprocReference(item: CitableItem, style: CslStyle): { inText: Run[]; entry: Run[] } {
	const { inText, entry } = formatted(cslForCiteproc(item), style, PARAGRAPH);
	return {
		inText: withSlot(runsOf(inText, item), IN_TEXT, 'pinpoint'),
		entry: linked(withSlot(runsOf(entry, item), READ, 'accessed'), item),
	};
}

/** Whatever a style may print, and nothing else: citeproc would look for fields in a note. */
function cslForCiteproc(item: CitableItem): CslItem {
	const { note: _note, abstract: _abstract, keyword: _keyword, ...csl } = cslItem({ ...item, key: 'item' });
	csl.title = forCiteproc(csl.title);
	if (csl['container-title'] !== undefined) csl['container-title'] = forCiteproc(csl['container-title']);
	// The title of legislation has its year.
	if (item.kind === 'legislation') delete csl.issued;
	// citeproc lists organisations apart from people and ignores what the style says of the last name. As people with a
	// family name alone, they are listed as the style asks.
	if (csl.author)
		csl.author = csl.author.map((name) => ('literal' in name ? { family: name.literal, given: '' } : name));
	return item.address === undefined ? csl : { ...csl, accessed: { 'date-parts': [[2999, 12, 28]] } };
}

const IN_TEXT = new RegExp(`([,:]? )(?:paras?\\.?|¶) ?${PARAGRAPH}`);
/** `(Accessed: 21 November 2026)`, `Accessed 21 November 2026. `, `Retrieved 21 November 2026, from `. */
const READ = new RegExp(`( \\(Accessed: |Accessed |Retrieved )${DAY}(\\)|\\. |, from )`);

function withSlot(runs: readonly Run[], placeholder: RegExp, slot: SlotName): Run[] {
	return tidy(
		runs.flatMap((run): Run[] => {
			const found = typeof run === 'string' ? placeholder.exec(run) : null;
			if (!found || typeof run !== 'string') return [run];
			const [whole, lead = '', tail = ''] = found;
			const after = run.slice(found.index + whole.length);
			return [run.slice(0, found.index), { slot, lead, text: '', ...(tail ? { tail } : {}) }, after];
		}),
	);
}

/** citeproc’s HTML as runs, with italics. */
function runsOf(html: string, { kind, titleSupplied }: CitableItem): Run[] {
	const dated = kind === 'legislation' ? html.replace(/,? \(?(?:n\.d\.|no date)\)?/, '') : html;
	return tidy(
		dated
			.trim()
			.split(/<i>(.*?)<\/i>/s)
			.map((part, index): Run => {
				// A supplied title has brackets, and no quotation marks besides.
				const text = titleSupplied ? plain(part).replace('‘[', '[').replace(']’', ']') : plain(part);
				return index % 2 === 1 ? { italic: text } : text;
			}),
	);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function plain(html: string): string {
	return unprotected(html.replace(/<[^>]*>/g, ''))
		.replace(/&(?:#(\d+)|(\w+));/g, (_, decimal, name) =>
			decimal ? String.fromCodePoint(Number(decimal)) : (ENTITIES[name] ?? `&${name};`),
		)
		.replace(/\s+/g, ' ');
}

/** Makes the address a link; styles prefer that of a DOI. */
function linked(runs: readonly Run[], { address: own, doi }: CitableItem): Run[] {
	const text = textOf(runs);
	const address = [doi === undefined ? undefined : `https://doi.org/${doi}`, own].find(
		(one) => one !== undefined && text.includes(one),
	);
	if (address === undefined) return [...runs];
	return tidy(
		runs.flatMap((run): Run[] => {
			const at = typeof run === 'string' ? run.indexOf(address) : -1;
			if (typeof run !== 'string' || at < 0) return [run];
			return [run.slice(0, at), { link: address }, run.slice(at + address.length)];
		}),
	);
}
