import { isIdShaped } from '../values/id.ts';
import { THEME_PARTS } from '../model/theme.ts';

/**
 * Anchors that pages give to parts of their own, besides those that end in `-heading`: a heading of a text must not take
 * one, since links to either would then lead to whichever comes first. A test holds this list against the pages.
 */
const TAKEN = new Set([
	...Object.keys(THEME_PARTS),
	...(
		'add api browse browse-lists changed changes check check-file check-key check-key-hint check-newest check-page cite-this examples-label form from held ' +
		'home-query main-content query query-help released search-form sort unproved version-notice withheld'
	).split(' '),
]);
/** Paragraphs, sources, concerns and the like, by their numbers or identifiers. */
const TAKEN_FORMS =
	/^p\d|^(?:source|concern|cite-field)-\d+$|^(?:ask|browse|chart|group|kind|list)-|-heading$/;

/** Whether a page may have a part of its own under this anchor. */
export function isTaken(anchor: string): boolean {
	return TAKEN.has(anchor) || TAKEN_FORMS.test(anchor) || isIdShaped(anchor);
}

/** The anchors of one text's headings. */
export class Anchors {
	/** How often each anchor was asked for. */
	readonly #used = new Map<string, number>();

	/** An anchor for a heading: unique in the text, and none that its page gives to another part. */
	take(words: string): string {
		const first = anchorFor(words);
		// A number appended to it could make it one of those again: `source-2`.
		const clear = isTaken(`${first}-2`) ? `section-${first}` : first;
		let n = this.#used.get(clear) ?? 1;
		let slug = this.#used.has(first) ? clear : first;
		while (this.#used.has(slug)) slug = `${clear}-${++n}`;
		this.#used.set(slug, 1);
		if (n > 1) this.#used.set(clear, n);
		return slug;
	}
}

/** The anchor made of the words of a heading, whatever other headings have. */
function anchorFor(words: string): string {
	const stem =
		words
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'section';
	return isTaken(stem) ? `section-${stem.replace(/-heading$/, '-head')}` : stem;
}
