import { LOADING_FILE, type LoadingRule } from '../../../search/engine/catalogue.ts';
import { Engine } from '../../../search/engine/engine.ts';
import { fetchWithTimeout, withTimeout, TIMEOUT } from '../../../search/engine/fetch-in-time.ts';
import { HOST, loadWhole, type Source } from '../../../search/engine/source.ts';
import { one } from './dom.ts';
import { countRequests } from './request-counter.ts';

/**
 * Loads the search, and says on the page what it reveals to the operator of the server: nothing, if the whole index
 * is loaded first; otherwise which parts of it are fetched. A small index is always loaded as a whole. Private search
 * never falls back to the other kind, least of all on failure.
 */
export class Loading {
	readonly #root: string;
	readonly #note: HTMLElement;
	readonly #switch: HTMLInputElement;
	#host: Source = HOST;
	#rule: Promise<LoadingRule> | undefined;
	#whole: Promise<Engine> | undefined;
	#parts: Promise<Engine> | undefined;

	/**
	 * @param root the archive's own folder, with a closing slash
	 * @param choose called when a reader turns the switch
	 */
	constructor(page: HTMLElement, root: string, choose: (on: boolean) => void) {
		this.#root = root;
		this.#note = one('[data-loading]', page);
		this.#switch = one<HTMLInputElement>('[data-private]', page);
		this.#switch.addEventListener('change', () => choose(this.#switch.checked));
		const own = fetch;
		this.#host = { ...HOST, get: (address) => fetchWithTimeout(address, own) };
	}

	/** Whether loading has been requested. */
	get begun(): boolean {
		return this.#whole !== undefined || this.#parts !== undefined;
	}

	/** Says how the search will be loaded. */
	async announce(wanted: boolean): Promise<void> {
		this.#switch.checked = wanted;
		if (this.begun) return;
		const { always, bytes } = await this.#known();
		if (this.#whole) return;
		this.#note.dataset['loading'] = always ? 'always' : 'choice';
		for (const size of this.#note.querySelectorAll('[data-size]')) size.textContent = sizeInWords(bytes);
	}

	/**
	 * Returns the search, loading it on the first call.
	 *
	 * @param wanted whether the reader wants the whole index loaded first
	 */
	async open(wanted: boolean): Promise<Engine> {
		if (this.#whole) return this.#whole;
		const always = wanted || (await this.#known()).always;
		if (always) {
			this.#whole ??= this.#openWhole();
			// Do not cache a failure: a retry may succeed.
			this.#whole.catch(() => {
				this.#whole = undefined;
			});
			return this.#whole;
		}
		this.#parts ??= withTimeout(Engine.open(this.#root, this.#host), TIMEOUT);
		this.#parts.catch(() => {
			this.#parts = undefined;
		});
		return this.#parts;
	}

	/** Drops a hanging index, so that the next try starts afresh. An index that was loaded as a whole cannot hang. */
	forget(): void {
		this.#parts = undefined;
	}

	async #openWhole(): Promise<Engine> {
		const before = this.#note.dataset['loading'];
		this.#note.dataset['loading'] = 'busy';
		const source = await loadWhole(this.#root, this.#host).catch((error: unknown) => {
			this.#note.dataset['loading'] = before;
			throw error;
		});
		// Pagefind uses the page's `fetch`, which from here on has no access to the network.
		globalThis.fetch = (input) => source.get(String(input));
		const engine = await withTimeout(Engine.open(this.#root, source), TIMEOUT);
		this.#note.dataset['loading'] = 'done';
		const count = one('[data-requests]', this.#note);
		countRequests((requests) => {
			count.textContent = String(requests);
		});
		return engine;
	}

	#known(): Promise<LoadingRule> {
		this.#rule ??= this.#host.get(this.#root + LOADING_FILE).then(async (response) => {
			if (!response.ok) throw new Error(`${LOADING_FILE} answered ${response.status}`);
			return (await response.json()) as LoadingRule;
		});
		this.#rule.catch(() => {
			this.#rule = undefined;
		});
		return this.#rule;
	}
}

function sizeInWords(bytes: number): string {
	return bytes < 1e6 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
