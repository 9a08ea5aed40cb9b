import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ThreatCoverage } from './tests/support/threat-coverage.ts';
import { NEEDS_SYSTEM, THREATS } from './tests/support/threats.ts';

/** Builds the sites that several test files look at, each once in a run. */
const globalSetup = ['tests/support/setup.ts'];

export default defineConfig({
	test: {
		reporters: [
			'default',
			['json', { outputFile: 'node_modules/.cache/tests/report.json' }],
			new ThreatCoverage(),
		],
		tags: [
			...THREATS,
			{ name: NEEDS_SYSTEM, description: 'Skipped where the system or a program that it needs is missing' },
		],
		// Vitest leaves one core free, which on two is half of them.
		maxWorkers: availableParallelism(),
		projects: [
			{
				test: {
					// Format, lint and types. The slowest of all files, so it comes first.
					name: 'code',
					include: ['tests/code/**/*.test.ts'],
					testTimeout: 600_000,
				},
			},
			{
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					// Half the time of a file is loading the same code again.
					isolate: false,
					testTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'build',
					include: ['tests/build/**/*.test.ts'],
					globalSetup,
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
			{
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup,
					testTimeout: 90_000,
					hookTimeout: 90_000,
				},
			},
			{
				test: {
					// What a hostile contributor would try.
					name: 'hostile',
					include: ['tests/hostile/**/*.test.ts'],
					globalSetup,
					testTimeout: 180_000,
					hookTimeout: 240_000,
				},
			},
		],
	},
});
