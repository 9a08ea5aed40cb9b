import { shownCountOf } from '../archive/publish/counting.ts';
import { latest } from '../archive/publish/last-change.ts';
import type { Archive, ArchiveRecord, Entry, FindingRecord, TextEntry } from '../archive/publish/view.ts';
import type { Complaint } from '../core/model/complaint.ts';
import { dateBounds, type Edtf } from '../core/values/date.ts';
import type { Figure } from '../core/model/figure.ts';
import type { Theme } from '../core/model/theme.ts';
import { daysBetween } from './days.ts';

/** An answer to an official record, and how long it took. */
export interface Answer {
	record: FindingRecord;
	issued: Edtf | null;
	/** Days from what it answers; null where either date is not known to the day. */
	days: number | null;
	/** Days after the date that was set; null where none was, or it is not known to the day, or was kept. */
	late: number | null;
}

/** What was asked, of whom, by when, and what came of it. */
export interface Ask {
	record: FindingRecord;
	/** Oldest first. */
	answers: readonly Answer[];
	/**
	 * Where no answer is on record: days from the day it was asked to the archive’s own day. Null where there is an
	 * answer, where another record says what became of it, or where the day is not known.
	 */
	silence: number | null;
	/** Whether the date that was set has passed on the archive’s own day with no answer on record. */
	overdue: boolean;
}

/** What the archive holds under the themes of a concern. */
export interface Evidence {
	themes: readonly TextEntry<Theme>[];
	/** As readers may see their number. */
	accounts: string;
	reports: string;
	figures: readonly Entry<Figure>[];
}

export interface Finding {
	record: FindingRecord;
	answers: readonly Answer[];
	/** Whether it says itself which concern it answers; else it is here by its themes. */
	declared: boolean;
}

/** One concern of a complaint, followed to what became of it. */
export interface Link {
	/** Null for what names none of the concerns that are shown. */
	concern: Complaint['concerns'][number] | null;
	evidence: Evidence | null;
	findings: readonly Finding[];
	asks: readonly Ask[];
}

export interface Chain {
	complaint: TextEntry<Complaint>;
	/** The archive’s own day, up to which silence is counted; null where it has none. */
	until: string | null;
	links: readonly Link[];
}

/** The chain from every concern of a complaint. */
export function chainOf(complaint: TextEntry<Complaint>, archive: Archive): Chain {
	const official = archive.findings.filter(({ data }) => data.complaint === complaint.id);
	return build(complaint, archive, official, () => true);
}

/**
 * The chains that a theme is part of: its concerns, its evidence, the official records under it and the recommendations
 * that rest on them. One for each complaint that it has any of.
 */
export function chainsOfTheme({ id, data }: TextEntry<Theme>, archive: Archive): Chain[] {
	const own = (archive.byTheme.get(id) ?? []).filter((record) => record.collection === 'findings');
	return archive.complaints.flatMap((complaint) => {
		const under = own.filter((record) => record.data.complaint === complaint.id);
		const isOnly = archive.complaints.length === 1;
		const names = (number: number) => data.concerns.includes(number);
		if (under.length === 0 && !(isOnly && data.concerns.length > 0)) return [];
		const ids = new Set(under.map((record) => record.id));
		const resting = archive.findings.filter(
			(record) => isAsk(record) && !ids.has(record.id) && restsOn(record).some((other) => ids.has(other)),
		);
		return [build(complaint, archive, [...under, ...resting], names, id)];
	});
}

function build(
	complaint: TextEntry<Complaint>,
	archive: Archive,
	official: readonly FindingRecord[],
	isShown: (concern: number) => boolean,
	theme?: string,
): Chain {
	const until = ownDay(archive);
	const findings = official.filter(({ data }) => data.kind === 'finding').sort(byNumber);
	const asks = official.filter(isAsk).sort(byNumber);
	const links = complaint.data.concerns
		.filter(({ number }) => isShown(number))
		.map((concern): Link => {
			const themes = themesOf(concern.number, complaint, archive);
			const mine = findings.flatMap((record) => findingOf(record, concern.number, themes, archive));
			const ids = new Set(mine.map(({ record }) => record.id));
			const asked = asks.filter(
				(record) =>
					record.data.concerns.includes(concern.number) || restsOn(record).some((id) => ids.has(id)),
			);
			const shown = theme === undefined ? themes : themes.filter(({ id }) => id === theme);
			return {
				concern,
				evidence: evidenceOf(shown, complaint.id, archive),
				findings: mine,
				asks: asked.map((record) => askOf(record, archive, until)),
			};
		});
	const placed = new Set(
		links.flatMap((link) => [...link.findings, ...link.asks].map(({ record }) => record.id)),
	);
	const rest: Link = {
		concern: null,
		evidence: null,
		findings: findings
			.filter(({ id }) => !placed.has(id))
			.map((record) => ({ record, answers: answersTo(record, archive), declared: true })),
		asks: asks.filter(({ id }) => !placed.has(id)).map((record) => askOf(record, archive, until)),
	};
	const isEmpty = rest.findings.length + rest.asks.length === 0;
	return { complaint, until, links: isEmpty ? links : [...links, rest] };
}

