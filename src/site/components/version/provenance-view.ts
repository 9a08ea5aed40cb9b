import type { Archive, ArchiveRecord, ReleasedVersion } from '../../../archive/publish/view.ts';
import { canonicalText, sha256 } from '../../../integrity/canonical/canonical.ts';
import { type Chain, readChain } from '../../../integrity/releases/release-chain.ts';
import { KEYS_FILE, sumsFile } from '../../../integrity/releases/paths.ts';
import { folderName } from '../../../integrity/releases/log.ts';
import { keyName } from '../../../integrity/minisign.ts';
import { contentReader } from '../../../integrity/site-reader.ts';
import { textFile } from '../../../integrity/releases/removed-since-release.ts';
import { recordPath, versionPath } from '../../../core/values/address.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { type Link, speakerOf } from '../../labels.ts';
import { type Change, recordView } from '../record/record-view.ts';
import type { SourceView } from '../record/source-view.ts';
import { href, permanent } from '../../url.ts';

/** The content of a statement of provenance for a released version, in words. */
export interface StatementView {
	id: string;
	record: Link;
	version: Link;
	collection: ArchiveRecord['collection'];
	speaker: string;
	publisher: string;
	/** Whether it was given to this archive, was published by others before, or is not an account. */
	origin: 'given' | 'published' | null;
	/** Date of this version; for an account the month. */
	date: string;
	standing: string;
	address: string;
	text: { file: string; href: string; hash: string; bytes: number; redactions: number };
	sources: readonly SourceView[];
	/** Oldest first, up to this version. */
	changes: readonly Change[];
	releases: readonly StatedRelease[];
	/** Names of the public keys. */
	keys: readonly string[];
	commands: readonly { system: string; lines: readonly string[] }[];
	/** The archive’s closing text. */
	closing: string | undefined;
}

/** A release that lists the version. */
interface StatedRelease {
	name: string;
	month: string;
	/** SHA-256 of its `SHA256SUMS`. */
	sums: string;
	signed: boolean;
	/** Whether it lists the current text; otherwise words have been removed since. */
	same: boolean;
}

const chains = new WeakMap<Archive, Promise<Chain>>();

/** The releases of an archive, cached for all its statements. */
function chainOf(archive: Archive): Promise<Chain> {
	const chain = chains.get(archive) ?? readChain(contentReader(archive.folder));
	chains.set(archive, chain);
	return chain;
}

/** Collects what the statement of provenance of a released version shows. */
export async function statementView(
	{ version, record, salt }: ReleasedVersion,
	archive: Archive,
): Promise<StatementView> {
	const { id } = record;
	const chain = await chainOf(archive);
	const file = textFile(id, version);
	const text = canonicalText(record, archive, salt);
	const hash = sha256(text);
	const view = recordView(record, archive, versionPath(id, version));
	const latest = archive.record.get(id)?.data.version ?? version;
	const releases = chain.releases.flatMap(({ entry, texts, signed }) => {
		const listed = texts.find((one) => one.file === file);
		if (!listed) return [];
		const { release, month, sums } = entry;
		const same = listed.hash === hash;
		return [{ name: folderName(release), month: dateInWords(month), sums, signed, same }];
	});
	const newest = releases.findLast(({ same }) => same);
	return {
		id,
		record: { label: titleOf(record), href: href(recordPath(id)) },
		version: { label: String(version), href: href(versionPath(id, version)) },
		collection: record.collection,
		speaker: speakerOf(record, archive),
		publisher: `${archive.config.publisher}, ${archive.config.name}`,
		origin: record.collection === 'testimonies' ? record.data.origin : null,
		date: dateInWords(record.data.changes.at(-1)?.date ?? ''),
		standing: latest === version ? 'the present version' : `superseded by version ${latest}`,
		address: permanent(versionPath(id, version)),
		text: {
			file,
			href: href(`/${file}`),
			hash,
			bytes: Buffer.byteLength(text),
			redactions: text.split('[redacted: ').length - 1,
		},
		sources: view.sources,
		changes: view.changes.toReversed(),
		releases,
		keys: chain.keys.map(keyName),
		commands: commandsFor(file, newest),
		closing: archive.config.statement,
	};
}

/** For an account only its identifier, so that the title of the page does not reveal what was read. */
function titleOf({ collection, id, data }: ArchiveRecord): string {
	return collection === 'testimonies' ? id : data.title;
}

/** How to verify the text with programs available on each system. */
function commandsFor(file: string, release: StatedRelease | undefined): StatementView['commands'] {
	const windows = (path: string) => path.replaceAll('/', '\\');
	const sums = release && sumsFile(Number(release.name));
	const signed = release?.signed ? [`minisign -Vm ${sums} -p ${KEYS_FILE}`] : [];
	return [
		{
			system: 'Linux',
			lines: [`sha256sum ${file}`, ...(sums ? [`grep ${file} ${sums}`, `sha256sum ${sums}`] : []), ...signed],
		},
		{
			system: 'macOS',
			lines: [
				`shasum -a 256 ${file}`,
				...(sums ? [`grep ${file} ${sums}`, `shasum -a 256 ${sums}`] : []),
				...signed,
			],
		},
		{
			system: 'Windows',
			lines: [
				`certutil -hashfile ${windows(file)} SHA256`,
				...(sums ? [`findstr ${file} ${windows(sums)}`, `certutil -hashfile ${windows(sums)} SHA256`] : []),
				...signed.map(windows),
			],
		},
	];
}
