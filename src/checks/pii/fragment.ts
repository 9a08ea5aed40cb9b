import type { Fragment } from './model.ts';
import { normalise } from './normalise.ts';

/** A fragment of one stretch of the source. */
export function fragment(field: string, value: string, place: (index: number) => number): Fragment {
	const { text, origin } = normalise(value);
	return { field, text, origin: (index) => place(origin(index)) };
}
