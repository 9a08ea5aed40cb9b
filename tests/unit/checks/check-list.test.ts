import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CHECKS } from '../../../src/checks/check-list.ts';
import { ROOT } from '../../support/sites.ts';

/** Rules that the code can report, by their identifiers. */
function rulesOfCode(): Set<string> {
	const folder = path.join(ROOT, 'src/checks');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.ts'),
	);
	const rules = new Set<string>();
	for (const file of files) {
		if (file.endsWith('check-list.ts')) continue;
		for (const [, rule = ''] of readFileSync(path.join(folder, file), 'utf8').matchAll(
			/'((?:DT|AN)-[A-Z]?\d+)'/g,
		))
			rules.add(rule);
	}
	return rules;
}

/** The rules that an entry names, with those between two of them: “AN-1 to AN-3, AN-6”. */
function expand(rules: string): string[] {
	return rules.split(', ').flatMap((part) => {
		const [, prefix = '', from, , to] =
			/^((?:DT|AN)-[A-Z]?)(\d+)(?: to ((?:DT|AN)-[A-Z]?)(\d+))?$/.exec(part) ?? [];
		if (from === undefined) return [];
		const last = Number(to ?? from);
		return Array.from({ length: last - Number(from) + 1 }, (_, n) => `${prefix}${Number(from) + n}`);
	});
}

test('the list that readers see names every rule of the code, and none that is not there', () => {
	const named = new Set(CHECKS.flatMap(({ rules }) => expand(rules)));
	const code = rulesOfCode();
	expect([...code].filter((rule) => !named.has(rule)).sort()).toEqual([]);
	expect([...named].filter((rule) => !code.has(rule)).sort()).toEqual([]);
	expect(code.size).toBeGreaterThan(30);
});
