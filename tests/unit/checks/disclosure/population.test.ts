import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { DisclosureFile } from '../../../../src/checks/disclosure/accounts.ts';
import { checkDisclosure } from '../../../../src/checks/disclosure/check-disclosure.ts';
import { archiveConfig } from '../../../../src/core/model/config.ts';
import * as samples from '../../../support/samples.ts';

const fixture = parse(readFileSync(path.join(import.meta.dirname, 'population.yaml'), 'utf8'));

/** Settings with an outcome, a period, and an area above the organisations. */
const config = archiveConfig.parse({
	...samples.config(),
	facets: [
		fixture.outcome,
		{
			id: 'period',
			label: 'Period',
			collections: ['testimonies'],
			identifying: true,
			values: [
				{ id: 'before-2018', label: 'Before 2018', to: '2017' },
				{ id: 'from-2018', label: '2018 to 2020', from: '2018', to: '2020' },
			],
		},
	],
	disclosure: { k: 1, l: 1, rarePair: 1, batch: 1 },
});

const WITHIN: Record<string, string> = {
	'norfolk-constabulary': 'east-of-england',
	'kent-police': 'south-east',
	'merseyside-police': 'north-west',
};
const FIGURES = ['norfolk-convicted', 'norfolk-accused', 'kent-accused-2021', 'merseyside-cases-2021'];

function bound(organisation: string, facets: Record<string, string>, figures = FIGURES, change: object = {}) {
	const common = { paragraphs: [], mentions: [], digest: '', source: '' };
	const files = [
		...Object.entries(WITHIN).map(([id, within]) => ({
			...common,
			folder: 'organisations',
			id,
			file: id,
			data: { within },
		})),
		...figures.map((id) => {
			const figure = fixture.figures[id];
			const counted = (count: number | object) =>
				typeof count === 'number' ? { value: count, op: '=' } : count;
			const parts = figure.breakdown?.parts.map((part: { count: number }) => ({
				...part,
				count: counted(part.count),
			}));
			const data = {
				...figure,
				...change,
				numerator: counted(figure.numerator),
				...(parts && { breakdown: { ...figure.breakdown, parts } }),
			};
			return { ...common, folder: 'figures', id, file: id, data };
		}),
		{
			...common,
			folder: 'testimonies',
			id: 'fbmgs2sv',
			file: 'testimonies/fbmgs2sv.mdx',
			data: {
				origin: 'given',
				title: 't',
				summary: 's',
				status: 'published',
				themes: ['a'],
				organisations: [organisation],
				facets,
				contentNotes: [],
				sources: [],
				related: [],
				changes: [],
				consent: { scope: 'full', verbatim: false, withdrawn: false },
			},
		},
	] as unknown as DisclosureFile[];
	return checkDisclosure(files, config).filter(({ rule }) => rule === 'AN-7');
}

describe('AN-7: the archive’s own figures bound who an account can be about', () => {
	test('one convicted of 27: the account about it is about one man', () => {
		const [problem, ...more] = bound('norfolk-constabulary', { period: 'from-2018', outcome: 'criminal' });
		expect(more).toEqual([]);
		expect(problem?.message).toContain('norfolk-convicted');
		expect(problem?.message).toContain('fbmgs2sv');
		expect(problem?.advice).toMatch(
			/set organisations of fbmgs2sv from norfolk-constabulary to east-of-england/,
		);
	});

	test.each<[string, string, Record<string, string>]>([
		['the region in its place', 'east-of-england', { period: 'from-2018', outcome: 'criminal' }],
		['another outcome', 'norfolk-constabulary', { period: 'from-2018', outcome: 'left' }],
		['a broader outcome', 'norfolk-constabulary', { period: 'from-2018', outcome: 'sanction' }],
		['no outcome', 'norfolk-constabulary', { period: 'from-2018' }],
		['another time', 'norfolk-constabulary', { period: 'before-2018', outcome: 'criminal' }],
	])('%s passes', (_, organisation, facets) => {
		expect(bound(organisation, facets)).toEqual([]);
	});

	test('an account without a period may be of any time', () => {
		expect(bound('norfolk-constabulary', { outcome: 'criminal' })).toHaveLength(1);
	});

	test.each(['kent-police', 'merseyside-police'])('parts of a breakdown count too: %s', (organisation) => {
		expect(bound(organisation, { outcome: 'misconduct-after-leaving' })).toHaveLength(1);
		expect(bound(organisation, { outcome: 'no-case' })).toEqual([]);
	});

	test('a small figure without facets covers all accounts of its organisation', () => {
		expect(bound('norfolk-constabulary', {}, ['norfolk-convicted'])).toEqual([]);
		expect(bound('norfolk-constabulary', {}, ['norfolk-convicted'], { facets: undefined })).toHaveLength(1);
		expect(bound('kent-police', {}, ['norfolk-convicted'], { facets: undefined })).toEqual([]);
	});
});
