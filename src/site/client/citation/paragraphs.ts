/** The numbered paragraphs of the page, as a script finds them. */
import { wordsOf } from './paragraph-words.ts';

/** Numbers of all paragraphs of the text that is cited, in order. */
export function allParagraphs(): string[] {
	return [...document.querySelectorAll('.prose .para')].map(({ id }) => id.slice(1));
}

/** Number of the paragraph that the address names; undefined if it names none. */
export function targetParagraph(): string | undefined {
	const [, number] = /^#p(\d+[a-z]*)(?:&|$)/.exec(location.hash) ?? [];
	return number !== undefined && document.getElementById(`p${number}`) ? number : undefined;
}

/**
 * The paragraphs in which the reader has selected words, and those words; undefined without a selection. The
 * selection may begin and end anywhere: a triple click ends it before the next paragraph, “select all” far outside.
 */
export function selected(): { numbers: string[]; words: string } | undefined {
	const selection = getSelection();
	if (!selection || selection.isCollapsed) return undefined;
	const ranges = Array.from({ length: selection.rangeCount }, (_, index) => selection.getRangeAt(index));
	const chosen = [...document.querySelectorAll('.prose .para')]
		.filter((one) => ranges.some((range) => range.intersectsNode(one)))
		.map((one) => ({ number: one.id.slice(1), words: wordsOf(one, ranges) }))
		.filter(({ words }) => words !== '');
	if (chosen.length === 0) return undefined;
	return {
		numbers: chosen.map(({ number }) => number),
		words: chosen.map(({ words }) => words).join('\n'),
	};
}
