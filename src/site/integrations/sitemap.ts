import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import type { Archive } from '../../archive/publish/view.ts';
import { changedOn, isListed } from '../sitemap.ts';

/** The order in which the integration sorts addresses. */
const order = new Intl.Collator('en', { numeric: true });

/**
 * The sitemap of pages that search engines may list. The others are removed before the integration sorts them, since
 * sorting is slow.
 */
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
			// Addresses that are already sorted make its slow sort cheaper.
			'astro:build:done': (built) =>
				hooks['astro:build:done']?.({
					...built,
					pages: built.pages.toSorted((a, b) => order.compare(a.pathname, b.pathname)),
				}),
		},
	};
}
