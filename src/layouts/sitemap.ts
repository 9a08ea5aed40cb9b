import { getArchive } from '../archive/current.ts';

/**
 * Leaves out of the sitemap what must not be found through search engines: testimonies, notices of withdrawal, and
 * versions, for which the record itself stands, and readers' own lists; or everything, where the archive refuses to be listed.
 * Their pages say the same of themselves; the sitemap must not make a list of them.
 */
export async function listed<Item extends { url: string }>(item: Item): Promise<Item | undefined> {
	const { record, config } = await getArchive();
	if (config.indexing === 'refuse') return undefined;
	if (item.url.endsWith('/list/')) return undefined;
	const [, id, version] = /\/r\/([^/]+)\/(v\d+\/(?:statement\/)?)?$/.exec(item.url) ?? [];
	if (id === undefined) return item;
	if (version !== undefined) return undefined;
	const collection = record.get(id)?.collection;
	return collection === undefined || collection === 'testimonies' ? undefined : item;
}
