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

/** The anchor that the words of a heading make, unless another heading has it already. */
export function anchorFor(words: string): string {
	const stem =
		words
			.toLowerCase()
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '') || 'section';
	return isTaken(stem) ? `section-${stem.replace(/-heading$/, '-head')}` : stem;
}
