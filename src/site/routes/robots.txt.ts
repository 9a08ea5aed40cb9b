import type { APIRoute } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { permanent } from '../url.ts';

/**
 * Crawlers may go everywhere. Pages that must not be found carry that themselves: naming them here would make a
 * list of them, and a crawler kept out would never read that it must not list the page. The same goes for an archive
 * that refuses to be listed at all; it only has no sitemap.
 */
export const GET: APIRoute = async () => {
	const { config } = await getArchive();
	const sitemap = config.indexing === 'allow' ? `\nSitemap: ${permanent('/sitemap-index.xml')}\n` : '';
	return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
