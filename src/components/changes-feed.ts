import type { Archive } from '../archive/view.ts';
import { changesPath, versionPath } from '../model/address.ts';
import { escapeHtml } from '../prose/html.ts';
import { type ChangeEntry, feedOf } from './changes-view.ts';
import { speakerOf } from './labels.ts';
import { permanent } from './url.ts';

/** Date of a feed in which nothing ever happened: the format demands one. */
const NEVER = '2000-01-01';

/**
 * The feed of an archive (Atom, RFC 4287): reports and findings that are new or changed, newest first. Accounts are
 * never in it, since the moment that a feed reader fetches one would date it (evidence.md CT-9).
 */
export function atomFeed(archive: Archive): string {
	const { config } = archive;
	const entries = feedOf(archive);
	const lines = [
		'<?xml version="1.0" encoding="utf-8"?>',
		`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${config.language}">`,
		element('id', permanent(`${changesPath()}feed.xml`)),
		element('title', `${config.name}: new records and changes`),
		`<link rel="self" type="application/atom+xml" href="${escapeHtml(permanent(`${changesPath()}feed.xml`))}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeHtml(permanent(changesPath()))}"/>`,
		element('updated', instant(entries[0]?.date ?? NEVER)),
		`<author>${element('name', config.publisher)}</author>`,
		element('rights', config.licence.name),
		...entries.map((entry) => entryOf(entry, archive)),
		'</feed>',
	];
	return `${lines.join('\n')}\n`;
}

function entryOf(entry: ChangeEntry, archive: Archive): string {
	const { record, version, date, kind, note, isFirst, path } = entry;
	return [
		'<entry>',
		// The same for good, whether or not that version has a page yet.
		element('id', permanent(versionPath(record.id, version))),
		element('title', isFirst ? record.data.title : `${kind}: ${record.data.title} (version ${version})`),
		`<link rel="alternate" type="text/html" href="${escapeHtml(permanent(path))}"/>`,
		element('updated', instant(date)),
		`<category term="${record.collection}" label="${escapeHtml(speakerOf(record, archive))}"/>`,
		`<summary type="text">${escapeHtml(isFirst ? record.data.summary : (note ?? kind))}</summary>`,
		'</entry>',
	].join('\n');
}

function element(name: string, text: string): string {
	return `<${name}>${escapeHtml(text)}</${name}>`;
}

/** Days have no hour; the format asks for one. */
function instant(day: string): string {
	return `${day}T00:00:00Z`;
}
