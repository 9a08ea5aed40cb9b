import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../../archive/load-archive.ts';
import { atomFeed, themeFeed } from '../../../components/changes/atom.ts';

export const getStaticPaths = (async () => {
	const { themes } = await getArchive();
	return themes.map(({ id }) => ({ params: { id } }));
}) satisfies GetStaticPaths;

/** New reports and findings under a theme, and changes of them, as an Atom feed. Accounts are not in it. */
export const GET: APIRoute = async ({ params }) => {
	const archive = await getArchive();
	const theme = archive.theme.get(params['id'] ?? '');
	if (!theme) return new Response(null, { status: 404 });
	return new Response(atomFeed(themeFeed(theme, archive), archive), {
		headers: { 'content-type': 'application/atom+xml' },
	});
};
