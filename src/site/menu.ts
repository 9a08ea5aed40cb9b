import type { Archive } from '../archive/publish/view.ts';
import type { Link } from './labels.ts';
import { capitalise } from '../core/text/words.ts';
import { href } from './url.ts';
import { DATA_PAGE } from '../exports/paths.ts';
import { changesPath, complaintPath, listPath, pagePath } from '../core/values/address.ts';
import { RECORD_COLLECTIONS } from '../core/model/config.ts';
import { RULES_PAGE } from '../core/rules/rules.ts';

interface Menu {
	/** In the header: the main lists. */
	main: readonly Link[];
	/** In the header if there is room: the first of the archive's pages. They are in the footer too. */
	own: readonly Link[];
	/** In the footer: the archive's pages, in the order that they specify, and the changes. */
	pages: readonly Link[];
	/** In the footer: how to use the site. */
	help: readonly Link[];
}

const menus = new WeakMap<Archive, Menu>();

/** The links of every page, cached because they are the same for all pages. */
export function menuOf(archive: Archive): Menu {
	const menu = menus.get(archive) ?? makeMenu(archive);
	menus.set(archive, menu);
	return menu;
}

function makeMenu({ config, complaints, pages, figures }: Archive): Menu {
	const link = (label: string, path: string): Link => ({ label, href: href(path) });
	const [only, second] = complaints;
	const own = pages.filter((page) => page.id !== 'home');
	return {
		main: [
			link('Search', '/search/'),
			...RECORD_COLLECTIONS.map((list) => link(config.words[list].title, listPath(list))),
			link(capitalise(config.words.themes), '/themes/'),
			...(figures.length > 0 ? [link('Figures', '/figures/')] : []),
			link('Organisations', '/organisations/'),
			...(only
				? [link(capitalise(config.words.complaint), second ? '/complaints/' : complaintPath(only.id))]
				: []),
		],
		own: own.slice(0, figures.length > 0 ? 1 : 2).map((page) => link(page.data.title, pagePath(page.id))),
		pages: [
			...own.map((page) => link(page.data.title, pagePath(page.id))),
			link('Changes', changesPath()),
			link('Data', DATA_PAGE),
		],
		help: [
			link('How to search', '/help/search/'),
			link('How to cite', '/help/cite/'),
			link('What is checked', RULES_PAGE),
			link('Your list', '/list/'),
			link('How to verify', '/help/verify/'),
			link('Accessibility', '/help/accessibility/'),
		],
	};
}
