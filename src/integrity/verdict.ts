/** A result of verification. */
export interface Verdict {
	/**
	 * A note is information, not a problem. A missing signature does not mean that the file is wrong. Something unproven
	 * may be right, but nothing signed confirms it.
	 */
	kind: 'match' | 'note' | 'unproven' | 'unsigned' | 'fault';
	/** One sentence. For a fault or a missing signature it starts with the name of the file. */
	text: string;
}

/** Adds a result. */
export type Report = (kind: Verdict['kind'], text: string) => void;

/**
 * The overall result. Only a chain to a release that was signed with a key from another source counts as proof: a site
 * that is merely consistent could have been forged as a whole.
 *
 * @param hasTrustedKey whether the signatures were verified with a key that does not come from the site
 */
export function conclusionOf(
	verdicts: readonly Verdict[],
	hasTrustedKey: boolean,
): 'fails' | 'unproven' | 'proven' {
	const has = (...kinds: Verdict['kind'][]) => verdicts.some(({ kind }) => kinds.includes(kind));
	if (has('fault', 'unsigned')) return 'fails';
	return has('unproven') || !hasTrustedKey ? 'unproven' : 'proven';
}
