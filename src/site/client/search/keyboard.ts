/**
 * Keys of the search page: down and up move from the field through the results, `/` goes back to the field. They only
 * work while the focus is in the search (WCAG 2.2, 2.1.4). Escape and Shift are not handled, since they may be used
 * to exit the page.
 */
export function listenForKeys(field: HTMLInputElement, results: HTMLElement): void {
	document.addEventListener('keydown', (event) => {
		if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
		if (event.key === '/' && results.contains(document.activeElement)) {
			event.preventDefault();
			field.focus();
			field.select();
		}
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event, field, results);
	});
}

function move(event: KeyboardEvent, field: HTMLInputElement, results: HTMLElement): void {
	const here = document.activeElement;
	if (!(here instanceof HTMLElement) || (here !== field && !results.contains(here))) return;
	const stops = [field, ...results.querySelectorAll<HTMLElement>('a, summary, button')].filter(isShown);
	const next = stops[stops.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)];
	if (!next) return;
	event.preventDefault();
	next.focus();
}

/** Whether an element is visible, not inside a closed disclosure. */
function isShown(element: HTMLElement): boolean {
	return element.offsetParent !== null && element.checkVisibility();
}
