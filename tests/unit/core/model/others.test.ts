import { describe, expect, test } from 'vitest';
import { complaintSchema } from '../../../../src/core/model/complaint.ts';
import { archiveConfig } from '../../../../src/core/model/config.ts';
import { figureSchema } from '../../../../src/core/model/figure.ts';
import { organisationSchema } from '../../../../src/core/model/organisation.ts';
import { pageSchema } from '../../../../src/core/model/page.ts';
import { themeSchema } from '../../../../src/core/model/theme.ts';
import {
	complaint,
	config,
	figure,
	IDS,
	organisation,
	page,
	source,
	theme,
	VOCABULARY,
} from '../../../support/samples.ts';
import { accepts, refuses } from '../../../support/schema.ts';

describe('theme', () => {
	const schema = themeSchema(VOCABULARY);
	accepts(schema, theme, { 'related themes and concerns': { related: ['delays'], concerns: [1, 2] } });
	refuses(schema, theme, [
		['no synonym', { synonyms: [] }, 'synonyms', />=1/],
		['a synonym given twice', { synonyms: ['fee', 'fee'] }, 'synonyms.1', /twice/],
		['an unknown theme', { related: ['delay'] }, 'related.0', /did you mean "delays"/],
		['concern 0', { concerns: [0] }, 'concerns.0', />=1/],
		['no scope', { scope: undefined }, 'scope', /./],
		['no answer', { answer: undefined }, 'answer', /./],
		['no change', { changes: [] }, 'changes', />=1/],
		[
			'changes out of order',
			{
				changes: [
					{ date: '2031-12-02', note: 'x' },
					{ date: '2031-12-01', note: 'x' },
				],
			},
			'changes.1.date',
			/earlier/,
		],
		['an unknown field', { title: 'x' }, 'title', /unknown/],
	]);
});

describe('organisation', () => {
	const schema = organisationSchema(VOCABULARY);
	accepts(schema, organisation, {
		'all fields': { shortName: 'A', description: 'B.', url: null, aliases: ['C'] },
	});
	refuses(schema, organisation, [
		['an unknown kind', { kind: 'selle' }, 'kind', /No organisation kind .*did you mean "seller"/],
		['no name', { name: undefined }, 'name', /./],
		['an address that is none', { url: 'acme.example' }, 'url', /Not a web address/],
		['an empty alias', { aliases: [''] }, 'aliases.0', /empty/],
	]);
});

describe('page', () => {
	accepts(pageSchema(), page, {});
	refuses(pageSchema(), page, [
		['no order', { order: undefined }, 'order', /./],
		['order 0', { order: 0 }, 'order', />=1/],
		['a layout', { layout: '../x.astro' }, 'layout', /unknown/],
	]);
});

describe('complaint', () => {
	const schema = complaintSchema(VOCABULARY);
	accepts(schema, complaint, { 'a date of answer': { reported: '2031-11' } });
	refuses(schema, complaint, [
		['nobody who made it', { submittedBy: [] }, 'submittedBy', />=1/],
		['an unknown body', { investigatedBy: ['nobody'] }, 'investigatedBy.0', /No organisation/],
		['no concern', { concerns: [] }, 'concerns', />=1/],
		['a wrong date', { submitted: '2031-02-30' }, 'submitted', /Not a date/],
		['an event with no source', { timeline: [{ date: '2031', event: 'x' }] }, 'timeline.0.source', /./],
		[
			'source 2 of 1',
			{ timeline: [{ date: '2031', event: 'x', source: 2 }] },
			'timeline.0.source',
			/no source 2/,
		],
		['law from source 9', { legalBasis: [{ label: 'x', source: 9 }] }, 'legalBasis.0.source', /no source 9/],
		['no source', { sources: undefined }, 'sources', /./],
		['a source with an unknown field', { sources: [{ ...source(), x: 1 }] }, 'sources.0.x', /unknown/],
	]);
});

