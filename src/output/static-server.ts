import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { isThisMachine } from './host.ts';
import { readHeaderRules } from './header-rules.ts';
import { lookup } from '../core/values/lookup.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.ndjson': 'application/x-ndjson; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
	'.pdf': 'application/pdf',
};
/** File types that are already compressed. */
const PACKED = /^(?:image\/(?!svg)|font\/|application\/(?:pdf|octet-stream))/;

/**
 * A preview server for a built site. It answers only this machine, sends the headers in the site’s `_headers` file,
 * and follows no symbolic links.
 *
 * @param folder of the site
 * @param base base path, with slashes at both ends
 */
export function createStaticServer(folder: string, base: string): Server {
	const root = realpathSync(folder);
	const headersOf = readHeaderRules(readFileSync(path.join(root, '_headers'), 'utf8'));
	return createServer((request, response) => {
		const refuse = (status: number, words: string) => {
			response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
			response.end(`${words}\n`);
		};
		if (!isThisMachine(request.headers.host)) return refuse(403, 'Only this machine may ask');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return refuse(405, 'Only GET and HEAD');
		}
		const asked = decoded(request.url ?? '');
		if (asked === undefined) return refuse(400, 'Not an address');
		for (const [name, values] of headersOf(asked)) response.setHeader(name, [...values]);
		const found = asked.startsWith(base) ? find(root, asked.slice(base.length)) : undefined;
		if (found === 'folder' || `${asked}/` === base) {
			response.setHeader('Location', `${asked.split('/').map(encodeURIComponent).join('/')}/`);
			return refuse(301, 'Moved');
		}
		const file = found ?? path.join(root, '404.html');
		if (!isFile(file)) return refuse(404, 'Not found');
		send(request, response, found ? 200 : 404, file);
	});
}

/** The path in a request; undefined if it is malformed. */
function decoded(url: string): string | undefined {
	try {
		const asked = decodeURIComponent(url.replace(/[?#].*$/s, ''));
		const parts = asked.split('/');
		const isPath =
			parts[0] === '' &&
			parts.slice(1, -1).every((part) => part !== '') &&
			!parts.some((part) => /^\.\.?$/.test(part));
		// biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a file has them
		return isPath && !/[\u0000-\u001f\\]/.test(asked) ? asked : undefined;
	} catch {
		return undefined;
	}
}

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The file for a path, or that the path names a folder. The target of a symbolic link is not part of the site. */
function find(root: string, name: string): string | undefined {
	const target = path.join(root, name === '' || name.endsWith('/') ? `${name}index.html` : name);
	try {
		if (realpathSync(target) !== target) return undefined;
		return isFile(target) ? target : isFile(path.join(target, 'index.html')) ? 'folder' : undefined;
	} catch {
		return undefined;
	}
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
	const type = lookup(TYPES, path.extname(file)) ?? 'application/octet-stream';
	const coding = PACKED.test(type) ? undefined : codingOf(request.headers['accept-encoding']);
	response.statusCode = status;
	if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', type);
	if (!PACKED.test(type)) response.setHeader('Vary', 'Accept-Encoding');
	if (coding) response.setHeader('Content-Encoding', coding);
	else response.setHeader('Content-Length', statSync(file).size);
	if (request.method === 'HEAD') return void response.end();
	const ended = () => response.destroy();
	if (coding === undefined) pipeline(createReadStream(file), response, (error) => error && ended());
	else pipeline(createReadStream(file), packer(coding), response, (error) => error && ended());
}

const packer = (coding: 'br' | 'gzip') =>
	coding === 'gzip'
		? createGzip()
		: createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** The best compression that a browser accepts. */
function codingOf(accepted: string | string[] | undefined): 'br' | 'gzip' | undefined {
	const refused = /;\s*q=0(?:\.0*)?\s*$/;
	const names = String(accepted ?? '')
		.split(',')
		.filter((one) => !refused.test(one))
		.map((one) => one.replace(/;.*$/s, '').trim().toLowerCase());
	return (['br', 'gzip'] as const).find((name) => names.includes(name));
}
