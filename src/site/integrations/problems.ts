import type { AstroIntegration } from 'astro';
import { getReading } from '../../archive/load-archive.ts';
import { formatProblem, formatProblems, formatRuleHelp } from '../../checks/report.ts';
import { escapeHtml } from '../../core/text/html.ts';
import type { Problem } from '../../core/values/problem.ts';

/**
 * For the development server: prints problems when they change, and shows them in place of the page if the archive
 * cannot be shown at all. Otherwise each page lists them.
 */
export function problemsIntegration(): AstroIntegration {
	return {
		name: 'archive-problems',
		hooks: {
			'astro:server:setup'({ server }) {
				let printed = '';
				server.middlewares.use((request, response, next) => {
					// Blocked: it opens any file in an editor, and nothing here uses it.
					if (request.url?.includes('/__open-in-editor')) return void response.writeHead(404).end();
					if (!request.headers.accept?.includes('text/html') && request.headers.accept !== '*/*')
						return next();
					getReading()
						.then(({ archive, problems }) => {
							const lines = formatProblems(problems);
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

/** A page that says why the archive cannot be shown, and reloads until it can. */
function problemsPage(problems: readonly Problem[]): string {
	const items = problems.map((problem) => `<li><pre>${escapeHtml(formatProblem(problem))}</pre></li>`);
	const help = escapeHtml(formatRuleHelp(problems).join('\n'));
	return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>The content cannot be shown</title></head>
<body><main>
<h1>The content cannot be shown</h1>
<p>This page goes away when these are fixed:</p>
<ul>${items.join('\n')}</ul>
<pre>${help}</pre>
</main></body>
</html>
`;
}
