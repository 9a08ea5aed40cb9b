import type { APIRoute } from 'astro';
import { getArchive } from '../../archive/current.ts';
import { atomFeed } from '../../components/changes-feed.ts';

/** New reports and findings, and changes of them, as an Atom feed. Accounts are not in it. */
export const GET: APIRoute = async () =>
	new Response(atomFeed(await getArchive()), { headers: { 'content-type': 'application/atom+xml' } });
