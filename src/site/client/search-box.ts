/**
 * Runs on pages with a search box: replaces the link with the form, which needs a script, and puts the query into the
 * fragment of the search page's address, so that it stays in the browser.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-form]')) {
	const field = form.querySelector('input');
	form.hidden = false;
	for (const link of form.parentElement?.querySelectorAll<HTMLElement>('[data-search-link]') ?? [])
		link.hidden = true;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const words = new URLSearchParams({ q: field?.value.trim() ?? '' });
		// Someone who goes back to this page, for example after using the exit button, must not find the query here.
		if (field) field.value = '';
		location.assign(`${form.getAttribute('action')}#${words}`);
	});
}
