import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchWithTimeout, withTimeout, TimeoutError } from '../../../src/search/engine/fetch-in-time.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => {});

/** A body that sends a byte every so many milliseconds, and after the last of them ends or hangs. */
function slowBody(bytes: number, every: number, ends: boolean): ReadableStream<Uint8Array> {
	let sent = 0;
	return new ReadableStream({
		async pull(controller) {
			if (sent === bytes) return ends ? controller.close() : never();
			await new Promise((resolve) => setTimeout(resolve, every));
			sent++;
			controller.enqueue(new Uint8Array([sent]));
		},
	});
}

describe('a file', () => {
	test('that never answers is given up, and the request with it', async () => {
		let signal: AbortSignal | null | undefined;
		const hanging: typeof fetch = (_, init) => {
			signal = init?.signal;
			return never();
		};
		const outcome = expect(fetchWithTimeout('/a', hanging, 1000)).rejects.toBeInstanceOf(TimeoutError);
		await vi.advanceTimersByTimeAsync(1000);
		await outcome;
		expect(signal?.aborted).toBe(true);
	});

	test('that stops in the middle is given up', async () => {
		const outcome = expect(
			fetchWithTimeout('/a', async () => new Response(slowBody(2, 100, false)), 1000),
		).rejects.toBeInstanceOf(TimeoutError);
		await vi.advanceTimersByTimeAsync(2000);
		await outcome;
	});

	test('that comes slowly is waited for, however long it takes in all', async () => {
		const answer = fetchWithTimeout('/a', async () => new Response(slowBody(5, 900, true)), 1000);
		await vi.advanceTimersByTimeAsync(6000);
		expect([...new Uint8Array(await (await answer).arrayBuffer())]).toEqual([1, 2, 3, 4, 5]);
	});

	test('that is not there says so', async () => {
		const answer = await fetchWithTimeout('/a', async () => new Response('x', { status: 404 }));
		expect([answer.ok, answer.status]).toEqual([false, 404]);
	});
});

test('work that is done in time gives what it gives', async () => {
	await expect(withTimeout(Promise.resolve(3), 10)).resolves.toBe(3);
	await expect(withTimeout(Promise.reject(new Error('its own')), 10)).rejects.toThrow('its own');
});
