import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../../archive/load-archive.ts';
import { briefsOf } from '../../../briefs/briefs.ts';
import { publishedBrief } from '../../../briefs/brief-cache.ts';
import { permanent } from '../../url.ts';

export const getStaticPaths = (async () =>
	briefsOf(await getArchive(), permanent).map(({ page }) => ({
		params: { page: page.replace(/^\/|\/$/g, '') },
	}))) satisfies GetStaticPaths;

/** The brief of a page, for print. */
export const GET: APIRoute = async ({ params: { page } }) => {
	const pdf = publishedBrief(`/${page}/`, await getArchive(), permanent);
	const headers = { 'content-type': 'application/pdf' };
	return pdf ? new Response(pdf.bytes, { headers }) : new Response(null, { status: 404 });
};
