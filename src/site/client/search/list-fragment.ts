import { ALPHABET, isIdShaped } from '../../../core/values/alphabet.ts';

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

/**
 * The identifiers in a text, wherever they stand: alone, in references, or in addresses. Of an address only the record
 * that its path names counts, or the list of records in its fragment: what else it carries (`cite=3f2b9c1d`, what was
 * searched for) may look like an identifier and is none.
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

/** Identifiers that stand by themselves: letters and digits are taken as long as they go on. */
function idsWithin(text: string): string[] {
	return (text.match(/[0-9a-z]+/g) ?? []).filter(isIdShaped);
}

const ANY = `[${ALPHABET}]{8}(?![0-9a-z])`;
const IN_PATH = new RegExp(`/r/(${ANY})`, 'g');
const LIST = /[#?&]r=([0-9a-z,]+)/g;
const PARAMETER = /[#?&][a-z_]+=[^&#]*/g;
