import type { Archive, TextEntry } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import { complaintPath, themePath } from '../core/values/address.ts';
import { complaintBrief } from './complaint.ts';
import { type Cuts, LADDER } from './cuts.ts';
import { themeBrief } from './theme.ts';
import type { Brief } from './types.ts';
import { type Pdf, typeset } from './typeset.ts';
import { textOf } from './words.ts';

/** Pages that a brief keeps to. */
export const PAGES = 4;

/** A brief of the site, composed when it is asked for. */
export interface SiteBrief {
	/** Path of the page that it is a brief of. */
	page: string;
	compose(cuts?: Cuts): Brief;
}

/** The briefs of an archive: one of each theme with a text, and one of each complaint. */
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

/** More than four pages can hold in the smallest type: not worth the setting. */
const MOST_LETTERS = 40_000;

/**
 * Sets a brief on no more than four pages. What does not fit is cut by one rule for all: the notes are set smaller
 * first, and the words of the text go last. The brief says what is left out, and where it is.
 *
 * @throws if even so it does not fit, or cannot be set
 */
export function setBrief({ page, compose }: SiteBrief): Pdf {
	let before = '';
	for (const cuts of LADDER) {
		const brief = compose(cuts);
		const text = `${brief.small} ${textOf(brief)}`;
		// A step that takes nothing away would only be set to find that it does not fit either.
		if (text.length > MOST_LETTERS || text === before) continue;
		before = text;
		const pdf = typeset(brief);
		if (pdf.pages <= PAGES) return pdf;
	}
	throw new Error(
		`The brief of ${page} does not fit ${PAGES} pages with all cut that may be: the first paragraphs of its page are too long`,
	);
}
