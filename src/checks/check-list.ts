import { RULE_GROUPS } from '../core/rules/rules.ts';

/** `DT-C3` as its prefix and its number; undefined for a rule with a name. */
function numbered(id: string): { prefix: string; number: number } | undefined {
	const [, prefix, number] = /^([A-Z]+-[A-Z]?)(\d+)$/.exec(id) ?? [];
	return prefix === undefined ? undefined : { prefix, number: Number(number) };
}

/** Rule codes with runs of numbers joined: `AN-1 to AN-4, AN-6`. Rules with names are left out. */
export function codesOf(ids: readonly string[]): string {
	const runs: { first: string; last: string; next: string }[] = [];
	for (const id of ids) {
		const code = numbered(id);
		if (!code && !/^[A-Z]+-/.test(id)) continue;
		const next = code ? `${code.prefix}${code.number + 1}` : '';
		const run = runs.at(-1);
		if (run?.next === id) Object.assign(run, { last: id, next });
		else runs.push({ first: id, last: id, next });
	}
	return runs.map(({ first, last }) => (first === last ? first : `${first} to ${last}`)).join(', ');
}

/**
 * All checks that stop a build, in the order in which they run, as the page on method lists them with the numbers of the
 * present archive. They are the declared rules, so that the page can never describe a check that does not exist.
 */
export const CHECKS = RULE_GROUPS.map(({ anchor, title, looksFor, on, cannotSee, rules }) => ({
	anchor,
	title,
	looksFor,
	on,
	cannotSee,
	codes: codesOf(Object.keys(rules)),
}));
