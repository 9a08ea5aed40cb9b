import { parentPort } from 'node:worker_threads';
import { readArchive } from '../../src/archive/read/read.ts';

/** Checks each folder that it is told, and answers with the seconds of CPU that it took, or with the error that ended it. */
parentPort?.on('message', async (folder: string) => {
	const before = process.cpuUsage();
	try {
		await readArchive(folder);
		const { user, system } = process.cpuUsage(before);
		parentPort?.postMessage({ seconds: (user + system) / 1e6 });
	} catch (error) {
		parentPort?.postMessage({ seconds: null, error: String(error).slice(0, 120) });
	}
});
