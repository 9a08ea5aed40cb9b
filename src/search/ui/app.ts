import { Engine, type Outcome } from '../engine.ts';
import { choose, EMPTY_STATE, formatState, isEmpty, parseState, type SearchState, SORTS } from '../state.ts';
import { chips, countSentence, explanation, nothingFound, pageHits } from './answer.ts';
import { h, one } from './dom.ts';
import { Facets } from './facets.ts';
import { listenForKeys } from './keyboard.ts';
import { Rows } from './rows.ts';
import { addressesOf, csvOf, save } from './takeaway.ts';

const PAGE = 20;
const TYPING_PAUSE = 160;
const SLOW = 500;

/** The search page. Its state is the fragment of the address, and nothing else keeps any. */
class SearchPage {
	readonly #page = one('[data-search]');
	readonly #root = this.#page.dataset['root'] ?? '/';
	readonly #permanent = this.#page.dataset['permanent'] ?? '/';
	readonly #form = one<HTMLFormElement>('[data-query]', this.#page);
	readonly #field = one<HTMLInputElement>('[data-query] input', this.#page);
	readonly #facets = new Facets(one('[data-filters]', this.#page), (group, value, on) =>
		this.#go(choose(this.#state, group, value, on), 'push'),
	);
	readonly #count = one('[data-count-sentence]', this.#page);
	readonly #explanation = one('[data-explanation]', this.#page);
	readonly #chips = one('[data-chips]', this.#page);
	readonly #tools = one('[data-tools]', this.#page);
	readonly #sort = one<HTMLSelectElement>('[data-sort]', this.#page);
	readonly #nothing = one('[data-nothing]', this.#page);
	readonly #list = one<HTMLOListElement>('[data-rows]', this.#page);
	readonly #more = one<HTMLButtonElement>('[data-more]', this.#page);
	readonly #pages = one('[data-pages]', this.#page);
	readonly #note = one('[data-take-note]', this.#page);

	#state: SearchState = EMPTY_STATE;
	#outcome: Outcome | undefined;
	#engine: Promise<Engine> | undefined;
	#rows: Rows | undefined;
	/** Number of the latest search: the answer to an earlier one that comes late is dropped. */
	#turn = 0;
	#typing: ReturnType<typeof setTimeout> | undefined;

	start(): void {
		// Words in the query of the address would have been sent to the host: they are not taken up, and not kept.
		if (location.search) history.replaceState(history.state, '', location.pathname + location.hash);
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#typed('push');
		});
		this.#field.addEventListener('input', () => {
			clearTimeout(this.#typing);
			this.#typing = setTimeout(() => this.#typed('replace'), TYPING_PAUSE);
		});
		this.#field.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
		this.#sort.addEventListener('change', () => {
			const sort = SORTS.find((one) => one === this.#sort.value) ?? null;
			this.#go({ ...this.#state, sort, page: 1 }, 'push');
		});
		this.#more.addEventListener('click', () =>
			this.#go({ ...this.#state, page: this.#state.page + 1 }, 'replace', true),
		);
		// Where the reader was is kept with the entry of the history, to come back to.
		this.#page.addEventListener('click', (event) => {
			if (event.target instanceof Element && event.target.closest('a'))
				history.replaceState({ y: scrollY }, '', location.href);
		});
		one('[data-take=csv]', this.#page).addEventListener('click', () => void this.#takeCsv());
		one('[data-take=addresses]', this.#page).addEventListener('click', () => void this.#takeAddresses());
		one('[data-take=copy]', this.#page).addEventListener('click', () => void this.#copyAddresses());
		addEventListener('popstate', () => this.#fromAddress());
		addEventListener('hashchange', () => this.#fromAddress());
		listenForKeys(this.#field, one('[data-results]', this.#page));
		if (matchMedia('(max-width: 56rem)').matches)
			for (const fold of this.#page.querySelectorAll<HTMLDetailsElement>('details[data-fold]'))
				fold.open = false;
		this.#fromAddress(true);
	}

	/** Takes the state from the address, unless it is a place on this page. */
	#fromAddress(first = false): void {
		const fragment = location.hash.slice(1);
		if (fragment && !fragment.includes('=')) return;
		const state = parseState(fragment);
		if (!first && formatState(state) === formatState(this.#state)) return;
		this.#state = state;
		this.#field.value = state.text;
		const y = (history.state as { y?: number } | null)?.y;
		void this.#show().then(() => {
			if (typeof y === 'number') scrollTo(0, y);
		});
	}

	#typed(how: 'push' | 'replace'): void {
		clearTimeout(this.#typing);
		const text = this.#field.value;
		if (text.trim() === this.#state.text.trim()) return;
		this.#go({ ...this.#state, text, page: 1 }, how);
	}

	/** Goes to a state, and says so in the address. */
	#go(state: SearchState, how: 'push' | 'replace', keepPlace = false): void {
		// What is in the field counts, even if the pause after the last key is not over.
		clearTimeout(this.#typing);
		this.#state = { ...state, text: this.#field.value };
		const fragment = formatState(this.#state);
		const address = location.pathname + (fragment ? `#${fragment}` : '');
		if (how === 'push') history.pushState(null, '', address);
		else history.replaceState(null, '', address);
		void this.#show(keepPlace);
	}

	#open(): Promise<Engine> {
		this.#engine ??= Engine.open(this.#root);
		this.#engine.catch(() => {
			this.#engine = undefined;
		});
		return this.#engine;
	}

	async #show(keepPlace = false): Promise<void> {
		const turn = ++this.#turn;
		const state = this.#state;
		const isCurrent = () => turn === this.#turn;
		this.#facets.showChosen(state.chosen);
		this.#page.classList.toggle('has-question', !isEmpty(state));
		// The page as it was built says all there is to say before anything is asked.
		if (isEmpty(state) && !this.#engine) return;
		const slow = setTimeout(() => isCurrent() && this.#say('Searching …'), SLOW);
		try {
			const engine = await this.#open();
			const outcome = await engine.search(state);
			if (!isCurrent()) return;
			this.#rows ??= new Rows(engine.catalogue, this.#root);
			await this.#showOutcome(engine, outcome, state, keepPlace, isCurrent);
		} catch (error) {
			console.error(error);
			if (isCurrent()) this.#failed();
		} finally {
			clearTimeout(slow);
		}
	}

	async #showOutcome(
		engine: Engine,
		outcome: Outcome,
		state: SearchState,
		keepPlace: boolean,
		isCurrent: () => boolean,
	): Promise<void> {
		const { places } = outcome;
		const shown = isEmpty(state) ? [] : places.slice(0, state.page * PAGE);
		const nothing = places.length === 0;
		const [rows, pages, ways] = await Promise.all([
			Promise.all(shown.map((place) => engine.row(place, outcome))),
			isEmpty(state) ? [] : pageHits(engine, this.#root, outcome),
			nothing ? engine.waysOn(state) : [],
		]);
		if (!isCurrent()) return;
		const before = this.#list.children.length;
		this.#outcome = outcome;
		this.#list.replaceChildren(...rows.flatMap((row) => this.#rows?.row(row, outcome) ?? []));
		this.#facets.showCounts(engine.catalogue.groups, outcome.counts);
		this.#say(isEmpty(state) ? '' : countSentence(outcome, engine.catalogue.records.length));
		this.#explanation.replaceChildren(...filled(explanation(outcome)));
		this.#chips.replaceChildren(...filled(chips(engine, state)));
		this.#pages.replaceChildren(...filled(pages));
		this.#nothing.replaceChildren(...filled(nothing ? nothingFound(engine, state, outcome, ways) : []));
		this.#sort.value = outcome.sort;
		this.#tools.hidden = isEmpty(state) || nothing;
		this.#note.textContent = '';
		const rest = places.length - shown.length;
		this.#more.hidden = isEmpty(state) || rest === 0;
		this.#more.textContent = `Show ${Math.min(rest, PAGE).toLocaleString('en-GB')} more`;
		if (keepPlace) this.#list.children[before]?.querySelector<HTMLElement>('a')?.focus();
	}

	#say(text: string): void {
		if (this.#count.textContent !== text) this.#count.textContent = text;
	}

	#failed(): void {
		this.#say('Search could not be loaded.');
		const again = h('button', { type: 'button' }, 'Try again');
		again.addEventListener('click', () => void this.#show());
		this.#list.replaceChildren();
		this.#nothing.replaceChildren(
			h('p', {}, again),
			h(
				'p',
				{},
				'Everything can also be reached by links: ',
				h('a', { href: '#browse' }, 'look through the archive'),
				'.',
			),
		);
	}

	async #takeCsv(): Promise<void> {
		const outcome = this.#outcome;
		if (!outcome) return;
		const total = outcome.places.length;
		const text = await csvOf(await this.#open(), outcome, this.#permanent, (done) => {
			this.#note.textContent = done < total ? `${done} of ${total} …` : '';
		});
		// The mark at the start tells spreadsheets that the text is UTF-8.
		save(`\uFEFF${text}`, 'search-results.csv', 'text/csv;charset=utf-8');
	}

	async #takeAddresses(): Promise<void> {
		if (this.#outcome)
			save(
				addressesOf(await this.#open(), this.#outcome, this.#permanent),
				'search-results.txt',
				'text/plain',
			);
	}

	async #copyAddresses(): Promise<void> {
		if (!this.#outcome) return;
		const text = addressesOf(await this.#open(), this.#outcome, this.#permanent);
		const done = await navigator.clipboard?.writeText(text).then(
			() => true,
			() => false,
		);
		this.#note.textContent = done ? 'Copied' : 'This browser did not allow it: download the list instead.';
	}
}

function filled(children: readonly (Node | string | null | undefined | false)[]): (Node | string)[] {
	return children.filter((child): child is Node | string => Boolean(child));
}

new SearchPage().start();
