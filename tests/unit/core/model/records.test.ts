import { describe, expect, test } from 'vitest';
import { findingSchema } from '../../../../src/core/model/finding.ts';
import { reportSchema } from '../../../../src/core/model/report.ts';
import { testimonySchema } from '../../../../src/core/model/testimony.ts';
import {
	finding,
	givenTestimony,
	IDS,
	publishedTestimony,
	recommendation,
	report,
	response,
	source,
	VOCABULARY,
} from '../../../support/samples.ts';
import { accepts, type BadCase, refuses } from '../../../support/schema.ts';

const testimonies = testimonySchema(VOCABULARY);
const reports = reportSchema(VOCABULARY);
const findings = findingSchema(VOCABULARY);

const change = (version: number, date: string, kind = 'update') => ({ version, date, kind, note: 'A note.' });

/** What is refused in every kind of record. */
const COMMON: readonly BadCase[] = [
	['an unknown field', { colour: 'red' }, 'colour', /unknown field/],
	['a missing title', { title: undefined }, 'title', /received undefined/],
	['a title that is no text', { title: 12 }, 'title', /expected string/],
	['an empty title', { title: '' }, 'title', /empty/],
	['a title of two lines', { title: 'a\nb' }, 'title', /one line/],
	['a title that is too long', { title: 'x'.repeat(161) }, 'title', /160/],
	['a summary that is too long', { summary: 'x'.repeat(301) }, 'summary', /300/],
	['no summary', { summary: undefined }, 'summary', /received undefined/],
	['an unknown complaint', { complaint: 'big-complain' }, 'complaint', /did you mean "big-complaint"\?/],
	[
		'an unknown theme',
		{ themes: ['charges', 'delay'] },
		'themes.1',
		/No theme is called that; did you mean "delays"/,
	],
	['no theme', { themes: [] }, 'themes', />=1/],
	['five themes', { themes: ['charges', 'delays', 'letters', 'calls', 'silence'] }, 'themes', /<=4/],
	['a theme given twice', { themes: ['charges', 'charges'] }, 'themes.1', /twice/],
	['themes that are no list', { themes: 'charges' }, 'themes', /expected array/],
	['an unknown organisation', { organisations: ['nobody'] }, 'organisations.0', /No organisation is called/],
	[
		'an organisation given twice',
		{ organisations: ['acme-plans', 'acme-plans'] },
		'organisations.1',
		/twice/,
	],
	['an unknown status', { status: 'hidden' }, 'status', /Invalid option/],
	['version 0', { version: 0 }, 'version', />=1/],
	['half a version', { version: 1.5 }, 'version', /int/],
	['a version beyond its changes', { version: 2 }, 'version', /Is 2, but 1 change/],
	['an unknown content note', { contentNotes: ['los'] }, 'contentNotes.0', /did you mean "loss"\?/],
	[
		'a related record that is no identifier',
		{ related: ['7k3m9qtx'] },
		'related.0',
		/Not a record identifier/,
	],
	['no source', { sources: [] }, 'sources', /at least one source/],
	[
		'a source with an unknown field',
		{ sources: [{ ...source(), by: 'x' }] },
		'sources.0.by',
		/unknown field/,
	],
	[
		'an unknown publisher',
		{ sources: [{ ...source(), publisher: 'a' }] },
		'sources.0.publisher',
		/No organisation/,
	],
	[
		'a source that ran',
		{ sources: [{ ...source(), url: 'javascript:1' }] },
		'sources.0.url',
		/Not a web address/,
	],
	['an unknown degree', { sources: [{ ...source(), degree: 'x' }] }, 'sources.0.degree', /Invalid option/],
	[
		'a source whose check is not told',
		{ sources: [{ ...source(), verified: undefined }] },
		'sources.0.verified',
		/./,
	],
	[
		'a wrong date',
		{ sources: [{ ...source(), published: '14.3.2031' }] },
		'sources.0.published',
		/Not a date/,
	],
	['a date left out', { sources: [{ ...source(), published: undefined }] }, 'sources.0.published', /./],
	[
		'an hour of reading',
		{ sources: [{ ...source(), accessed: '2031-12' }] },
		'sources.0.accessed',
		/Not a day/,
	],
];

const sourceWith = (fields: object) => ({ sources: [{ ...source(), ...fields }] });

