import { fetchInTime } from '../search/engine/fetch-in-time.ts';
import type { CitableItem } from './item.ts';

/** Path of the file that a list of any records is put together from in the browser. */
export const ITEMS_PATH = '/search/citations.json';

/** Every record of the archive as it is cited, by identifier. */
export type Items = Readonly<Record<string, CitableItem>>;

/** Taken at once: a private search leaves the page's own `fetch` no way to the network, and this file tells nothing. */
const own = fetch.bind(globalThis);
const get = (address: string) => fetchInTime(address, own);

let loaded: Promise<Items> | undefined;

/**
 * Fetches how the records of the archive are cited: one file for all, so that the request tells nothing of which are
 * wanted.
 *
 * @param root the archive's own folder
 */
function loadItems(root = '/'): Promise<Items> {
	loaded ??= get(root.replace(/\/$/, '') + ITEMS_PATH).then((answer) => {
		if (!answer.ok) throw new Error(`${ITEMS_PATH}: ${answer.status}`);
		return answer.json() as Promise<Items>;
	});
	loaded.catch(() => {
		loaded = undefined;
	});
	return loaded;
}

/** Records as they are cited, in the order asked for; what the archive does not have is left out. */
export async function itemsOf(ids: readonly string[], root?: string): Promise<CitableItem[]> {
	const items = await loadItems(root);
	return ids.flatMap((id) => (Object.hasOwn(items, id) ? (items[id] ?? []) : []));
}
