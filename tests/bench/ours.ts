import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { readArchive } from '../../src/archive/read/read.ts';
import { FACET_VALUES, ORGANISATIONS, type Synthetic, THEMES } from './generate.ts';

const month = '2031-12';
const words = (title: string) => ({
	speaker: title,
	one: title.toLowerCase(),
	many: `${title.toLowerCase()}s`,
	title: `${title}s`,
	intro: 'What was collected.',
});

/** Writes an archive that holds the records, as this software reads it. */
export function writeArchive(folder: string, records: readonly Synthetic[]): void {
	rmSync(folder, { recursive: true, force: true });
	const write = (file: string, content: string) => {
		const target = path.join(folder, file);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, content);
	};
	const document = (fields: object, body: string) =>
		`---\n${stringify(fields, { lineWidth: 0 })}---\n\n${body}\n`;

	write('archive.yaml', stringify(configuration()));
	write('register.yaml', stringify({ publicHosts: ['example.org'] }));
	for (const id of THEMES)
		write(
			`themes/${id}.mdx`,
			document(
				{
					label: label(id),
					scope: 'What it covers.',
					answer: 'What is held on it.',
					synonyms: [`word ${id}`],
					changes: [{ date: '2031-12-01', note: 'First published.' }],
				},
				'## What was reported\n\nA summary.',
			),
		);
	for (const id of ORGANISATIONS)
		write(`organisations/${id}.yaml`, stringify({ name: label(id), kind: 'body' }));
	for (const [index, id] of ['home', 'about', 'method', 'safety', 'privacy'].entries())
		write(`pages/${id}.mdx`, document({ title: label(id), summary: 'A page.', order: index + 1 }, 'Words.'));
	write('complaints/complaint.mdx', document(complaint(), 'Words.'));
	for (const record of records)
		write(`${record.collection}/${record.id}-record.mdx`, document(fieldsOf(record), record.mdx));
}

/**
 * Replaces the lines that a check objects to: among millions of words put together by chance, some will look like a
 * street or a date.
 *
 * @returns how many lines were replaced
 */
export async function settle(folder: string): Promise<number> {
	const { problems } = await readArchive(folder);
	for (const { file, line } of problems) {
		const target = path.join(folder, file);
		const lines = readFileSync(target, 'utf8').split('\n');
		const [mark = ''] = /^(?:- |## |title: |summary: )?/.exec(lines[line - 1] ?? '') ?? [];
		lines[line - 1] = `${mark}The words that stood here were put together by chance.`;
		writeFileSync(target, lines.join('\n'));
	}
	return problems.length;
}

const label = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replace('-', ' ');

const source = (published: string, url: string | null) => ({
	title: 'The source',
	publisher: 'body-1',
	published,
	url,
	kind: 'news-article',
	degree: 'reported',
	verified: 'in-source',
});

function fieldsOf(record: Synthetic): object {
	const date = record.collection === 'testimonies' ? month : `${month}-01`;
	const own = {
		testimonies: { origin: 'published', facetSources: { area: 1, organisations: 1 } },
		reports: { evidence: ['interview'] },
		findings: { kind: 'finding', issuedBy: ['body-2'], issued: record.published },
	}[record.collection];
	return {
		...own,
		title: record.title,
		summary: record.summary,
		complaint: 'complaint',
		themes: record.themes,
		organisations: record.organisations,
		facets: { area: record.facet },
		version: 1,
		changes: [{ version: 1, date, kind: 'published', note: 'First published.' }],
		sources: [source(record.published, `https://example.org/${record.id}`)],
	};
}

function complaint(): object {
	return {
		title: 'A complaint',
		summary: 'What it is about.',
		submittedBy: ['body-3'],
		submittedTo: ['body-2'],
		submitted: '2031-01',
		jurisdiction: 'Somewhere',
		standing: 'Answered.',
		concerns: [{ number: 1, text: 'A concern.' }],
		timeline: [{ date: '2031-01', event: 'It is made.', source: 1 }],
		sources: [source('2031-01', null)],
	};
}

function configuration(): object {
	return {
		name: 'A large archive',
		tagline: 'Made to be measured.',
		description: 'Made-up records to measure how long a build takes.',
		notice: 'Nothing here is true',
		publisher: 'Nobody',
		contact: null,
		language: 'en-GB',
		address: null,
		licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
		search: { examples: ['theme'] },
		words: {
			testimonies: words('Account'),
			reports: words('Report'),
			findings: words('Finding'),
			archive: 'Archive',
			theme: 'theme',
			themes: 'themes',
			complaint: 'complaint',
		},
		organisationKinds: [{ id: 'body', label: 'Bodies', filter: true }],
		facets: [
			{
				id: 'area',
				label: 'Area',
				collections: ['testimonies', 'reports', 'findings'],
				identifying: false,
				values: FACET_VALUES.map((id) => ({ id, label: label(id) })),
			},
		],
		contentNotes: [{ id: 'note', label: 'A note' }],
	};
}
