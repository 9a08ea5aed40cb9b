import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import type { Archive, ArchiveRecord } from '../../src/archive/publish/view.ts';
import { STYLES } from '../../src/citations/styles.ts';
import { recordPath } from '../../src/core/values/address.ts';
import { type BuiltSite, type Page, readSite } from '../support/html.ts';
import { coinsItem } from '../support/zotero.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** What a reference manager knows of a thing, whatever it was told it by. */
interface Known {
	type: string | undefined;
	title: string | undefined;
	institution: string | undefined;
	date: string | undefined;
	address: string | undefined;
}

/** Names of types, brought to those of Zotero. */
const RIS_TYPES: Readonly<Record<string, string>> = {
	NEWS: 'newspaperArticle',
	ELEC: 'webpage',
	RPRT: 'report',
	GOVDOC: 'report',
	STAT: 'statute',
	JOUR: 'journalArticle',
};
const CSL_TYPES: Readonly<Record<string, string>> = {
	'article-newspaper': 'newspaperArticle',
	webpage: 'webpage',
	'post-weblog': 'webpage',
	report: 'report',
	legislation: 'statute',
	'article-journal': 'journalArticle',
};

/** Reads the head of a page by the rules of Zotero’s “Embedded Metadata” and “RDF”. */
function fromHead({ tags }: Page): Known {
	const first = (...names: string[]) =>
		names
			.map((name) => tags.find((tag) => tag.name === 'meta' && tag.attributes['name'] === name))
			.find(Boolean)?.attributes['content'];
	const institution = first('citation_technical_report_institution');
	return {
		type: institution === undefined ? first('z:itemType') : 'report',
		title: first('citation_title', 'dcterms.title'),
		institution,
		date: first('citation_publication_date', 'citation_date')?.replaceAll('/', '-'),
		address: first('citation_public_url'),
	};
}

function fromRis(text: string): Known {
	const value = (tag: string) => new RegExp(`^${tag}  - (.*)\r$`, 'm').exec(text)?.[1];
	const authors = [...text.matchAll(/^AU {2}- (.*)\r$/gm)].map(([, name = '']) => name.replace(/,$/, ''));
	const type = RIS_TYPES[value('TY') ?? ''];
	return {
		type,
		title: value('TI'),
		institution: type === 'report' ? (value('PB') ?? authors.join(', ')) : undefined,
		date: exactRisDate(value('DA')),
		address: value('UR'),
	};
}

/** Between two years RIS has no date of its own form. */
function exactRisDate(date: string | undefined): string | undefined {
	return date?.endsWith('/') ? date.split('/').filter(Boolean).join('-') : undefined;
}

interface Csl {
	type: string;
	title?: string;
	publisher?: string;
	author?: { literal?: string; family?: string }[];
	issued?: { 'date-parts'?: number[][] };
	URL?: string;
}

