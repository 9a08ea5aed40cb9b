import type { Archive, ArchiveRecord, TextEntry } from '../archive/publish/view.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Source } from '../core/model/source.ts';
import type { CitableItem, ItemKind } from './item.ts';
import { bodyOf, type Body, type Creator, creatorOf } from './names.ts';
import { DEBATE, PAPER } from './oscola/bodies.ts';

/** How sources of each kind are cited; null for what is nobody else’s publication. */
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
 * The publication that a report or finding is a record of: its first source. An account has none to offer: what is
 * cited of it is the record.
 *
 * @returns null where there is no such publication
 */
export function originalOf(record: ArchiveRecord, archive: Archive): CitableItem | null {
	const [source] = record.data.sources;
	if (record.collection === 'testimonies' || !source) return null;
	const item = sourceItem(source, archive, `${record.id}-source`);
	if (!item || record.collection !== 'findings') return item;
	const { issuedBy, number } = record.data;
	// A joint document names one publisher; all who issued it answer for it.
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
 * A source as something to cite. A copy is cited as the copy that it is, and says whose text it repeats.
 *
 * @param key its name in a file of references
 * @returns null for an account given to the archive itself
 */
export function sourceItem(source: Source, archive: Archive, key: string): CitableItem | null {
	const kind = kindOf(source);
	if (kind === null) return null;
	const publisher = source.publisher === null ? undefined : organisation(source.publisher, archive);
	const authors = source.authors.map((name) => authorOf(name, archive));
	const contained = kind === 'news' || kind === 'web' || kind === 'journal';
	// An organisation that takes responsibility for a document is its author (OSCOLA 4, section 3.1.1).
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

/** A complaint as the document that it is: by whom, when. Its address only where a source bears its very title. */
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

/** Papers and debates of Parliament are known by the form of their number. */
function kindOf({ kind, number }: Source): ItemKind | null {
	const known = KINDS[kind];
	if (known !== 'report' || number === undefined) return known;
	if (PAPER.test(number)) return 'paper';
	return DEBATE.test(number) ? 'debate' : known;
}

/** A byline that names an organisation of the archive is that organisation, whatever it looks like. */
function authorOf(printed: string, archive: Archive): Creator {
	const named = archive.organisations.some(
		({ data }) => data.name === printed || data.shortName === printed || data.aliases.includes(printed),
	);
	return named ? bodyOf(printed) : creatorOf(printed);
}

function organisation(id: string, archive: Archive): Body {
	const data = archive.organisation.get(id)?.data;
	return bodyOf(data?.name ?? id, data?.shortName);
}
