import { describe, expect, test } from 'vitest';
import { recordPath } from '../../../src/core/values/address.ts';
import { missingFrom, readQuestions, recallAt10, reciprocalRank, USERS } from '../../bench/questions.ts';

const questions = readQuestions();

describe('the forty questions', () => {
	test('are forty, of three kinds of user, and 24 of them are to tune on', () => {
		expect(questions).toHaveLength(40);
		expect(new Set(questions.map(({ text }) => text)).size).toBe(40);
		for (const user of USERS) expect(questions.filter((one) => one.user === user).length).toBeGreaterThan(11);
		expect(questions.filter(({ set }) => set === 'tune')).toHaveLength(24);
	});

	test('cannot be put to an archive that lacks what they ask for', () => {
		const [question] = questions;
		if (!question) throw new Error('there is no question');
		const known = new Set([...question.records.map((id) => recordPath(id)), ...question.pages]);
		expect(missingFrom([question], known)).toEqual([]);
		expect(missingFrom([question], new Set())).toEqual([...known]);
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