/** Of what was asked in a chain, how much has an answer on record, and what has none. Each is counted once. */
export function countAsks({ links }: Chain): { asked: number; answered: number; silent: readonly Ask[] } {
	const asks = [...new Map(links.flatMap((link) => link.asks).map((ask) => [ask.record.id, ask])).values()];
	return {
		asked: asks.length,
		answered: asks.filter(({ answers }) => answers.length > 0).length,
		silent: asks.filter(
			({ record, answers }) => answers.length === 0 && record.data.standing?.state === 'no-answer-on-record',
		),
	};
}

/** The themes that answer to a concern. They number their concerns within the complaint that their records belong to. */
export function themesOf(
	number: number,
	complaint: TextEntry<Complaint>,
	archive: Archive,
): TextEntry<Theme>[] {
	const isOnly = archive.complaints.length === 1;
	const hasRecords = (id: string) =>
		(archive.byTheme.get(id) ?? []).some((record) => record.data.complaint === complaint.id);
	return archive.themes.filter(
		({ id, data }) => data.concerns.includes(number) && (isOnly || hasRecords(id)),
	);
}

function findingOf(
	record: FindingRecord,
	concern: number,
	themes: readonly TextEntry<Theme>[],
	archive: Archive,
): Finding[] {
	const { concerns, themes: own } = record.data;
	const declared = concerns.length > 0;
	const isHere = declared ? concerns.includes(concern) : themes.some(({ id }) => own.includes(id));
	return isHere ? [{ record, answers: answersTo(record, archive), declared }] : [];
}

function evidenceOf(themes: readonly TextEntry<Theme>[], complaint: string, archive: Archive): Evidence {
	const records = [...new Set(themes.flatMap(({ id }) => archive.byTheme.get(id) ?? []))].filter(
		(record) => record.data.complaint === complaint,
	);
	const of = (collection: ArchiveRecord['collection']) =>
		shownCountOf(
			records.filter((record) => record.collection === collection),
			archive,
			collection,
		);
	return {
		themes,
		accounts: of('testimonies'),
		reports: of('reports'),
		figures: records.flatMap(({ id }) => archive.figuresOf.get(id) ?? []),
	};
}

function askOf(record: FindingRecord, archive: Archive, until: string | null): Ask {
	const answers = answersTo(record, archive);
	const isSilent = answers.length === 0 && record.data.standing?.state === 'no-answer-on-record';
	const { dueBy } = record.data;
	return {
		record,
		answers,
		silence: isSilent ? daysBetween(record.data.issued, until) : null,
		overdue: isSilent && dueBy !== undefined && until !== null && dateBounds(dueBy).last < until,
	};
}

function answersTo({ id, data }: FindingRecord, archive: Archive): Answer[] {
	return (archive.answers.get(id) ?? []).map((record) => {
		const { issued } = record.data;
		const late = daysBetween(data.dueBy, issued);
		return {
			record,
			issued,
			days: daysBetween(data.issued, issued),
			late: late !== null && late > 0 ? late : null,
		};
	});
}

/** The official records that one says it rests on. */
function restsOn({ data }: FindingRecord): string[] {
	return data.related.flatMap((related) =>
		typeof related !== 'string' && related.how === 'rests-on' ? [related.record] : [],
	);
}

function isAsk({ data }: FindingRecord): boolean {
	return data.kind === 'recommendation' || data.kind === 'action';
}

/** In the order of the documents’ own numbers; those without come last. */
function byNumber({ data: { number: a } }: FindingRecord, { data: { number: b } }: FindingRecord): number {
	if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
	return a.localeCompare(b, 'en', { numeric: true });
}

/**
 * The archive’s own day: the last on which one of its reports, official records or themes changed. Days of silence are
 * counted up to it and not to the day of the build, so that a page says the same until its archive changes. Accounts
 * have no part in it.
 */
export function ownDay(archive: Archive): string | null {
	const known = ownDays.get(archive);
	if (known !== undefined) return known;
	const { reports, findings, themes } = archive;
	const day =
		latest([...reports, ...findings, ...themes].map(({ data }) => data.changes.at(-1)?.date)) ?? null;
	ownDays.set(archive, day);
	return day;
}
/** Asked for by every chain of every theme. */
const ownDays = new WeakMap<Archive, string | null>();
