import type { ReleaseManifest } from '../../core/model/disclosure.ts';
import type { Account, Case } from './accounts.ts';
import { named } from './accounts.ts';
import { lookup } from '../../core/values/lookup.ts';

/** Changes that must be published at once, however few they are. */
const URGENT = new Set(['withdrawal', 'redaction']);

/**
 * AN-5: whoever compares two releases must not find a handful of accounts that came between them. What is new or
 * changed comes in batches, unless it was taken out: a withdrawal or a redaction never waits.
 *
 * @param previous what the last release published; null where there was none, and all is the first batch
 */
export function checkBatch(
	{ accounts, config, graveness, tell }: Case,
	previous: ReleaseManifest | null,
): void {
	const least = config.disclosure.batch;
	const fresh = accounts.filter((account) => {
		const before = previous ? lookup(previous.given, account.id) : undefined;
		if (before === undefined) return true;
		return before !== account.digest && !URGENT.has(account.data.changes.at(-1)?.kind ?? '');
	});
	checkMonths(accounts, least, tell);
	const [first] = fresh;
	if (!first || fresh.length >= least) return;
	const since = previous ? `since the release of ${previous.month}` : 'in the first release';
	tell(
		{ file: first.file, field: ['changes'] },
		'AN-5',
		`Only ${fresh.length} given account(s) are new or changed ${since}, fewer than ${least}, so that comparing releases singles them out: ${named(fresh)}`,
		`Hold them back until at least ${least} can be released together`,
		// Before any release there is nothing to compare with, and what is left of the first may be taken down.
		previous ? 'error' : graveness(fresh, least - fresh.length),
	);
}

/** Every page says in which month its account came in: months with few are warned of, since time can tell who it was. */
function checkMonths(accounts: readonly Account[], least: number, tell: Case['tell']): void {
	const months = new Map<string, Account[]>();
	for (const account of accounts) {
		const month = account.data.changes[0]?.date ?? '';
		months.set(month, [...(months.get(month) ?? []), account]);
	}
	if (months.size < 2) return;
	for (const [month, few] of months) {
		const [first] = few;
		if (!first || few.length >= least) continue;
		tell(
			{ file: first.file, field: ['changes', 0, 'date'] },
			'AN-5',
			`Only ${few.length} given account(s) were first published in ${month}, fewer than ${least}: ${named(few)}`,
			'Publish accounts in batches, and date those of one batch alike',
			'warning',
		);
	}
}

/** What a release of these accounts is to say of itself, for the next one. */
export function manifestOf(accounts: readonly Account[], month: string): ReleaseManifest {
	const sorted = [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
	return { month, given: Object.fromEntries(sorted.map(({ id, digest }) => [id, digest])) };
}
