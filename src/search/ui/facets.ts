import { type CatalogueGroup, flatValues } from '../catalogue.ts';
import { shownCount } from '../counts.ts';
import type { SearchState } from '../state.ts';

/** One checkbox with the number beside it. */
interface Box {
	input: HTMLInputElement;
	item: HTMLElement | null;
	count: HTMLElement | null;
	group: string;
	value: string;
}

/** The facets on the page. They are in its HTML already; this keeps them in step with the search. */
export class Facets {
	readonly #boxes: readonly Box[];

	/** @param choose called when a reader chooses a value or takes it back */
	constructor(root: HTMLElement, choose: (group: string, value: string, on: boolean) => void) {
		this.#boxes = [...root.querySelectorAll<HTMLInputElement>('input[data-group]')].map((input) => ({
			input,
			item: input.closest('li'),
			count: input.closest('label')?.querySelector<HTMLElement>('[data-count]') ?? null,
			group: input.dataset['group'] ?? '',
			value: input.value,
		}));
		for (const { input, group, value } of this.#boxes)
			input.addEventListener('change', () => choose(group, value, input.checked));
	}

	/** Ticks what is chosen, and opens the groups in which anything is. */
	showChosen(chosen: SearchState['chosen']): void {
		for (const { input, group, value } of this.#boxes) {
			input.checked = chosen.get(group)?.includes(value) ?? false;
			const fold = input.checked && input.closest('details');
			if (fold) fold.open = true;
		}
	}

	/** @param counts by the number of the value */
	showCounts(groups: readonly CatalogueGroup[], counts: readonly number[]): void {
		const byKey = new Map(
			flatValues(groups).map(({ id, group, ordinal }) => [`${group.key}\n${id}`, counts[ordinal] ?? 0]),
		);
		for (const { item, count, group, value } of this.#boxes) {
			const number = byKey.get(`${group}\n${value}`) ?? 0;
			if (count) count.textContent = shownCount(number);
			item?.classList.toggle('is-empty', number === 0);
		}
	}
}
