import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, readSite, wordsOf } from '../support/html.ts';

describe('the second archive, built by the same software', () => {
	let site: BuiltSite;
	beforeAll(() => {
		site = readSite('market');
	});
	const words = (at: string) => wordsOf(site.page(at).html);

	test('has its own name, notice and words everywhere', () => {
		for (const [at, page] of site.pages)
			expect(wordsOf(page.html), at).toContain('Not a plan provider, not the regulator');
		expect(words('/')).toContain('Prepaid Funeral Plans: Evidence Archive');
		expect(words('/testimonies/')).toMatch(/Customer accounts/);
		expect(words('/reports/')).toMatch(/Press reports/);
		expect(words('/findings/')).toMatch(/Regulator records/);
	});

	test('calls things by its own words', () => {
		const wrong = [...site.pages]
			.filter(([at]) => !at.startsWith('/help/') && at !== '/data/')
			.flatMap(([at, { html }]) =>
				[
					...wordsOf(html)
						.replace(/https?:\S+/g, '')
						.matchAll(/.{0,30}\b(?:themes?|testimon(?:y|ies)|super-complaint)\b.{0,20}/gi),
				].map(([found]) => `${at}: ${found}`),
			);
		expect(wrong).toEqual([]);
		expect(words('/themes/')).toMatch(/topics/i);
		expect(words('/complaints/prepaid-funerals/')).toMatch(/market complaint/i);
	});

	test('has nothing of the first archive', () => {
		const subject = /\bpolic(?:e|ing)\b|\bofficers?\b|\bconstab|domestic abuse|\bNorfolk\b|survivor/i;
		const told = [...site.pages].flatMap(([at, { html }]) => {
			const found = subject.exec(wordsOf(html).replaceAll('Chief Officer', ''))?.[0];
			return found === undefined ? [] : [`${at}: ${found}`];
		});
		expect(told).toEqual([]);
	});

	test('shows each kind of record with who is speaking', () => {
		expect(words('/r/fbmgs2sv/')).toMatch(/Customer .*Charged for leaving a plan after nine days/);
		expect(words('/r/k40kj6rh/')).toMatch(/Press .*The plan that would not let go/);
		expect(words('/r/x15w7xb9/')).toMatch(/Regulator .*Sales calls left out the charge for leaving/);
	});

	test('shows facets, themes, source, version, reply and correction', () => {
		const text = words('/r/fbmgs2sv/');
		for (const part of [
			'Kind of plan',
			'Paid in instalments',
			'70 or over',
			'Cancellation charges',
			'The Wendle Courier',
			'14 March 2031',
			'Evermore Plans Ltd',
			'Number of days corrected from ten to nine.',
			'version 2',
			'January 2032',
			'[street withheld]',
			'https://market.example/r/fbmgs2sv/',
		])
			expect(text).toContain(part);
	});

	test('joins a recommendation with its answer, both ways', () => {
		expect(site.page('/r/mxdk6r5v/').html).toContain('href="/r/g4h2r1h6/"');
		expect(site.page('/r/g4h2r1h6/').html).toContain('href="/r/mxdk6r5v/"');
		expect(words('/r/mxdk6r5v/')).toContain('Accepted in part');
	});

	test('shows a figure with its base and its source', () => {
		const text = words('/r/4vxfxcd8/');
		expect(text).toContain('41');
		expect(text).toContain('203');
		expect(text).toContain('families');
	});

	test('the figures are listed with what arithmetic says of them', () => {
		const text = words('/figures/');
		for (const part of ['7 figures', 'Paid a second time', 'Left without a provider', 'Adds up', 'Fits'])
			expect(text).toContain(part);
		expect(text).toContain('Does not add up by 4: 36.4% of providers not stated');
		expect(site.page('/figures/by/theme/').html).toContain('href="/figures/paid-twice/"');
		expect(words('/figures/by/organisation/')).toMatch(/Quiet Harbour Funerals\s+4\s+about 1,200/i);
	});

	test('a figure’s page says what was counted, of whom, when, by whom, and shows the arithmetic', () => {
		const text = words('/figures/paid-twice/');
		for (const part of [
			'41 of 203 families (a fifth as printed)',
			'Readers who answer are not all readers.',
			'in the last year or so',
			'A survey',
			'Printed as “a fifth”; the counts make 20.2%.',
			'Paragraph 3 of record 4vxfxcd8',
			'The Money Page',
		])
			expect(text).toContain(part);
		expect(site.page('/figures/paid-twice/').html).toContain('href="/r/4vxfxcd8/#p3"');
		expect(site.page('/r/4vxfxcd8/').html).toContain('href="/figures/paid-twice/"');
		expect(site.page('/themes/left-out-costs/').html).toContain('href="/figures/paid-twice/"');
	});

	test('what the parts leave unsaid is a row of their table; too many of them are told', () => {
		expect(words('/figures/providers-answered/')).toMatch(/Answered 7.* Not stated 4/);
		expect(words('/figures/plans-left-out/')).toContain(
			'The parts make 15, which is 6 more than 9: at least 6 must be counted in two parts.',
		);
	});

	test('a topic’s page has its summary and the records by kind', () => {
		const { html } = site.page('/themes/cancellation/');
		for (const id of ['fbmgs2sv', 'k40kj6rh', 'x15w7xb9']) expect(html).toContain(`href="/r/${id}/"`);
		expect(html).not.toContain('href="/r/5kjm1cm8/"');
		expect(wordsOf(html)).toContain('Both accounts of leaving a plan tell of a charge');
	});

	test('an organisation’s page has the records about it', () => {
		const { html } = site.page('/organisations/quiet-harbour/');
		for (const id of ['wrk68wb5', 'v12prk45', 'x15w7xb9', '5kjm1cm8']) expect(html).toContain(`/r/${id}/`);
	});

	test('the complaint’s page has its concerns and its timeline', () => {
		const text = words('/complaints/prepaid-funerals/');
		expect(text).toContain('Cancelling a plan costs more than buyers were told.');
		expect(text).toContain('3 February 2031');
		expect(text).toContain('November 2031');
	});

	test('the withdrawn account answers at its address with a notice and nothing else', () => {
		const { html } = site.page('/r/hmr1frsh/');
		expect(wordsOf(html)).toMatch(/withdrawn/i);
		expect(wordsOf(html)).toContain('February 2032');
		expect(wordsOf(html)).not.toMatch(/Evermore|Telephone sales|took back|instalment/i);
	});

	test('not even the name of its file stands in any file', () => {
		const told = site.files.filter((file) => {
			const text = readFileSync(path.join(site.out, file)).toString('latin1');
			return text.includes('no-longer-here');
		});
		expect(told).toEqual([]);
	});

	test('at the top of a host, no link has a folder before it', () => {
		const links = [...site.pages.values()].flatMap(({ tags }) =>
			tags.flatMap(({ attributes }) => attributes['href'] ?? []),
		);
		expect(links.filter((target) => target.startsWith('//') || target.startsWith('/sub/'))).toEqual([]);
	});
});

test('under a sub-path, every link within the site begins with it', () => {
	const site = readSite('first');
	for (const { path: at, tags } of site.pages.values()) {
		const links = tags.flatMap(({ attributes }) => attributes['href'] ?? attributes['src'] ?? []);
		const own = links.filter((target) => target.startsWith('/'));
		expect(own, at).not.toEqual([]);
		expect(
			own.filter((target) => !target.startsWith('/sub/')),
			at,
		).toEqual([]);
	}
});
