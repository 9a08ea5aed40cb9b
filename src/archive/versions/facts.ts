import type { Locate } from '../../checks/references.ts';
import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import type { FileReading } from '../read/reading.ts';
import { lookup } from '../../core/values/lookup.ts';

/**
 * What can help to identify a person is judged by what the present versions of all accounts say (AN-1 to
 * AN-7). An earlier version of a given account must therefore say nothing of that kind that its present one does not:
 * a facet that was made broader would else still stand on the page of the version before.
 */
export function checkEarlierFacts(
	live: FileReading,
	earlier: FileReading,
	config: ArchiveConfig,
	locate: Locate,
): Problem[] {
	if (live.folder !== 'testimonies' || earlier.folder !== 'testimonies') return [];
	if (live.data?.origin !== 'given' || !earlier.data) return [];
	const { quasiIdentifiers, organisations } = config.disclosure;
	const [is, was] = [live.data, earlier.data];
	const problems: Problem[] = [];
	const tell = (field: PropertyKey[], what: string) =>
		problems.push({
			file: earlier.file,
			...locate(earlier.file, field),
			rule: 'AN-1',
			message: `An earlier version of the given account ${live.id} has ${what}, which its present one does not`,
			advice:
				'Make it in this file what it is in the present one, and the present version one of kind redaction',
			severity: 'error',
		});
	for (const { id, identifying, values } of config.facets) {
		const old = lookup(was.facets, id);
		if (old === undefined || !(identifying || quasiIdentifiers.includes(id))) continue;
		const parents = new Map(values.map((value) => [value.id, value.parent]));
		const broader = new Set<string>();
		for (let at = lookup(is.facets, id); at !== undefined && !broader.has(at); at = parents.get(at))
			broader.add(at);
		if (!broader.has(old)) tell(['facets', id], `another value of ${id}`);
	}
	if (organisations)
		for (const [index, id] of was.organisations.entries())
			if (!is.organisations.includes(id)) tell(['organisations', index], 'another organisation');
	return problems;
}
