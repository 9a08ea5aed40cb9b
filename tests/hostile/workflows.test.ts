import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../support/sites.ts';

const FOLDER = path.join(ROOT, '.github/workflows');

interface Workflow {
	on: Record<string, unknown>;
	permissions?: Record<string, string>;
	jobs: Record<
		string,
		{ permissions?: Record<string, string>; steps: { uses?: string; run?: string; with?: object }[] }
	>;
}

const workflows = readdirSync(FOLDER).map(
	(name) => [name, parse(readFileSync(path.join(FOLDER, name), 'utf8')) as Workflow] as const,
);

describe.each(workflows)('the workflow %s', { tags: ['TH-3'] }, (_, { on, permissions, jobs }) => {
	const steps = Object.values(jobs).flatMap((job) => job.steps);

	test('uses actions by the hash of a commit, which nobody can move', () => {
		for (const { uses } of steps) if (uses) expect(uses).toMatch(/^[\w-]+(?:\/[\w-]+)+@[0-9a-f]{40}$/);
	});

	test('may write nothing, but for a job that does nothing but publish', () => {
		expect(Object.values(permissions ?? { all: 'write' })).not.toContain('write');
		for (const job of Object.values(jobs)) {
			if (!Object.values(job.permissions ?? {}).includes('write')) continue;
			// Code of packages must never run where something can be written.
			expect(job.steps.filter(({ run }) => run !== undefined)).toEqual([]);
		}
	});

	test('leaves no credentials behind, and runs nothing of a stranger’s with the rights of the project', () => {
		expect(Object.keys(on)).not.toEqual([]);
		expect(Object.keys(on)).not.toContain('pull_request_target');
		for (const step of steps)
			if (step.uses?.startsWith('actions/checkout@'))
				expect(step.with).toMatchObject({ 'persist-credentials': false });
	});
});

test('the workflow that publishes checks the content and who can read it, and runs no test of the software', () => {
	const [, publish] = workflows.find(([name]) => name === 'publish.yml') ?? [];
	const runs = Object.values(publish?.jobs ?? {}).flatMap((job) => job.steps.flatMap(({ run }) => run ?? []));
	expect(runs.findIndex((run) => run.includes('--repository'))).toBeGreaterThan(-1);
	expect(runs.findIndex((run) => run.includes('--repository'))).toBeLessThan(runs.indexOf('npm run build'));
	expect(runs.filter((run) => /\.ci\/run|npm test|vitest/.test(run))).toEqual([]);
});
