import { proseOf } from '../archive/publish/prose.ts';
import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { type Theme, THEME_PARTS, type ThemePart } from '../core/model/theme.ts';
import type { Block, Prose } from '../core/prose/types.ts';
import { wordsIn } from '../core/prose/words.ts';

/** The text under one of the fixed headings of a theme. */
export interface Part {
	heading: string;
	/** Its blocks without the heading, numbered as in the whole text. */
	prose: Prose;
}

const PART_OF = new Map(
	Object.entries(THEME_PARTS).map(([part, heading]) => [heading as string, part as ThemePart]),
);

/** The text of a theme by section; missing sections are left out. */
export function partsOf(theme: TextEntry<Theme>, archive: Archive): ReadonlyMap<ThemePart, Part> {
	const prose = proseOf(theme, archive);
	const parts = new Map<ThemePart, Part & { prose: { blocks: Block[] } }>();
	let current: Block[] | undefined;
	for (const block of prose.blocks) {
		const part = block.kind === 'heading' ? PART_OF.get(wordsIn(block.children).trim()) : undefined;
		if (part === undefined) current?.push(block);
		else {
			current = [];
			parts.set(part, { heading: THEME_PARTS[part], prose: { ...prose, blocks: current } });
		}
	}
	return parts;
}
