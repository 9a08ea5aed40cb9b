import type { AstroIntegration } from 'astro';
import { getReading } from '../../archive/load-archive.ts';
import { formatProblem } from '../../checks/report.ts';
import type { Problem } from '../../core/values/problem.ts';

/**
 * While the archive is edited: prints problems when they change, and shows them in place of a page where nothing can be
 * shown. Where something can, the page itself lists them.
 */
export function problemsIntegration(): AstroIntegration {
	return {
		name: 'archive-problems',
		hooks: {
			'astro:server:setup'({ server }) {
				let printed = '';
				server.middlewares.use((request, response, next) => {
					// Opens any file in an editor; nothing here uses it.
					if (request.url?.includes('/__open-in-editor')) return void response.writeHead(404).end();
					if (!request.headers.accept?.includes('text/html') && request.headers.accept !== '*/*')
						return next();
					getReading()
						.then(({ archive, problems }) => {
							const lines = problems.map((problem) => formatProblem(problem)).join('\n');
							if (lines !== printed && lines !== '') console.error(lines);
							printed = lines;
							if (archive) return next();
							response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
							response.end(problemsPage(problems));
						})
						.catch(next);
				});
			},
		},
	};
}

/** A page that says why there is no archive to be shown. It shows itself anew until there is. */
function problemsPage(problems: readonly Problem[]): string {
	const items = problems.map((problem) => `<li><pre>${escaped(formatProblem(problem))}</pre></li>`);
	return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>The content cannot be shown</title></head>
<body><main>
<h1>The content cannot be shown</h1>
<p>This page goes away when these are mended:</p>
<ul>${items.join('\n')}</ul>
</main></body>
</html>
`;
}

function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
