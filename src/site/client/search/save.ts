import { h } from './dom.ts';

/** Hands a text to the reader as a file. */
export function save(text: string, name: string, type: string): void {
	const address = URL.createObjectURL(new Blob([text], { type }));
	h('a', { href: address, download: name }).click();
	// The download has begun by then; the memory can go.
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
