import type { HeldCapture } from '../media/captures.ts';
import type { Complaint } from '../../core/model/complaint.ts';
import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Figure } from '../../core/model/figure.ts';
import type { Finding } from '../../core/model/finding.ts';
import type { Image } from '../../core/model/image.ts';
import type { Organisation } from '../../core/model/organisation.ts';
import type { Page } from '../../core/model/page.ts';
import type { RelationKind } from '../../core/model/relation.ts';
import type { Report } from '../../core/model/report.ts';
import type { Testimony } from '../../core/model/testimony.ts';
import type { Theme } from '../../core/model/theme.ts';
import type { Prose } from '../../core/prose/types.ts';

/** One file of the archive, read and found good. */
export interface Entry<Data> {
	/** Identifier: for a record the first eight characters of its file name, else the file name. */
	id: string;
	/** Path from the archive's folder, with forward slashes. */
	file: string;
	data: Data;
	/** SHA-256 of the file's bytes, in hex. */
	digest: string;
}

/** An entry with a text. */
export interface TextEntry<Data> extends Entry<Data> {
	/** The text as it may be published, without the fields. `proseOf` parses it when it is wanted. */
	body: string;
	/** Numbers of the text's paragraphs, in order: `['1', '2', '2a']`. */
	paragraphs: readonly string[];
}

/** What the world may know of a testimony: consent, review and writer stay behind. */
export type PublicTestimony = Open<Testimony>;
type Open<T> = T extends unknown ? Omit<T, 'consent' | 'review' | 'writer'> : never;

export type TestimonyRecord = TextEntry<PublicTestimony> & { collection: 'testimonies' };
export type ReportRecord = TextEntry<Report> & { collection: 'reports' };
export type FindingRecord = TextEntry<Finding> & { collection: 'findings' };
export type ArchiveRecord = TestimonyRecord | ReportRecord | FindingRecord;

/** What another record is to a record. */
export interface Relation {
	how: RelationKind;
	/** Which of the two says it: the record itself, or the other one. */
	side: 'from' | 'to';
	record: ArchiveRecord;
	/** Paragraph of the record that is named. */
	paragraph?: string;
}

/** Address that once was a record: it still answers, with a notice and nothing else. */
export interface Tombstone {
	id: string;
	/** What it was. No page and no table says it; feeds must know what they once had. */
	collection: ArchiveRecord['collection'];
	/** Month of withdrawal, `YYYY-MM`. */
	month: string;
	/** Numbers of the versions that were released, if any were: their addresses answer with the same notice. */
	versions?: readonly number[];
}

/** A version of a record whose address is permanent, since it was released. */
export interface ReleasedVersion {
	version: number;
	/** The record as it stood, as far as it may be shown today. */
	record: ArchiveRecord;
	/** For a testimony, what its hashes are salted with, in hex. */
	salt: string | null;
}

/**
 * The archive as pages, search and exports see it: everything published, joined, in a fixed order, frozen.
 * Lists of records run from newest to oldest by the date of their first source, then by identifier.
 */
export interface Archive {
	/** Absolute path of the folder it was read from. */
	folder: string;
	config: ArchiveConfig;
	records: readonly ArchiveRecord[];
	testimonies: readonly TestimonyRecord[];
	reports: readonly ReportRecord[];
	findings: readonly FindingRecord[];
	tombstones: readonly Tombstone[];
	/** Whether a text repeats words that are withheld: of a withdrawn record, or beyond consent. Null where none are. */
	repeatsWithheld: ((text: string) => boolean) | null;
	/** The text of a file as it was parsed when it was checked, by the file's digest; undefined where it was not cached. */
	cachedText: (digest: string) => Prose | undefined;
	/** By label. */
	themes: readonly TextEntry<Theme>[];
	/** By name. */
	organisations: readonly Entry<Organisation>[];
	complaints: readonly TextEntry<Complaint>[];
	figures: readonly Entry<Figure>[];
	/** Pictures that texts can show, as they are published, by the name of their file. */
	images: ReadonlyMap<string, Image>;
	/** What is held of the captures that sources name, and of all sealed ones, by the SHA-256 of the file. */
	captures: ReadonlyMap<string, HeldCapture>;
	/** In menu order. */
	pages: readonly TextEntry<Page>[];
	/** Lookups: throw nothing, answer undefined where there is no such thing. */
	record: ReadonlyMap<string, ArchiveRecord>;
	theme: ReadonlyMap<string, TextEntry<Theme>>;
	organisation: ReadonlyMap<string, Entry<Organisation>>;
	complaint: ReadonlyMap<string, TextEntry<Complaint>>;
	figure: ReadonlyMap<string, Entry<Figure>>;
	/** Records by theme. */
	byTheme: ReadonlyMap<string, readonly ArchiveRecord[]>;
	/** Records that are about an organisation, were issued by it, are addressed to it or were published by it. */
	byOrganisation: ReadonlyMap<string, readonly ArchiveRecord[]>;
	/** Records joined to a record by name and nothing more, from either side. */
	related: ReadonlyMap<string, readonly ArchiveRecord[]>;
	/** What other records are to a record, from either side, in the order of the kinds of relations. */
	relations: ReadonlyMap<string, readonly Relation[]>;
	/** Responses to an official record, the oldest first. */
	answers: ReadonlyMap<string, readonly FindingRecord[]>;
	/**
	 * Every released version of a record, the first first; the present one is among them once it is released. Records
	 * without a release, and those that are withdrawn, are not in it.
	 */
	versions: ReadonlyMap<string, readonly ReleasedVersion[]>;
	/** Figures that a record carries. */
	figuresOf: ReadonlyMap<string, readonly Entry<Figure>[]>;
}
