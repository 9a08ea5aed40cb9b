import { countingOf, listedRecords } from '../../../archive/publish/counting.ts';
import type { Archive, ArchiveRecord, Entry, TextEntry } from '../../../archive/publish/view.ts';
import { organisationPath, themePath } from '../../../core/values/address.ts';
import { RECORD_COLLECTIONS, type RecordCollection } from '../../../core/model/config.ts';
import type { Organisation } from '../../../core/model/organisation.ts';
import type { Theme } from '../../../core/model/theme.ts';
import { countedRecords } from '../../labels.ts';
import { capitalise } from '../../../core/text/words.ts';

/** A list of records on the page of a theme or an organisation. Past its first page it has pages of its own. */
export interface Section {
	/** Name in the address. */
	id: string;
	title: string;
	/** All its records, for the count. */
	all: readonly ArchiveRecord[];
	/** The records that are listed. */
	records: readonly ArchiveRecord[];
	/** Whether its given accounts, if any, are withheld from the list. */
	withholds: boolean;
	/** The collection that all its records necessarily belong to, if there is one. */
	only?: RecordCollection;
	/** Path of a page of the list; the first is the page that contains it. */
	path: (page: number) => string;
}

const pathUnder = (parent: string, id: string) => (page: number) =>
	page === 1 ? `${parent}#list-${id}` : `${parent}${id}/${page}/`;

/** Records of a theme by kind, without empty kinds. */
export function themeSections({ id }: TextEntry<Theme>, archive: Archive): Section[] {
	const records = archive.byTheme.get(id) ?? [];
	return RECORD_COLLECTIONS.map((collection) => ({
		id: collection,
		title: archive.config.words[collection].title,
		only: collection,
		...listedOf(
			records.filter((record) => record.collection === collection),
			archive,
			collection,
		),
		path: pathUnder(themePath(id), collection),
	})).filter(({ records: listed, withholds }) => listed.length > 0 || withholds);
}

function listedOf(
	all: readonly ArchiveRecord[],
	archive: Archive,
	only?: RecordCollection,
): Pick<Section, 'all' | 'records' | 'withholds'> {
	const { records, withholds } = listedRecords(all, archive);
	return { all, records, withholds: withholds && (only === undefined || only === 'testimonies') };
}

/** The roles of organisations in records, most informative first: each record is listed once. */
const ROLES = {
	issued: (record: ArchiveRecord, id: string) =>
		record.collection === 'findings' && record.data.issuedBy.includes(id),
	addressed: (record: ArchiveRecord, id: string) =>
		record.collection === 'findings' && record.data.addressees.includes(id),
	about: (record: ArchiveRecord, id: string) => record.data.organisations.includes(id),
	published: () => true,
} as const;
type Role = keyof typeof ROLES;

const ROLE_TITLES: Readonly<Record<Role, string>> = {
	about: 'Records about it',
	issued: 'Issued by it',
	addressed: 'Addressed to it',
	published: 'Published by it',
};

/** Records of an organisation by its role in them, without empty roles. */
export function organisationSections({ id }: Entry<Organisation>, archive: Archive): Section[] {
	const byRole: Record<Role, ArchiveRecord[]> = { about: [], issued: [], addressed: [], published: [] };
	for (const record of archive.byOrganisation.get(id) ?? []) {
		const role = (Object.keys(ROLES) as Role[]).find((name) => ROLES[name](record, id)) ?? 'published';
		byRole[role].push(record);
	}
	return (Object.keys(byRole) as Role[])
		.map((role) => ({
			id: role,
			title: ROLE_TITLES[role],
			...((role === 'issued' || role === 'addressed') && { only: 'findings' as const }),
			...listedOf(byRole[role], archive, role === 'issued' || role === 'addressed' ? 'findings' : undefined),
			path: pathUnder(organisationPath(id), role),
		}))
		.filter((section) => section.records.length > 0);
}

/** `3 accounts, 1 press report`: the number of records of each kind, without empty kinds. */
function countsInWords(records: readonly ArchiveRecord[], archive: Archive): string {
	return RECORD_COLLECTIONS.flatMap((collection) => {
		const own = records.filter((record) => record.collection === collection);
		// Zero is a count, too.
		const isSilent = collection !== 'testimonies' || !countingOf(archive).anyGiven;
		if (own.length === 0 && isSilent) return [];
		return [countedRecords(own, archive, archive.config.words[collection], collection)];
	}).join(', ');
}

/** The same as a full sentence, also for zero records. */
export function holdings(records: readonly ArchiveRecord[], archive: Archive): string {
	return capitalise(countsInWords(records, archive) || 'no records yet');
}
