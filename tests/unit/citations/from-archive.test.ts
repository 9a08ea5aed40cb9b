import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Archive, ArchiveRecord, ReportRecord } from '../../../src/archive/publish/view.ts';
import { complaintItem, recordItem, themeItem } from '../../../src/citations/from-record.ts';
import { complaintOriginal, originalOf, sourceItem } from '../../../src/citations/from-source.ts';
import { jsonLdText, recordJsonLd, themeJsonLd } from '../../../src/citations/formats/json-ld.ts';
import { contextObject } from '../../../src/citations/formats/coins.ts';
import { citedTitle } from '../../../src/citations/item.ts';
import { citationMeta } from '../../../src/citations/formats/meta.ts';
import { recordReferences } from '../../../src/citations/references.ts';
import type { CitableItem } from '../../../src/citations/item.ts';
import { bodyOf } from '../../../src/citations/names.ts';
import { article } from './items.ts';
import { oscola } from '../../../src/citations/oscola/oscola.ts';
import { textOf } from '../../../src/citations/rich-text.ts';
import { coinsItem } from '../../support/zotero.ts';
import { FINDING, REPORT, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import * as samples from '../../support/samples.ts';

const [REPORT_ID, TESTIMONY_ID, FINDING_ID] = samples.IDS;
const permanent = (target: string) => `https://archive.example/sub${target}`;
const jsonLdOf = (record: ArchiveRecord) =>
	recordJsonLd(record, recordReferences(record, archive, permanent), archive, permanent);
const official = {
	...samples.source(),
	title: 'The report',
	publisher: 'the-office',
	kind: 'official-report',
	degree: 'first-hand',
};

using folder = writeArchive({
	'register.yaml': 'people:\n  - { name: Jane Croft, basis: author, role: Journalist }\n',
	[REPORT]: textFile(
		{ ...samples.report(), sources: [{ ...samples.source(), authors: ['Jane Croft'], note: 'n' }] },
		'First paragraph.\n\nSecond paragraph.\n\nThird paragraph.',
	),
	[FINDING]: textFile(
		{
			...samples.finding(),
			issuedBy: ['the-office', 'acme-plans'],
			number: 'Finding 3',
			sources: [official],
		},
		'What was found.',
	),
	[TESTIMONY]: textFile(
		{ ...samples.publishedTestimony(), title: 'Words that reveal', sourceRecord: REPORT_ID },
		'What happened.',
	),
});
const { archive: read, problems } = await readArchive(folder.path);
if (!read) throw new Error(JSON.stringify(problems));
const archive: Archive = read;
const byId = (id: string) => {
	const record = archive.record.get(id);
	if (!record) throw new Error(`No record ${id}`);
	return record;
};
const report = byId(REPORT_ID) as ReportRecord;
const finding = byId(FINDING_ID);
const testimony = byId(TESTIMONY_ID);
const name = archive.config.name;

test('the archive of these tests is sound', () => {
	expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('a report', () => {
	test('is two things to cite: the article, and the record of it', () => {
		const article = originalOf(report, archive);
		expect(article && textOf(oscola(article))).toBe(
			'Jane Croft, ‘A Headline’ Acme Plans (14 March 2031) <https://paper.example/a>'.replace(
				'Acme Plans',
				archive.organisation.get('the-paper')?.data.name ?? '',
			),
		);
		expect(textOf(oscola(recordItem(report, archive, permanent)))).toBe(
			`[A title] (${name}, version 1, 1 December 2031) <https://archive.example/sub/r/${REPORT_ID}/>`,
		);
	});

	test('says in its record what it is a record of', () => {
		expect(recordItem(report, archive, permanent).note).toMatch(
			/^Record of: Jane Croft, ‘A Headline’ .*\(14 March 2031\)$/,
		);
	});

	test('once released is cited at the address of its version, without a day of reading', () => {
		const released = {
			...archive,
			versions: new Map([[REPORT_ID, [{ version: 1, record: report, salt: null }]]]),
		};
		const item = recordItem(report, released, permanent);
		expect(item).toMatchObject({
			address: `https://archive.example/sub/r/${REPORT_ID}/v1/`,
			permanent: true,
		});
		expect(
			recordItem({ ...report, data: { ...report.data, version: 2 } }, released, permanent).permanent,
		).toBe(false);
	});

	test('of which nothing is known is cited by what is', () => {
		const [source] = report.data.sources;
		if (!source) throw new Error('no source');
		const bare = { ...source, publisher: null, published: null, url: null, authors: [] };
		const item = sourceItem(bare, archive, 'k');
		expect(item && textOf(oscola(item, { form: 'bibliography' }))).toBe('—— ‘A Headline’');
	});

	test('that appeared in a journal is a journal article, with its place there', () => {
		const [source] = report.data.sources;
		if (!source) throw new Error('no source');
		const journal = { volume: '27', issue: '4', pages: '406–423', doi: '10.1234/a' };
		const inJournal = {
			...report,
			data: { ...report.data, sources: [{ ...source, kind: 'journal-article', journal }] },
		};
		const item = originalOf(inJournal as ReportRecord, archive);
		expect(item).toMatchObject({
			kind: 'journal',
			container: archive.organisation.get('the-paper')?.data.name,
			...journal,
		});
		expect(jsonLdOf(inJournal as ReportRecord)).toMatchObject({
			mainEntity: {
				'@type': 'ScholarlyArticle',
				pagination: '406–423',
				sameAs: 'https://doi.org/10.1234/a',
				isPartOf: {
					'@type': 'PublicationIssue',
					issueNumber: '4',
					isPartOf: { '@type': 'PublicationVolume', volumeNumber: '27', isPartOf: { '@type': 'Periodical' } },
				},
			},
		});
	});

	test('read in an archived copy is cited there, with no day of reading', () => {
		const [source] = report.data.sources;
		if (!source) throw new Error('no source');
		const kept = {
			...source,
			url: null,
			archived: [{ url: 'https://kept.example/a', date: '2031-10-01' }],
			accessed: '2031-11-01',
		};
		const item = sourceItem(kept, archive, 'k');
		expect(item && textOf(oscola(item))).toMatch(/<https:\/\/kept\.example\/a>$/);
	});
});

describe('a finding', () => {
	test('is cited by all who issued it, at its number', () => {
		const original = originalOf(finding, archive);
		expect(original?.creators).toHaveLength(2);
		expect(original && textOf(oscola(original))).toMatch(
			/ and .*, ‘The Report’ \(14 March 2031\) finding 3 <https/,
		);
	});

	test.each([
		['Cm 9999', 'paper', /, The Report \(Cm 9999, 2031\) finding 3$/],
		['HC Deb vol 699', 'debate', /^HC Deb 14 March 2031, vol 699$/],
		['12', 'report', /‘The Report’ \(12, 14 March 2031\)/],
	])('in a document numbered %s is a %s', (number, kind, expected) => {
		const [source] = finding.data.sources;
		if (!source) throw new Error('no source');
		const original = originalOf(
			{ ...finding, data: { ...finding.data, sources: [{ ...source, number }] } } as typeof finding,
			archive,
		);
		expect(original?.kind).toBe(kind);
		expect(original && textOf(oscola(original))).toMatch(expected);
	});
});

describe('an account', () => {
	const item = recordItem(testimony, archive, permanent);

	test('goes by a neutral name and tells no more than that it is there', () => {
		expect(item).toEqual({
			key: `record-${TESTIMONY_ID}-v1`,
			kind: 'own',
			id: TESTIMONY_ID,
			title: `Record ${TESTIMONY_ID}`,
			titleSupplied: false,
			creators: [],
			container: name,
			publisher: undefined,
			descriptor: archive.config.words.testimonies.one,
			language: 'en-GB',
			version: 1,
			date: '2031-12',
			address: `https://archive.example/sub/r/${TESTIMONY_ID}/`,
			permanent: false,
		});
		expect(JSON.stringify(item)).not.toMatch(/reveal|summary|Charges|small/i);
	});

	test('has no original to cite', () => {
		expect(originalOf(testimony, archive)).toBeNull();
		expect(sourceItem({ ...report.data.sources[0], kind: 'statement' } as never, archive, 'k')).toBeNull();
	});

	test('has in its head its neutral name, its month and where it is, and nothing of what it says', () => {
		const { references } = recordReferences(testimony, archive, permanent);
		expect(citationMeta(references)).toEqual([
			{ name: 'z:itemType', content: 'webpage' },
			{ name: 'citation_title', content: `Record ${TESTIMONY_ID}` },
			{ name: 'citation_publication_date', content: '2031/12' },
			{ name: 'dcterms.source', content: name },
			{ name: 'citation_public_url', content: item.address },
			{ name: 'citation_language', content: 'en-GB' },
		]);
		expect(jsonLdOf(testimony)).toBeNull();
	});
});

describe('other pages', () => {
	const [theme] = archive.themes;
	const [complaint] = archive.complaints;
	if (!theme || !complaint) throw new Error('the archive is not whole');

	test('are cited as the archive’s own', () => {
		expect(textOf(oscola(themeItem(theme, archive, permanent)))).toBe(
			`‘Charges’ (theme summary, ${name}) <https://archive.example/sub/themes/${theme.id}/>`.replace(
				'theme summary',
				`${archive.config.words.theme} summary`,
			),
		);
		expect(textOf(oscola(complaintItem(complaint, archive, permanent)))).toContain(`(${name}) <`);
	});

	test('the complaint itself is its makers’', () => {
		expect(textOf(oscola(complaintOriginal(complaint, archive)))).toBe(
			`Acme Plans, ‘The Big Complaint’ (${archive.config.words.complaint}, 3 February 2031)`,
		);
	});

	test('all keys differ, and are fit for BibTeX', () => {
		const keys = [
			...archive.records.map((record) => recordItem(record, archive, permanent).key),
			...archive.records.flatMap((record) => originalOf(record, archive)?.key ?? []),
			...archive.themes.map((one) => themeItem(one, archive, permanent).key),
			...archive.complaints.flatMap((one) => [
				complaintItem(one, archive, permanent).key,
				complaintOriginal(one, archive).key,
			]),
		];
		expect(new Set(keys).size).toBe(keys.length);
		for (const key of keys) expect(key).toMatch(/^[a-z0-9-]+$/);
	});

	test('a theme is a defined term with its records', () => {
		expect(themeJsonLd(theme, archive, permanent)).toMatchObject({
			'@type': 'CollectionPage',
			mainEntity: { '@type': 'DefinedTerm', name: 'Charges' },
		});
	});
});

describe('what Zotero offers on a record’s page', () => {
	const offered = (record: ArchiveRecord) =>
		recordReferences(record, archive, permanent).references.map((one) => coinsItem(contextObject(one)));

	test('is the record first, read today, then the article, of which no day of reading is known', () => {
		const own = recordItem(report, archive, permanent);
		expect(offered(report)).toMatchObject([
			{ itemType: 'webpage', title: citedTitle(own), url: own.address, accessDate: 'today', creators: [] },
			{
				itemType: 'newspaperArticle',
				title: 'A headline',
				url: 'https://paper.example/a',
				accessDate: '',
				creators: [{ lastName: 'Croft', firstName: 'Jane' }],
				fields: { date: '2031-03-14' },
			},
		]);
	});

	test('is never the article at the archive’s address', () => {
		const [source] = report.data.sources;
		if (!source) throw new Error('no source');
		const nowhere = {
			...report,
			data: { ...report.data, sources: [{ ...source, url: null, archived: [] }] },
		};
		const [, article] = offered(nowhere);
		expect(article).toMatchObject({ itemType: 'newspaperArticle', title: 'A headline' });
		expect(article?.url).toBeUndefined();
	});

	test('has every body of an official document whole', () => {
		const [, document] = offered(finding);
		const creators = originalOf(finding, archive)?.creators.map((one) => one.kind === 'body' && one.name);
		expect(document?.itemType).toBe('report');
		expect(document?.creators).toEqual(creators?.map((lastName) => ({ lastName, firstName: '' })));
		const item = {
			...(originalOf(finding, archive) as CitableItem),
			creators: [bodyOf('Plans, Letters and Co')],
		};
		expect(coinsItem(contextObject({ name: 'source', item })).creators).toEqual([
			{ lastName: 'Plans, Letters and Co', firstName: '' },
		]);
	});

	test('keeps a plus sign of an address, which Zotero would take for a space', () => {
		const item = { ...article, address: 'https://paper.example/a+b?c=d+e' };
		const { url = '' } = coinsItem(contextObject({ name: 'source', item }));
		expect(url).toBe('https://paper.example/a%2Bb?c=d%20e');
	});

	test('has the place of an article in its journal', () => {
		const read = coinsItem(contextObject({ name: 'source', item: article }));
		expect(read).toMatchObject({
			itemType: 'journalArticle',
			accessDate: '',
			fields: { jtitle: article.container, volume: '27', issue: '4', pages: '406-423', DOI: article.doi },
		});
	});
});

describe('the head of a record’s page', () => {
	const item = recordItem(report, archive, permanent);
	const tagsOf = (record: ArchiveRecord) =>
		citationMeta(recordReferences(record, archive, permanent).references);
	const tag = (record: ArchiveRecord, wanted: string) =>
		tagsOf(record).flatMap((one) => (one.name === wanted ? [one.content] : []));

	test.each(['report', 'finding'])('of a %s names the record itself, at its own address', (which) => {
		const record = which === 'report' ? report : finding;
		const own = recordItem(record, archive, permanent);
		expect(tag(record, 'z:itemType')).toEqual(['webpage']);
		expect(tag(record, 'citation_title')).toEqual([citedTitle(own)]);
		expect(tag(record, 'citation_public_url')).toEqual([own.address]);
		expect(tag(record, 'dcterms.source')).toEqual([name]);
		expect(tag(record, 'citation_author')).toEqual([]);
	});

	test('has nothing empty', () => {
		for (const one of [...tagsOf(report), ...tagsOf(finding)]) expect(one.content).toMatch(/\S/);
	});

	test('says in JSON-LD that the page is the archive’s and the article its publisher’s', () => {
		expect(jsonLdOf(report)).toMatchObject({
			'@type': 'WebPage',
			url: item.address,
			version: 1,
			datePublished: '2031-12-01',
			publisher: { name: archive.config.publisher },
			mainEntity: {
				'@type': 'NewsArticle',
				headline: 'A headline',
				datePublished: '2031-03-14',
				author: [{ '@type': 'Person', name: 'Jane Croft' }],
			},
		});
		expect(jsonLdOf(finding)).toMatchObject({
			mainEntity: { '@type': 'Report', author: [{ '@type': 'Organization' }, { '@type': 'Organization' }] },
		});
	});

	test('JSON-LD cannot end its script', () => {
		const text = jsonLdText({ '@type': 'WebPage', name: '</script><!-- & \u2028' });
		expect(text).not.toMatch(/[<>&\u2028]/);
		expect(JSON.parse(text)).toEqual({ '@type': 'WebPage', name: '</script><!-- & \u2028' });
	});
});
