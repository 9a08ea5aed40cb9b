import type { z } from 'zod';

/**
 * What of a role code counts when two are compared: case, digits and hyphens do not. `reviewer-1` and `Reviewer2` are
 * one role, however they are written.
 */
export function roleKey(code: string): string {
	return code.toLowerCase().replace(/[^a-z]/g, '');
}

/** Whether two codes are of the same role. */
export function isSameRole(one: string, other: string): boolean {
	return roleKey(one) === roleKey(other);
}

/** The first code that says the same role as an earlier one, with its place in the list. */
export function repeatedRole(
	codes: readonly string[],
): { code: string; place: number; earlier: string } | undefined {
	for (const [place, code] of codes.entries()) {
		const earlier = codes.slice(0, place).find((one) => isSameRole(one, code));
		if (earlier !== undefined) return { code, place, earlier };
	}
	return undefined;
}

/** Two codes of different roles have agreed: for a Zod list of codes. */
export function checkRoles(codes: readonly string[], context: z.core.$RefinementCtx): void {
	const repeated = repeatedRole(codes);
	if (!repeated) return;
	context.addIssue({
		code: 'custom',
		path: [repeated.place],
		message: `Two different reviewers must have agreed, and ${repeated.code} is the same role as ${repeated.earlier}: digits and hyphens make no other role`,
	});
}
