import type { Archive } from '../archive/publish/view.ts';
import type { Permanent } from '../citations/from-record.ts';
import { briefsOf, setBrief } from './briefs.ts';
import type { Pdf } from './typeset.ts';

const cache = new WeakMap<Archive, Map<string, Pdf>>();

/**
 * The brief of a page, typeset once. The page itself needs its length and size before anybody downloads it.
 *
 * @returns undefined for a page without a brief
 */
export function publishedBrief(page: string, archive: Archive, permanent: Permanent): Pdf | undefined {
	const pdfs = cache.get(archive) ?? new Map<string, Pdf>();
	cache.set(archive, pdfs);
	const known = pdfs.get(page);
	if (known) return known;
	const brief = briefsOf(archive, permanent).find((one) => one.page === page);
	if (!brief) return undefined;
	const pdf = setBrief(brief);
	pdfs.set(page, pdf);
	return pdf;
}
