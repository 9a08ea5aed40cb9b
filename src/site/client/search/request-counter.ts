/**
 * Counts the requests that this page makes from now on, to any host: scripts, styles, images and data, from the
 * network or the browser’s cache. Requests of workers are not observed, so the page must have none.
 *
 * @param onChange called immediately, and whenever the count grows
 */
export function countRequests(onChange: (count: number) => void): void {
	const since = performance.now();
	let count = 0;
	onChange(count);
	new PerformanceObserver((list) => {
		const fresh = list.getEntries().filter(({ startTime }) => startTime >= since).length;
		if (fresh === 0) return;
		count += fresh;
		onChange(count);
	}).observe({ type: 'resource' });
}
