import { asId, isId, isIdShaped } from '../../../core/values/alphabet.ts';

/** What was likely meant by an address that leads nowhere. */
interface Meant {
	href: string;
	/** Whether it is an address that may well be there; else a search for the identifier. */
	isSure: boolean;
}

/** What text around an address leaves at its end: `<https://…/r/7k3m9qtw/>.` */
const LEFT_OVER = /(?:%3e|%22|%e2%80%9d|[>)\].,;:'"”’])+$/i;

/**
 * What was likely meant by an address that leads nowhere: the same in small letters, since styles of citation and
 * programs set capitals, or without a sign of the text around it. No address of an archive has a capital.
 *
 * @param root path of the archive's own folder, with a closing slash
 * @returns null where there is nothing better to offer
 */
export function meantBy({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>, root: string): Meant | null {
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

/** Something else than what leads nowhere. */
function better(href: string, from: string): Meant | null {
	return href === from || href === `${from}/` ? null : { href, isSure: true };
}
