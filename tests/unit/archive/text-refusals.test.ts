import { afterAll, expect, test } from 'vitest';
import { ATTACKS, CANARY } from '../../support/attacks.ts';
import { expectRefusal } from '../../support/refusal.ts';

test.each(ATTACKS)('refuses $what', async (attack) => {
	await expectRefusal(attack);
});

afterAll(() => expect(globalThis).not.toHaveProperty(CANARY));
