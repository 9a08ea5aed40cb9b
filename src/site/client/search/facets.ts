import { type Catalogue, flatValues } from '../../../search/engine/catalogue.ts';
import { type FacetCounts, shownCounts } from '../../../search/engine/counts.ts';
import type { SearchState } from '../../../search/engine/state.ts';

/** A checkbox with its count. */
interface Box {
	input: HTMLInputElement;
	item: HTMLElement | null;
	count: HTMLElement | null;
	group: string;
	value: string;
}

/** The facets on the page. They are already in its HTML; this class updates them with the search. */
export class Facets {
	readonly #boxes: readonly Box[];

	/** @param choose called when a reader ticks or unticks a value */
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

	/** Ticks the chosen values, and opens the groups that have any. */
	showChosen(chosen: SearchState['chosen']): void {
		for (const { input, group, value } of this.#boxes) {
			input.checked = chosen.get(group)?.includes(value) ?? false;
			const fold = input.checked && input.closest('details');
			if (fold) fold.open = true;
		}
	}

	/** Writes the counts next to the values, as far as they may be shown. */
	showCounts(catalogue: Catalogue, counts: FacetCounts): void {
		const shown = shownCounts(catalogue, counts);
		const byKey = new Map(
			flatValues(catalogue.groups).map(({ id, group, ordinal }) => [`${group.key}\n${id}`, shown[ordinal]]),
		);
		for (const { item, count, group, value } of this.#boxes) {
			const known = byKey.get(`${group}\n${value}`);
			if (count) count.textContent = known?.text ?? '';
			item?.classList.toggle('is-empty', known?.empty ?? true);
		}
	}
}
