import type { APIRoute } from 'astro';
import { getArchive } from '../../archive/load-archive.ts';
import { permanent } from '../url.ts';

/**
 * Crawlers may go everywhere. Pages that must not be indexed say so themselves: naming them here would publish a list
 * of them, and a blocked crawler would never read the noindex rule. The same applies to an archive that refuses
 * indexing altogether; it just has no sitemap.
 */
export const GET: APIRoute = async () => {
	const { config } = await getArchive();
	const sitemap = config.indexing === 'allow' ? `\nSitemap: ${permanent('/sitemap-index.xml')}\n` : '';
	return new Response(`User-agent: *\nAllow: /\n${sitemap}`);
};
