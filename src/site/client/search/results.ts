import { listPath, recordPath } from '../../../core/values/address.ts';
import type { Engine, Outcome, BroaderSearch } from '../../../search/engine/engine.ts';
import type { Catalogue } from '../../../search/engine/catalogue.ts';
import { shownTotal, tallyPlaces } from '../../../search/engine/counts.ts';
import { chosenValues } from '../../../search/engine/facets.ts';
import { recordsNamed } from '../../../search/engine/identifiers.ts';
import { explainQuery, type Leaf } from '../../../search/engine/query.ts';
import { choose, formatState, type SearchState } from '../../../search/engine/state.ts';
import { type Child, h } from './dom.ts';
import { capitalise } from '../../../core/text/words.ts';

/**
 * A link to another state of the search. It works like any link: it can be copied or opened in a new tab, and Back
 * returns.
 */
function stateLink(state: SearchState, ...children: Child[]): HTMLAnchorElement {
	return h('a', { href: `#${formatState(state)}` }, ...children);
}

/** Says in one sentence how many records were found. */
export function countSentence({ places, withholds, isMeaningless }: Outcome, catalogue: Catalogue): string {
	if (isMeaningless) return 'There is nothing to search for: type at least one letter or digit';
	const total = catalogue.records.length;
	const whole = tallyPlaces(catalogue, catalogue.records.keys());
	const all = `${shownTotal(catalogue, whole)} ${total === 1 ? 'record' : 'records'}`;
	if (places.length === total) return `All ${all}`;
	if (places.length === 0 && !withholds) return `None of ${all}`;
	const tally = tallyPlaces(catalogue, places);
	// Without given accounts and with nothing withheld, the count is exactly zero.
	const found = shownTotal(catalogue, { ...tally, never: tally.given === 0 && !withholds });
	return `${capitalise(found)} of ${all}`;
}

/** The maximum number of other pages listed. */
const MOST_PAGES = 5;

const NONE_HAS_ALL = 'No record has all of these words; these have most of them.';
const FEW_HAVE_ALL = 'Few records have all of these words; after them come those that have most of them.';

/** Explains how the search differs from the input. */
export function explanation({ query, left, widened, corrections, places, hits }: Outcome): Child[] {
	if (!query) return [];
	const clauses = [`Records with ${explainQuery(query)}`];
	if (left.length > 0) clauses.push(`${listOf(left)} left out as too common`);
	if (widened.length > 0) clauses.push(`${listOf(widened)} taken as the beginning of a word`);
	for (const { from, to } of corrections)
		clauses.push(`“${from.text}” was not found and “${to}” was searched for instead`);
	const listed = places.map((place) => hits.get(place));
	if (!listed.some((hit) => hit?.lacks)) return [`${clauses.join('; ')}.`];
	const most = listed.every((hit) => hit?.lacks) ? NONE_HAS_ALL : FEW_HAVE_ALL;
	return [`${clauses.join('; ')}. `, h('strong', {}, most)];
}

function listOf(leaves: readonly Leaf[]): string {
	return leaves.map(({ text }) => `“${text}”`).join(', ');
}

/** Explains why given accounts may be missing from the results, and links to all of them. */
export function withheldNote(engine: Engine, root: string, { withholds }: Outcome): Child[] {
	const { counting } = engine.catalogue;
	if (!withholds || !counting) return [];
	const list = root.replace(/\/$/, '') + listPath('testimonies');
	return [
		` Accounts given to this archive are listed here only where at least ${counting.smallCount} of them match, so that no search singles one out. `,
		h('a', { href: list }, 'See all of them in one list'),
		'.',
	];
}

