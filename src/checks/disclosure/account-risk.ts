import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { START } from '../../core/values/problem.ts';
import type { Locate } from '../references.ts';
import { broaderOrganisations, type DisclosureFile, disclosureContext } from './accounts.ts';
import { dimensionsOf } from './quasi-identifiers.ts';
import { classesOf } from './generalisation.ts';
import { usage, valueKey } from './values.ts';
import { checkWording } from './wording.ts';

/** The disclosure risk of one account: what a reviewer needs to see before judging it. */
export interface AccountRisk {
	/** What it says of the person, and how many shown accounts are found under the same value. */
	values: readonly { label: string; value: string; shared: number; identifying: boolean }[];
	/** Size of its equivalence class among the shown accounts. */
	alike: number;
	k: number;
	/** Phrases that can point to one person, and quotations at length, with their places. */
	wording: readonly Problem[];
}

/**
 * The disclosure risk of a given account; undefined where no shown account has this identifier.
 *
 * @param files of the whole archive, as they were read
 */
export function accountRiskOf(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	id: string,
	locate: Locate = () => START,
): AccountRisk | undefined {
	const context = disclosureContext(files, config, locate);
	const account = context.accounts.find((one) => one.id === id);
	if (!account) return undefined;
	const dimensions = dimensionsOf(config, broaderOrganisations(files));
	const counts = usage(context.accounts, dimensions);
	const classes = classesOf(
		context.accounts,
		dimensions.filter(({ identifying }) => identifying),
	);
	checkWording({ ...context, accounts: [account] });
	return {
		values: dimensions.flatMap((dimension) =>
			dimension.valuesOf(account).map((value) => ({
				label: dimension.label,
				value,
				shared: counts.get(valueKey(dimension.id, value)) ?? 0,
				identifying: dimension.identifying,
			})),
		),
		alike: classes.find(({ members }) => members.includes(account))?.members.length ?? 0,
		k: config.disclosure.k,
		wording: context.problems,
	};
}
