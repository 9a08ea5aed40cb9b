/** Text to copy: plain, and as HTML for word processors. */
export interface Copied {
	text: string;
	html?: string;
}

/**
 * Copies text to the clipboard, with its formatting if it has any. Call it from a click handler, as browsers require.
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

/** Runs the action of a button and reports the outcome in the status element next to it. */
export async function reportOutcome(
	status: HTMLElement,
	done: string,
	act: () => Promise<void>,
): Promise<void> {
	status.textContent = '';
	try {
		await act();
		status.textContent = done;
	} catch (error) {
		console.error(error);
		status.textContent = 'Copying failed. Select the text and copy it manually';
	}
}
