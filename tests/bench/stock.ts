import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { type Synthetic, THEMES } from './generate.ts';

/** How a stock Astro project keeps its texts. */
export type Stock = 'md' | 'mdx';

/**
 * Writes a stock Astro project with the same records: the `glob()` loader, `render()`, one plain layout of about
 * 4 KB round each text, and a page for each theme. This is what one would have without this software.
 */
export function writeStock(folder: string, records: readonly Synthetic[], kind: Stock): void {
	rmSync(folder, { recursive: true, force: true });
	const write = (file: string, content: string) => {
		const target = path.join(folder, file);
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(target, content);
	};
	const isMdx = kind === 'mdx';
	write('package.json', '{ "name": "stock", "private": true, "type": "module" }\n');
	write('astro.config.mjs', CONFIG(isMdx));
	write('src/content.config.ts', COLLECTION(kind));
	write('src/layouts/Layout.astro', LAYOUT);
	write('src/components/Quote.astro', QUOTE);
	write('src/components/Ref.astro', REF);
	write('src/pages/r/[id].astro', RECORD(isMdx));
	write('src/pages/themes/[theme].astro', THEME);
	for (const record of records) write(stockFileOf(record, kind), stockFile(record, kind));
}

/** Path of a record's file in the stock project. */
const stockFileOf = ({ id }: Synthetic, kind: Stock): string => `content/${id}.${kind}`;

/** A record's file in the stock project. */
function stockFile(record: Synthetic, kind: Stock): string {
	const { title, summary, themes, organisations, facet, published, collection } = record;
	const fields = { title, summary, themes, organisations, facet, published, collection };
	return `---\n${stringify(fields)}---\n\n${kind === 'mdx' ? record.mdx : record.markdown}\n`;
}

const CONFIG = (isMdx: boolean) => `import { defineConfig } from 'astro/config';
${isMdx ? "import mdx from '@astrojs/mdx';\n" : ''}
export default defineConfig({
	site: 'https://stock.example',
	cacheDir: './.cache',
	trailingSlash: 'always',
	devToolbar: { enabled: false },
	integrations: [${isMdx ? 'mdx()' : ''}],
});
`;

const COLLECTION = (kind: Stock) => `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

export const collections = {
	records: defineCollection({
		loader: glob({ base: './content', pattern: '*.${kind}' }),
		schema: z.object({
			title: z.string(),
			summary: z.string(),
			themes: z.array(z.string()),
			organisations: z.array(z.string()),
			facet: z.string(),
			published: z.string(),
			collection: z.string(),
		}),
	}),
};
`;

const list = (count: number, what: string) =>
	`<ul>${Array.from({ length: count }, (_, n) => `<li><a href="/${what}-${n}/">${what} of the archive, number ${n}</a></li>`).join('')}</ul>`;
const RULES = Array.from(
	{ length: 40 },
	(_, n) => `			.part-${n} { color: #${n}${n % 10}; margin: ${n}px 0; padding: 0.${n}rem; border: 1px solid; }`,
).join('\n');
const LAYOUT = `---
interface Props { title: string; description: string }
const { title, description } = Astro.props;
---
<!doctype html>
<html lang="en-GB">
	<head>
		<meta charset="utf-8" />
		<meta name="viewport" content="width=device-width, initial-scale=1" />
		<title>{title} – Stock archive</title>
		<meta name="description" content={description} />
		<link rel="canonical" href={Astro.url.href} />
		<style is:global>
${RULES}
		</style>
	</head>
	<body>
		<a href="#main">Skip to the main content</a>
		<header><p><a href="/">Stock archive</a></p><nav aria-label="Main">${list(12, 'section')}</nav></header>
		<main id="main"><slot /></main>
		<footer><nav aria-label="About">${list(16, 'page')}</nav><p>Published under a licence. ${'Nothing here is true. '.repeat(20)}</p></footer>
	</body>
</html>
`;

const QUOTE = `---
interface Props { speaker: string }
---
<figure><blockquote><slot /></blockquote><figcaption>{Astro.props.speaker}</figcaption></figure>
`;

const REF = `---
interface Props { record: string; para?: string }
const { record, para } = Astro.props;
---
<a href={\`/r/\${record}/#p\${para}\`}>{record}</a>
`;

const RECORD = (isMdx: boolean) => `---
import { getCollection, render } from 'astro:content';
import Layout from '../../layouts/Layout.astro';
${isMdx ? "import Quote from '../../components/Quote.astro';\nimport Ref from '../../components/Ref.astro';" : ''}
export async function getStaticPaths() {
	return (await getCollection('records')).map((record) => ({ params: { id: record.id }, props: { record } }));
}
const { record } = Astro.props;
const { title, summary, themes, organisations, facet, published, collection } = record.data;
const { Content } = await render(record);
---
<Layout title={title} description={summary}>
	<h1>{title}</h1>
	<p>{summary}</p>
	<ul class="tags">{themes.map((theme) => <li><a href={\`/themes/\${theme}/\`}>{theme}</a></li>)}</ul>
	<article><Content ${isMdx ? 'components={{ Quote, Ref }} ' : ''}/></article>
	<table>
		<tbody>
			<tr><th>Record</th><td>{record.id}</td></tr>
			<tr><th>Kind</th><td>{collection}</td></tr>
			<tr><th>Published</th><td>{published}</td></tr>
			<tr><th>About</th><td>{organisations.join(', ')}</td></tr>
			<tr><th>Area</th><td>{facet}</td></tr>
			<tr><th>Version</th><td>1</td></tr>
			<tr><th>Address</th><td>{Astro.url.href}</td></tr>
		</tbody>
	</table>
</Layout>
`;

const THEME = `---
import { getCollection } from 'astro:content';
import Layout from '../../layouts/Layout.astro';
export async function getStaticPaths() {
	const records = await getCollection('records');
	return ${JSON.stringify(THEMES)}.map((theme) => ({
		params: { theme },
		props: { theme, records: records.filter((record) => record.data.themes.includes(theme)) },
	}));
}
const { theme, records } = Astro.props;
---
<Layout title={theme} description={theme}>
	<h1>{theme}</h1>
	<ul>{records.map((record) => <li><a href={\`/r/\${record.id}/\`}>{record.data.title}</a> {record.data.published}</li>)}</ul>
</Layout>
`;
