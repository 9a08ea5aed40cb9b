/** A text to be copied: as it is, and as HTML for word processors. */
export interface Copied {
	text: string;
	html?: string;
}

/**
 * Puts a text on the clipboard, with its formatting where there is any. Called from a click, as browsers demand.
 *
 * @throws if the browser does not allow it
 */
export async function copy({ text, html }: Copied): Promise<void> {
	if (html === undefined || typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
	const blob = (type: string, content: string) => new Blob([content], { type });
	await navigator.clipboard.write([
		new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) }),
	]);
}

/** Does what was asked of a button and says how it went in the element beside it. */
export async function tell(status: HTMLElement, done: string, act: () => Promise<void>): Promise<void> {
	status.textContent = '';
	try {
		await act();
		status.textContent = done;
	} catch (error) {
		console.error(error);
		status.textContent = 'Copying failed: select the text and copy it yourself';
	}
}