function fromCsl({ type: csl, title, publisher, author, issued, URL: address }: Csl): Known {
	const type = CSL_TYPES[csl];
	const [parts, last] = issued?.['date-parts'] ?? [];
	const bodies = author?.map((one) => one.literal ?? one.family).join(', ');
	return {
		type,
		// CSL’s number of a law is that of an American one: the number of an instrument goes with its title.
		title: type === 'statute' ? title?.replace(/, S?SI \d{4}\/\d+$/, '') : title,
		institution: type === 'report' ? (publisher ?? bodies) : undefined,
		// Between two years RIS has no date, but a note; the tests of RIS have it.
		date:
			last && last[0] !== parts?.[0]
				? undefined
				: parts?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'),
		address,
	};
}

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: BuiltSite;
	let archive: Archive;
	beforeAll(async () => {
		site = readSite(name);
		const reading = await readArchive(site.content);
		if (!reading.archive) throw new Error('the content is not sound');
		archive = reading.archive;
	});
	/** The files that are part of a record’s page, by name. */
	const filesOf = (record: ArchiveRecord) =>
		new Map(
			pageOf(record).tags.flatMap(({ name: tag, attributes: { href = '', download } }) =>
				tag === 'a' && download && href.startsWith('data:')
					? [[download, decodeURIComponent(href.slice(href.indexOf(',') + 1))] as const]
					: [],
			),
		);
	const nameOf = (record: ArchiveRecord, wanted: string) => {
		const [which = '', ...ending] = wanted.split('.');
		return `record-${record.id}${which === 'source' ? '-source' : ''}.${ending.join('.')}`;
	};
	const file = (record: ArchiveRecord, wanted: string) => {
		const found = nameOf(record, wanted);
		const text = filesOf(record).get(found);
		if (text === undefined) throw new Error(`no file ${found}`);
		return text;
	};
	const pageOf = ({ id }: ArchiveRecord) => {
		const page = site.pages.get(recordPath(id));
		if (!page) throw new Error(`no page ${id}`);
		return page;
	};
	test('the head of each record’s page says the same as its files for reference managers', () => {
		for (const record of archive.records) {
			const head = fromHead(pageOf(record));
			expect({ ...head, institution: head.institution ?? undefined }, record.id).toEqual(
				fromRis(file(record, 'own.ris')),
			);
			const offered = pageOf(record).tags.filter(({ attributes }) => attributes['class'] === 'Z3988');
			const items = offered.map(({ attributes }) => coinsItem(attributes['title'] ?? ''));
			const expected = ['own', 'source'].filter((which) =>
				filesOf(record).has(nameOf(record, `${which}.ris`)),
			);
			// What can be cited of an account is the account alone: there is nothing to choose from.
			expect(items.map(({ title, url }) => [title, url])).toEqual(
				expected.length < 2
					? []
					: expected.map((which) => {
							const { title, address } = fromRis(file(record, `${which}.ris`));
							return [title, address?.replaceAll('+', '%2B')];
						}),
			);
		}
	});

	test('RIS, CSL-JSON and BibTeX say the same', () => {
		for (const record of archive.records)
			for (const which of ['own', 'source']) {
				if (!filesOf(record).has(nameOf(record, `${which}.ris`))) continue;
				const ris = fromRis(file(record, `${which}.ris`));
				const [csl] = JSON.parse(file(record, `${which}.csl.json`)) as Csl[];
				expect(fromCsl(csl as Csl), `${record.id} ${which}`).toEqual(ris);
				for (const ending of ['bib', 'biblatex.bib']) {
					const [back] = new Cite(file(record, `${which}.${ending}`)).data as unknown as Csl[];
					const { title, date, address } = fromCsl(back as Csl);
					// Of an interval BibLaTeX has both ends, the others what is certain.
					const interval = /^\tdate = \{.*\//m.test(file(record, `${which}.${ending}`));
					const known = { title: ris.title, date: interval ? date : ris.date, address: ris.address };
					expect({ title, date, address }, `${record.id} ${which}.${ending}`).toEqual(known);
				}
			}
	});

	test('accounts are cited without author, summary, keywords or a day', () => {
		for (const record of archive.testimonies) {
			const files = [...filesOf(record).values()];
			expect(files).toHaveLength(4);
			for (const text of files) {
				expect(text).toContain(record.id);
				expect(text).not.toContain(record.data.title);
				expect(text).not.toContain(record.data.summary);
				expect(text).not.toMatch(/^(?:AU|AB|KW) {2}-/m);
				expect(text).not.toMatch(/author|abstract|keywords/);
				expect(text).not.toMatch(/\d{4}[/-]\d{2}[/-]\d{2}/);
			}
		}
	});

	test('every record, theme and complaint offers every style and form, without a script', () => {
		const paths = [
			...archive.records.map(({ id }) => recordPath(id)),
			...archive.themes.map(({ id }) => `/themes/${id}/`),
			...archive.complaints.map(({ id }) => `/complaints/${id}/`),
		];
		for (const at of paths) {
			const page = site.pages.get(at);
			const [section = ''] = /<section class="cite".*?<\/section>/s.exec(page?.html ?? '') ?? [];
			const references = section.split(/<div data-cites=/).slice(1);
			expect(references, at).not.toEqual([]);
			for (const reference of references) {
				const [, style, form = ''] = /data-style="([^"]*)" data-form="([^"]*)"/.exec(reference) ?? [];
				const others = [...reference.matchAll(/<dt>([^<]*)<\/dt><dd/g)].map(([, term]) => term);
				expect([`${style}: ${form.toLowerCase()}`, ...others], at).toEqual(
					STYLES.flatMap(({ label, forms }) => forms.map((one) => `${label}: ${one.label.toLowerCase()}`)),
				);
			}
			expect(section).not.toMatch(/undefined|null|NaN|\[object|,,|\.\.(?!\.)/);
		}
	});

	test('the reference on the page names every paragraph by a link of its own', () => {
		for (const record of archive.records) {
			const { html } = pageOf(record);
			expect(html).toContain('data-cites="own"');
			for (const number of record.paragraphs) expect(html).toContain(`href="#p${number}"`);
		}
	});

	test('typed links lead to the address to be cited, and to what the record belongs to', () => {
		for (const record of archive.records) {
			const links = pageOf(record).tags.filter(({ name: tag }) => tag === 'link');
			const target = (rel: string) =>
				links.find(({ attributes }) => attributes['rel'] === rel)?.attributes['href'];
			expect(target('cite-as')).toBe(fromRis(file(record, 'own.ris')).address);
			expect(target('collection')).toMatch(new RegExp(`/${record.collection}/$`));
			expect(target('license')).toMatch(/^https:/);
		}
	});

	test('nothing of the style processor reaches the site', () => {
		const { out } = SITES[name];
		const scripts = readdirSync(path.join(out, '_astro')).filter((one) => one.endsWith('.js'));
		expect(scripts).not.toEqual([]);
		for (const script of scripts)
			expect(readFileSync(path.join(out, '_astro', script), 'utf8')).not.toMatch(
				/citeproc|CPAL|updateItems/i,
			);
	});
});
