import { lastChange, lastChangeOf, latest } from '../archive/publish/last-change.ts';
import { settings } from '../core/settings.ts';
import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';

/**
 * Excludes from the sitemap what search engines must not list: testimonies, withdrawal notices, versions (their
 * record is listed instead) and the reading list; or everything, if the archive refuses indexing. Their pages also
 * have a robots directive; the sitemap must not publish a list of them.
 */
export function isListed(url: string, { record, config }: Archive): boolean {
	if (config.indexing === 'refuse' || url.endsWith('/list/')) return false;
	const [, id, version] = RECORD.exec(url) ?? [];
	if (id === undefined) return true;
	const found = record.get(id);
	return version === undefined && found !== undefined && found.collection !== 'testimonies';
}
const RECORD = /\/r\/([^/]+)\/(v\d+\/(?:statement\/)?)?$/;

/**
 * The day of the last change to a page’s content: of its record, of the latest of those that it lists, or of a
 * theme’s own text. Accounts are ignored, since their days are not published; a page that depends on no record has
 * none.
 */
export function changedOn(url: string, archive: Archive): string | undefined {
	const found = archive.record.get(RECORD.exec(url)?.[1] ?? '');
	return found ? lastChange(found) : listChangedOn(url, archive);
}

/** The day for a page that lists records, by its address. */
function listChangedOn(url: string, archive: Archive): string | undefined {
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
