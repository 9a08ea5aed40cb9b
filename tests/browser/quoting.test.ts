import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proseOf } from '../../src/archive/publish/prose.ts';
import { canonicalParagraph } from '../../src/integrity/canonical/canonical.ts';
import { recordPath } from '../../src/core/values/address.ts';
import { readSound } from '../support/integrity.ts';
import { type Visit, visit } from '../support/pages.ts';
import { visitQuotable } from '../support/quotable.ts';
import { SITES, type SiteName } from '../support/sites.ts';

/** What “Copy quotation with citation” copies of each paragraph of a page, by number. */
function copiedOn(page: Page): Promise<Record<string, string>> {
	return page.evaluate(async () => {
		const copied: Record<string, string> = {};
		const written: { text?: string | undefined } = {};
		navigator.clipboard.write = async ([item]) => {
			written.text = await (await item?.getType('text/plain'))?.text();
		};
		const until = async <T>(what: () => T | null | undefined): Promise<T> => {
			for (let tries = 0; tries < 200; tries++) {
				const found = what();
				if (found) return found;
				await new Promise((resolve) => setTimeout(resolve, 20));
			}
			throw new Error(`nothing came at ${location.hash}`);
		};
		for (const { id } of document.querySelectorAll('.prose .para')) {
			location.hash = id;
			const button = await until(() =>
				[...document.querySelectorAll<HTMLElement>(`#${id} .cite-bar button`)].find(
					({ textContent }) => textContent === 'Copy quotation with citation',
				),
			);
			delete written.text;
			button.click();
			copied[id.slice(1)] = await until(() => written.text);
		}
		return copied;
	});
}

/** Canonical text names the file of a picture; pages do not. */
const withoutFile = (text: string): string => text.replace(/\[image: [\w.-]+, /g, '[image: ');

/** Compares what is copied of every record of an archive with its canonical text. */
async function expectCanonical(site: Visit, content: string): Promise<void> {
	const { archive } = await readSound(content);
	for (const record of archive.records) {
		const page = await site.open(recordPath(record.id));
		const copied = await copiedOn(page);
		const expected = proseOf(record, archive).blocks.flatMap((block) =>
			block.number === null ? [] : [[block.number, withoutFile(canonicalParagraph(block))]],
		);
		// The quotation is on the first line, between marks; the reference on the second.
		const quotations = Object.entries(copied).map(([number, text]) => [
			number,
			text.split('\n')[0]?.slice(1, -1),
		]);
		expect(Object.fromEntries(quotations), record.id).toEqual(Object.fromEntries(expected));
		expect(Object.keys(copied).sort(), record.id).toEqual(record.paragraphs.toSorted());
	}
}

describe.each(Object.keys(SITES) as SiteName[])('the site %s', (name) => {
	let site: Visit;
	beforeAll(async () => {
		site = await visit(name);
	});
	afterAll(() => site?.close());

	test('a quotation of a paragraph is its canonical text', { timeout: 300_000 }, async () => {
		await expectCanonical(site, SITES[name].content);
	});
});

describe('an archive with every kind of paragraph, below a folder', () => {
	let site: Awaited<ReturnType<typeof visitQuotable>>;
	beforeAll(async () => {
		site = await visitQuotable();
	});
	afterAll(() => site?.close());

	test('a quotation of a paragraph is its canonical text', async () => {
		await expectCanonical(site, site.content);
	});
});
