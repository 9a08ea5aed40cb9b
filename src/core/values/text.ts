import { z } from 'zod';
import { findHidden, HIDDEN_ADVICE } from './hidden.ts';

/** Protocols that a link may use. Anything else is refused, so that no link can run code. */
const LINK_PROTOCOLS = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** One line of plain text: no line break, no control character, no space at either end. */
export const line = z
	.string()
	.min(1, { error: 'Must not be empty' })
	.refine((text) => text.replace(/\n+$/, '') === text.trim(), { error: 'Has a space at an end: remove it' })
	.refine((text) => !/[\t\n\r]/.test(text) && findHidden(text)?.rule !== 'control-character', {
		error: 'Has a line break or control character: write it on one line, without > or | before it',
	})
	.refine((text) => (findHidden(text)?.rule ?? 'control-character') === 'control-character', {
		error: ({ input }) => `${findHidden(String(input))?.message}. ${HIDDEN_ADVICE}`,
	});

/** A summary in the archive's own words. */
export const summary = line
	.max(300, { error: 'Longer than 300 characters: shorten it' })
	.describe('What this is, in at most 300 characters and your own words');

/** The name of a thing in a vocabulary or a file: lower case words joined by hyphens. */
export const slug = z
	.string()
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'Write lower-case letters, digits and single hyphens' });

/** An address on the web that a reader may be sent to. */
export const webAddress = z
	.string()
	.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), {
		error: 'Not a web address: write https://… in full',
	})
	.describe('Full address, https://… ; null if it is not known');

/**
 * Whether a link target is safe to publish: a relative or absolute address of an allowed kind, never one that
 * changes the host without saying so. Control characters and spaces are removed first, as browsers do.
 */
export function isSafeLink(target: string): boolean {
	// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore these inside an address
	const bare = target.replace(/[\u0000-\u0020]/g, '');
	if (/^[\\/]{2}/.test(bare)) return false;
	const base = 'https://this-archive.invalid';
	if (!URL.canParse(bare, base)) return false;
	return LINK_PROTOCOLS.has(new URL(bare, base).protocol);
}

/** Whether a link leads out of the archive. */
export function isForeignLink(target: string): boolean {
	return /^[a-z][a-z0-9+.-]*:/i.test(target);
}
