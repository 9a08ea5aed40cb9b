import { asId, isIdShaped } from '../../core/values/alphabet.ts';

/**
 * The records that a text names by their identifiers, in capitals or not, as a citation or an address has them.
 *
 * @param ids identifiers of all records
 * @returns those that are named, and of one that no record has those that differ from it by a slip: another character,
 *   or two in the wrong order (what the check character of an identifier is there to find)
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
