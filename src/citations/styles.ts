import { dateInWords } from '../core/values/date-words.ts';
import { CSL_STYLES, type CslStyle, formatted } from './citeproc.ts';
import { forCiteproc, unprotected } from './citeproc-titles.ts';
import { cslItem, type CslItem } from './formats/csl-json.ts';
import type { CitableItem } from './item.ts';
import { kept } from './keeping.ts';
import { parseLocator } from './locator.ts';
import { type Run, type SlotName, textOf, tidy } from './runs.ts';
import { lookup } from '../core/values/lookup.ts';

export { CSL_STYLES, type CslStyle };

/** How a style refers to a thing in a text, and what it has in its list of references, with places to be filled. */
export interface StyledReference {
	inText: Run[];
	entry: Run[];
}

/** Stand for a paragraph and a day while citeproc works, to be found again in what it gives. */
const PLACE = '888888888';
const DAY = '28 December 2999';

/**
 * A thing in each style: APA (7th edition), Chicago (author-date) and Harvard (“Cite Them Right”), in British English.
 * citeproc takes some milliseconds for each: `templates.ts` spares it most of them.
 */
export function styled(item: CitableItem): Record<CslStyle, StyledReference> {
	const reference = (style: CslStyle) => inSlots(made(item, style), item);
	return { apa: reference('apa'), chicago: reference('chicago'), harvard: reference('harvard') };
}

/** Fills the places with what the item says itself. */
function inSlots({ inText, entry }: StyledReference, item: CitableItem): StyledReference {
	const own: Partial<Record<SlotName, string>> = {
		pinpoint: item.pinpoint === undefined ? '' : stopped(item.pinpoint),
		accessed: item.accessed === undefined ? '' : dateInWords(item.accessed),
	};
	const filled = (run: Run): Run =>
		typeof run === 'object' && 'slot' in run ? { ...run, text: own[run.slot] ?? '' } : run;
	return { inText: inText.map(filled), entry: entry.map(filled) };
}

function made(item: CitableItem, style: CslStyle): StyledReference {
	const csl = cslForCiteproc(item);
	const { inText, entry } = kept(JSON.stringify([style, csl]), () => formatted(csl, style, PLACE));
	return {
		inText: withSlot(runsOf(inText, item), IN_TEXT, 'pinpoint'),
		entry: linked(withSlot(runsOf(entry, item), READ, 'accessed'), item),
	};
}

/** What citeproc is given: no note, in which it would look for fields, and a day of reading to be found again. */
function cslForCiteproc(item: CitableItem): CslItem {
	const { note: _note, abstract: _abstract, keyword: _keyword, ...csl } = cslItem({ ...item, key: 'item' });
	csl.title = forCiteproc(csl.title);
	if (csl['container-title'] !== undefined) csl['container-title'] = forCiteproc(csl['container-title']);
	// The title of an Act has its year.
	if (item.kind === 'legislation') delete csl.issued;
	return item.address === undefined ? csl : { ...csl, accessed: { 'date-parts': [[2999, 12, 28]] } };
}

const IN_TEXT = new RegExp(`([,:]? )(?:paras?\\.?|¶) ?${PLACE}`);
/** `(Accessed: 21 November 2026)`, `Accessed 21 November 2026. `, `Retrieved 21 November 2026, from `. */
const READ = new RegExp(`( \\(Accessed: |Accessed |Retrieved )${DAY}(\\)|\\. |, from )`);

/** Puts a place to be filled where a mark stands. */
function withSlot(runs: readonly Run[], mark: RegExp, slot: SlotName): Run[] {
	return tidy(
		runs.flatMap((run): Run[] => {
			const found = typeof run === 'string' ? mark.exec(run) : null;
			if (!found || typeof run !== 'string') return [run];
			const [whole, lead = '', tail = ''] = found;
			const after = run.slice(found.index + whole.length);
			return [run.slice(0, found.index), { slot, lead, text: '', ...(tail ? { tail } : {}) }, after];
		}),
	);
}

const STOPPED: Readonly<Record<string, readonly [one: string, many: string]>> = {
	page: ['p.', 'pp.'],
	paragraph: ['para.', 'paras.'],
	section: ['sec.', 'secs.'],
	chapter: ['chap.', 'chaps.'],
	part: ['pt.', 'pts.'],
};

/** A place as these styles write it: `pp. 3–5`. What cannot be told apart stays as it is. */
function stopped(text: string): string {
	const locator = parseLocator(text);
	const words = locator && lookup(STOPPED, locator.label);
	return words ? `${words[locator.many ? 1 : 0]} ${locator.value}` : text;
}

/** What citeproc gives as HTML, as runs: italics are kept, all other marks-up dropped. */
function runsOf(html: string, { kind, titleSupplied }: CitableItem): Run[] {
	// The year of an Act is in its title: it is not undated.
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
		.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
			if (decimal) return String.fromCodePoint(Number(decimal));
			if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
			return lookup(ENTITIES, name) ?? whole;
		})
		.replace(/\s+/g, ' ');
}

/** Makes the address in an entry a link; styles prefer that of a DOI. */
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
