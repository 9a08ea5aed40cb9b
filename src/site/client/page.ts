/**
 * The one script of every page: leaving fast, and, only where the address asks for it, marking what was found.
 */
import './exit-this-page.ts';

if (location.hash.includes('&mark=')) void import('./highlight.ts');

/** A reference that remembers the words it cites is compared with the page. */
function compareCited(): void {
	if (location.hash.includes('&cite='))
		void import('./citation/changed-since-cited.ts').then(({ tellCited }) => tellCited());
}
compareCited();
addEventListener('hashchange', compareCited);

const chooser = document.querySelector<HTMLElement>('[data-cite-chooser]');
chooser?.querySelector('button')?.addEventListener('click', () => {
	void import('./citation/citation-dialog.ts').then(({ openChooser }) => openChooser(chooser));
});

/** References to paragraphs are prepared where the address names one, or words are being marked. */
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
				// Words can be marked from anywhere into the text: by keyboard, from a heading, all at once.
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
