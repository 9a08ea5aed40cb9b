import { ALPHABET, isIdShaped } from '../../../core/values/alphabet.ts';

/**
 * The reading list in the fragment of an address: `r=7k3m9qtw,1vm1d7gn`. It is stored nowhere else, and a fragment is
 * never sent.
 */
export function listFragment(ids: readonly string[]): string {
	return ids.length === 0 ? '' : `r=${ids.join(',')}`;
}

/** The records that a fragment lists, each once. */
export function parseList(fragment: string): string[] {
	const [, list = ''] = /^#?r=(.*)$/.exec(fragment) ?? [];
	return idsIn(list);
}

/**
 * Finds the identifiers in a text, on their own, in references, or in addresses. Of an address only the record in its
 * path counts, or the list of records in its fragment: other parameters (`cite=3f2b9c1d`, search terms) may look like
 * identifiers.
 */
export function idsIn(text: string): string[] {
	return [...new Set(text.split(/\s+/).flatMap(idsInToken))];
}

function idsInToken(token: string): string[] {
	const named = [...token.matchAll(IN_PATH)].flatMap(([, id]) => id ?? []);
	const lists = [...token.matchAll(LIST)].flatMap(([, list = '']) => idsWithin(list));
	const found = [...named, ...lists];
	return found.length > 0 ? found : idsWithin(token.replace(PARAMETER, ''));
}

/** Finds free-standing identifiers: the match takes in all adjacent letters and digits. */
function idsWithin(text: string): string[] {
	return (text.match(/[0-9a-z]+/g) ?? []).filter(isIdShaped);
}

const ANY = `[${ALPHABET}]{8}(?![0-9a-z])`;
const IN_PATH = new RegExp(`/r/(${ANY})`, 'g');
const LIST = /[#?&]r=([0-9a-z,]+)/g;
const PARAMETER = /[#?&][a-z_]+=[^&#]*/g;
