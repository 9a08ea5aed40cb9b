import type { Archive, TextEntry } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import { complaintPath, themePath } from '../core/values/address.ts';
import { complaintBrief } from './complaint.ts';
import { type Cuts, LADDER } from './cuts.ts';
import { themeBrief } from './theme.ts';
import type { Brief } from './types.ts';
import { type Pdf, typeset } from './typeset.ts';
import { textOf } from './words.ts';

/** Maximum length of a brief in pages. */
export const PAGES = 4;

/** A brief of the site, composed on demand. */
export interface SiteBrief {
	/** Path of the page that it sums up. */
	page: string;
	compose(cuts?: Cuts): Brief;
}

/** The briefs of an archive: one for each theme with a text and one for each complaint. */
export function briefsOf(archive: Archive, permanent: Permanent): SiteBrief[] {
	const themes = archive.themes.filter(hasText).map((theme) => ({
		page: themePath(theme.id),
		compose: (cuts?: Cuts) => themeBrief(theme, archive, permanent, cuts),
	}));
	const complaints = archive.complaints.map((complaint) => ({
		page: complaintPath(complaint.id),
		compose: (cuts?: Cuts) => complaintBrief(complaint, archive, permanent, cuts),
	}));
	return [...themes, ...complaints];
}

/** Path of the brief of a page. */
export const briefPath = (page: string): string => `${page}brief.pdf`;

function hasText({ body }: TextEntry<unknown>): boolean {
	return body.trim() !== '';
}

/** More than four pages hold even in the smallest type: not worth typesetting. */
const MOST_LETTERS = 40_000;

/**
 * Typesets a brief on at most four pages. All briefs are shortened by the same steps: smaller notes first, the text
 * itself last. The brief says what was left out and where to find it.
 *
 * @throws if it still does not fit, or cannot be typeset
 */
export function setBrief({ page, compose }: SiteBrief): Pdf {
	let before = '';
	for (const cuts of LADDER) {
		const brief = compose(cuts);
		const text = `${brief.small} ${textOf(brief)}`;
		// A step that removes nothing would not fit either.
		if (text.length > MOST_LETTERS || text === before) continue;
		before = text;
		const pdf = typeset(brief);
		if (pdf.pages <= PAGES) return pdf;
	}
	throw new Error(
		`The brief of ${page} does not fit ${PAGES} pages even when shortened as far as possible. Shorten the first paragraphs of the page`,
	);
}
