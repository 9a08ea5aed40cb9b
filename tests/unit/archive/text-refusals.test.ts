import { afterAll, expect, test } from 'vitest';
import { REPORT } from '../../support/archive.ts';
import { ATTACKS, BY_DEFINITION, CANARY } from '../../support/attacks.ts';
import { expectProblems, expectRefusal, withBody } from '../../support/refusal.ts';

test.each(ATTACKS)('refuses $what', async (attack) => {
	await expectRefusal(attack);
});

test.each(BY_DEFINITION)('refuses %s that a definition brings in', async (_, body, ...rules) => {
	const { file, source, places } = withBody(REPORT, body, '');
	const expected = places.map((place, index) => ({ file, places: [place], rule: rules[index] ?? '' }));
	await expectProblems({ [file]: source }, expected);
});

afterAll(() => expect(globalThis).not.toHaveProperty(CANARY));
