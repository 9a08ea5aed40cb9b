/**
 * The rules by which Zotero reads what this project writes, written anew from its published translators “RIS”,
 * “COinS” and “Embedded Metadata” (state of June 2026): enough of them to tell what a reader gets.
 */

/** One creator as Zotero keeps it: in two fields, or in one for an organisation. */
export interface ZoteroCreator {
	lastName: string;
	firstName: string;
}

/** Creators of each entry of a RIS file: the first comma ends the family name; without anything after it, it is a body. */
export function risCreators(ris: string): ZoteroCreator[][] {
	return ris
		.split(/^TY {2}- .*$/m)
		.slice(1)
		.map((entry) =>
			[...entry.matchAll(/^AU {2}- (.*?)\r?$/gm)].map(([, value = '']) => {
				const [lastName = ''] = value.trim().split(/\s*,\s*/);
				return {
					lastName,
					firstName: value
						.trim()
						.slice(lastName.length)
						.replace(/^\s*,\s*/, ''),
				};
			}),
		);
}

/** What Zotero makes of one thing that a page names. */
export interface ZoteroItem {
	itemType: string;
	title?: string;
	url?: string;
	/** Day of reading: Zotero writes today’s where there is an address and no day, and nothing where it is empty. */
	accessDate?: 'today' | '';
	creators: ZoteroCreator[];
	fields: Readonly<Record<string, string>>;
}

/** Reads a ContextObject as Zotero’s “COinS” does. */
export function coinsItem(context: string): ZoteroItem {
	const item: ZoteroItem = { itemType: '', creators: [], fields: {} };
	const fields: Record<string, string> = {};
	const pairs = context.split('&').map((pair) => {
		const [key = '', value = ''] = pair.split('=');
		return [key, decodeURIComponent(value.replace(/\+|%2b/gi, ' '))] as const;
	});
	const first = (wanted: string) => pairs.find(([key]) => key === wanted)?.[1];
	const genre = first('rft.genre');
	item.itemType =
		{
			'info:ofi/fmt:kev:mtx:journal': 'journalArticle',
			'info:ofi/fmt:kev:mtx:book': genre === 'report' || genre === 'document' ? genre : 'book',
			'info:ofi/fmt:kev:mtx:dc': first('rft.type') ?? 'webpage',
		}[first('rft_val_fmt') ?? ''] ?? '';
	for (const [key, value] of pairs) {
		if (key === 'rft_id' && value.startsWith('info:doi/')) fields['DOI'] = value.slice(9);
		else if (key === 'rft_id' && /^https?:/.test(value)) Object.assign(item, { url: value, accessDate: '' });
		else if (key === 'rft.identifier') item.url = value;
		else if (/^rft\.(?:[ab]?title)$/.test(key)) item.title = value;
		else if (/^rft\.(?:au|creator)$/.test(key)) item.creators.push(nameOf(value));
		else if (key === 'rft.aucorp') item.creators.unshift({ lastName: value, firstName: '' });
		else fields[key.replace('rft.', '')] = value;
	}
	if (item.url !== undefined) item.accessDate ??= 'today';
	return { ...item, fields };
}

/** A name with a comma has the family name first; one without is split at its last space. */
function nameOf(text: string): ZoteroCreator {
	const bare = text.replace(/^[\s.,/[\]:]+|[\s.,/[\]:]+$/g, '');
	if (!text.includes(',')) {
		const at = bare.lastIndexOf(' ');
		return { lastName: bare.slice(at + 1), firstName: bare.slice(0, Math.max(0, at)) };
	}
	const [lastName = '', firstName = ''] = bare.split(/[,،] ?/);
	return { lastName, firstName };
}
