import { test } from 'vitest';
import { BAD_FIELDS } from '../../support/bad-fields.ts';
import { expectRefusal } from '../../support/refusal.ts';

test.each(BAD_FIELDS)('refuses $what', async (refusal) => {
	await expectRefusal(refusal);
});
