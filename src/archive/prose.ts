import { parseProse } from '../prose/parse.ts';
import type { Block, Prose, Segment } from '../prose/types.ts';
import { settings } from './settings.ts';
import type { Archive, TextEntry } from './view.ts';

const { base } = settings();
const FOLDER = base.replace(/\/$/, '');

/**
 * The text of an entry, ready to be rendered. It is parsed anew each time: that takes a third of a millisecond,
 * and keeping the result would double the memory that a large archive takes.
 *
 * A paragraph that rests on a withdrawn record goes with it: what was written from an account, and its number with
 * the reference, must not stay behind when the account is taken back.
 */
export function proseOf(entry: TextEntry<unknown>, archive: Archive): Prose {
	const prose = parseProse(entry.body, FOLDER).prose;
	if (archive.tombstones.length === 0) return prose;
	const gone = new Set(archive.tombstones.map(({ id }) => id));
	const blocks = prose.blocks.map((block) => (restsOn(block.segments, gone) ? emptied(block) : block));
	return { ...prose, blocks };
}

function restsOn(segments: readonly Segment[], gone: ReadonlySet<string>): boolean {
	return segments.some((segment) => {
		if (typeof segment === 'string') return false;
		const cites = segment.component === 'Ref' || segment.component === 'Excerpt';
		return (cites && gone.has(segment.props.record)) || restsOn(segment.children, gone);
	});
}

function emptied(block: Block): Block {
	return {
		...block,
		segments: ['<p class="withheld">This paragraph rested on a record that was withdrawn.</p>'],
	};
}
