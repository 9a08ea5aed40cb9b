import { getArchive } from '../archive/current.ts';
import { lastChange, lastChangeOf, latest } from '../archive/last-change.ts';
import { settings } from '../archive/settings.ts';
import type { Archive, ArchiveRecord } from '../archive/view.ts';

/**
 * Leaves out of the sitemap what must not be found through search engines: testimonies, notices of withdrawal, and
 * versions, for which the record itself stands, and readers' own lists; or everything, where the archive refuses to be listed.
 * Their pages say the same of themselves; the sitemap must not make a list of them.
 *
 * Each page gets the day on which what it tells was last changed: its record, or the latest of those that it
 * lists, or for a theme of its own.
 * Accounts are passed over, whose days are not told; a page that hangs on no record has none.
 */
export async function listed<Item extends { url: string; lastmod?: string | undefined }>(
	item: Item,
): Promise<Item | undefined> {
	const archive = await getArchive();
	const { record, config } = archive;
	if (config.indexing === 'refuse') return undefined;
	if (item.url.endsWith('/list/')) return undefined;
	const [, id, version] = /\/r\/([^/]+)\/(v\d+\/(?:statement\/)?)?$/.exec(item.url) ?? [];
	if (id === undefined) return dated(item, changedOn(item.url, archive));
	if (version !== undefined) return undefined;
	const found = record.get(id);
	if (found === undefined || found.collection === 'testimonies') return undefined;
	return dated(item, lastChange(found));
}

function dated<Item extends object>(item: Item, lastmod: string | undefined): Item {
	return lastmod === undefined ? item : { ...item, lastmod };
}

/** The day for a page that lists records, by its address. */
function changedOn(url: string, archive: Archive): string | undefined {
	const path = new URL(url).pathname.slice(settings().base.length - 1);
	const [, folder = '', name] = /^\/([^/]*)\/(?:([^/]+)\/)?/.exec(path) ?? [];
	const days = kept.get(archive) ?? new Map<string, string | undefined>();
	kept.set(archive, days);
	const key = `${folder} ${name ?? ''}`;
	if (!days.has(key)) {
		const own = folder === 'themes' ? archive.theme.get(name ?? '')?.data.changes.at(-1)?.date : undefined;
		days.set(key, latest([own, lastChangeOf(recordsOn(folder, name, archive))]));
	}
	return days.get(key);
}
const kept = new WeakMap<Archive, Map<string, string | undefined>>();

function recordsOn(folder: string, name = '', archive: Archive): readonly (ArchiveRecord | undefined)[] {
	const { records, reports, findings, figures, figure, record, byTheme, byOrganisation } = archive;
	if (folder === 'reports') return reports;
	if (folder === 'findings' || folder === 'complaints') return findings;
	if (folder === 'themes' && name !== '') return byTheme.get(name) ?? [];
	if (folder === 'organisations' && name !== '') return byOrganisation.get(name) ?? [];
	if (folder === 'figures') {
		const one = figure.get(name);
		return (one ? [one] : figures).map(({ data }) => record.get(data.record));
	}
	return ['', 'themes', 'organisations', 'changes', 'data'].includes(folder) ? records : [];
}
