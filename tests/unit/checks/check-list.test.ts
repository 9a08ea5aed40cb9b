import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codesOf } from '../../../src/checks/check-list.ts';
import { anchorOfRule, RULE_GROUPS, RULES } from '../../../src/core/rules/rules.ts';
import { ROOT } from '../../support/sites.ts';

/** The sources of every room that reports problems, without the declarations. */
function sources(): string {
	const folder = path.join(ROOT, 'src');
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts') && !file.startsWith(path.join('core', 'rules')))
		.map((file) => readFileSync(path.join(folder, file), 'utf8'))
		.join('\n');
}

describe('declared rules', () => {
	test('are all reported by some check, or kept by design', () => {
		const code = sources();
		const unused = Object.entries(RULES)
			.filter(([id, { severity }]) => severity !== 'by design' && !code.includes(`'${id}'`))
			.map(([id]) => id);
		expect(unused).toEqual([]);
	});

	test('belong to one group each, and have anchors of their own', () => {
		const ids = RULE_GROUPS.flatMap(({ rules }) => Object.keys(rules));
		const anchors = [...ids.map(anchorOfRule), ...RULE_GROUPS.map(({ anchor }) => anchor)];
		expect(new Set(anchors).size).toBe(anchors.length);
		expect(ids.length).toBeGreaterThan(100);
	});
});

test.each([
	[['AN-1', 'AN-2', 'AN-3', 'AN-6'], 'AN-1 to AN-3, AN-6'],
	[['AN-P1'], 'AN-P1'],
	[['yaml', 'DT-C1', 'DT-Q2'], 'DT-C1, DT-Q2'],
	[['no-body'], ''],
])('the codes of %j are shown as “%s”', (ids, shown) => {
	expect(codesOf(ids)).toBe(shown);
});
