/**
 * Whether Back has led to this page from outside the archive. The exit button replaces the current history entry with
 * another site, so that Back goes to the page before it, which must not show the search. Nothing is stored to detect
 * this: the browser says whether the next history entry is of the same host, as it is when a reader comes back from a
 * record.
 *
 * Browsers without the Navigation API show the search as it was.
 *
 * @param isRestored whether the page was restored from the back/forward cache
 */
export function isBackFromElsewhere(isRestored: boolean): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	const isBack = isRestored || (entry as PerformanceNavigationTiming | undefined)?.type === 'back_forward';
	const { navigation } = window as { navigation?: { canGoForward: boolean } };
	return isBack && navigation !== undefined && !navigation.canGoForward;
}
