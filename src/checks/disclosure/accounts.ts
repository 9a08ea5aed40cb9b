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

/** A testimony whose fields are sound. */
export type Account<Origin extends Testimony['origin'] = 'given'> = TestimonyFile & {
	data: Extract<Testimony, { origin: Origin }>;
};

/** Tells a problem: at a field of a file, by a rule. */
export type Tell = (
	where: { file: string; field?: readonly PropertyKey[]; place?: Place },
	rule: RuleId,
	message: string,
	advice: string,
	severity?: Severity,
) => void;

/** Everything that the rules go by. */
export interface Case {
	config: ArchiveConfig;
	files: readonly DisclosureFile[];
	/** Given accounts whose fields are shown to the world. */
	accounts: readonly Account[];
	/**
	 * How grave it is that accounts are too few by a number: a warning where that is because others were taken out just
	 * now, which must never wait, and an error in all other cases.
	 */
	graveness: (members: readonly Account[], missing: number) => Severity;
	tell: Tell;
}

/** Puts together what the rules go by, and where they tell what they find. */
export function openCase(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	locate: Locate,
	previous: ReleaseManifest | null = null,
): Case & { problems: Problem[] } {
	const problems: Problem[] = [];
	const live = files.filter((file) => file.withdrawn === undefined);
	const accounts = live.filter(isGiven).filter(isShown);
	const taken = takenOut(files, accounts, previous);
	return {
		config,
		files: live,
		accounts,
		problems,
		graveness: (members, missing) => {
			const known = members.every(({ id, digest }) => !previous || lookup(previous.given, id) === digest);
			return known && missing <= taken ? 'warning' : 'error';
		},
		tell: ({ file, field, place }, rule, message, advice, severity = 'error') => {
			const { line, column } = place ?? (field ? locate(file, field) : START);
			problems.push({ file, line, column, rule, message, advice, severity });
		},
	};
}

/**
 * How many accounts were taken out, or less said of them, since anything was added: since the last release where there
 * was one, else in the latest month in which any given account changed. Whatever is added afterwards ends the excuse.
 */
function takenOut(
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
 * Whether the world sees a given account: it may be more than counted, and nobody has taken it back. One of which only
 * some paragraphs may be quoted has a page with all its fields; its text is checked whole.
 */
export function isShown({ data }: Account): boolean {
	return data.consent.scope !== 'statistics' && !isTakenBack(data);
}

/** Whether an account is withdrawn, by its status or by its giver. */
export function isTakenBack(data: Testimony): boolean {
	return data.status === 'withdrawn' || (data.origin === 'given' && data.consent.withdrawn);
}

/** The broader organisations of one, the nearest first. */
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

/** All records by name, in a fixed order: what is to be edited must be told in full. */
export function listed(records: readonly { id: string }[]): string {
	return records
		.map(({ id }) => id)
		.sort()
		.join(', ');
}

/** Records by name, in a fixed order, not more than can be read. */
export function named(records: readonly { id: string }[]): string {
	const ids = records.map(({ id }) => id).sort();
	const shown = ids.slice(0, 12).join(', ');
	return ids.length > 12 ? `${shown} and ${ids.length - 12} others` : shown;
}
