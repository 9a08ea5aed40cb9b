import type { Place, Problem } from '../core/values/problem.ts';
import type { Register } from '../core/model/register.ts';
import { type DisclosureFile, isGiven } from './disclosure/accounts.ts';

/**
 * `register-review`: an entry of the register allows a name in an account. In a given account two people must have agreed
 * to that, as for a waiver: otherwise one person alone could publish a name there.
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
					message: `This entry allows a name in a given account without two reviewers: ${accounts.join(', ')}`,
					advice:
						'Remove the account from records, or, if two reviewers agree, add “reviewers: [role, other-role]” to the entry',
					severity: 'error',
				},
			];
		}),
	);
}
