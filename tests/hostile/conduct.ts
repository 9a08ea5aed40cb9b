import type { Page } from 'playwright-core';

/**
 * Notes everything by which code that is not the site's would show itself: a dialog, a trace, an error, a request to
 * another host, and whatever the policy stopped.
 *
 * @returns a list that grows while the page is used
 */
export async function watchForCode(page: Page, origin: string): Promise<string[]> {
	const offences: string[] = [];
	page.on('dialog', (dialog) => {
		offences.push(`dialog ${dialog.message()}`);
		void dialog.dismiss();
	});
	page.on('popup', (popup) => offences.push(`window ${popup.url()}`));
	page.on('pageerror', (error) => offences.push(`error ${error.message}`));
	page.on('console', (message) => {
		if (/__pwned/.test(message.text())) offences.push(message.text());
	});
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(origin) && !url.startsWith('blob:')) offences.push(`request ${url}`);
	});
	await page.addInitScript(() => {
		const tell = (what: string) => console.error(`__pwned ${what}`);
		for (const name of ['alert', 'confirm', 'prompt', 'print'] as const)
			window[name] = (() => tell(name)) as never;
		Object.defineProperty(window, '__pwned', { configurable: false, set: () => tell('set') });
		document.addEventListener('securitypolicyviolation', (event) =>
			tell(`policy ${event.violatedDirective} ${event.blockedURI}`),
		);
	});
	return offences;
}

/**
 * Runs in the browser: what of a page the site would never write. The browser itself reads the page, so that nothing
 * is taken otherwise than a reader's browser takes it.
 *
 * @param address page to be fetched and read; the page that is open, where it is empty
 */
export async function foreignMarkup(address: string): Promise<string[]> {
	const read = address
		? new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
		: document;
	const elements = new Set(
		(
			'html head meta title link body a div header p nav ul ol li main footer h1 h2 h3 h4 article section aside ' +
			'span strong em code pre blockquote figure figcaption table thead tbody tr th td caption dl dt dd details ' +
			'summary label input textarea fieldset legend button select option output form search kbd mark hr br del script dialog'
		).split(' '),
	);
	const attributes =
		/^(?:class|id|href|lang|charset|name|content|property|http-equiv|rel|type|src|tabindex|value|start|reversed|scope|title|hidden|open|form|for|method|role|autocomplete|autocapitalize|spellcheck|maxlength|rows|placeholder|disabled|checked|multiple|download|action|draggable|aria-[a-z]+|data-[a-z-]+)$/;
	// References to be saved: of these types alone, and with everything escaped that could end the address.
	const file =
		/^data:application\/(?:x-research-info-systems|x-bibtex|vnd\.citationstyles\.csl\+json);charset=utf-8,[\w.!~*'(),:/=@;%-]+$/;
	const shapes = new Set('svg desc defs pattern path rect line circle text tspan'.split(' '));
	const drawing = /^(?:width|height|x|y|x1|x2|y1|y2|cx|cy|r|d|dy|fill|overflow|text-anchor|patternUnits)$/;
	const place =
		/^(?:-?[\d.]+(?:em|%)?|[MLlvh\d .-]+|url\(#chart-[\w-]+\)|visible|middle|end|userSpaceOnUse)$/;
	const found: string[] = [];
	for (const element of read.querySelectorAll('*')) {
		const name = element.localName;
		// Titles in a reference are in italics; no text can bring that element with it.
		const isItalic = name === 'i' && element.closest('.citation, .cite-forms dd') !== null;
		// Where a reader puts something on their own list.
		const isField = name === 'textarea' && element.matches('form textarea#add:empty');
		// Shapes of a chart, which the software writes itself.
		const isShape =
			element.namespaceURI === 'http://www.w3.org/2000/svg' &&
			element.closest('figure.chart > svg') !== null &&
			shapes.has(name);
		if (
			(!elements.has(name) && !isItalic && !isField && !isShape) ||
			(!isShape && element.namespaceURI !== 'http://www.w3.org/1999/xhtml')
		)
			found.push(`<${name}>`);
		for (const { name: attribute, value } of element.attributes) {
			const isDrawn = isShape && drawing.test(attribute) && place.test(value);
			if (!attributes.test(attribute) && !isDrawn) found.push(`<${name} ${attribute}="${value}">`);
			if (/^(?:href|src|action)$/.test(attribute)) {
				const bare = [...value].filter((character) => character > ' ').join('');
				const own = /^(?:#|\/(?!\/)|https?:\/\/|$)/i.test(bare);
				const isFile = element.matches('.cite-files > a[download]') && file.test(value);
				if (!own && !isFile) found.push(`<${name} ${attribute}="${value}">`);
			}
			if (/^data-(?:pagefind-(?:filter|sort)|astro)/.test(attribute)) found.push(`<${name} ${attribute}>`);
		}
		const isData = name === 'script' && element.getAttribute('type') === 'application/ld+json';
		if (isData) {
			// Read as the browser reads it: whatever ended the element early would leave no whole JSON behind.
			try {
				JSON.parse(element.textContent);
			} catch {
				found.push('broken data');
			}
			if (/[<>]/.test(element.textContent)) found.push('data with markup');
			continue;
		}
		if (
			name === 'script' &&
			(element.textContent !== '' || !/^\/_astro\//.test(element.getAttribute('src') ?? ''))
		)
			found.push('a script of another origin');
		if (name === 'meta' && element.getAttribute('http-equiv')?.toLowerCase() === 'refresh')
			found.push('a refresh');
		if (name === 'script' && element.getAttribute('type') !== 'module')
			found.push('a script that is no module');
		if (name === 'input' && element.getAttribute('type') === 'image') found.push('an image');
	}
	if (read.querySelectorAll('meta[http-equiv]').length > 1) found.push('a second policy');
	if (read.querySelectorAll('script[type="application/ld+json"]').length > 1) found.push('more data');
	if (read.querySelectorAll('title').length !== 1) found.push('a second title');
	return found;
}
