import { latest } from '../../../archive/publish/last-change.ts';
import type { Archive, ArchiveRecord, TextEntry, Tombstone } from '../../../archive/publish/view.ts';
import { changesPath, themePath, versionPath } from '../../../core/values/address.ts';
import { dateBounds } from '../../../core/values/date.ts';
import type { Theme } from '../../../core/model/theme.ts';
import { openRemovals } from '../../../exports/tables/history.ts';
import { escapeHtml } from '../../../core/text/html.ts';
import { type ChangeEntry, feedOf } from './changes-view.ts';
import { speakerOf } from '../../labels.ts';
import { permanent } from '../../url.ts';

/** Date of an empty feed, as the format requires one. */
const NEVER = '2000-01-01';

/** A feed: of the whole archive, or of one theme. */
export interface Feed {
	/** Paths of the feed and of its page. */
	path: string;
	page: string;
	title: string;
	records: readonly ArchiveRecord[];
}

/** The feed of the whole archive. */
export const mainFeed = ({ config, records }: Archive): Feed => ({
	path: `${changesPath()}feed.xml`,
	page: changesPath(),
	title: `${config.name}: new records and changes`,
	records,
});

/** The feed of a theme. */
export const themeFeed = ({ id, data }: TextEntry<Theme>, { config, byTheme }: Archive): Feed => ({
	path: `${themePath(id)}feed.xml`,
	page: themePath(id),
	title: `${config.name}: ${data.label}`,
	records: byTheme.get(id) ?? [],
});

/**
 * A feed of an archive (Atom, RFC 4287): reports and findings that are new or changed, newest first, and those that
 * were withdrawn (RFC 6721). It never contains accounts, since the moment at which a feed reader fetches one would
 * date it.
 */
export function atomFeed({ path, page, title, records }: Feed, archive: Archive): string {
	const { config } = archive;
	const entries = feedOf(records, archive);
	const gone = openRemovals(archive);
	const days = [...entries.map(({ date }) => date), ...gone.map(lastDay)];
	const lines = [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${config.language}">`,
		element('id', permanent(path)),
		element('title', title),
		`<link rel="self" type="application/atom+xml" href="${escapeHtml(permanent(path))}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeHtml(permanent(page))}"/>`,
		element('updated', instant(latest(days) ?? NEVER)),
		`<author>${element('name', config.publisher)}</author>`,
		element('rights', config.licence.name),
		...entries.map((entry) => entryOf(entry, archive)),
		...gone.flatMap(deletedEntries),
		'</feed>',
	];
	return `${lines.join('\n')}\n`;
}

function entryOf(entry: ChangeEntry, archive: Archive): string {
	const { record, version, date, kind, note, isFirst, path } = entry;
	return [
		'<entry>',
		// This identifier is permanent, whether or not that version has a page yet.
		element('id', permanent(versionPath(record.id, version))),
		element('title', isFirst ? record.data.title : `${kind}: ${record.data.title} (version ${version})`),
		`<link rel="alternate" type="text/html" href="${escapeHtml(permanent(path))}"/>`,
		element('updated', instant(date)),
		`<category term="${record.collection}" label="${escapeHtml(speakerOf(record, archive))}"/>`,
		`<summary type="text">${escapeHtml(isFirst ? record.data.summary : (note ?? kind))}</summary>`,
		'</entry>',
	].join('\n');
}

/**
 * Tombstones for the entries of a withdrawn record. The feed of a theme has the tombstones of all themes, since what
 * a withdrawn record was about is not kept, and readers ignore tombstones of entries that they never had.
 */
function deletedEntries(tombstone: Tombstone): string[] {
	const { id, versions = [1] } = tombstone;
	const when = instant(lastDay(tombstone));
	return versions.map(
		(version) =>
			`<at:deleted-entry ref="${escapeHtml(permanent(versionPath(id, version)))}" when="${when}"/>`,
	);
}

/** Only the month is published. Its last day is used, since an entry that is newer than its removal would be kept. */
const lastDay = ({ month }: Tombstone): string => dateBounds(month).last;

function element(name: string, text: string): string {
	return `<${name}>${escapeHtml(text)}</${name}>`;
}

/** Adds a time to a day, as the format requires one. */
function instant(day: string): string {
	return `${day}T00:00:00Z`;
}
