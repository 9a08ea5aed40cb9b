import { h } from './dom.ts';

/** Downloads a text as a file. */
export function save(text: string, name: string, type: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	h('a', { href: address, download: name }).click();
	// The download has started by then, so the memory can be freed.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
