import { expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { TESTIMONY, textFile, writeArchive } from '../../../support/archive.ts';
import { publishedTestimony, source } from '../../../support/samples.ts';

async function told(change: object) {
	using folder = writeArchive({
		[TESTIMONY]: textFile({ ...publishedTestimony(), ...change }, 'What happened.'),
	});
	const { problems } = await readArchive(folder.path);
	return problems.map(({ file, rule, message }) => ({ file, rule, message }));
}

test('AN-P1: a published account whose every value names a source that was read passes', async () => {
	expect(await told({})).toEqual([]);
	expect(await told({ organisations: [], facetSources: { size: 1 } })).toEqual([]);
});

test.each<[string, object, RegExp]>([
	[
		'a facet that no source is named for',
		{ facetSources: { organisations: 1 } },
		/discloses size of 1vm1d7gn/,
	],
	['organisations that no source is named for', { facetSources: { size: 1 } }, /discloses organisations/],
	['a source that is not there', { facetSources: { size: 2, organisations: 1 } }, /no source 2/],
	[
		'a source that nobody has seen',
		{ sources: [{ ...source(), verified: 'not-seen' }], facetSources: { size: 1, organisations: 1 } },
		/was not seen/,
	],
	['a source for what is not said', { facetSources: { size: 1, organisations: 1, hue: 1 } }, /names hue/],
])('AN-P1: %s', async (_, change, message) => {
	const problems = await told(change);
	expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set(['AN-P1']));
	expect(problems[0]?.file).toBe(TESTIMONY);
	expect(problems[0]?.message).toMatch(message);
});

test('AN-P1: withdrawn accounts are exempt', async () => {
	const changes = [
		{ version: 1, date: '2031-12', kind: 'published', note: 'First.' },
		{ version: 2, date: '2032-01', kind: 'withdrawal', note: 'Gone.' },
	];
	expect(await told({ facetSources: {}, status: 'withdrawn', version: 2, changes })).toEqual([]);
});
