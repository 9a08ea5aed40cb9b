import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read.ts';
import type { Archive } from '../../../src/archive/view.ts';
import { complaintPath, figurePath, pagePath, themePath } from '../../../src/model/address.ts';
import { readQuestions, recallAt10, reciprocalRank, USERS } from '../../bench/questions.ts';
import { SITES } from '../../support/sites.ts';

const questions = readQuestions();
let archive: Archive;
beforeAll(async () => {
	const reading = await readArchive(SITES.first.content);
	if (!reading.archive) throw new Error('The first archive has problems');
	archive = reading.archive;
}, 60_000);

describe('the forty questions', () => {
	test('are forty, of three kinds of user, and 24 of them are to tune on', () => {
		expect(questions).toHaveLength(40);
		expect(new Set(questions.map(({ text }) => text)).size).toBe(40);
		for (const user of USERS) expect(questions.filter((one) => one.user === user).length).toBeGreaterThan(11);
		expect(questions.filter(({ set }) => set === 'tune')).toHaveLength(24);
	});

	test('name records and pages that the archive has', () => {
		const pages = new Set([
			...archive.themes.map(({ id }) => themePath(id)),
			...archive.figures.map(({ id }) => figurePath(id)),
			...archive.complaints.map(({ id }) => complaintPath(id)),
			...archive.pages.map(({ id }) => pagePath(id)),
		]);
		for (const { text, records, pages: wanted } of questions) {
			expect(
				records.filter((id) => !archive.record.has(id)),
				text,
			).toEqual([]);
			expect(
				wanted.filter((path) => !pages.has(path)),
				text,
			).toEqual([]);
		}
	});
});

test.each<[(number | null)[], number, number]>([
	[[1], 1, 1],
	[[null], 0, 0],
	[[10, 11], 0.5, 0.1],
	[[null, 4, 2], 2 / 3, 0.5],
])('ranks %j make a recall of %d and a reciprocal rank of %d', (ranks, recall, reciprocal) => {
	expect(recallAt10(ranks)).toBeCloseTo(recall);
	expect(reciprocalRank(ranks)).toBeCloseTo(reciprocal);
});
