import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { builtSite, type SiteName } from './sites.ts';

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** A server on this machine only. */
export interface Server {
	/** Address of the site's home page, with a closing slash. */
	url: string;
	/** What it was asked for, in order: method, path and query, one line each. */
	asked: string[];
	close(): Promise<void>;
}

/** Serves a built site as a plain static host does, under its own sub-path. */
export function serveSite(name: SiteName): Promise<Server> {
	const { out, base } = builtSite(name);
	return serve(out, base);
}

/**
 * Serves a folder on 127.0.0.1, at a port that is free.
 *
 * @param base path that the folder is served under, with a closing slash
 */
export async function serve(folder: string, base = '/'): Promise<Server> {
	const asked: string[] = [];
	const server = createServer(async (request, response) => {
		asked.push(`${request.method} ${request.url}`);
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const found = pathname.startsWith(base)
			? await find(folder, decodeURIComponent(pathname.slice(base.length)))
			: undefined;
		const file = found ?? path.join(folder, '404.html');
		const body = await readFile(file).catch(() => 'Not found');
		response.writeHead(found ? 200 : 404, {
			// As a host answers for files that are named by their hash. Tests visit hundreds of pages that share them.
			...(found && pathname.startsWith(`${base}_astro/`) && { 'cache-control': 'max-age=3600, immutable' }),
			'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
		});
		response.end(body);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}${base}`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

/** The file that answers a path: itself, or the index of a folder. */
async function find(folder: string, name: string): Promise<string | undefined> {
	const file = path.join(folder, name.endsWith('/') || name === '' ? `${name}index.html` : name);
	if (!file.startsWith(folder)) return undefined;
	const found = await stat(file).catch(() => undefined);
	return found?.isFile() ? file : undefined;
}
