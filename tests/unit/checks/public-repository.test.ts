import { expect, test } from 'vitest';
import { checkRepository } from '../../../src/checks/public-repository.ts';

const account = (file: string, data: unknown) => ({ folder: 'testimonies', file, data });
const FILES = [
	account('testimonies/given.mdx', { origin: 'given' }),
	account('testimonies/published.mdx', { origin: 'published' }),
	account('testimonies/withdrawn-or-broken.mdx', undefined),
	{ folder: 'reports', file: 'reports/report.mdx', data: {} },
];

test.each(['public', '', 'PRIVATE', 'unknown'])(
	'a repository that is “%s” may hold no given account',
	(visibility) => {
		const problems = checkRepository(FILES, visibility);
		expect(problems.map(({ file }) => file)).toEqual([
			'testimonies/given.mdx',
			'testimonies/withdrawn-or-broken.mdx',
		]);
		expect(problems.every(({ rule, severity }) => rule === 'public-repository' && severity === 'error')).toBe(
			true,
		);
	},
);

test.each(['private', 'internal'])('one that is %s may', (visibility) => {
	expect(checkRepository(FILES, visibility)).toEqual([]);
});

test('nor does a public one without given accounts stop anything', () => {
	expect(checkRepository([FILES[1] as (typeof FILES)[1]], 'public')).toEqual([]);
});
