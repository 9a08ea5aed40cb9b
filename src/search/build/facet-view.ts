import type { Archive } from '../../archive/publish/view.ts';
import type { CatalogueValue } from '../engine/catalogue.ts';
import { shownCounts } from '../engine/counts.ts';
import { filter } from '../engine/facets.ts';
import { makeCatalogue } from './make-catalogue.ts';

/** A facet as the search page shows it before any search. */
interface FacetView {
	key: string;
	label: string;
	/** Each broader value is followed by its narrower ones. */
	values: readonly {
		id: string;
		label: string;
		path?: string;
		/** 0 for a value without a broader one. */
		level: number;
		count: number;
		/** The count as readers may see it. */
		shown: string;
	}[];
}

/** The facets of an archive, with the number of records for each value. */
export function facetView(archive: Archive): FacetView[] {
	const catalogue = makeCatalogue(archive, () => ({ date: null, dateWords: '', facts: '' }));
	const all = new Map(catalogue.records.map((_, place) => [place, { score: 0 }]));
	const filtered = filter(catalogue, all, new Map());
	const { counts } = filtered;
	const shown = shownCounts(catalogue, filtered);
	let first = 0;
	return catalogue.groups.map(({ key, label, values }) => {
		const start = first;
		first += values.length;
		return {
			key,
			label,
			values: asTree(values).map(({ place, level }) => {
				const { id = '', label = '', path } = values[place] ?? {};
				return {
					id,
					label,
					level,
					count: counts[start + place] ?? 0,
					shown: shown[start + place]?.text ?? '',
					...(path === undefined ? {} : { path }),
				};
			}),
		};
	});
}

/** The indexes of values, each broader one followed by its narrower ones. */
function asTree(
	values: readonly CatalogueValue[],
	parent?: number,
	level = 0,
): { place: number; level: number }[] {
	return values.flatMap((value, place) =>
		value.parent === parent ? [{ place, level }, ...asTree(values, place, level + 1)] : [],
	);
}
