import Figures from './rooms/Figures.astro';
import Lists from './rooms/Lists.astro';
import Pages from './rooms/Pages.astro';
import Records from './rooms/Records.astro';
import Texts from './rooms/Texts.astro';
import Themes from './rooms/Themes.astro';
import Versions from './rooms/Versions.astro';

/** The rooms of the gallery, with the folders of components that each shows. */
export const ROOMS = {
	records: { title: 'Records', shows: ['record'], Room: Records },
	versions: { title: 'Versions and releases', shows: ['version'], Room: Versions },
	texts: { title: 'Texts and citations', shows: ['prose', 'citation'], Room: Texts },
	figures: { title: 'Figures and charts', shows: ['figure', 'chart'], Room: Figures },
	themes: { title: 'Themes and complaints', shows: ['theme', 'complaint'], Room: Themes },
	lists: { title: 'Lists and changes', shows: ['lists', 'changes'], Room: Lists },
	pages: { title: 'Parts of pages', shows: ['page'], Room: Pages },
} as const;
