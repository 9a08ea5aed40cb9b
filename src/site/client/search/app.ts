import type { Engine, Outcome } from '../../../search/engine/engine.ts';
import {
	choose,
	EMPTY_STATE,
	formatState,
	isEmpty,
	parseState,
	type SearchState,
	SORTS,
} from '../../../search/engine/state.ts';
import { withTimeout, TimeoutError, TIMEOUT } from '../../../search/engine/fetch-in-time.ts';
import { isBackFromElsewhere } from './coming-back.ts';
import { one } from './dom.ts';
import { Facets } from './facets.ts';
import { listenForKeys } from './keyboard.ts';
import { Loading } from './loading.ts';
import { initExportButtons } from './export-results.ts';
import { View } from './view.ts';

const TYPING_PAUSE = 160;
const SLOW = 500;
/** From this width on the filters are next to the results (`results.css`). */
const WIDE = '(min-width: 56rem)';

/** The search page. Its only state is the address’s fragment. */
class SearchPage {
	readonly #page = one('[data-search]');
	readonly #root = this.#page.dataset['root'] ?? '/';
	readonly #form = one<HTMLFormElement>('[data-query]', this.#page);
	readonly #field = one<HTMLInputElement>('input', this.#form);
	readonly #sort = one<HTMLSelectElement>('[data-sort]', this.#page);
	readonly #view = new View(
		this.#page,
		new Facets(one('[data-filters]', this.#page), (group, value, on) =>
			this.#go(choose(this.#state, group, value, on), 'push'),
		),
		this.#root,
	);

	readonly #loading = new Loading(this.#page, this.#root, (on) => {
		this.#go({ ...this.#state, private: on }, 'replace');
		// Someone who turns the switch is about to search: prefetch the index.
		if (on) void this.#open().catch(() => {});
	});

	#state: SearchState = EMPTY_STATE;
	#outcome: Outcome | undefined;
	/** Number of the latest search: late answers to earlier ones are dropped. */
	#turn = 0;
	#typing: ReturnType<typeof setTimeout> | undefined;

	start(): void {
		// Words in the query of an address have been sent to the host: ignore and remove them.
		if (location.search) history.replaceState(history.state, '', location.pathname + location.hash);
		this.#listen();
		listenForKeys(this.#field, one('[data-results]', this.#page));
		initExportButtons(this.#page, async () => {
			const engine = await this.#open();
			return this.#outcome && { engine, outcome: this.#outcome };
		});
		if (isBackFromElsewhere(false)) this.#forget();
		if (!matchMedia(WIDE).matches) one<HTMLDetailsElement>('[data-fold]', this.#page).open = false;
		this.#fromAddress(true);
	}

	#listen(): void {
		this.#form.addEventListener('submit', (event) => {
			event.preventDefault();
			this.#typed('push');
		});
		this.#field.addEventListener('input', () => {
			clearTimeout(this.#typing);
			this.#typing = setTimeout(() => this.#typed('replace'), TYPING_PAUSE);
		});
		// Someone who focuses the field is about to search: prefetch what that needs.
		this.#field.addEventListener('focus', () => void this.#open().catch(() => {}), { once: true });
		this.#sort.addEventListener('change', () => {
			const sort = SORTS.find((known) => known === this.#sort.value) ?? null;
			this.#go({ ...this.#state, sort, page: 1 }, 'push');
		});
		one('[data-more]', this.#page).addEventListener('click', () =>
			this.#go({ ...this.#state, page: this.#state.page + 1 }, 'replace', true),
		);
		// The history entry keeps the scroll position, for going back.
		this.#page.addEventListener('click', (event) => {
			if (event.target instanceof Element && event.target.closest('a'))
				history.replaceState({ y: scrollY }, '', location.href);
		});
		addEventListener('popstate', () => this.#fromAddress());
		addEventListener('pageshow', ({ persisted }) => {
			if (!persisted || !isBackFromElsewhere(true)) return;
			this.#forget();
			this.#fromAddress();
		});
		addEventListener('hashchange', () => this.#fromAddress());
	}

	/** Clears the search: Back has led here from outside the archive, as it does after exiting. */
	#forget(): void {
		history.replaceState(null, '', location.pathname);
		this.#field.value = '';
	}

	/** Reads the state from the address, unless it is an anchor of this page. */
	#fromAddress(first = false): void {
		const fragment = location.hash.slice(1);
		if (fragment && !fragment.includes('=')) return;
		const state = parseState(fragment);
		if (!first && formatState(state) === formatState(this.#state)) return;
		clearTimeout(this.#typing);
		this.#state = state;
		this.#field.value = state.text;
		const y = (history.state as { y?: number } | null)?.y;
		void this.#show().then(() => {
			if (typeof y === 'number') scrollTo(0, y);
		});
	}

	#typed(how: 'push' | 'replace'): void {
		if (this.#field.value.trim() !== this.#state.text.trim()) this.#go({ ...this.#state, page: 1 }, how);
	}

	/** Changes the state and the address. The current content of the field counts. */
	#go(state: SearchState, how: 'push' | 'replace', goOn = false): void {
		clearTimeout(this.#typing);
		this.#state = { ...state, text: this.#field.value };
		const fragment = formatState(this.#state);
		const address = location.pathname + (fragment ? `#${fragment}` : '');
		if (how === 'push') history.pushState(null, '', address);
		else history.replaceState(null, '', address);
		void this.#show(goOn);
	}

	#open(): Promise<Engine> {
		return this.#loading.open(this.#state.private);
	}

	async #show(goOn = false): Promise<void> {
		const turn = ++this.#turn;
		const state = this.#state;
		const fragment = location.hash.slice(1);
		const isCurrent = () => turn === this.#turn;
		this.#view.ask(state);
		// The page as built is already right for the empty state.
		void this.#loading.announce(state.private).catch((error: unknown) => console.error(error));
		if (isEmpty(state) && !this.#loading.begun) return;
		const slow = setTimeout(() => isCurrent() && this.#view.say('Searching …'), SLOW);
		try {
			const engine = await this.#open();
			const outcome = await withTimeout(engine.search(state), TIMEOUT);
			if (!isCurrent()) return;
			await this.#view.answer(engine, state, outcome, goOn, isCurrent);
			if (!isCurrent()) return;
			this.#outcome = outcome;
			this.#page.dataset['answered'] = fragment;
		} catch (error) {
			console.error(error);
			if (error instanceof TimeoutError) this.#loading.forget();
			if (isCurrent()) this.#view.fail(() => void this.#show(), error instanceof TimeoutError);
		} finally {
			clearTimeout(slow);
		}
	}
}

new SearchPage().start();
