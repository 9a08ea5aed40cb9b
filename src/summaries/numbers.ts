import { shownCountOf } from '../archive/publish/counting.ts';
import type { Archive, ArchiveRecord, ReportRecord } from '../archive/publish/view.ts';
import { isGivenRecord } from '../checks/disclosure/counts.ts';
import { coveredOrganisations } from './covered-organisations.ts';

/** Four counts for a theme, never added up. */
export interface Numbers {
	/** Accounts, as their number may be published. */
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
	// Organisations that only given accounts mention are not counted: a single account would change the number.
	const named = records.filter((record) => !isGivenRecord(record)).flatMap(({ data }) => data.organisations);
	return {
		accounts: shownCountOf(accounts, archive, 'testimonies'),
		organisations: new Set(named.filter((id) => covered.has(id))).size,
		sources: independentSources(reports).length,
		findings: shownCountOf(findings, archive, 'findings'),
	};
}

/**
 * Independent publishers behind reports. A copy counts for the publisher whose text it reproduces; a report with an
 * unknown publisher is not counted, because it may not be independent.
 */
export function independentSources(reports: readonly ReportRecord[]): string[] {
	const publishers = reports.flatMap(({ data: { sources } }) => {
		const [first] = sources;
		return first?.reproduces ?? first?.publisher ?? [];
	});
	return [...new Set(publishers)].sort();
}
