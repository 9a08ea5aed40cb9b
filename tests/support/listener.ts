import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A host that somebody goes on to from the archive, which writes down what it is told. */
export interface Listener {
	/** Address without a closing slash. */
	url: string;
	heard: { path: string; headers: IncomingHttpHeaders }[];
	close(): Promise<void>;
}

/** Starts a host on this machine. It answers with a page of its own. */
export async function listen(): Promise<Listener> {
	const heard: Listener['heard'] = [];
	const server = createServer((request, response) => {
		if (request.url !== '/favicon.ico') heard.push({ path: request.url ?? '', headers: request.headers });
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
		response.end('<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		heard,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
