import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import type { Archive } from '../../../../src/archive/publish/view.ts';
import { REPORT, textFile, writeArchive } from '../../../support/archive.ts';
import * as samples from '../../../support/samples.ts';

describe('a feed', () => {
	let main: string;
	let theme: string;
	beforeAll(async () => {
		vi.stubEnv('SITE', 'https://x.example');
		const { atomFeed, mainFeed, themeFeed } = await import('../../../../src/site/components/changes/atom.ts');
		const gone = { status: 'withdrawn', changes: [{ date: '2032-02-04' }] };
		using content = writeArchive({
			[REPORT]: textFile({ ...samples.report(), ...gone }, 'Gone.'),
			'testimonies/4vxfxcd8-gone.mdx': textFile({ ...samples.publishedTestimony(), ...gone }, 'Gone.'),
			'figures/paid.yaml': null,
		});
		const archive = (await readArchive(content.path)).archive as Archive;
		main = atomFeed(mainFeed(archive), archive);
		const [first] = archive.themes.filter(({ id }) => id === 'charges');
		if (!first) throw new Error('no theme');
		theme = atomFeed(themeFeed(first, archive), archive);
	});

	test('says of a report that was withdrawn that its entry is deleted, not before the end of the month', () => {
		for (const feed of [main, theme]) {
			expect(feed).toContain('xmlns:at="http://purl.org/atompub/tombstones/1.0"');
			expect(feed).toContain(
				'<at:deleted-entry ref="https://x.example/r/fbmgs2sv/v1/" when="2032-02-29T00:00:00Z"/>',
			);
			expect(feed).toContain('<updated>2032-02-29T00:00:00Z</updated>');
			expect(feed).not.toMatch(/<id>[^<]*fbmgs2sv/);
		}
	});

	test('has no account, whether it stands or was withdrawn', () => {
		for (const feed of [main, theme]) {
			expect(feed).toContain('fbmgs2sv');
			expect(feed).not.toMatch(/1vm1d7gn|4vxfxcd8/);
		}
	});

	test('of a theme has its records and its own address', () => {
		expect(theme).toContain('<id>https://x.example/themes/charges/feed.xml</id>');
		expect(theme).toContain('<id>https://x.example/r/wrk68wb5/v1/</id>');
		expect(main).toContain('<id>https://x.example/changes/feed.xml</id>');
	});
});
