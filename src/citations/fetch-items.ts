import { fetchWithTimeout } from '../search/engine/fetch-in-time.ts';
import type { CitableItem } from './item.ts';

/** Path of the file with the items of all records, from which the browser compiles lists. */
export const ITEMS_PATH = '/search/citations.json';

/** The items of all records by identifier. */
export type Items = Readonly<Record<string, CitableItem>>;

/** Bound early: a private search cuts the page’s own `fetch` off from the network, and this request reveals nothing. */
const own = fetch.bind(globalThis);
const get = (address: string) => fetchWithTimeout(address, own);

let loaded: Promise<Items> | undefined;

/**
 * Fetches the items of all records: one file, so that the request does not reveal which records are wanted.
 *
 * @param root the archive’s base path
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

/** The items of records in the order given; unknown identifiers are omitted. */
export async function itemsOf(ids: readonly string[], root?: string): Promise<CitableItem[]> {
	const items = await loadItems(root);
	return ids.flatMap((id) => (Object.hasOwn(items, id) ? (items[id] ?? []) : []));
}
