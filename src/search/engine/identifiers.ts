import { asId, isIdShaped } from '../../core/values/alphabet.ts';

/**
 * Finds the records whose identifiers a text contains, in upper or lower case, as in citations and addresses.
 *
 * @param ids identifiers of all records
 * @returns the records named and, for unknown identifiers, the records whose identifiers differ by one substituted or
 *   transposed character (the errors that the check character of an identifier detects)
 */
export function recordsNamed(
	text: string,
	ids: readonly string[],
): { named: readonly string[]; likely: readonly string[] } {
	const all = new Set(ids);
	const typed = text
		.split(/[^\p{L}\p{N}]+/u)
		.map(asId)
		.filter(isIdShaped);
	const unknown = typed.filter((word) => !all.has(word));
	return {
		named: typed.filter((word) => all.has(word)),
		likely: ids.filter((id) => unknown.some((word) => isOneSlip(word, id))),
	};
}

function isOneSlip(one: string, other: string): boolean {
	const differing = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
	if (differing.length === 1) return true;
	const [first = 0, second = 0] = differing;
	return (
		differing.length === 2 &&
		second === first + 1 &&
		one[first] === other[second] &&
		one[second] === other[first]
	);
}
