import { expect, test } from 'vitest';
import { normalise } from '../../../../src/checks/pii/normalise.ts';
import { accountHits, overlap } from '../../../support/detection.ts';
import { SURROUNDINGS, typedValues } from '../../../support/surroundings.ts';

const values = typedValues();

test('there are enough values and surroundings', () => {
	expect(values.length).toBeGreaterThanOrEqual(500);
	expect(Object.keys(SURROUNDINGS).length).toBeGreaterThanOrEqual(18);
});

test.each(Object.entries(SURROUNDINGS))('an identifier is stopped %s', (_, put) => {
	const missed = values.filter((one) => {
		const { text, hits } = accountHits(put(one));
		const value = normalise(one.value).text;
		const start = text.indexOf(value, Math.max(0, one.before.length - 2));
		return !hits.some((hit) => overlap(hit, { start, end: start + value.length }));
	});
	const recall = 1 - missed.length / values.length;
	expect(recall, missed.map(({ rule, value }) => `${rule} ${value}`).join('\n')).toBeGreaterThanOrEqual(0.99);
});
