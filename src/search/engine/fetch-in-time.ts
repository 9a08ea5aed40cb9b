/** After so long without a byte a request is given up, in milliseconds. */
const SILENCE = 20_000;

/** The text index asks for its parts by itself: it is given up after so long, in milliseconds. */
export const PATIENCE = 45_000;

/** Something was given up because no answer came. */
export class NoAnswer extends Error {}

/**
 * Fetches a file as a whole, and gives up when nothing comes of it for a while: a connection that hangs never answers.
 *
 * @param get how it is fetched
 * @param silence how long nothing may come, in milliseconds
 * @throws {NoAnswer} if nothing came for so long
 */
export async function fetchInTime(address: string, get = fetch, silence = SILENCE): Promise<Response> {
	const control = new AbortController();
	try {
		const { body, ok, status, headers } = await inTime(get(address, { signal: control.signal }), silence);
		const reader = body?.getReader();
		if (!ok || !reader) return new Response(null, { status, headers });
		const pieces: Uint8Array<ArrayBuffer>[] = [];
		for (;;) {
			const { done, value } = await inTime(reader.read(), silence);
			if (done) return new Response(new Blob(pieces), { status, headers });
			pieces.push(value);
		}
	} catch (error) {
		control.abort();
		throw error;
	}
}

/**
 * Waits for work, but not for ever; what it comes to after that is not waited for.
 *
 * @param most how long at most, in milliseconds
 * @throws {NoAnswer} if it is not done by then
 */
export async function inTime<Result>(work: Promise<Result>, most: number): Promise<Result> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new NoAnswer(`No answer in ${most / 1000} seconds`)), most);
	});
	return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
