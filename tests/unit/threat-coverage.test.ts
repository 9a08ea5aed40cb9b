import { expect, test } from 'vitest';
import { coverageFaults } from '../support/threat-coverage.ts';
import { NEEDS_SYSTEM, THREATS } from '../support/threats.ts';

const PASSED = THREATS.map(({ name }) => ({ name: `tries ${name}`, tags: [name], state: 'passed' }));

test('threats are covered when each has a test and every one of them passed', () => {
	const other = { name: 'of no threat', tags: [], state: 'skipped' };
	expect(coverageFaults([...PASSED, other])).toEqual([]);
});

test('a threat without a test is named', () => {
	const faults = coverageFaults(PASSED.filter(({ tags }) => !tags.includes('TH-4')));
	expect(faults).toEqual(['TH-4 (The host changes the site) has no test']);
});

test.each(['skipped', 'failed', 'pending'])('a test of a threat that is %s is named', (state) => {
	const second = { name: 'tries TH-5 again', tags: ['TH-5'], state };
	expect(coverageFaults([...PASSED, second])).toEqual([`TH-5: ${state}: tries TH-5 again`]);
});

test('a test may be skipped for want of a program, but not as the only one of its threat', () => {
	const skipped = { name: 'tries TH-17 by a program', tags: ['TH-17', NEEDS_SYSTEM], state: 'skipped' };
	expect(coverageFaults([...PASSED, skipped])).toEqual([]);
	const others = PASSED.filter(({ tags }) => !tags.includes('TH-17'));
	expect(coverageFaults([...others, skipped])).toEqual([expect.stringMatching(/^TH-17 .* has no test$/)]);
});
