import { asId, isId, isIdShaped } from '../../../core/values/alphabet.ts';

/** The address that was probably meant by an unknown one. */
interface Suggestion {
	href: string;
	/** Whether it is an address that probably exists; otherwise it is a search for the identifier. */
	isSure: boolean;
}

/** Characters from the surrounding text at the end of an address: `<https://…/r/7k3m9qtw/>.` */
const LEFT_OVER = /(?:%3e|%22|%e2%80%9d|[>)\].,;:'"”’])+$/i;

/**
 * Suggests the address that was probably meant by an unknown one: in lower case, since citation styles and programs
 * introduce capitals, or without punctuation of the surrounding text. No address of an archive has a capital.
 *
 * @param root path of the archive's own folder, with a closing slash
 * @returns null if there is no better suggestion
 */
export function suggestAddress(
	{ pathname, hash }: Pick<Location, 'pathname' | 'hash'>,
	root: string,
): Suggestion | null {
	if (!pathname.startsWith(root)) return null;
	const own = pathname.slice(root.length).replace(LEFT_OVER, '');
	const [first = '', second = '', ...rest] = own.toLowerCase().split('/');
	const fragment = hash.toLowerCase().replace(LEFT_OVER, '');
	if (first === 'r') {
		const id = asId(second);
		if (isIdShaped(id) && !isId(id)) return { href: `${root}search/#q=${id}`, isSure: false };
		if (!isId(id)) return null;
		const version = rest.find((part) => /^v[1-9]\d*$/.test(part));
		return better(`${root}r/${id}/${version === undefined ? '' : `${version}/`}${fragment}`, pathname + hash);
	}
	if (!/^[a-z\d/.-]*$/.test(own.toLowerCase())) return null;
	const path = own.toLowerCase();
	return better(
		root + path + (path === '' || path.endsWith('/') || /\.\w+$/.test(path) ? '' : '/'),
		pathname,
	);
}

/** A suggestion, unless it is the unknown address itself. */
function better(href: string, from: string): Suggestion | null {
	return href === from || href === `${from}/` ? null : { href, isSure: true };
}
