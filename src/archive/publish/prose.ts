import { withNumbers } from '../../core/prose/numbers.ts';
import { parseProse } from '../../core/prose/parse.ts';
import type { Block, Prose, ProseNode } from '../../core/prose/types.ts';
import { componentsIn, wordsIn } from '../../core/prose/words.ts';
import { settings } from '../../core/settings.ts';
import type { Archive, TextEntry } from './view.ts';

const { prefix } = settings();

/**
 * The text of an entry, ready to be rendered: from the cache where it is there, else parsed anew. It is not held
 * in memory, since that would double what a large archive takes.
 *
 * A paragraph that cites a withdrawn record, or repeats words that are withheld, goes with them: what was written
 * from an account must not stay behind when the account is taken back. Its number stays.
 */
export function proseOf(entry: TextEntry<unknown>, archive: Archive): Prose {
	const parsed = archive.cachedText(entry.digest) ?? parseProse(entry.body, prefix, false).prose;
	const prose = withNumbers(parsed, entry.paragraphs);
	const { tombstones, repeatsWithheld } = archive;
	if (tombstones.length === 0 && !repeatsWithheld) return prose;
	const gone = new Set(tombstones.map(({ id }) => id));
	const isGone = ({ children }: Block) => cites(children, gone) || repeatsWithheld?.(wordsIn(children));
	const taken = new Set(prose.blocks.filter(isGone));
	if (taken.size === 0) return prose;
	const anchors = new Set([...taken].flatMap((block) => anchorOf(block) ?? []));
	return {
		...prose,
		blocks: prose.blocks.map((block) => (taken.has(block) ? emptied(block) : block)),
		headings: prose.headings.filter(({ slug }) => !anchors.has(slug)),
	};
}

function cites(nodes: readonly ProseNode[], ids: ReadonlySet<string>): boolean {
	if (ids.size === 0) return false;
	return [...componentsIn(nodes)].some(
		(one) => (one.component === 'Ref' || one.component === 'Excerpt') && ids.has(one.props.record),
	);
}

function anchorOf({ kind, children: [heading] }: Block): string | undefined {
	if (kind !== 'heading' || heading?.type !== 'element') return undefined;
	return String(heading.properties['id']);
}

/** Says nothing of what the block held, nor why it went: that could tell whose account it was of. */
function emptied(block: Block): Block {
	const notice = { type: 'text', value: 'This paragraph is no longer published.' } as const;
	const paragraph = {
		type: 'element',
		tagName: 'p',
		properties: { class: 'withheld' },
		children: [notice],
	} as const;
	return { ...block, children: [paragraph] };
}
