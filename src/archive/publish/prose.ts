import { withNumbers } from '../../core/prose/numbers.ts';
import { parseProse } from '../../core/prose/parse.ts';
import type { Block, Prose, Segment } from '../../core/prose/types.ts';
import { wordsOfSegments } from '../../core/prose/words.ts';
import { settings } from '../../core/settings.ts';
import type { Archive, TextEntry } from './view.ts';

const { prefix } = settings();

/**
 * The text of an entry, ready to be rendered: as it was parsed when it was checked, where that was kept, else parsed
 * anew. Nothing of it stays in memory, since that would double what a large archive takes.
 *
 * A paragraph that cites a withdrawn record, or repeats words that are withheld, goes with them: what was written
 * from an account must not stay behind when the account is taken back. Its number stays.
 */
export function proseOf(entry: TextEntry<unknown>, archive: Archive): Prose {
	const parsed = archive.keptText(entry.digest) ?? parseProse(entry.body, prefix, false).prose;
	const prose = withNumbers(parsed, entry.paragraphs);
	const { tombstones, repeatsWithheld } = archive;
	if (tombstones.length === 0 && !repeatsWithheld) return prose;
	const gone = new Set(tombstones.map(({ id }) => id));
	const isGone = ({ segments }: Block) =>
		cites(segments, gone) || repeatsWithheld?.(wordsOfSegments(segments));
	const taken = new Set(prose.blocks.filter(isGone));
	if (taken.size === 0) return prose;
	const anchors = new Set([...taken].flatMap(({ segments }) => anchorOf(segments) ?? []));
	return {
		...prose,
		blocks: prose.blocks.map((block) => (taken.has(block) ? emptied(block) : block)),
		headings: prose.headings.filter(({ slug }) => !anchors.has(slug)),
	};
}

function cites(segments: readonly Segment[], ids: ReadonlySet<string>): boolean {
	if (ids.size === 0) return false;
	return segments.some((segment) => {
		if (typeof segment === 'string') return false;
		const refers = segment.component === 'Ref' || segment.component === 'Excerpt';
		return (refers && ids.has(segment.props.record)) || cites(segment.children, ids);
	});
}

/** Anchor of a heading. */
function anchorOf([first]: readonly Segment[]): string | undefined {
	return typeof first === 'string' ? /^<h\d id="([^"]*)"/.exec(first)?.[1] : undefined;
}

/** Says nothing of what stood there, nor why it went: that could tell whose account it was of. */
function emptied(block: Block): Block {
	return { ...block, segments: ['<p class="withheld">This paragraph is no longer published.</p>'] };
}
