import type { Archive } from '../archive/view.ts';
import { dateInWords } from '../model/date.ts';
import { DEGREES, type Source, SOURCE_KINDS, VERIFICATIONS } from '../model/source.ts';
import { dateOrUnknown, type Link, organisationLink, sourceTitle } from './labels.ts';

/** A source in words, as a list of sources shows it. */
export interface SourceView {
	title: string;
	authors: string;
	publisher: Link | null;
	reproduces: string | null;
	published: string;
	kind: string;
	links: readonly { label: string; href: string; host: string }[];
	accessed: string | null;
	pinpoint: string | null;
	degree: string;
	verified: string;
	note: string | null;
}

/** Puts a source in words; what is not known is said to be so. */
export function sourceView(source: Source, archive: Archive): SourceView {
	const links = [
		{ label: 'Open the source', href: source.url },
		{ label: 'Archived copy', href: source.archivedUrl },
	].flatMap(({ label, href }) => (href === null ? [] : [{ label, href, host: hostOf(href) }]));
	return {
		title: sourceTitle(source),
		authors: source.authors.join(', '),
		publisher: source.publisher ? organisationLink(source.publisher, archive) : null,
		reproduces: source.reproduces ? organisationLink(source.reproduces, archive).label : null,
		published: dateOrUnknown(source.published),
		kind: SOURCE_KINDS[source.kind],
		links,
		accessed: source.accessed ? dateInWords(source.accessed) : null,
		pinpoint: source.pinpoint ?? null,
		degree: DEGREES[source.degree],
		verified: VERIFICATIONS[source.verified],
		note: source.note ?? null,
	};
}

/** Host of an address, without the customary `www.`. */
export function hostOf(address: string): string {
	return new URL(address).hostname.replace(/^www\./, '');
}
