import type { ArchiveConfig } from '../../core/model/config.ts';
import type { ReleaseManifest } from '../../core/model/disclosure.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import type { Locate } from '../references.ts';
import { broaderOrganisations, type DisclosureFile, disclosureContext } from './accounts.ts';
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
 * Disclosure control: whether anyone could identify the giver of an account from what the archive publishes. Rules AN-1
 * to AN-10 apply to accounts given to the archive; `counts.ts` implements AN-4. Accounts that others published may repeat
 * what those disclosed and no more (AN-P1).
 *
 * What this cannot see: what a reader already knows, what only the story reveals, and who reads it. It defends against
 * strangers and colleagues, not against someone who was there.
 *
 * A withdrawal never waits: where accounts are too few only because others were removed just now, that is a warning
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
	const context = disclosureContext(files, config, locate, previous);
	const { files: live } = context;
	checkFacetSources(live, context.report);
	checkOrganisations(live, context.report);
	if (context.accounts.length === 0) return context.problems;
	checkLinkage(context);
	checkWording(context);
	// Rules about all accounts together mean nothing while one of them cannot be read.
	if (live.some(({ folder, data }) => folder === 'testimonies' && data === undefined))
		return context.problems;
	const broader = broaderOrganisations(live);
	const dimensions = dimensionsOf(config, broader);
	const anonymous = checkClasses(context, dimensions);
	const reported = checkValues(context, dimensions);
	checkSubsets(context, dimensions, anonymous, reported);
	checkBatch(context, previous);
	checkPopulation(context, broader);
	return context.problems;
}

/** An organisation must not be within itself, directly or through others. */
function checkOrganisations(
	files: readonly DisclosureFile[],
	report: ReturnType<typeof disclosureContext>['report'],
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
			report(
				{ file, field: ['within'] },
				'organisation-cycle',
				`${id} is within itself, through ${within.get(id)}`,
				'Name an organisation or area that is broader',
			);
	}
}
