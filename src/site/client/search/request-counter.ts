/**
 * Counts what this page asks of any host from now on: scripts, styles, pictures and data, from the network or from
 * the browser's cache. A page's own threads are not counted; whoever counts must not have any.
 *
 * @param told called with the number at once and whenever it grows
 */
export function countRequests(told: (count: number) => void): void {
	const since = performance.now();
	let count = 0;
	told(count);
	new PerformanceObserver((list) => {
		const fresh = list.getEntries().filter(({ startTime }) => startTime >= since).length;
		if (fresh === 0) return;
		count += fresh;
		told(count);
	}).observe({ type: 'resource' });
}
