import type { ReleaseManifest } from '../../core/model/disclosure.ts';
import type { Account, DisclosureContext } from './accounts.ts';
import { named } from './accounts.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Changes that are published at once, however few they are. */
const URGENT = new Set(['withdrawal', 'redaction']);

/**
 * AN-5: comparing two releases must not single out a handful of accounts. New and changed accounts are released in
 * batches; a withdrawal or a redaction never waits.
 *
 * @param previous what the last release published; null where there was none, and all is the first batch
 */
export function checkBatch(
	{ accounts, config, severityOf, report }: DisclosureContext,
	previous: ReleaseManifest | null,
): void {
	const least = config.disclosure.batch;
	const fresh = accounts.filter((account) => {
		const before = previous ? lookup(previous.given, account.id) : undefined;
		if (before === undefined) return true;
		return before !== account.digest && !URGENT.has(account.data.changes.at(-1)?.kind ?? '');
	});
	checkMonths(accounts, least, report);
	const [first] = fresh;
	if (!first || fresh.length >= least) return;
	const since = previous ? `since the release of ${previous.month}` : 'in the first release';
	report(
		{ file: first.file, field: ['changes'] },
		'AN-5',
		`Only ${fresh.length} given account(s) are new or changed ${since}, fewer than ${least}. Comparing releases would single them out: ${named(fresh)}`,
		`Hold them back until at least ${least} can be released together`,
		// Before the first release there is nothing to compare with, and accounts may be withdrawn from it.
		previous ? 'error' : severityOf(fresh, least - fresh.length),
	);
}

/** Every page shows the month in which its account was first published. Months with few are warned about. */
function checkMonths(accounts: readonly Account[], least: number, report: DisclosureContext['report']): void {
	const months = new Map<string, Account[]>();
	for (const account of accounts) {
		const month = account.data.changes[0]?.date ?? '';
		months.set(month, [...(months.get(month) ?? []), account]);
	}
	if (months.size < 2) return;
	for (const [month, few] of months) {
		const [first] = few;
		if (!first || few.length >= least) continue;
		report(
			{ file: first.file, field: ['changes', 0, 'date'] },
			'AN-5',
			`Only ${few.length} given account(s) were first published in ${month}, fewer than ${least}: ${named(few)}`,
			'Publish accounts in batches, and give those of one batch the same month',
			'warning',
		);
	}
}

/** What a release of these accounts records, for the next one to compare with. */
export function manifestOf(accounts: readonly Account[], month: string): ReleaseManifest {
	const sorted = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
	return { month, given: Object.fromEntries(sorted.map(({ id, digest }) => [id, digest])) };
}
