import { defineConfig } from 'vitest/config';
import { ThreatCoverage } from './tests/support/threat-coverage.ts';
import { THREATS } from './tests/support/threats.ts';

/** Builds the sites that the projects `build` and `browser` look at, once for both. */
const globalSetup = ['tests/support/setup.ts'];

export default defineConfig({
	test: {
		reporters: [
			'default',
			['json', { outputFile: 'node_modules/.cache/tests/report.json' }],
			new ThreatCoverage(),
		],
		tags: [...THREATS],
		projects: [
			{
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					testTimeout: 30_000,
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
					// One Chromium at a time is enough for a small machine.
					fileParallelism: false,
				},
			},
			{
				test: {
					// What a hostile contributor would try; it builds its own archives.
					name: 'hostile',
					include: ['tests/hostile/**/*.test.ts'],
					testTimeout: 180_000,
					hookTimeout: 240_000,
					fileParallelism: false,
				},
			},
		],
	},
});
