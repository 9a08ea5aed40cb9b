/** The script of every page: exit this page and, only if the address asks for it, highlighting. */
import './exit-this-page.ts';

if (location.hash.includes('&mark=')) void import('./highlight.ts');

/** Compares a reference with a fingerprint of the cited words with the page. */
function compareCited(): void {
	if (location.hash.includes('&cite='))
		void import('./citation/changed-since-cited.ts').then(({ showCitedChange }) => showCitedChange());
}
compareCited();
addEventListener('hashchange', compareCited);

const chooser = document.querySelector<HTMLElement>('[data-cite-chooser]');
chooser?.querySelector('button')?.addEventListener('click', () => {
	void import('./citation/citation-dialog.ts').then(({ openChooser }) => openChooser(chooser));
});

/** Prepares references to paragraphs if the address names one, or words are selected. */
if (chooser && document.querySelector('.prose .para')) {
	const prepare = () =>
		void import('./citation/paragraph-toolbar.ts').then(({ followParagraphs }) => followParagraphs());
	if (/^#p\d/.test(location.hash)) prepare();
	else {
		const waiting = new AbortController();
		const begin = () => {
			waiting.abort();
			prepare();
		};
		addEventListener('hashchange', begin, { signal: waiting.signal });
		document.addEventListener(
			'selectionchange',
			() => {
				// A selection can start anywhere: by keyboard, from a heading, or with “select all”.
				const selection = getSelection();
				const isText = [...document.querySelectorAll('.prose')].some((one) =>
					selection?.containsNode(one, true),
				);
				if (isText && !selection?.isCollapsed) begin();
			},
			{ signal: waiting.signal },
		);
	}
}
