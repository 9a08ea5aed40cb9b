import type { Answers } from './answers.ts';
import { idOf } from './answers.ts';

const IGNORED = ['node_modules/', 'dist/', '.astro/', '.dist.*', '**/captures/sealed/'];

/**
 * The files of a new archive beside its content.
 *
 * @param software where npm finds this software: a version, a file or an address
 */
export function projectFiles({ name }: Answers, software: string): Map<string, string> {
	return new Map([
		['package.json', packageFile(name, software)],
		['astro.config.mjs', CONFIG],
		['.gitignore', `${IGNORED.join('\n')}\n`],
		['.vscode/settings.json', EDITOR],
		['README.md', readme(name)],
	]);
}

function packageFile(name: string, software: string): string {
	const commands = ['build', 'check', 'dev', 'format'];
	const scripts = {
		start: 'evidence-archive serve',
		...Object.fromEntries(commands.map((command) => [command, `evidence-archive ${command}`])),
		archive: 'evidence-archive',
	};
	const fields = {
		name: idOf(name),
		// Never published to a registry: it holds what must stay private.
		private: true,
		type: 'module',
		scripts,
		dependencies: { 'evidence-archive': software },
	};
	return `${JSON.stringify(fields, null, 2)}\n`;
}

const CONFIG = `import { evidenceArchive } from 'evidence-archive';

export default { integrations: [evidenceArchive()] };
`;

/** In VS Code, fields complete and check themselves, by schemas that the first build writes. */
const EDITOR = `${JSON.stringify(
	{
		'astro.content-intellisense': true,
		'yaml.schemas': {
			'.astro/collections/archive.schema.json': 'content/archive.yaml',
			'.astro/collections/organisations.schema.json': 'content/organisations/*.yaml',
			'.astro/collections/figures.schema.json': 'content/figures/*.yaml',
		},
		'files.associations': { '*.mdx': 'mdx' },
		'files.eol': '\n',
	},
	null,
	2,
)}\n`;

const readme = (name: string) => `# ${name}

An evidence archive. Everything in it is in \`content/\`; the software is the package \`evidence-archive\`.

**Keep this repository private.** \`content/\` will hold consent, reviews and unpublished text; only the site in
\`dist/\` is made to be public.

| command                                       | what it does                                         |
| --------------------------------------------- | ---------------------------------------------------- |
| \`npm install\`                                 | installs the software                                |
| \`npm run check\`                               | checks the content                                   |
| \`npm run dev\`                                 | shows the site while you edit                        |
| \`npm run build -- --local\`                    | writes the site to \`dist/\`, for this machine alone   |
| \`npm run build\`                               | the same for the public, once there is an address    |
| \`npm run archive -- new testimony some-words\` | makes the file of a record (\`report\`, \`finding\` too) |
| \`npm run archive\`                             | lists all commands                                   |

## What to do first

1. Replace every sentence that begins with “To be written”.
2. Look through \`content/archive.yaml\`; its comments explain each part.
3. Complete \`content/complaints/\`: dates, concerns, and the source of each event.
4. Add the organisations that records will name to \`content/organisations/\`.
`;
