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
 * A paragraph that cites a withdrawn record, or repeats words that are withheld, goes with them: what was written
 * from an account must not stay behind when the account is taken back. Its number stays.
 */
export function proseOf(entry: TextEntry<unknown>, archive: Archive): Prose {
	const prose = parseProse(entry.body, FOLDER).prose;
	const gone = new Set(archive.tombstones.map(({ id }) => id));
	const isGone = ({ segments }: Block) => cites(segments, gone) || archive.repeatsWithheld(wordsOf(segments));
	return { ...prose, blocks: prose.blocks.map((block) => (isGone(block) ? emptied(block) : block)) };
}

function cites(segments: readonly Segment[], ids: ReadonlySet<string>): boolean {
	if (ids.size === 0) return false;
	return segments.some((segment) => {
		if (typeof segment === 'string') return false;
		const refers = segment.component === 'Ref' || segment.component === 'Excerpt';
		return (refers && ids.has(segment.props.record)) || cites(segment.children, ids);
	});
}

function wordsOf(segments: readonly Segment[]): string {
	return segments
		.map((segment) =>
			typeof segment === 'string' ? segment.replace(/<[^>]*>/g, ' ') : wordsOf(segment.children),
		)
		.join(' ');
}

function emptied(block: Block): Block {
	const notice = 'This paragraph rested on a record that was withdrawn.';
	return { ...block, segments: [`<p class="withheld">${notice}</p>`] };
}
