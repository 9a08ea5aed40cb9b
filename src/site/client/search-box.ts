/**
 * Runs where a page offers a search box: shows the form, which is no use without a script, in place of the link,
 * and puts what was typed into the fragment of the search page's address, where it stays in the browser.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search-form]')) {
	const field = form.querySelector('input');
	form.hidden = false;
	for (const link of form.parentElement?.querySelectorAll<HTMLElement>('[data-search-link]') ?? [])
		link.hidden = true;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const words = new URLSearchParams({ q: field?.value.trim() ?? '' });
		// Whoever comes back to this page, or is led back after leaving, must not find the words here.
		if (field) field.value = '';
		location.assign(`${form.getAttribute('action')}#${words}`);
	});
}
