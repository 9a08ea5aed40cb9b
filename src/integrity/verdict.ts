/** What a check found. */
export interface Verdict {
	/**
	 * A note is something to know that is not wrong. A signature that is missing does not make a file another one; what
	 * is unproven may be right, but nothing that is signed says so.
	 */
	kind: 'match' | 'note' | 'unproven' | 'unsigned' | 'fault';
	/** One sentence; of a fault, or a missing signature, it begins with the name of the file. */
	text: string;
}

export type Tell = (kind: Verdict['kind'], text: string) => void;

/**
 * What all findings come to. Proven is only what leads to a release that was signed with a key which the reader knows
 * from elsewhere: a site that matches itself may have been made anew as a whole.
 *
 * @param isKeyKnown whether the signatures were checked with a key that does not come from the site
 */
export function conclusionOf(
	verdicts: readonly Verdict[],
	isKeyKnown: boolean,
): 'fails' | 'unproven' | 'proven' {
	const has = (...kinds: Verdict['kind'][]) => verdicts.some(({ kind }) => kinds.includes(kind));
	if (has('fault', 'unsigned')) return 'fails';
	return has('unproven') || !isKeyKnown ? 'unproven' : 'proven';
}