describe('figure', () => {
	const schema = figureSchema(VOCABULARY);
	const parts = [
		{ label: 'a', count: 1 },
		{ label: 'b', count: { value: 2, op: '>' } },
	];
	accepts(schema, figure, {
		'a bound': { numerator: { value: 1200, op: '≈' } },
		'a breakdown': { breakdown: { parts, exclusive: true, exhaustive: 'unknown' } },
		'a part of a whole': { breakdown: { parts: parts.slice(1), exclusive: true, exhaustive: false } },
		'a printed number alone': { numerator: undefined, stated: 'nearly 700', measure: 'complained' },
		'an inserted paragraph': { paragraph: '3a' },
	});
	refuses(schema, figure, [
		['fewer than none', { numerator: -1 }, 'numerator', />=0/],
		['half of one', { denominator: 1.5 }, 'denominator', /int/],
		['an unknown bound', { numerator: { value: 1, op: '~' } }, 'numerator.op', /Invalid option/],
		[
			'a breakdown of one',
			{ breakdown: { parts: parts.slice(1), exclusive: true, exhaustive: true } },
			'breakdown.parts',
			/single part/,
		],
		[
			'parts without a whole',
			{ numerator: undefined, stated: '9%', breakdown: { parts, exclusive: true, exhaustive: true } },
			'breakdown',
			/whole/,
		],
		['neither a count nor a printed number', { numerator: undefined }, 'numerator', /neither/],
		['a printed number that cannot be read', { stated: 'a good few' }, 'stated', /Cannot be read/],
		['an unknown measure', { measure: 'paid-twise' }, 'measure', /did you mean "paid-twice"/],
		[
			'a relation of an unknown kind',
			{ relations: [{ kind: 'near', figure: 'b' }] },
			'relations.0.kind',
			/./,
		],
		['a long quotation', { wording: 'word '.repeat(26).trim() }, 'wording', /25 words/],
		['an unknown origin', { origin: 'rumour' }, 'origin', /Invalid option/],
		['no record', { record: undefined }, 'record', /./],
		['a wrong identifier', { record: 'fbmgs2sw' }, 'record', /Not a record identifier/],
		['paragraph 0', { paragraph: 0 }, 'paragraph', /Not a paragraph number/],
		['no period as stated', { period: { from: null, to: null } }, 'period.asStated', /./],
	]);

	test('a plain number is an exact count', () => {
		expect(schema.parse(figure()).numerator).toEqual({ value: 41, op: '=' });
	});
});

describe('archive.yaml', () => {
	const [size] = config().facets;
	if (!size) throw new Error('the sample has a facet');
	accepts(archiveConfig, config, {
		'an address and a contact': { address: 'https://example.org/a/', contact: 'a@example.org' },
		'no facet': { facets: [] },
	});
	refuses(archiveConfig, config, [
		['another language', { language: 'fr' }, 'language', /./],
		['no notice', { notice: undefined }, 'notice', /./],
		['an unknown field', { analytics: 'x' }, 'analytics', /unknown/],
		['a licence without its address', { licence: { name: 'x' } }, 'licence.url', /./],
		['no example', { search: { examples: [] } }, 'search.examples', />=1/],
		['no kind of organisation', { organisationKinds: [] }, 'organisationKinds', />=1/],
		['a facet of no collection', { facets: [{ ...size, collections: [] }] }, 'facets.0.collections', />=1/],
		[
			'an unknown collection',
			{ facets: [{ ...size, collections: ['x'] }] },
			'facets.0.collections.0',
			/Invalid/,
		],
		[
			'a facet of one value',
			{ facets: [{ ...size, values: size.values.slice(0, 1) }] },
			'facets.0.values',
			/>=2/,
		],
		[
			'a value given twice',
			{ facets: [{ ...size, values: [...size.values, { id: 'any', label: 'x' }] }] },
			'facets.0.values.2.id',
			/declared twice/,
		],
		[
			'an unknown parent',
			{
				facets: [
					{
						...size,
						values: [
							{ id: 'a', label: 'A', parent: 'x' },
							{ id: 'b', label: 'B' },
						],
					},
				],
			},
			'facets.0.values.0.parent',
			/no value of this facet/i,
		],
		['a facet declared twice', { facets: [size, size] }, 'facets.1.id', /twice/],
		[
			'a kind declared twice',
			{
				organisationKinds: [
					{ id: 'a', label: 'A' },
					{ id: 'a', label: 'B' },
				],
			},
			'organisationKinds.1.id',
			/twice/,
		],
		[
			'a note declared twice',
			{
				contentNotes: [
					{ id: 'a', label: 'A' },
					{ id: 'a', label: 'B' },
				],
			},
			'contentNotes.1.id',
			/twice/,
		],
		[
			'a value that is its own parent',
			{
				facets: [
					{
						...size,
						values: [
							{ id: 'a', label: 'A', parent: 'a' },
							{ id: 'b', label: 'B' },
						],
					},
				],
			},
			'facets.0.values.0.parent',
			/./,
		],
	]);

	test('an identifier that would be an object’s own is taken as a word, not as a property', () => {
		const { complaint: known } = { complaint: complaint() };
		const schema = complaintSchema({
			...VOCABULARY,
			organisations: ['constructor', ...VOCABULARY.organisations],
		});
		expect(schema.safeParse({ ...known, submittedBy: ['constructor'] }).success).toBe(true);
		expect(schema.safeParse({ ...known, submittedBy: ['toString'] }).success).toBe(false);
	});
});

test('records are named by identifiers that are valid', () => {
	for (const id of IDS)
		expect(figureSchema(VOCABULARY).safeParse({ ...figure(), record: id }).success).toBe(true);
});
