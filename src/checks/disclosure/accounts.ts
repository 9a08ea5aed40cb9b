import type { ArchiveConfig } from '../../model/config.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Place, Problem, Severity } from '../../model/problem.ts';
import { START } from '../../model/problem.ts';
import type { Testimony } from '../../model/testimony.ts';
import type { Locate, Referring } from '../references.ts';

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
	rule: string,
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
	tell: Tell;
}

/** Puts together what the rules go by, and where they tell what they find. */
export function openCase(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	locate: Locate,
): Case & { problems: Problem[] } {
	const problems: Problem[] = [];
	return {
		config,
		files,
		accounts: files.filter(isGiven).filter(isShown),
		problems,
		tell: ({ file, field, place }, rule, message, advice, severity = 'error') => {
			const { line, column } = place ?? (field ? locate(file, field) : START);
			problems.push({ file, line, column, rule, message, advice, severity });
		},
	};
}

export function isGiven(file: DisclosureFile): file is Account {
	return file.folder === 'testimonies' && file.data?.origin === 'given';
}

export function isRepublished(file: DisclosureFile): file is Account<'published'> {
	return file.folder === 'testimonies' && file.data?.origin === 'published';
}

/** Whether the world sees a given account: consent reaches to all of it, and nobody has taken it back. */
function isShown({ data }: Account): boolean {
	return data.consent.scope === 'full' && !isTakenBack(data);
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
