import { recordPath } from '../../model/address.ts';
import type { Engine, Outcome, WayOn } from '../engine.ts';
import type { Catalogue } from '../catalogue.ts';
import { shownTotal, tallyPlaces } from '../counts.ts';
import { chosenValues } from '../facets.ts';
import { explainQuery, formatQuery, type Leaf, parseQuery, type Query } from '../query.ts';
import { choose, formatState, type SearchState } from '../state.ts';
import { type Child, h } from './dom.ts';

/** A link to another state of the search. It works as any link does: copied, opened elsewhere, gone back from. */
function stateLink(state: SearchState, ...children: Child[]): HTMLAnchorElement {
	return h('a', { href: `#${formatState(state)}` }, ...children);
}

/** How many records were found, in one sentence. */
export function countSentence({ places }: Outcome, catalogue: Catalogue): string {
	const total = catalogue.records.length;
	const whole = tallyPlaces(catalogue, catalogue.records.keys());
	const all = `${shownTotal(catalogue, whole)} ${total === 1 ? 'record' : 'records'}`;
	if (places.length === total) return `All ${all}`;
	if (places.length === 0) return `None of ${all}`;
	const found = shownTotal(catalogue, tallyPlaces(catalogue, places));
	return `${found.charAt(0).toUpperCase()}${found.slice(1)} of ${all}`;
}

/** What was really searched for, where that is worth saying. */
export function explanation({ query, left, widened }: Outcome): Child[] {
	if (!query) return [];
	const parts = [`Records with ${explainQuery(query)}`];
	if (left.length > 0) parts.push(`${listOf(left)} left out as too common`);
	if (widened.length > 0) parts.push(`${listOf(widened)} taken as the beginning of a word`);
	return [`${parts.join('; ')}.`];
}

function listOf(leaves: readonly Leaf[]): string {
	return leaves.map(({ text }) => `“${text}”`).join(', ');
}

/** The way to the record whose identifier is all that was typed, as it stands in citations. */
export function recordNamed({ catalogue }: Engine, root: string, { text }: SearchState): Child[] {
	const named = text.trim().toLowerCase();
	if (!catalogue.records.some(([id]) => id === named)) return [];
	const link = h('a', { href: root.replace(/\/$/, '') + recordPath(named) }, `Open record ${named}`);
	return [' ', link, '.'];
}

/** The chosen filters, each a link that takes it back. */
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

/** Other pages of the archive that match. */
export async function pageHits(engine: Engine, root: string, { pages }: Outcome): Promise<Child[]> {
	if (pages.length === 0) return [];
	const items = await Promise.all(
		pages.slice(0, 5).map(async (place) => {
			const [path = '/', label = ''] = engine.catalogue.pages[place] ?? [];
			const link = h('a', { href: root.replace(/\/$/, '') + path }, await engine.pageTitle(place));
			return h('li', {}, h('span', { class: 'speaker speaker-archive' }, label), ' ', link);
		}),
	);
	return [h('h2', {}, 'Pages of this archive that match'), h('ul', { class: 'plain' }, ...items)];
}

/** An answer for a search that found nothing, and the ways on from it. */
export function nothingFound(
	engine: Engine,
	state: SearchState,
	{ missing }: Outcome,
	ways: readonly WayOn[],
): Child[] {
	const unknown = missing.map(({ leaf, instead }) =>
		h(
			'li',
			{},
			`No record has ${leaf.kind === 'phrase' ? 'the phrase ' : ''}“${leaf.text}”.`,
			instead !== undefined &&
				h('span', {}, ' Perhaps ', stateLink(replaced(state, leaf, instead), instead), '?'),
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
		h('p', { class: 'nothing-lead' }, 'No record of this archive matches all of that.'),
		unknown.length > 0 && h('ul', {}, ...unknown),
		others.length > 0 && h('p', {}, 'What would find something:'),
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

function nameOf(engine: Engine, without: WayOn['without']): string {
	if ('query' in without) return explainQuery(without.query);
	const group = engine.catalogue.groups.find(({ key }) => key === without.group);
	return `the filter “${group?.label ?? without.group}”`;
}

/** The state with another word in place of one. */
function replaced(state: SearchState, leaf: Leaf, text: string): SearchState {
	const swap = (query: Query): Query => {
		if (query.kind === 'not') return { kind: 'not', part: swap(query.part) };
		if ('parts' in query) return { ...query, parts: query.parts.map(swap) };
		return query.text === leaf.text ? { kind: 'word', text, beginning: false } : query;
	};
	const query = parseQuery(state.text);
	return { ...state, text: query ? formatQuery(swap(query)) : text, page: 1 };
}