describe('published testimony', () => {
	accepts(testimonies, publishedTestimony, {
		'a pseudonym and a source record': { pseudonyms: ['Ann'], sourceRecord: IDS[1] },
		'four themes': { themes: ['charges', 'delays', 'letters', 'calls'] },
		'no organisation': { organisations: [] },
		'content notes and related records': { contentNotes: ['loss', 'debt'], related: [IDS[2]] },
		'a year read as a number': sourceWith({ published: 2031 }),
		'a source that nobody knows': sourceWith({ publisher: null, published: null, url: null }),
		'two versions': { version: 2, changes: [change(1, '2031-11', 'published'), change(2, '2031-11')] },
	});
	refuses(testimonies, publishedTestimony, [
		...COMMON,
		['an unknown origin', { origin: 'heard' }, 'origin', /./],
		['no origin', { origin: undefined }, 'origin', /./],
		['consent, which only a given account has', { consent: givenTestimony().consent }, 'consent', /unknown/],
		['a missing facet', { facets: {} }, 'facets.size', /./],
		['an unknown facet', { facets: { size: 'any', hue: 'red' } }, 'facets.hue', /unknown/],
		['a facet of another collection', { facets: { size: 'any', colour: 'red' } }, 'facets.colour', /unknown/],
		['an unknown value', { facets: { size: 'smal' } }, 'facets.size', /value of size .*did you mean "small"/],
		['a change dated to the day', { changes: [change(1, '2031-12-01')] }, 'changes.0.date', /Not a month/],
		['an unknown change', { changes: [change(1, '2031-12', 'x')] }, 'changes.0.kind', /Invalid option/],
		[
			'a gap in the versions',
			{ version: 2, changes: [change(1, '2031-11'), change(3, '2031-12')] },
			'changes.1.version',
			/should be version 2/,
		],
		[
			'a change before the last',
			{ version: 2, changes: [change(1, '2031-12'), change(2, '2031-11')] },
			'changes.1.date',
			/earlier/,
		],
	]);
});

describe('given testimony', () => {
	const { consent, review } = givenTestimony();
	accepts(testimonies, givenTestimony, {
		'a withdrawn consent': { consent: { ...consent, withdrawn: true } },
	});
	refuses(testimonies, givenTestimony, [
		['no consent', { consent: undefined }, 'consent', /./],
		['an unknown scope', { consent: { ...consent, scope: 'all' } }, 'consent.scope', /Invalid option/],
		['consent dated to the day', { consent: { ...consent, month: '2031-11-01' } }, 'consent.month', /month/],
		['a name in the consent', { consent: { ...consent, name: 'Ann' } }, 'consent.name', /unknown/],
		['one reviewer', { review: review.slice(0, 1) }, 'review', /Two reviewers/],
		['one reviewer twice', { review: [review[0], review[0]] }, 'review', /different role codes/],
		[
			'no intruder test',
			{ review: review.map((by) => ({ ...by, intruderTest: false })) },
			'review',
			/intruder/,
		],
		[
			'a name for a role',
			{ review: [review[0], { ...review[1], role: 'Ann Smith' }] },
			'review.1.role',
			/lower-case/,
		],
		['a pseudonym', { pseudonyms: ['Ann'] }, 'pseudonyms', /unknown/],
	]);
});

describe('report', () => {
	accepts(reports, report, { 'two kinds of evidence': { evidence: ['interview', 'court'] } });
	refuses(reports, report, [
		...COMMON,
		['no evidence', { evidence: [] }, 'evidence', />=1/],
		['unknown evidence', { evidence: ['rumour'] }, 'evidence.0', /Invalid option/],
		['evidence given twice', { evidence: ['court', 'court'] }, 'evidence.1', /twice/],
		['a change dated to the month', { changes: [change(1, '2031-12')] }, 'changes.0.date', /Not a day/],
	]);
});

describe('finding', () => {
	accepts(findings, finding, {
		'an unknown date': { issued: null },
		'a facet of its own': { facets: { colour: 'blue' } },
	});
	refuses(findings, finding, [
		...COMMON,
		['an unknown kind', { kind: 'opinion' }, 'kind', /Invalid option/],
		['nobody who issued it', { issuedBy: [] }, 'issuedBy', />=1/],
		['a facet of another collection', { facets: { size: 'any' } }, 'facets.size', /unknown/],
		['a standing', { standing: recommendation().standing }, 'standing', /has no standing/],
		['an answer', { answers: [IDS[0]] }, 'answers', /Only a response/],
	]);
});

describe('recommendation', () => {
	accepts(findings, recommendation, {
		'a due time': { due: 'within six months', dueBy: '2031-11', number: 'Request 1' },
		'the concerns it answers': { concerns: [1, 2] },
	});
	refuses(findings, recommendation, [
		['nobody addressed', { addressees: [] }, 'addressees', /needs the organisations/],
		['no standing', { standing: undefined }, 'standing', /needs a standing/],
		['a standing without its evidence', { standing: { state: 'accepted' } }, 'standing.note', /./],
	]);
});

describe('response', () => {
	accepts(findings, response, { 'several answered': { answers: [IDS[0], IDS[1]] } });
	refuses(findings, response, [
		['nothing that it answers', { answers: undefined }, 'answers', /needs the record/],
		['an answer to no identifier', { answers: ['abc'] }, 'answers.0', /Not a record identifier/],
		['one answered twice', { answers: [IDS[0], IDS[0]] }, 'answers.1', /listed twice/],
	]);
});

test('a withdrawn consent is kept as it was given, so that others can act on it', () => {
	const { consent } = givenTestimony();
	const parsed = testimonies.parse({ ...givenTestimony(), consent: { ...consent, withdrawn: true } });
	expect(parsed.origin === 'given' && parsed.consent.withdrawn).toBe(true);
});

test('what is not written has a plain default', () => {
	const parsed = reports.parse(report());
	expect(parsed).toMatchObject({ titleSupplied: true, status: 'published', contentNotes: [], related: [] });
	expect(parsed.sources[0]).toMatchObject({ titleSupplied: false, authors: [], archived: [] });
});
