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
		'abstract publisher keywords[] note accessed pinpoint reproduces ' +
		'creators[].kind creators[].name creators[].short creators[].family creators[].given creators[].particle ' +
		'creators[].printed creators[].suffix',
	csl:
		'abstract publisher keyword note author[].family author[].given author[].literal issued.circa ' +
		'accessed.date-parts[][]',
	biblatex: 'abstract publisher keywords note author entrysubtype institution journaltitle type urldate',
	bib: 'abstract publisher keywords day author institution journal type',
	ris: 'AB KW N1 PB AU Y2',
};

const words = (text: string) => text.split(' ');
const within = (place: string, fields: readonly string[]) => fields.map((field) => `${place}.${field}`);

/** References to one thing, in all forms. */
function references(folder: string, names: string, fields: typeof NEUTRAL): PublishedKind[] {
	const file = (ending: string) => new RegExp(`^${folder}/(?:${names})\\.${ending}$`);
	return [
		{ path: new RegExp(`^${folder}/cite\\.txt$`) },
		{
			path: new RegExp(`^${folder}/cite\\.json$`),
			fields: [
				'references[].name',
				'references[].label',
				...within('references[].item', words(fields.item)),
				'references[].styled.*.*[]',
				...within('references[].styled.*.*[]', ['italic', 'link', 'lead', 'tail', 'slot', 'text']),
			],
		},
		{ path: file('csl\\.json'), fields: within('[]', words(fields.csl)) },
		{ path: file('biblatex\\.bib'), fields: words(fields.biblatex) },
		{ path: file('bib'), fields: words(fields.bib) },
		{ path: file('ris'), fields: words(fields.ris) },
	];
}

const ALL = Object.fromEntries(
	Object.entries(NEUTRAL).map(([form, fields]) => [form, `${fields} ${OPEN[form as keyof typeof OPEN]}`]),
) as typeof NEUTRAL;

/** References that can be taken away, of records, themes and complaints. */
export const CITED: readonly PublishedKind[] = [
	...references('(?:r|themes|complaints)/[0-9a-z-]+', 'own|source|records', ALL),
	{ path: /^search\/citations\.json$/, fields: within('*', words(ALL.item)) },
];

/** Numbers and marks of the paragraphs of released versions. */
export const VERSIONS: PublishedKind = {
	path: /^r\/[0-9a-z]{8}\/versions\.json$/,
	fields: ['record', ...['version', 'date', 'kind', 'paragraphs.*'].map((field) => `versions[].${field}`)],
};

/** What may lie beside the page of an account: its text once more, and as above, with nothing of the account in it. */
export const BESIDE_ACCOUNT: readonly PublishedKind[] = [
	{ path: /^r\/\w+\/(?:index|v\d+\/index|v\d+\/statement\/index)\.html$/ },
	...references('r/\\w+', 'own', NEUTRAL),
	CANONICAL_ACCOUNT,
	VERSIONS,
];

/** Fields of an account in the list of references for search. */
export const ACCOUNT_ITEM: readonly string[] = words(NEUTRAL.item);
