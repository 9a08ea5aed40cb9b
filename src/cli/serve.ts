import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { settings } from '../core/settings.ts';
import { Failure } from '../core/values/failure.ts';
import { createStaticServer } from '../output/static-server.ts';
import { buildSite } from './build.ts';
import { readArguments } from './usage.ts';

const PORT = 4321;

/** `serve`: builds the site and shows it at a local address until it is stopped. */
export async function serve(args: string[]): Promise<void> {
	const { port } = readArguments(args, 0);
	if (!(await buildSite())) {
		process.exitCode = 1;
		return;
	}
	const { outDir, base } = settings();
	const server = createStaticServer(outDir, base);
	await listen(server, port ?? PORT, port === undefined ? 20 : 0);
	const { port: taken } = server.address() as AddressInfo;
	console.log(`The archive is at http://localhost:${taken}${base} – stop it with Ctrl+C`);
}

/** Listens on this machine alone; where a port is taken, on one of the next. */
function listen(server: Server, port: number, more: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EADDRINUSE') reject(error);
			else if (more > 0) resolve(listen(server, port + 1, more - 1));
			else reject(new Failure(`Port ${port} is in use: name another with --port, or stop what uses it.`));
		});
		server.listen(port, '127.0.0.1', resolve);
	});
}
