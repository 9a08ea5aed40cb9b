/**
 * Checks files in the reader’s browser against the sums of this site: one that was chosen, or a page fetched anew.
 * Nothing leaves the browser but the requests for the sums and for that page, which go to this site.
 */
import { parseSums, type Sum } from '../sums.ts';

const box = document.querySelector<HTMLElement>('[data-check-file]');
if (box) start(box, box.dataset['root'] ?? '/');

function start(panel: HTMLElement, root: string): void {
	const answer = panel.querySelector<HTMLElement>('[data-answer]');
	if (!answer) return;
	const tell = async (work: () => Promise<string[]>) => {
		answer.replaceChildren('Checking …');
		let lines: string[];
		try {
			lines = await work();
		} catch (error) {
			lines = [`This could not be checked: ${error instanceof Error ? error.message : String(error)}.`];
		}
		const list = document.createElement('ul');
		list.append(
			...lines.map((line) => {
				const item = document.createElement('li');
				item.textContent = line;
				return item;
			}),
		);
		answer.replaceChildren(list);
	};
	// Browsers keep this from pages that came without encryption, but for those of the reader’s own machine.
	if (!globalThis.crypto?.subtle) {
		answer.textContent =
			'Here your browser offers no SHA-256: this address is not a secure one. Use the commands below.';
		for (const control of panel.querySelectorAll('input, button')) control.setAttribute('disabled', '');
		return;
	}
	panel.querySelector<HTMLInputElement>('input[type=file]')?.addEventListener('change', (event) => {
		const files = [...((event.target as HTMLInputElement).files ?? [])];
		if (files.length > 0) void tell(() => checkFiles(files, root));
	});
	panel.querySelector('form')?.addEventListener('submit', (event) => {
		event.preventDefault();
		const address = panel.querySelector<HTMLInputElement>('input[name=page]')?.value.trim() ?? '';
		void tell(async () => [await checkPage(address, root)]);
	});
}

async function checkFiles(files: readonly File[], root: string): Promise<string[]> {
	const sums = await sumsOf(root);
	return Promise.all(
		files.map(async (file) => {
			const hash = await sha256(await file.arrayBuffer());
			const same = sums.filter((sum) => sum.hash === hash).map((sum) => sum.file);
			return same.length > 0
				? `${file.name} is ${same.join(' and ')} of this site, byte for byte. SHA-256: ${hash}`
				: `${file.name} is not a file of this site as it is now. SHA-256: ${hash}`;
		}),
	);
}

/** An address in full; null for what is none. */
function parsed(address: string, base: URL): URL | null {
	try {
		return new URL(address, base);
	} catch {
		// Older browsers have no `URL.canParse`.
		return null;
	}
}

async function checkPage(address: string, root: string): Promise<string> {
	const base = new URL(root, location.href);
	const page = parsed(address, base);
	if (!page) return 'That is not an address.';
	if (page.origin !== base.origin || !page.pathname.startsWith(base.pathname))
		return 'That is not an address of this site.';
	const path = decodeURIComponent(page.pathname.slice(base.pathname.length)).replace(
		/(^|\/)$/,
		'$1index.html',
	);
	const sum = (await sumsOf(root)).find(({ file }) => file === path);
	if (!sum) return `The sums of this site name no file ${path}.`;
	const hash = await sha256(await (await get(page.href)).arrayBuffer());
	return hash === sum.hash
		? `${path} came to you just now as the sums of this site list it. SHA-256: ${hash}`
		: `${path} came to you just now with other bytes than the sums of this site list. SHA-256: ${hash}, but listed is ${sum.hash}`;
}

async function sumsOf(root: string): Promise<Sum[]> {
	return parseSums(await (await get(`${root}SHA256SUMS`)).text());
}

async function get(address: string): Promise<Response> {
	const answer = await fetch(address, { cache: 'no-store', credentials: 'omit' });
	if (!answer.ok) throw new Error(`${address} answered with ${answer.status}`);
	return answer;
}

async function sha256(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
