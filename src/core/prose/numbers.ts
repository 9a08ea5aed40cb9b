import type { Prose } from './types.ts';

/**
 * A text whose paragraphs carry the numbers that are stored for them, in place of those by which they stand.
 *
 * @param numbers one for each paragraph, in order
 */
export function withNumbers(prose: Prose, numbers: readonly string[]): Prose {
	let at = 0;
	const isSame = prose.blocks.every(({ number }) => number === null || number === numbers[at++]);
	if (isSame) return prose;
	at = 0;
	const blocks = prose.blocks.map((block) =>
		block.number === null ? block : { ...block, number: numbers[at++] ?? block.number },
	);
	return { ...prose, blocks };
}
