import type { RuleId } from '../../core/rules/rules.ts';
import type { ArchiveConfig } from '../../core/model/config.ts';
import type { ReleaseManifest } from '../../core/model/disclosure.ts';
import type { Organisation } from '../../core/model/organisation.ts';
import type { Place, Problem, Severity } from '../../core/values/problem.ts';
import { START } from '../../core/values/problem.ts';
import type { Testimony } from '../../core/model/testimony.ts';
import type { Locate, Referring } from '../references.ts';
import { lookup } from '../../core/values/lookup.ts';

/** What disclosure control needs of a file of the archive. */
export type DisclosureFile = Referring & { source: string; digest: string };

type TestimonyFile = Extract<DisclosureFile, { folder: 'testimonies' }>;

/** A testimony whose fields are valid. */
export type Account<Origin extends Testimony['origin'] = 'given'> = TestimonyFile & {
	data: Extract<Testimony, { origin: Origin }>;
};

/** Reports a problem at a field of a file, under a rule. */
export type Report = (
	where: { file: string; field?: readonly PropertyKey[]; place?: Place },
	rule: RuleId,
	message: string,
	advice: string,
	severity?: Severity,
) => void;

/** What the rules work on. */
export interface DisclosureContext {
	config: ArchiveConfig;
	files: readonly DisclosureFile[];
	/** Given accounts whose fields are shown to the world. */
	accounts: readonly Account[];
	/**
	 * Severity where a number of accounts is missing: a warning where others were removed just now, since a withdrawal must
	 * never wait, otherwise an error.
	 */
	severityOf: (members: readonly Account[], missing: number) => Severity;
	report: Report;
}

/** Collects what the rules work on, and the problems that they report. */
export function disclosureContext(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	locate: Locate,
	previous: ReleaseManifest | null = null,
): DisclosureContext & { problems: Problem[] } {
	const problems: Problem[] = [];
	const live = files.filter((file) => file.withdrawn === undefined);
	const accounts = live.filter(isGiven).filter(isShown);
	const removed = recentlyRemoved(files, accounts, previous);
	return {
		config,
		files: live,
		accounts,
		problems,
		severityOf: (members, missing) => {
			const known = members.every(({ id, digest }) => !previous || lookup(previous.given, id) === digest);
			return known && missing <= removed ? 'warning' : 'error';
		},
		report: ({ file, field, place }, rule, message, advice, severity = 'error') => {
			const { line, column } = place ?? (field ? locate(file, field) : START);
			problems.push({ file, line, column, rule, message, advice, severity });
		},
	};
}

/**
 * How many accounts were withdrawn or redacted since anything was added: since the last release if there was one, else in
 * the latest month in which a given account changed. Anything added later ends the exception.
 */
function recentlyRemoved(
	files: readonly DisclosureFile[],
	accounts: readonly Account[],
	previous: ReleaseManifest | null,
): number {
	const last = accounts.map(({ data }) => data.changes.at(-1));
	const latest =
		last
			.map((change) => change?.date ?? '')
			.sort()
			.at(-1) ?? '';
	const redacted = last.filter((change) => change?.kind === 'redaction' && change.date === latest).length;
	if (previous)
		return (
			Object.keys(previous.given).filter((id) => !accounts.some((one) => one.id === id)).length + redacted
		);
	const withdrawn = files.filter(
		(file) => file.folder === 'testimonies' && file.withdrawn !== undefined && file.withdrawn >= latest,
	).length;
	return withdrawn + redacted;
}

export function isGiven(file: DisclosureFile): file is Account {
	return file.folder === 'testimonies' && file.data?.origin === 'given';
}

export function isRepublished(file: DisclosureFile): file is Account<'published'> {
	return file.folder === 'testimonies' && file.data?.origin === 'published';
}

/**
 * Whether a given account is published: consent goes beyond counting, and it is not withdrawn. An account of which only
 * some paragraphs may be quoted has a page with all its fields; its text is checked in full.
 */
export function isShown({ data }: Account): boolean {
	return data.consent.scope !== 'statistics' && !isWithdrawn(data);
}

/** Whether an account is withdrawn, by its status or its giver. */
export function isWithdrawn(data: Testimony): boolean {
	return data.status === 'withdrawn' || (data.origin === 'given' && data.consent.withdrawn);
}

/** The broader organisations of an organisation, nearest first. */
export function broaderOrganisations(files: readonly DisclosureFile[]): (id: string) => string[] {
	const within = new Map<string, string | undefined>();
	for (const { folder, id, data } of files)
		if (folder === 'organisations') within.set(id, (data as Organisation | undefined)?.within);
	return (id) => {
		const above: string[] = [];
		for (let next = within.get(id); next !== undefined && next !== id && !above.includes(next);) {
			above.push(next);
			next = within.get(next);
		}
		return above;
	};
}

/** All record identifiers, in a fixed order: advice on edits must be complete. */
export function listed(records: readonly { id: string }[]): string {
	return records
		.map(({ id }) => id)
		.sort()
		.join(', ');
}

/** Record identifiers in a fixed order, shortened after twelve. */
export function named(records: readonly { id: string }[]): string {
	const ids = records.map(({ id }) => id).sort();
	const shown = ids.slice(0, 12).join(', ');
	return ids.length > 12 ? `${shown} and ${ids.length - 12} others` : shown;
}
