import type { PublishedKind } from '../support/published.ts';
import { CANONICAL_ACCOUNT } from './canonical-fields.ts';

/** Fields of what cites an account: what its neutral page says of itself, and nothing of the account. */
const NEUTRAL = {
	item: 'kind creators[] container language key id version address permanent title titleSupplied descriptor date',
	csl: 'id type title container-title genre version issued.date-parts[][] URL language',
	biblatex: 'title organization titleaddon version date url langid',
	bib: 'title howpublished year month note url langid',
	ris: 'TY TI T2 PY DA ET M3 UR DB AN LA ER',
};

/** Further fields of what cites anything else. */
const OPEN = {
	item:
		'abstract publisher keywords[] note accessed pinpoint reproduces volume issue pages doi ' +
		'creators[].kind creators[].name creators[].short creators[].family creators[].given creators[].particle ' +
		'creators[].printed creators[].suffix',
	csl:
		'abstract publisher keyword note author[].family author[].given author[].literal issued.circa ' +
		'volume issue page DOI accessed.date-parts[][]',
	biblatex:
		'abstract publisher keywords note author entrysubtype institution journaltitle type urldate volume number pages doi',
	bib: 'abstract publisher keywords day author institution journal type volume number pages doi',
	ris: 'AB KW N1 PB AU Y2 VL IS SP EP DO',
};

const words = (text: string) => text.split(' ');
const within = (place: string, fields: readonly string[]) => fields.map((field) => `${place}.${field}`);

/** Files of references, in all formats. */
function references(name: string, fields: typeof NEUTRAL): PublishedKind[] {
	const file = (ending: string) => new RegExp(`^${name}\\.${ending}$`);
	return [
		{ path: file('csl\\.json'), fields: within('[]', words(fields.csl)) },
		{ path: file('biblatex\\.bib'), fields: words(fields.biblatex) },
		{ path: file('bib'), fields: words(fields.bib) },
		{ path: file('ris'), fields: words(fields.ris) },
	];
}

const ALL = Object.fromEntries(
	Object.entries(NEUTRAL).map(([form, fields]) => [form, `${fields} ${OPEN[form as keyof typeof OPEN]}`]),
) as typeof NEUTRAL;

/** References of several records, in files of their own. */
export const CITED: readonly PublishedKind[] = [
	...references('themes/[0-9a-z-]+/records', ALL),
	{ path: /^search\/citations\.json$/, fields: within('*', words(ALL.item)) },
];

/** References that a page carries of what it shows. */
export const CARRIED: readonly PublishedKind[] = references('.+/[\\w-]+', ALL);
export const CARRIED_BY_ACCOUNT: readonly PublishedKind[] = references('r/\\w+/(?:v\\d+/)?[\\w-]+', NEUTRAL);

/** Numbers and marks of the paragraphs of released versions. */
export const VERSIONS: PublishedKind = {
	path: /^r\/[0-9a-z]{8}\/versions\.json$/,
	fields: ['record', ...['version', 'date', 'kind', 'paragraphs.*'].map((field) => `versions[].${field}`)],
};

/** What may lie beside the page of an account: its text once more, and marks of its paragraphs. */
export const BESIDE_ACCOUNT: readonly PublishedKind[] = [
	{ path: /^r\/\w+\/(?:index|v\d+\/index|v\d+\/statement\/index)\.html$/ },
	CANONICAL_ACCOUNT,
	VERSIONS,
];

/** Fields of an account in the list of references for search. */
export const ACCOUNT_ITEM: readonly string[] = words(NEUTRAL.item);
