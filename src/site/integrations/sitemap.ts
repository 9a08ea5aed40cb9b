import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import type { Archive } from '../../archive/publish/view.ts';
import { changedOn, isListed } from '../sitemap.ts';

/** The order of addresses in a sitemap, as the integration has it. */
const order = new Intl.Collator('en', { numeric: true });

/** The sitemap, of the pages that search engines may find. The others are taken out before it sorts them: that takes long. */
export function sitemapIntegration(): AstroIntegration {
	let archive: Archive | undefined;
	const { name, hooks } = sitemap({
		filter: (url) => archive !== undefined && isListed(url, archive),
		serialize(item) {
			const lastmod = archive && changedOn(item.url, archive);
			return lastmod === undefined ? item : { ...item, lastmod };
		},
	});
	return {
		name,
		hooks: {
			...hooks,
			async 'astro:build:start'() {
				archive = await getArchive();
			},
			// In their order already, they cost its slow sorting little.
			'astro:build:done': (built) =>
				hooks['astro:build:done']?.({
					...built,
					pages: built.pages.toSorted((a, b) => order.compare(a.pathname, b.pathname)),
				}),
		},
	};
}
