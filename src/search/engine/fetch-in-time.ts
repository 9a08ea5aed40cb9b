/** How long a request may receive no data before it times out, in milliseconds. */
const SILENCE = 20_000;

/** Timeout of the text index, which requests its chunks by itself, in milliseconds. */
export const TIMEOUT = 45_000;

/** A request or operation timed out. */
export class TimeoutError extends Error {}

/**
 * Fetches a whole file, and times out if no data arrives for a while: a hanging connection never answers.
 *
 * @param get starts the request
 * @param silence how long the connection may be silent, in milliseconds
 * @throws {TimeoutError} if it was silent for that long
 */
export async function fetchWithTimeout(address: string, get = fetch, silence = SILENCE): Promise<Response> {
	const control = new AbortController();
	try {
		const { body, ok, status, headers } = await withTimeout(
			get(address, { signal: control.signal }),
			silence,
		);
		const reader = body?.getReader();
		if (!ok || !reader) return new Response(null, { status, headers });
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for (;;) {
			const { done, value } = await withTimeout(reader.read(), silence);
			if (done) return new Response(new Blob(pieces), { status, headers });
			pieces.push(value);
		}
	} catch (error) {
		control.abort();
		throw error;
	}
}

/**
 * Waits for work with a timeout; a later result is ignored.
 *
 * @param most timeout in milliseconds
 * @throws {TimeoutError} if it does not finish in time
 */
export async function withTimeout<Result>(work: Promise<Result>, most: number): Promise<Result> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new TimeoutError(`No answer in ${most / 1000} seconds`)), most);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
