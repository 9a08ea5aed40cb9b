import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Source } from '../core/model/source.ts';
import type { CitableItem, ItemKind } from './item.ts';
import { bodyOf, type Body, type Creator, parseByline } from './names.ts';
import { DEBATE, PAPER } from './oscola/bodies.ts';

/** The kind of item for each kind of source; null if it was never published elsewhere. */
const KINDS: Readonly<Record<Source['kind'], ItemKind | null>> = {
	'news-article': 'news',
	'news-repost': 'web',
	'official-report': 'report',
	'official-page': 'report',
	'official-letter': 'report',
	legislation: 'legislation',
	'press-release': 'report',
	'journal-article': 'journal',
	research: 'report',
	newsletter: 'web',
	'web-page': 'web',
	statement: null,
};

/**
 * The publication that a report or finding records: its first source. For an account, only the record is cited.
 *
 * @returns null if there is no such publication
 */
export function originalOf(record: ArchiveRecord, archive: Archive): CitableItem | null {
	const [source] = record.data.sources;
	if (record.collection === 'testimonies' || !source) return null;
	const item = sourceItem(source, archive, `${record.id}-source`);
	if (!item || record.collection !== 'findings') return item;
	const { issuedBy, number } = record.data;
	// A joint document names one publisher, but all organisations that issued it are its authors.
	const joint = item.creators.length > 0 && source.publisher !== null && issuedBy.includes(source.publisher);
	const official = item.kind === 'report' || item.kind === 'paper';
	return {
		...item,
		...(joint && source.authors.length === 0
			? { creators: issuedBy.map((id) => organisation(id, archive)), publisher: undefined }
			: {}),
		...(official && number !== undefined && item.pinpoint === undefined
			? { pinpoint: number.charAt(0).toLowerCase() + number.slice(1) }
			: {}),
	};
}

/**
 * A source as an item. A copy is cited as a copy and says whose text it reproduces.
 *
 * @param key the citation key
 * @returns null for an account given to this archive
 */
export function sourceItem(source: Source, archive: Archive, key: string): CitableItem | null {
	const kind = kindOf(source);
	if (kind === null) return null;
	const publisher = source.publisher === null ? undefined : organisation(source.publisher, archive);
	const authors = source.authors.map((name) => authorOf(name, archive));
	const contained = kind === 'news' || kind === 'web' || kind === 'journal';
	// The organisation responsible for a document is its author (OSCOLA 4, section 3.1.1).
	const responsible = !contained && kind !== 'legislation' && publisher !== undefined;
	const creators = authors.length > 0 || !responsible ? authors : [publisher];
	return {
		key,
		kind,
		title: source.title,
		titleSupplied: source.titleSupplied,
		creators,
		container: contained ? publisher?.name : undefined,
		publisher: !contained && creators[0] !== publisher ? publisher?.name : undefined,
		descriptor: source.kind === 'press-release' ? 'press release' : undefined,
		number: source.number,
		...source.journal,
		date: source.published ?? undefined,
		address: source.url ?? source.archived[0]?.url,
		permanent: source.url === null && source.archived.length > 0,
		accessed: source.accessed ?? undefined,
		reproduces: source.reproduces === undefined ? undefined : organisation(source.reproduces, archive).name,
		pinpoint: source.pinpoint,
	};
}

/** A complaint as a document. It has a URL only if one of its sources has the same title. */
export function complaintOriginal({ id, data }: TextEntry<Complaint>, archive: Archive): CitableItem {
	const source = data.sources.find(
		({ title, publisher }) =>
			title === data.title && publisher !== null && data.submittedBy.includes(publisher),
	);
	return {
		key: `${id}-source`,
		kind: 'report',
		title: data.title,
		titleSupplied: false,
		creators: data.submittedBy.map((submitter) => organisation(submitter, archive)),
		descriptor: archive.config.words.complaint,
		date: data.submitted,
		address: source?.url ?? undefined,
		accessed: source?.accessed ?? undefined,
	};
}

/** Parliamentary papers and debates are recognised by the form of their number. */
function kindOf({ kind, number }: Source): ItemKind | null {
	const known = KINDS[kind];
	if (known !== 'report' || number === undefined) return known;
	if (PAPER.test(number)) return 'paper';
	return DEBATE.test(number) ? 'debate' : known;
}

/** A byline that names an organisation of the archive is that organisation, whatever its form. */
function authorOf(printed: string, archive: Archive): Creator {
	const named = archive.organisations.some(
		({ data }) => data.name === printed || data.shortName === printed || data.aliases.includes(printed),
	);
	return named ? bodyOf(printed) : parseByline(printed);
}

function organisation(id: string, archive: Archive): Body {
	const data = archive.organisation.get(id)?.data;
	return bodyOf(data?.name ?? id, data?.shortName);
}