/** Links to the records whose identifiers were typed, or to those that were probably meant. */
export function recordNamed({ catalogue }: Engine, root: string, { text }: SearchState): Child[] {
	const { named, likely } = recordsNamed(
		text,
		catalogue.records.map(([id]) => id),
	);
	const link = (id: string, words: string) =>
		h('a', { href: root.replace(/\/$/, '') + recordPath(id) }, `${words} ${id}`);
	return [
		...named.flatMap((id) => [' ', link(id, 'Open record'), '.']),
		...likely.flatMap((id) => [' Possibly mistyped. Similar identifier: ', link(id, 'record'), '.']),
	];
}

/** The chosen filters, each a link that removes it. */
export function chips(engine: Engine, state: SearchState): Child[] {
	const values = chosenValues(engine.catalogue, state.chosen);
	if (values.length === 0) return [];
	const items = values.map(({ group, groupLabel, id, label }) => {
		const link = stateLink(choose(state, group, id, false), `${groupLabel}: ${label}`);
		link.prepend(h('span', { class: 'visually-hidden' }, 'Remove '));
		link.append(h('span', { class: 'chip-sign', 'aria-hidden': 'true' }, '×'));
		return h('li', {}, link);
	});
	if (values.length > 1)
		items.push(
			h(
				'li',
				{ class: 'chip-all' },
				stateLink({ ...state, chosen: new Map(), page: 1 }, 'Remove all filters'),
			),
		);
	return [h('ul', { class: 'chips', 'aria-label': 'Filters' }, ...items)];
}

/** Other pages of the archive that match: pages on a subject, and figures. */
export async function pageHits(engine: Engine, root: string, { pages, figures }: Outcome): Promise<Child[]> {
	return [
		...(await pageList(engine, root, 'Pages of this archive that match', pages)),
		...(await pageList(engine, root, 'Figures that match', figures)),
	];
}

async function pageList(
	engine: Engine,
	root: string,
	heading: string,
	places: readonly number[],
): Promise<Child[]> {
	if (places.length === 0) return [];
	const items = await Promise.all(
		places.slice(0, MOST_PAGES).map(async (place) => {
			const [path = '/', label = ''] = engine.catalogue.pages[place] ?? [];
			const link = h('a', { href: root.replace(/\/$/, '') + path }, await engine.pageTitle(place));
			return h('li', {}, h('span', { class: 'speaker speaker-archive' }, label), ' ', link);
		}),
	);
	return [h('h2', {}, heading), h('ul', { class: 'plain' }, ...items)];
}

/** The message for a search without results, with broader searches to try. */
export function nothingFound(
	engine: Engine,
	{ missing, withholds }: Outcome,
	ways: readonly BroaderSearch[],
): Child[] {
	const unknown = missing.map((leaf) =>
		h(
			'li',
			{},
			`${withholds ? 'Nothing that can be listed' : 'No record'} has ${leaf.kind === 'phrase' ? 'the phrase ' : ''}“${leaf.text}”.`,
		),
	);
	const others = ways.map((way) =>
		h(
			'li',
			{},
			stateLink(way.state, `Search without ${nameOf(engine, way.without)}`),
			` (${shownTotal(engine.catalogue, way.tally)} ${way.count === 1 ? 'record' : 'records'})`,
		),
	);
	return [
		h(
			'p',
			{ class: 'nothing-lead' },
			withholds
				? 'Nothing that can be listed here matches all of that.'
				: 'No record of this archive matches all of that.',
		),
		unknown.length > 0 && h('ul', {}, ...unknown),
		others.length > 0 && h('p', {}, 'Try a broader search:'),
		others.length > 0 && h('ul', {}, ...others),
		h(
			'p',
			{},
			'The archive holds only what is listed on its pages: that something is not found here does not mean that it did not happen, or that nobody reported it. ',
			h('a', { href: '#browse' }, 'Look through everything it holds'),
			'.',
		),
	];
}

function nameOf(engine: Engine, without: BroaderSearch['without']): string {
	if ('query' in without) return explainQuery(without.query);
	const group = engine.catalogue.groups.find(({ key }) => key === without.group);
	return `the filter “${group?.label ?? without.group}”`;
}
