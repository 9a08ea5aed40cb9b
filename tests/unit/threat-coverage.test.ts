import { expect, test } from 'vitest';
import { coverageFaults } from '../support/threat-coverage.ts';
import { THREATS } from '../support/threats.ts';

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
