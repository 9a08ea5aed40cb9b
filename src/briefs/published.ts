import type { Archive } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import { briefsOf, setBrief } from './briefs.ts';
import type { Pdf } from './typeset.ts';

const kept = new WeakMap<Archive, Map<string, Pdf>>();

/**
 * The brief of a page of the site. The page tells how long and how large it is, so that it is set before it is asked
 * for; it is set once.
 *
 * @returns undefined where there is none
 */
export function publishedBrief(page: string, archive: Archive, permanent: Permanent): Pdf | undefined {
	const pdfs = kept.get(archive) ?? new Map<string, Pdf>();
	kept.set(archive, pdfs);
	const known = pdfs.get(page);
	if (known) return known;
	const brief = briefsOf(archive, permanent).find((one) => one.page === page);
	if (!brief) return undefined;
	const pdf = setBrief(brief);
	pdfs.set(page, pdf);
	return pdf;
}
