import type { Document, Scalar } from 'yaml';
import { isNode, isPair, isScalar, isSeq, visit } from 'yaml';
import type { Place } from '../../core/values/problem.ts';

/** A value that a comment follows: its path in the data, and the place of the `#`. */
export interface Commented {
	path: readonly PropertyKey[];
	place: Place;
}

/**
 * Unquoted values that a comment follows, on the line or on the next one as if the text went on there: a `#` in a text
 * begins a comment, and what follows is lost.
 */
export function commentedValues(
	document: Document,
	text: string,
	at: (offset: number) => Place,
): Commented[] {
	const found: Commented[] = [];
	visit(document, {
		Scalar(key, node, ancestors) {
			if (key === 'key' || !node.range) return;
			const comment = commentAfter(node, text, parentColumn(ancestors, node, text));
			if (comment === undefined) return;
			const nodes = [...ancestors, node];
			const path = ancestors.flatMap((one, index): PropertyKey[] => {
				if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
				return isSeq(one) ? [one.items.indexOf(nodes[index + 1])] : [];
			});
			found.push({ path, place: at(comment) });
		},
	});
	return found;
}

/** Where a comment begins that cuts a value off; undefined where none does. */
function commentAfter(node: Scalar, text: string, column: number): number | undefined {
	const [start = 0, end = 0] = node.range ?? [];
	const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
	if (!isBlock && (node.type !== 'PLAIN' || end === start)) return undefined;
	const header = isBlock ? /^[|>][+\-0-9]*[ \t]+(?=#)/.exec(text.slice(start, end)) : null;
	if (header) return start + header[0].length;
	const rest = text.slice(end, end + LONGEST_GAP);
	const onLine = isBlock ? null : /^[ \t]+(?=#)/.exec(rest);
	if (onLine) return end + onLine[0].length;
	const [gap, indent = ''] = /^(?:[ \t]*\r?\n)*([ \t]*)(?=#)/.exec(rest) ?? [];
	if (gap === undefined || (!isBlock && !gap.includes('\n')) || indent.length <= column) return undefined;
	return end + gap.length;
}

/** A comment further from a value than this, in characters, does not belong to it. */
const LONGEST_GAP = 400;

/** Column of the field or dash of a value, from 0: text that is indented further looks like part of it. */
function parentColumn(ancestors: readonly unknown[], node: Scalar, text: string): number {
	const parent = ancestors.at(-1);
	const columnOf = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
	if (isPair(parent) && isNode(parent.key)) return columnOf(parent.key.range?.[0] ?? 0);
	if (isSeq(parent) && !parent.flow) return columnOf(text.lastIndexOf('-', (node.range?.[0] ?? 0) - 1));
	return Number.POSITIVE_INFINITY;
}
