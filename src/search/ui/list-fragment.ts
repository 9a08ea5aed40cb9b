import { ALPHABET } from '../../model/alphabet.ts';

/**
 * A reader's own list, as it stands in the fragment of an address: `r=7k3m9qtw,1vm1d7gn`. It is kept nowhere else, and
 * a fragment is never sent.
 */
export function listFragment(ids: readonly string[]): string {
	return ids.length === 0 ? '' : `r=${ids.join(',')}`;
}

/** The records that a fragment lists, each once. */
export function parseList(fragment: string): string[] {
	const [, list = ''] = /^#?r=(.*)$/.exec(fragment) ?? [];
	return idsIn(list);
}

/** The identifiers in a text, wherever they stand: alone, or in addresses. */
export function idsIn(text: string): string[] {
	return [...new Set(text.match(ID) ?? [])];
}
const ID = new RegExp(`(?<![0-9a-z])[${ALPHABET}]{8}(?![0-9a-z])`, 'g');
