import { shownCountOf } from '../archive/publish/counting.ts';
import type { Archive, ArchiveRecord, ReportRecord } from '../archive/publish/view.ts';
import { isGivenRecord } from '../checks/disclosure/counts.ts';
import { coveredOrganisations } from './covered.ts';

/** Four numbers that say how much there is on a theme, never joined into one. */
export interface Numbers {
	/** Accounts, as readers may see their number. */
	accounts: string;
	/** Organisations that the records are about, of the kinds that the archive collects about. */
	organisations: number;
	/** Publishers of reports who do not repeat each other. */
	sources: number;
	/** Official findings; recommendations and answers are not among them. */
	findings: string;
}

export function numbersOf(records: readonly ArchiveRecord[], archive: Archive): Numbers {
	const accounts = records.filter(({ collection }) => collection === 'testimonies');
	const reports = records.filter((record) => record.collection === 'reports');
	const findings = records.filter(
		(record) => record.collection === 'findings' && record.data.kind === 'finding',
	);
	const covered = new Set(coveredOrganisations(archive).map(({ id }) => id));
	// What only given accounts are about is not counted: that number would move with a single one of them.
	const named = records.filter((record) => !isGivenRecord(record)).flatMap(({ data }) => data.organisations);
	return {
		accounts: shownCountOf(accounts, archive, 'testimonies'),
		organisations: new Set(named.filter((id) => covered.has(id))).size,
		sources: independentSources(reports).length,
		findings: shownCountOf(findings, archive, 'findings'),
	};
}

/**
 * The publishers behind reports, each once. A copy counts as whose text it repeats; one whose publisher is not known
 * cannot be told to be independent of the others.
 */
export function independentSources(reports: readonly ReportRecord[]): string[] {
	const publishers = reports.flatMap(({ data: { sources } }) => {
		const [first] = sources;
		return first?.reproduces ?? first?.publisher ?? [];
	});
	return [...new Set(publishers)].sort();
}
