/** The source of every component, by its path. */
const SOURCES = import.meta.glob<string>('../components/**/*.astro', {
	query: '?raw',
	import: 'default',
	eager: true,
});

/** All components as `folder/Name`, each with the first paragraph of its docstring. */
export const COMPONENTS: ReadonlyMap<string, string> = new Map(
	Object.entries(SOURCES).map(([file, source]) => [
		file.replace('../components/', '').replace('.astro', ''),
		docstringOf(source),
	]),
);

function docstringOf(source: string): string {
	const [, text = ''] = /\/\*\*([\s\S]*?)\*\//.exec(source) ?? [];
	return text
		.replace(/^\s*\*\s?/gm, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/**
 * Prefixes the ids in an example and everything that refers to them, so that several states of one component can share
 * a page.
 */
export function withUniqueIds(html: string, prefix: string): string {
	return html
		.replace(
			/ (id|for|aria-(?:labelledby|describedby|controls))="([^"]+)"/g,
			(_, name, ids: string) => ` ${name}="${ids.replace(/\S+/g, `${prefix}-$&`)}"`,
		)
		.replace(/ href="#([^"]+)"/g, ` href="#${prefix}-$1"`)
		.replace(/url\(#([^)]+)\)/g, `url(#${prefix}-$1)`);
}
