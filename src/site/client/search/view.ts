import type { Engine, Outcome } from '../../../search/engine/engine.ts';
import { isEmpty, type SearchState } from '../../../search/engine/state.ts';
import {
	chips,
	countSentence,
	explanation,
	nothingFound,
	pageHits,
	recordNamed,
	withheldNote,
} from './results.ts';
import { isExact } from '../../../search/engine/counts.ts';
import { type Child, filled, h, one } from './dom.ts';
import type { Facets } from './facets.ts';
import { Rows } from './rows.ts';

/** Results shown initially, and added by each “Show more”. */
const PAGE = 20;

/** The part of the page that shows an answer. */
export class View {
	readonly #page: HTMLElement;
	readonly #facets: Facets;
	readonly #root: string;
	readonly #count: HTMLElement;
	readonly #explanation: HTMLElement;
	readonly #chips: HTMLElement;
	readonly #tools: HTMLElement;
	readonly #sort: HTMLSelectElement;
	readonly #nothing: HTMLElement;
	readonly #list: HTMLElement;
	readonly #more: HTMLElement;
	readonly #pages: HTMLElement;
	#rows: Rows | undefined;

	/** @param root the archive's own folder, with a closing slash */
	constructor(page: HTMLElement, facets: Facets, root: string) {
		this.#page = page;
		this.#facets = facets;
		this.#root = root;
		this.#count = one('[data-count-sentence]', page);
		this.#explanation = one('[data-explanation]', page);
		this.#chips = one('[data-chips]', page);
		this.#tools = one('[data-tools]', page);
		this.#sort = one('[data-sort]', page);
		this.#nothing = one('[data-nothing]', page);
		this.#list = one('[data-rows]', page);
		this.#more = one('[data-more]', page);
		this.#pages = one('[data-pages]', page);
	}

	/** Shows immediately what needs no search. */
	ask(state: SearchState): void {
		this.#facets.showChosen(state.chosen);
		this.#page.classList.toggle('has-question', !isEmpty(state));
	}

	/** Shows the status of the search; screen readers announce it. */
	say(text: string): void {
		if (this.#count.textContent !== text) this.#count.textContent = text;
	}

	/**
	 * Shows an answer, in one step once it is complete.
	 *
	 * @param goOn whether to focus the first result that was not shown before
	 * @param isCurrent returns whether the answer is still current
	 */
	async answer(
		engine: Engine,
		state: SearchState,
		outcome: Outcome,
		goOn: boolean,
		isCurrent: () => boolean,
	): Promise<void> {
		const empty = isEmpty(state);
		const { places } = outcome;
		const shown = empty ? [] : places.slice(0, state.page * PAGE);
		const nothing = places.length === 0;
		const [rows, pages, ways] = await Promise.all([
			Promise.all(shown.map((place) => engine.row(place, outcome))),
			empty ? [] : pageHits(engine, this.#root, outcome),
			nothing ? engine.broaderSearches(state) : [],
		]);
		if (!isCurrent()) return;
		this.#rows ??= new Rows(engine.catalogue, this.#root);
		const written = this.#rows;
		const before = this.#list.children.length;
		this.#list.replaceChildren(...rows.map((row) => written.row(row, outcome)));
		this.#facets.showCounts(engine.catalogue, outcome);
		this.say(empty ? '' : countSentence(outcome, engine.catalogue));
		fill(this.#explanation, [
			...explanation(outcome),
			...recordNamed(engine, this.#root, state),
			...(empty ? [] : withheldNote(engine, this.#root, outcome)),
		]);
		fill(this.#chips, chips(engine, state));
		fill(this.#pages, pages);
		fill(this.#nothing, nothing && !outcome.isMeaningless ? nothingFound(engine, outcome, ways) : []);
		this.#sort.value = outcome.sort;
		this.#tools.hidden = empty || nothing;
		const rest = places.length - shown.length;
		this.#more.hidden = empty || rest === 0;
		this.#more.textContent = isExact(engine.catalogue) ? `Show ${Math.min(rest, PAGE)} more` : 'Show more';
		if (goOn) this.#list.children[before]?.querySelector<HTMLElement>('a')?.focus();
	}

	/**
	 * Shows that the search could not be loaded.
	 *
	 * @param isSilent whether the site did not respond at all
	 */
	fail(again: () => void, isSilent: boolean): void {
		this.say(
			isSilent ? 'The site does not respond. Your connection may be down.' : 'Search could not be loaded.',
		);
		const button = h('button', { type: 'button' }, 'Try again');
		button.addEventListener('click', again);
		this.#list.replaceChildren();
		this.#tools.hidden = true;
		const browse = h('a', { href: '#browse' }, 'look through the archive');
		fill(this.#nothing, [
			h('p', {}, button),
			h('p', {}, 'You can also reach everything by links: ', browse, '.'),
		]);
	}
}

function fill(element: HTMLElement, children: readonly Child[]): void {
	element.replaceChildren(...filled(children));
}
