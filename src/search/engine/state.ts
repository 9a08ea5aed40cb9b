import type { GroupId } from './catalogue.ts';

/**
 * The whole state of a search, as in the address's fragment: `#q=lost+evidence&theme=a,b&sort=newest`. A fragment is
 * never sent to a server, so what was searched stays in the browser.
 */
export interface SearchState {
	/** The input. */
	text: string;
	/** Values chosen in each facet; facets without a choice are not in the map. */
	chosen: ReadonlyMap<GroupId, readonly string[]>;
	/** Null is the default: by relevance if words were typed, otherwise newest first. */
	sort: Sort | null;
	/** How many pages of results are shown. */
	page: number;
	/** Whether to load the whole index first, if there is a choice. */
	private: boolean;
}

export const SORTS = ['relevance', 'newest', 'oldest'] as const;
export type Sort = (typeof SORTS)[number];

export const EMPTY_STATE: SearchState = { text: '', chosen: new Map(), sort: null, page: 1, private: false };

const OWN_KEYS = new Set(['q', 'sort', 'page', 'private', 'mark']);

/** The name of a facet in the address; a name that would be ambiguous gets a prefix. */
export function groupKey(id: string): string {
	return OWN_KEYS.has(id) ? `facet-${id}` : id;
}

/** Whether nothing is searched for. */
export function isEmpty({ text, chosen }: SearchState): boolean {
	return text.trim() === '' && chosen.size === 0;
}

/**
 * Parses the state from a fragment, ignoring what it cannot parse.
 *
 * @param fragment with or without the `#`
 */
export function parseState(fragment: string): SearchState {
	const fields = new URLSearchParams(fragment.replace(/^#/, ''));
	const chosen = new Map<GroupId, string[]>();
	for (const [key, value] of fields) {
		if (OWN_KEYS.has(key) || key === '') continue;
		const values = [...(chosen.get(key) ?? []), ...value.split(',').filter(Boolean)];
		if (values.length > 0) chosen.set(key, [...new Set(values)]);
	}
	const sort = SORTS.find((one) => one === fields.get('sort')) ?? null;
	const page = Number(fields.get('page') ?? 1);
	return {
		text: fields.get('q') ?? '',
		chosen,
		sort,
		page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
		private: fields.get('private') === 'yes',
	};
}

/** Formats the state as a fragment without `#`; empty for the empty state. Parameters have a fixed order. */
export function formatState({ text, chosen, sort, page, private: whole }: SearchState): string {
	const fields: string[] = [];
	const encode = (value: string) => new URLSearchParams([['', value]]).toString().slice(1);
	if (text !== '') fields.push(`q=${encode(text)}`);
	for (const key of [...chosen.keys()].sort()) {
		const values = chosen.get(key) ?? [];
		if (values.length > 0) fields.push(`${encode(key)}=${values.map(encode).join(',')}`);
	}
	if (sort) fields.push(`sort=${sort}`);
	if (page > 1) fields.push(`page=${page}`);
	if (whole) fields.push('private=yes');
	return fields.join('&');
}

/** The state with a facet value toggled, back at the first page of results. */
export function choose(state: SearchState, group: GroupId, value: string, on: boolean): SearchState {
	const chosen = new Map(state.chosen);
	const others = (chosen.get(group) ?? []).filter((one) => one !== value);
	const values = on ? [...others, value] : others;
	if (values.length > 0) chosen.set(group, values);
	else chosen.delete(group);
	return { ...state, chosen, page: 1 };
}
