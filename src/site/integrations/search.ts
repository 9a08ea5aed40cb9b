import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { settings } from '../../core/settings.ts';
import { indexSite } from '../../search/build/build-index.ts';
import {
	CATALOGUE_FILE,
	INDEX_FOLDER,
	KEYS_FILE,
	LOADING_FILE,
	WHOLE_FILE,
	WORDS_FILE,
} from '../../search/engine/catalogue.ts';
import { BYPASS, DevIndex } from '../../search/build/dev-index.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Builds the text index: in the site after a build, in memory for the development server. */
export function searchIntegration(): AstroIntegration {
	return {
		name: 'archive-search',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				if (!settings().search) {
					logger.warn('Search index skipped, because ARCHIVE_SEARCH is off');
					return;
				}
				const count = await indexSite(fileURLToPath(dir));
				logger.info(`Indexed ${count} pages`);
			},
			'astro:server:setup': ({ server, logger }) => {
				const { outDir, base, content } = settings();
				const index = new DevIndex(outDir, (message) => logger.warn(message));
				server.watcher.add(content);
				server.watcher.on('all', () => index.forget());
				server.httpServer?.on('close', () => void index.close());
				server.middlewares.use((request, response, next) => {
					const file = searchFile(request, base);
					if (file === undefined || request.headers[BYPASS]) return next();
					index
						.read(file, ownAddress(request, base))
						.then((found) => (found ? send(response, file, found) : next()))
						.catch((error: unknown) => {
							logger.error(error instanceof Error ? error.message : String(error));
							next();
						});
				});
			},
		},
	};
}

/** The requested file of search, from the base folder. */
function searchFile(request: IncomingMessage, base: string): string | undefined {
	const { pathname } = new URL(request.url ?? '/', 'http://localhost');
	const file = pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1);
	return SEARCH_FILES.has(file) || file.startsWith(INDEX_FOLDER) ? file : undefined;
}
const SEARCH_FILES = new Set([CATALOGUE_FILE, KEYS_FILE, LOADING_FILE, WHOLE_FILE, WORDS_FILE]);

/** The address of this server, from the connection and not from the request’s headers. */
function ownAddress({ socket }: IncomingMessage, base: string): string {
	const host = socket.localFamily === 'IPv6' ? `[${socket.localAddress}]` : socket.localAddress;
	return `http://${host}:${socket.localPort}${base}`;
}

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

function send(response: ServerResponse, file: string, content: Uint8Array): void {
	response.setHeader('content-type', lookup(TYPES, path.extname(file)) ?? 'application/octet-stream');
	response.setHeader('cache-control', 'no-cache');
	response.end(content);
}
