import type { APIRoute } from 'astro';
import { getArchive } from '../../../archive/load-archive.ts';
import { atomFeed, mainFeed } from '../../components/changes/atom.ts';

/** New reports and findings, and changes of them, as an Atom feed. Accounts are not in it. */
export const GET: APIRoute = async () => {
	const archive = await getArchive();
	return new Response(atomFeed(mainFeed(archive), archive), {
		headers: { 'content-type': 'application/atom+xml' },
	});
};
