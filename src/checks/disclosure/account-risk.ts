import type { ArchiveConfig } from '../../core/model/config.ts';
import type { Problem } from '../../core/values/problem.ts';
import { START } from '../../core/values/problem.ts';
import type { Locate } from '../references.ts';
import { broaderOrganisations, type DisclosureFile, openCase } from './accounts.ts';
import { dimensionsOf } from './quasi-identifiers.ts';
import { classesOf } from './generalisation.ts';
import { usage, valueKey } from './values.ts';
import { checkWording } from './wording.ts';

/** Where one account stands among all: what a reviewer needs to see before judging it. */
export interface Standing {
	/** What it says of the person, and how many shown accounts are found under the same value. */
	values: readonly { label: string; value: string; shared: number; identifying: boolean }[];
	/** How many shown accounts are alike in everything identifying, this one among them. */
	alike: number;
	k: number;
	/** Phrases that can point to one person, and quotations at length, with their places. */
	wording: readonly Problem[];
}

/**
 * Tells where a given account stands; undefined where there is none of that name that is shown.
 *
 * @param files of the whole archive, as they were read
 */
export function standingOf(
	files: readonly DisclosureFile[],
	config: ArchiveConfig,
	id: string,
	locate: Locate = () => START,
): Standing | undefined {
	const open = openCase(files, config, locate);
	const account = open.accounts.find((one) => one.id === id);
	if (!account) return undefined;
	const dimensions = dimensionsOf(config, broaderOrganisations(files));
	const counts = usage(open.accounts, dimensions);
	const classes = classesOf(
		open.accounts,
		dimensions.filter(({ identifying }) => identifying),
	);
	checkWording({ ...open, accounts: [account] });
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
		wording: open.problems,
	};
}
