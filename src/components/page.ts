/**
 * The one script of every page: leaving fast, and, only where the address asks for it, marking what was found.
 */
import './leave.ts';

if (location.hash.includes('&mark=')) void import('../search/mark.ts');

/** A reference that remembers the words it cites is compared with the page. */
function compareCited(): void {
	if (location.hash.includes('&cite=')) void import('./cited.ts').then(({ tellCited }) => tellCited());
}
compareCited();
addEventListener('hashchange', compareCited);

const chooser = document.querySelector<HTMLElement>('[data-cite-chooser]');
chooser?.querySelector('button')?.addEventListener('click', () => {
	void import('./cite-chooser.ts').then(({ openChooser }) => openChooser(chooser));
});

/** References to paragraphs are prepared where the address names one, or words are being marked. */
if (chooser && document.querySelector('.prose .para')) {
	const prepare = () => void import('./cite-bar.ts').then(({ followParagraphs }) => followParagraphs());
	const isAsked = () => /^#p\d/.test(location.hash);
	if (isAsked()) prepare();
	else {
		const once = { once: true };
		const waiting = new AbortController();
		const begin = () => {
			waiting.abort();
			prepare();
		};
		addEventListener('hashchange', begin, { signal: waiting.signal, ...once });
		document.querySelector('.prose')?.addEventListener('selectstart', begin, { signal: waiting.signal });
	}
}
