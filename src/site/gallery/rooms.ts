/** The rooms of the gallery, each with the folders of components that it shows. */
export const ROOMS = {
	records: { title: 'Records', shows: ['record'] },
	versions: { title: 'Versions and releases', shows: ['version'] },
	texts: { title: 'Texts and citations', shows: ['prose', 'citation'] },
	figures: { title: 'Figures and charts', shows: ['figure', 'chart'] },
	themes: { title: 'Themes and complaints', shows: ['theme', 'complaint'] },
	lists: { title: 'Lists and changes', shows: ['lists', 'changes'] },
	pages: { title: 'Parts of pages', shows: ['page'] },
} as const;
