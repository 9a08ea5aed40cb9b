import { diffWordsWithSpace } from 'diff';
import { compareNumbers } from '../../core/values/paragraph.ts';
import type { NumberedText } from './numbers.ts';

/** A stretch of a paragraph: in both versions, in the later one only, or in the earlier one only. */
export interface Stretch {
	kind: 'same' | 'added' | 'removed';
	text: string;
}

/** What became of a paragraph from one version to the next. */
export interface ParagraphChange {
	number: string;
	kind: 'added' | 'removed' | 'changed';
	parts: readonly Stretch[];
}

/** More changed words than anyone follows one by one: the texts are then told whole. */
const MOST_EDITS = 400;

/**
 * What changed between two versions, paragraph by paragraph in their order; what stayed the same is left out.
 * Paragraphs are compared by their numbers, which are theirs for good.
 */
export function changesBetween(
	before: readonly NumberedText[],
	after: readonly NumberedText[],
): ParagraphChange[] {
	const [old, fresh] = [before, after].map(
		(list) => new Map(list.map(({ number, text }) => [number, text] as const)),
	);
	const numbers = [...new Set([...before, ...after].map(({ number }) => number))].sort(compareNumbers);
	return numbers.flatMap((number): ParagraphChange[] => {
		const [was, is] = [old?.get(number), fresh?.get(number)];
		if (was === undefined) return [{ number, kind: 'added', parts: [{ kind: 'added', text: is ?? '' }] }];
		if (is === undefined) return [{ number, kind: 'removed', parts: [{ kind: 'removed', text: was }] }];
		return was === is ? [] : [{ number, kind: 'changed', parts: wordChanges(was, is) }];
	});
}

/** Two texts word by word. */
export function wordChanges(was: string, is: string): Stretch[] {
	const parts = diffWordsWithSpace(was, is, { maxEditLength: MOST_EDITS });
	if (!parts)
		return [
			{ kind: 'removed', text: was },
			{ kind: 'added', text: is },
		];
	return parts.map(({ value, added, removed }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value,
	}));
}
