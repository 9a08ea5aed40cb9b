import type { Archive } from '../../../archive/publish/view.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { doiAddress, placeInJournal } from '../../../core/model/journal.ts';
import { DEGREES, type Source, SOURCE_KINDS, VERIFICATIONS } from '../../../core/model/source.ts';
import { type CaptureView, captureView } from './capture-view.ts';
import { dateOrUnknown, type Link, organisationLink, sourceTitle } from '../../labels.ts';

/** A source in words, as a list of sources shows it. */
export interface SourceView {
	title: string;
	authors: string;
	publisher: Link | null;
	reproduces: string | null;
	published: string;
	kind: string;
	links: readonly SourceLink[];
	accessed: string | null;
	/** Where it is in a journal: `27(4), pages 406–423`. */
	place: string;
	pinpoint: string | null;
	degree: string;
	verified: string;
	note: string | null;
	capture: CaptureView | null;
}

/** A link to a source or to a copy of it. */
interface SourceLink {
	label: string;
	href: string;
	host: string;
	/** The same on paper. */
	printed: string;
	/**
	 * Attributes with which programs find the copy from the source and vice versa (Robust Links); empty without a
	 * copy.
	 */
	robust: Readonly<Record<string, string>>;
}

/** Describes a source; unknown facts are stated as unknown. */
export function sourceView(source: Source, archive: Archive): SourceView {
	return {
		title: sourceTitle(source),
		authors: source.authors.join(', '),
		publisher: source.publisher ? organisationLink(source.publisher, archive) : null,
		reproduces: source.reproduces ? organisationLink(source.reproduces, archive).label : null,
		published: dateOrUnknown(source.published),
		kind: SOURCE_KINDS[source.kind],
		links: linksOf(source),
		accessed: source.accessed ? dateInWords(source.accessed) : null,
		place: source.journal ? placeInJournal(source.journal) : '',
		pinpoint: source.pinpoint ?? null,
		degree: DEGREES[source.degree],
		verified: VERIFICATIONS[source.verified],
		note: source.note ?? null,
		capture: source.capture ? captureView(source.capture, archive) : null,
	};
}

/** The source itself and its archived copies, in the form of Robust Links: https://robustlinks.mementoweb.org/spec/. */
function linksOf({ url, archived, journal }: Source): SourceLink[] {
	const original = url === null ? {} : { 'data-originalurl': url };
	const [best] = archived;
	const known = best && { 'data-versionurl': best.url, 'data-versiondate': best.date };
	const copies = archived.map((copy) => ({
		label: `Archived copy, ${dateInWords(copy.date)}`,
		href: copy.url,
		host: hostOf(copy.url),
		printed: `${copy.url} (archived copy, ${dateInWords(copy.date)})`,
		robust: url === null ? {} : { ...original, 'data-versionurl': copy.url, 'data-versiondate': copy.date },
	}));
	const doi =
		journal?.doi === undefined
			? []
			: [
					{
						label: `DOI ${journal.doi}`,
						href: doiAddress(journal.doi),
						host: 'doi.org',
						printed: doiAddress(journal.doi),
						robust: {},
					},
				];
	if (url === null) return [...doi, ...copies];
	return [
		...doi,
		{
			label: 'Open the source',
			href: url,
			host: hostOf(url),
			printed: url,
			robust: known ? { ...original, ...known } : {},
		},
		...copies,
	];
}

/** Host of an address, without a leading `www.`. */
export function hostOf(address: string): string {
	return new URL(address).hostname.replace(/^www\./, '');
}
