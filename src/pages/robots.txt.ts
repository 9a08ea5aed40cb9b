import type { APIRoute } from 'astro';
import { permanent } from '../components/url.ts';

/**
 * Crawlers may go everywhere. Pages that must not be found carry that themselves: naming them here would make a
 * list of them, and a crawler kept out would never read that it must not list the page.
 */
export const GET: APIRoute = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${permanent('/sitemap-index.xml')}\n`);
