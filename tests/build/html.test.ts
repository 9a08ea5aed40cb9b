import { readFileSync } from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, readSite } from '../support/html.ts';
import { ROOT, SITES, type SiteName } from '../support/sites.ts';

/** The kind of page that stands at a path: pages of a kind come from one template. */
function templateOf(at: string): string {
	return at
		.replace(/^\/(r|themes|organisations|complaints)\/[^/]+\//, '/$1/*/')
		.replace(/^\/(?:about|method|safety|privacy)\/$/, '/*/');
}

/** Most pages of one template that are looked at: enough to see each kind of record and of state. */
const MOST = 12;

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: BuiltSite;
	const templates = new Map<string, string[]>();
	beforeAll(() => {
		site = readSite(name);
		for (const at of site.pages.keys()) {
			const template = templateOf(at);
			templates.set(template, [...(templates.get(template) ?? []), at]);
		}
	});

	test('has the templates that are promised', () => {
		for (const template of [
			'/',
			'/*/',
			'/404.html',
			'/complaints/*/',
			'/findings/',
			'/organisations/',
			'/organisations/*/',
			'/r/*/',
			'/reports/',
			'/search/',
			'/testimonies/',
			'/themes/',
			'/themes/*/',
		])
			expect([...templates.keys()]).toContain(template);
	});

	test('pages of each template are valid HTML', async () => {
		const config = JSON.parse(readFileSync(path.join(ROOT, '.htmlvalidate.json'), 'utf8'));
		const validator = new HtmlValidate(config);
		const faults: string[] = [];
		for (const at of [...templates.values()].flatMap((paths) => paths.slice(0, MOST))) {
			const { results } = await validator.validateString(site.page(at).html, at);
			for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages))
				faults.push(`${at}:${line}:${column} ${message} [${ruleId}]`);
		}
		expect(faults).toEqual([]);
	});
});
