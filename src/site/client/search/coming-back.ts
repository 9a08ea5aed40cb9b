/**
 * Whether Back has led to this page from outside the archive. Whoever leaves by the button leaves a foreign page in place of
 * the one that was left, so that Back goes to the page before it; that page must not show what was searched for. Nothing
 * is stored to know it: the browser says whether a page of the same host lies ahead, as it does when a reader comes back
 * from a record.
 *
 * A browser that does not say (without the Navigation API) shows the search as it was.
 *
 * @param isRestored whether the page was kept in the browser's memory
 */
export function isBackFromElsewhere(isRestored: boolean): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	const isBack = isRestored || (entry as PerformanceNavigationTiming | undefined)?.type === 'back_forward';
	const { navigation } = window as { navigation?: { canGoForward: boolean } };
	return isBack && navigation !== undefined && !navigation.canGoForward;
}
