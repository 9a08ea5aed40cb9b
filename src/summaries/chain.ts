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
	/** Days past the deadline; null where there was none, it is not known to the day, or it was met. */
	late: number | null;
}

/** A recommendation or action: what was asked, of whom, by when, and what came of it. */
export interface Request {
	record: FindingRecord;
	/** Oldest first. */
	answers: readonly Answer[];
	/**
	 * Where no answer is on record: days from the request to the archive’s last change. Null where there is an answer,
	 * where another record says what became of it, or where the day is not known.
	 */
	daysUnanswered: number | null;
	/** Whether the deadline had passed at the archive’s last change with no answer on record. */
	overdue: boolean;
}

/** What the archive holds under the themes of a concern. */
export interface Evidence {
	themes: readonly TextEntry<Theme>[];
	/** Their number as it may be published. */
	accounts: string;
	reports: string;
	figures: readonly Entry<Figure>[];
}

export interface Finding {
	record: FindingRecord;
	answers: readonly Answer[];
	/** Whether it names the concern itself; otherwise its themes place it here. */
	declared: boolean;
}

/** One concern of a complaint, from the evidence to the answers. */
export interface Link {
	/** Null for records that belong to none of the concerns shown. */
	concern: Complaint['concerns'][number] | null;
	evidence: Evidence | null;
	findings: readonly Finding[];
	requests: readonly Request[];
}

export interface Chain {
	complaint: TextEntry<Complaint>;
	/** The archive’s last change, up to which unanswered days are counted; null where there is none. */
	until: string | null;
	links: readonly Link[];
}

/** The chain for every concern of a complaint. */
export function chainOf(complaint: TextEntry<Complaint>, archive: Archive): Chain {
	const official = archive.findings.filter(({ data }) => data.complaint === complaint.id);
	return build(complaint, archive, official, () => true);
}

/**
 * The chains that a theme belongs to: its concerns, its evidence, the official records under it and the recommendations
 * that rest on them. One for each complaint with any of these.
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
			(record) => isRequest(record) && !ids.has(record.id) && restsOn(record).some((other) => ids.has(other)),
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
	const until = lastChangeDay(archive);
	const findings = official.filter(({ data }) => data.kind === 'finding').sort(byNumber);
	const requests = official.filter(isRequest).sort(byNumber);
	const links = complaint.data.concerns
		.filter(({ number }) => isShown(number))
		.map((concern): Link => {
			const themes = themesOf(concern.number, complaint, archive);
			const here = findings.flatMap((record) => findingOf(record, concern.number, themes, archive));
			const ids = new Set(here.map(({ record }) => record.id));
			const asked = requests.filter(
				(record) =>
					record.data.concerns.includes(concern.number) || restsOn(record).some((id) => ids.has(id)),
			);
			const shown = theme === undefined ? themes : themes.filter(({ id }) => id === theme);
			return {
				concern,
				evidence: evidenceOf(shown, complaint.id, archive),
				findings: here,
				requests: asked.map((record) => requestOf(record, archive, until)),
			};
		});
	const placed = new Set(
		links.flatMap((link) => [...link.findings, ...link.requests].map(({ record }) => record.id)),
	);
	const rest: Link = {
		concern: null,
		evidence: null,
		findings: findings
			.filter(({ id }) => !placed.has(id))
			.map((record) => ({ record, answers: answersTo(record, archive), declared: true })),
		requests: requests.filter(({ id }) => !placed.has(id)).map((record) => requestOf(record, archive, until)),
	};
	const isEmpty = rest.findings.length + rest.requests.length === 0;
	return { complaint, until, links: isEmpty ? links : [...links, rest] };
}

/** Counts the requests of a chain, each once: how many have an answer on record, and which have none. */
export function countRequests({ links }: Chain): {
	asked: number;
	answered: number;
	silent: readonly Request[];
} {
	const requests = [
		...new Map(links.flatMap((link) => link.requests).map((ask) => [ask.record.id, ask])).values(),
	];
	return {
		asked: requests.length,
		answered: requests.filter(({ answers }) => answers.length > 0).length,
		silent: requests.filter(
			({ record, answers }) => answers.length === 0 && record.data.standing?.state === 'no-answer-on-record',
		),
	};
}

/** The themes of a concern. A theme’s concern numbers refer to the complaint that its records belong to. */
function themesOf(number: number, complaint: TextEntry<Complaint>, archive: Archive): TextEntry<Theme>[] {
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

function requestOf(record: FindingRecord, archive: Archive, until: string | null): Request {
	const answers = answersTo(record, archive);
	const isSilent = answers.length === 0 && record.data.standing?.state === 'no-answer-on-record';
	const { dueBy } = record.data;
	return {
		record,
		answers,
		daysUnanswered: isSilent ? daysBetween(record.data.issued, until) : null,
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

/** The official records that a record rests on. */
function restsOn({ data }: FindingRecord): string[] {
	return data.related.flatMap((related) =>
		typeof related !== 'string' && related.how === 'rests-on' ? [related.record] : [],
	);
}

function isRequest({ data }: FindingRecord): boolean {
	return data.kind === 'recommendation' || data.kind === 'action';
}

/** Sorts by the documents’ own numbers; records without one come last. */
function byNumber({ data: { number: a } }: FindingRecord, { data: { number: b } }: FindingRecord): number {
	if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
	return a.localeCompare(b, 'en', { numeric: true });
}

/**
 * The last day on which a report, official record or theme of the archive changed. Unanswered days are counted up to it
 * and not up to the build, so that a page changes only with its archive. Accounts are ignored, because their dates are
 * not published.
 */
export function lastChangeDay(archive: Archive): string | null {
	const known = lastChangeDays.get(archive);
	if (known !== undefined) return known;
	const { reports, findings, themes } = archive;
	const day =
		latest([...reports, ...findings, ...themes].map(({ data }) => data.changes.at(-1)?.date)) ?? null;
	lastChangeDays.set(archive, day);
	return day;
}
/** Cached, because every chain of every theme needs it. */
const lastChangeDays = new WeakMap<Archive, string | null>();
