import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { TESTIMONY, textFile, writeArchive } from '../../../support/archive.ts';
import { accountHits, labelled } from '../../../support/detection.ts';
import { freshSet, outcomesOf } from '../../../support/fresh-set.ts';
import { givenTestimony, publishedTestimony } from '../../../support/samples.ts';

describe('details by which a person could be found', () => {
	test('are found in the set that is labelled by kind', async () => {
		const outcomes = await outcomesOf(freshSet('details'));
		expect(outcomes.length).toBeGreaterThanOrEqual(250);
		const missed = outcomes.filter(({ found }) => !found).map(({ kind, text }) => `${kind}: ${text}`);
		expect(1 - missed.length / outcomes.length, missed.join('\n')).toBeGreaterThanOrEqual(0.98);
	});

	test.each(['voices-1', 'voices-2', 'voices-3', 'voices-4'])(
		'are found in the voices of %s',
		async (name) => {
			const outcomes = await outcomesOf(freshSet(name));
			expect(outcomes.length).toBeGreaterThanOrEqual(36);
			const missed = outcomes.filter(({ found }) => !found).map(({ kind, text }) => `${kind}: ${text}`);
			expect(1 - missed.length / outcomes.length, missed.join('\n')).toBeGreaterThanOrEqual(0.97);
		},
	);

	test.each(['clean', 'plain', 'clean-accounts'])('are not found where there are none: %s', (name) => {
		const set = labelled(name).map(({ text }) => accountHits(text));
		const words = set.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
		const flags = set.flatMap(({ hits, text }) =>
			hits.map((hit) => `${hit.rule} ${text.slice(hit.start, hit.end)}`),
		);
		expect((1000 * flags.length) / words, flags.join('\n')).toBeLessThanOrEqual(15);
	});
});

/** What the checks make of a text: rules and severities. */
async function told(fields: object, body: string): Promise<string[]> {
	using folder = writeArchive({ [TESTIMONY]: textFile(fields, body) });
	const { problems } = await readArchive(folder.path);
	return problems
		.filter(({ rule, file }) => file === TESTIMONY && rule.startsWith('DT-'))
		.map(({ rule, severity }) => `${severity} ${rule}`);
}

describe('each kind is stopped or put before the reviewers', () => {
	test.each([
		['warning DT-Q1', 'I was nineteen when he stopped my car.'],
		['warning DT-Q2', 'He did it again two days after our youngest turned three.'],
		['warning DT-Q3', 'She was the first woman to be the county’s driver, the only driver there.'],
		['warning DT-Q4', 'The nurse had never seen a burn in the shape of a steam iron.'],
		['warning DT-Q5', 'They rang the building society on the market place.'],
		['warning DT-Q6', 'She saw his green land rover at the gate.'],
		['error DT-C9', 'They kept me on ward seven b for two nights.'],
		['error DT-C9', 'My lad goes to holy trinity now.'],
		['error DT-C9', 'He drinks in the railway with the rest of them.'],
		['error DT-C7', 'It was the day of the queen’s funeral.'],
		['error DT-C6', 'He followed me down marine parade.'],
		['error DT-12', 'It was the first Monday in October.'],
		['error DT-3', 'It was somewhere in LS eleven then.'],
		['error DT-C2', 'The reg was bd five one s m r, I think.'],
	])('%s: %s', async (expected, body) => {
		expect(await told(givenTestimony(), body)).toContain(expected);
	});

	test('what others published is not put before reviewers that it does not have', async () => {
		const text = 'I was nineteen when he stopped my car.';
		expect(await told(publishedTestimony(), text)).toEqual([]);
		expect(await told(givenTestimony(), text)).toEqual(['warning DT-Q1']);
	});
});
