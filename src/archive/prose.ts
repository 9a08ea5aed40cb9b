import { parseProse } from '../prose/parse.ts';
import type { Prose } from '../prose/types.ts';
import { settings } from './settings.ts';
import type { TextEntry } from './view.ts';

const { base } = settings();
const FOLDER = base.replace(/\/$/, '');

/**
 * The text of an entry, ready to be rendered. It is parsed anew each time: that takes a third of a millisecond,
 * and keeping the result would double the memory that a large archive takes.
 */
export function proseOf(entry: TextEntry<unknown>): Prose {
	return parseProse(entry.source, FOLDER).prose;
}
