import type { ArchiveConfig } from '../../core/model/config.ts';
import type { ReleaseManifest } from '../../core/model/disclosure.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import type { Locate } from '../references.ts';
import { broaderOrganisations, type DisclosureFile, openCase } from './accounts.ts';
import { checkBatch } from './batches.ts';
import { checkClasses } from './equivalence-classes.ts';
import { dimensionsOf } from './quasi-identifiers.ts';
import { checkLinkage } from './linkage.ts';
import { checkPopulation } from './population.ts';
import { checkFacetSources } from './sources.ts';
import { checkSubsets } from './subsets.ts';
import { checkValues } from './values.ts';
import { checkWording } from './wording.ts';

/**
 * Disclosure control: whether anyone could tell who gave an account from what the archive says of it. Rules AN-1 to
 * AN-10 bind accounts given to the archive; AN-4 is kept where counts are shown (`counts.ts`). Accounts that others
 * published may repeat what those disclosed and no more (AN-P1).
 *
 * What this cannot see: what a reader knows besides, what only the story tells, and who reads it. It defends against
 * strangers and colleagues, not against someone who was there.
 *
 * A withdrawal never waits: where accounts are too few only because others were taken out just now, that is a warning
 * until something is added.
 *
 * @param files all files of the archive, withdrawn records among them
 * @param locate finds the place of a field in a file
 * @param previous what the last release published of given accounts; null where there was none
 */
export function checkDisclosure(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	locate: Locate = () => START,
	previous: ReleaseManifest | null = null,
): Problem[] {
	const open = openCase(files, config, locate, previous);
	const { files: live } = open;
	checkFacetSources(live, open.tell);
	checkOrganisations(live, open.tell);
	if (open.accounts.length === 0) return open.problems;
	checkLinkage(open);
	checkWording(open);
	// Rules about all accounts together say nothing true while one of them cannot be read.
	if (live.some(({ folder, data }) => folder === 'testimonies' && data === undefined)) return open.problems;
	const broader = broaderOrganisations(live);
	const dimensions = dimensionsOf(config, broader);
	const standing = checkClasses(open, dimensions);
	const told = checkValues(open, dimensions);
	checkSubsets(open, dimensions, standing, told);
	checkBatch(open, previous);
	checkPopulation(open, broader);
	return open.problems;
}

/** An organisation cannot be within itself, by whatever way. */
function checkOrganisations(
	files: readonly DisclosureFile[],
	tell: ReturnType<typeof openCase>['tell'],
): void {
	const within = new Map(
		files
			.filter(({ folder }) => folder === 'organisations')
			.map(({ id, data }) => [id, (data as { within?: string } | undefined)?.within]),
	);
	for (const { folder, id, file } of files) {
		if (folder !== 'organisations') continue;
		const seen = new Set<string>();
		let next = within.get(id);
		while (next !== undefined && next !== id && !seen.has(next)) {
			seen.add(next);
			next = within.get(next);
		}
		if (next === id)
			tell(
				{ file, field: ['within'] },
				'organisation-cycle',
				`${id} is within itself, by way of ${within.get(id)}`,
				'Name an organisation or area that is really broader',
			);
	}
}
