/**
 * Where things stand in the published archive. Paths begin and end with a slash and know nothing of the host or
 * the folder it is published under. A path once published always answers.
 */

/** Path of a record's latest version, or of one of its paragraphs. */
export function recordPath(id: string, paragraph?: string): string {
	return `/r/${id}/${paragraph === undefined ? '' : paragraphAnchor(paragraph)}`;
}

/** Fragment of a paragraph: `#p12`. */
export function paragraphAnchor(paragraph: string): string {
	return `#p${paragraph}`;
}

/** Path of a released version of a record, or of one of its paragraphs. It never comes to show another version. */
export function versionPath(id: string, version: number, paragraph?: string): string {
	return `/r/${id}/v${version}/${paragraph === undefined ? '' : paragraphAnchor(paragraph)}`;
}

/** Path of what a released version is known to rest on, and how to check it. */
export const statementPath = (id: string, version: number): string => `${versionPath(id, version)}statement/`;

/** Path of the canonical text of a released version. */
export const textPath = (id: string, version: number): string => `/r/${id}/v${version}.txt`;

export const changesPath = (page = 1): string => listPath('changes', page);
export const themePath = (id: string): string => `/themes/${id}/`;
export const organisationPath = (id: string): string => `/organisations/${id}/`;
export const figurePath = (id: string): string => `/figures/${id}/`;
export const complaintPath = (id: string): string => `/complaints/${id}/`;
/**
 * Names at the top of every site, which no page of an archive can have: pages and lists that the software makes, and
 * folders of other files.
 */
export const TAKEN_NAMES: ReadonlySet<string> = new Set([
	...['404', '500', 'index'],
	...[
		'changes',
		'complaints',
		'data',
		'figures',
		'findings',
		'help',
		'list',
		'organisations',
		'r',
		'reports',
	],
	...['search', 'testimonies', 'themes'],
	...['captures', 'images', 'keys', 'pagefind', 'releases'],
]);

export const pagePath = (id: string): string => (id === 'home' ? '/' : `/${id}/`);

/** Path of a list of records; page 1 has no number. */
export function listPath(list: string, page = 1): string {
	return page === 1 ? `/${list}/` : `/${list}/${page}/`;
}

export const SITE_ADDRESS_ADVICE = 'Write it as https://archive.example/ or https://archive.example/folder/';

/** What is wrong with the address that a site is to have: scheme, host and folder, and nothing more. */
export function siteAddressFault(given: string): string | undefined {
	if (/[\s\\]|[^\x20-\x7e]/.test(given)) return 'holds a space, a backslash or a letter that no address has';
	if (!/^https?:\/\/[^/]/i.test(given) || !URL.canParse(given))
		return 'does not begin with https:// (or http://) and a host';
	const { username, password } = new URL(given);
	const folder = given.replace(/^https?:\/\/[^/]*/i, '');
	if (username || password) return 'holds a name or a password, which would be published';
	if (/[?#]/.test(given)) return 'holds a query or an anchor (? or #)';
	if (!/^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*\/*$/.test(folder))
		return 'has a folder with other signs than letters, digits and . _ ~ -';
	return undefined;
}
