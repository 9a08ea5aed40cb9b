import { lookup } from '../core/values/lookup.ts';
/** A place in a document. */
interface Locator {
	label: Label;
	value: string;
	many: boolean;
}

/** Divisions of documents with their abbreviations (OSCOLA 4, appendix 4.2.5). Pages have none. */
const LABELS = {
	page: ['', ''],
	paragraph: ['para', 'paras'],
	section: ['s', 'ss'],
	regulation: ['reg', 'regs'],
	article: ['art', 'arts'],
	chapter: ['ch', 'chs'],
	part: ['pt', 'pts'],
	schedule: ['sch', 'schs'],
	column: ['col', 'cols'],
} as const;

export type Label = keyof typeof LABELS;

const SHORT: Readonly<Record<string, Label>> = {
	p: 'page',
	pp: 'page',
	para: 'paragraph',
	paras: 'paragraph',
	s: 'section',
	ss: 'section',
	reg: 'regulation',
	regs: 'regulation',
	art: 'article',
	arts: 'article',
	ch: 'chapter',
	pt: 'part',
	sch: 'schedule',
	col: 'column',
	cols: 'column',
};

/** Parses a place as editors write it: `Sections 29A and 29B`, `page 45`, `paras 3-5`. Null if it is in other words. */
export function parseLocator(text: string): Locator | null {
	const [, word = '', rest = ''] = /^([A-Za-z]+)\.?\s+(\d.*|(?:[IVXLC]+|[A-Z])(?:\W.*)?)$/.exec(text) ?? [];
	const name = word.toLowerCase();
	const label = lookup(SHORT, name) ?? (name.replace(/s$/, '') as Label);
	if (!Object.hasOwn(LABELS, label)) return null;
	const value = rest.replace(/(\d[\w.()]*)\s*(?:-|–|\bto\b)\s*(?=\d)/g, '$1–');
	return { label, value, many: /–|,|\band\b/.test(value) };
}

/** A place in OSCOLA’s form: `ss 29A and 29B`, `45`. Text that cannot be parsed is unchanged. */
export function oscolaLocator(text: string): string {
	const locator = parseLocator(text);
	if (!locator) return text;
	const word = LABELS[locator.label][locator.many ? 1 : 0];
	return word ? `${word} ${locator.value}` : locator.value;
}
