import type { APIRoute } from 'astro';
import { getArchive } from '../../../archive/load-archive.ts';
import { dateOf } from '../../../archive/publish/sorting.ts';
import { rowOf } from '../../components/lists/row.ts';
import { makeCatalogue } from '../../../search/build/make-catalogue.ts';

/** The search catalogue; it describes records as the site’s lists do. */
export const GET: APIRoute = async () => {
	const archive = await getArchive();
	const catalogue = makeCatalogue(archive, (record) => {
		const { date, facts } = rowOf(record, archive);
		return { date: dateOf(record), dateWords: date, facts };
	});
	return Response.json(catalogue);
};
