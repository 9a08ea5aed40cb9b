import type { Place, Problem } from '../core/values/problem.ts';
import type { Register } from '../core/model/register.ts';
import { type DisclosureFile, isGiven } from './disclosure/accounts.ts';

/**
 * `register-review`: an entry of the register lets a name stand in an account. For one that was given to the archive two
 * people must have agreed to that, as to a waiver: one alone could otherwise publish a name there.
 *
 * @param locate finds the place of a field of the register
 */
export function checkRegisterReviews(
	files: readonly DisclosureFile[],
	register: Register,
	locate: (field: readonly PropertyKey[]) => Place,
	file: string,
): Problem[] {
	const given = new Set(
		files.filter((one) => one.withdrawn === undefined && isGiven(one)).map(({ id }) => id),
	);
	return (['people', 'places'] as const).flatMap((list) =>
		register[list].flatMap(({ records, reviewers }, index): Problem[] => {
			const accounts = records.filter((id) => given.has(id));
			if (accounts.length === 0 || reviewers !== undefined) return [];
			return [
				{
					file,
					...locate([list, index]),
					rule: 'register-review',
					message: `This entry lets ${accounts.join(', ')} use a name, and nobody has agreed to that: it was given to the archive`,
					advice:
						'Take the account out of records, or, where two reviewers agree, add “reviewers: [role, other-role]” to the entry',
					severity: 'error',
				},
			];
		}),
	);
}
