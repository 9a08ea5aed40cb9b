import { proseOf } from '../../../archive/publish/prose.ts';
import {
	changesBetween,
	type ParagraphChange,
	type Stretch,
	wordChanges,
} from '../../../archive/versions/difference.ts';
import type { NumberedText } from '../../../archive/versions/numbers.ts';
import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { canonicalParagraph, shortHash } from '../../../integrity/canonical/canonical.ts';
import type { Block } from '../../../core/prose/types.ts';
import { lookup } from '../../../core/values/lookup.ts';

/**
 * Fingerprints of the words of a record's paragraphs, with which references can be checked.
 *
 * @returns undefined for a record that was never released, which cannot be cited permanently yet
 */
export function citesOf(record: ArchiveRecord, archive: Archive): ((block: Block) => string) | undefined {
	const [first] = archive.versions.get(record.id) ?? [];
	if (!first) return undefined;
	return (block) => shortHash(canonicalParagraph(block), first.salt);
}

/**
 * The salt of a released account. Its pages contain it because the manifest also lists their hashes: once the salt is
 * destroyed, the hash of a page must not confirm a guess at the account either.
 */
export function saltOf(record: ArchiveRecord, archive: Archive): string | null | undefined {
	return archive.versions.get(record.id)?.[0]?.salt;
}

/** The list of a record’s versions, from which a script finds the version that a reference cites. */
export function versionList(id: string, archive: Archive) {
	const versions = archive.versions.get(id) ?? [];
	return {
		record: id,
		versions: versions.map(({ version, record }) => {
			const cite = citesOf(record, archive);
			const numbered = proseOf(record, archive).blocks.filter(({ number }) => number !== null);
			return {
				version,
				date: record.data.changes.at(-1)?.date ?? null,
				kind: record.data.changes.at(-1)?.kind ?? null,
				paragraphs: Object.fromEntries(numbered.map((block) => [block.number, cite?.(block)])),
			};
		}),
	};
}

/** The changes between two versions of a record. */
interface VersionDifference {
	/** Title and summary, as word-level differences. */
	fields: readonly { label: string; parts: readonly Stretch[] }[];
	/** Labels of the other fields that changed. */
	others: readonly string[];
	paragraphs: readonly ParagraphChange[];
}

/** Labels of fields whose names readers would not understand. */
const LABELS: Readonly<Record<string, string>> = {
	contentNotes: 'content notes',
	related: 'related records',
	titleSupplied: 'who the title is from',
	issuedBy: 'who issued it',
	sourceRecord: 'the record of the same account',
	evidence: 'what it rests on',
	standing: 'what became of it',
	answers: 'what it answers',
	facets: 'facts about it',
};
/** Fields that are compared word by word, shown in the list of versions, or not shown at all. */
const SHOWN_ELSEWHERE = new Set([
	'title',
	'summary',
	'version',
	'changes',
	'status',
	'paragraphs',
	'facetSources',
]);

export function differenceOf(
	before: ArchiveRecord,
	after: ArchiveRecord,
	archive: Archive,
): VersionDifference {
	const [was, is] = [before, after].map(({ data }) => data as unknown as Record<string, unknown>);
	const keys = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])];
	const differs = (key: string) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]);
	const [old, fresh] = [before, after].map((record) => proseOf(record, archive));
	const headings = [old, fresh].map((prose) => JSON.stringify(prose?.headings.map(({ text }) => text)));
	return {
		fields: (['title', 'summary'] as const).filter(differs).map((key) => ({
			label: key === 'title' ? 'Title' : 'Summary',
			parts: shortened(wordChanges(before.data[key], after.data[key])),
		})),
		others: [
			...keys
				.filter((key) => !SHOWN_ELSEWHERE.has(key) && differs(key))
				.map((key) => lookup(LABELS, key) ?? key),
			...(headings[0] === headings[1] ? [] : ['headings']),
		],
		paragraphs: changesBetween(textsOf(old?.blocks), textsOf(fresh?.blocks)).map((change) => ({
			...change,
			parts: shortened(change.parts),
		})),
	};
}

function textsOf(blocks: readonly Block[] = []): NumberedText[] {
	return blocks.flatMap((block) =>
		block.number === null ? [] : [{ number: block.number, text: canonicalParagraph(block) }],
	);
}

/** Words of context on either side of a change; unchanged text can be read on the record’s page. */
const AROUND = 12;

function shortened(parts: readonly Stretch[]): Stretch[] {
	return parts.map((part, index) => {
		if (part.kind !== 'same') return part;
		const words = part.text.split(/(?<=\s)(?=\S)/);
		const start = index === 0 ? 0 : AROUND;
		const end = index === parts.length - 1 ? 0 : AROUND;
		if (words.length <= start + end + 1) return part;
		const text = [...words.slice(0, start), '… ', ...words.slice(words.length - end)].join('');
		return { ...part, text };
	});
}
