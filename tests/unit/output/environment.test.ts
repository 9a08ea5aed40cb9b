import { expect, test } from 'vitest';
import { scrubEnvironment } from '../../../src/output/environment.ts';

test('of an environment only what is meant for the archive, and what the system needs, is left', () => {
	const hostile = {
		NODE_ENV: 'development',
		NODE_OPTIONS: '--conditions=development',
		BASE_URL: 'https://evil.example/',
		SITE: 'https://evil.example/',
		ASSETS_PREFIX: 'https://evil.example/',
		PAGEFIND_SITE: 'elsewhere',
		VITE_USER_NODE_ENV: 'development',
		PUBLIC_X: '1',
		ASTRO_KEY: 'x',
		XDG_CONFIG_HOME: '/elsewhere',
		DEBUG: '*',
		LC_ALL: 'tr_TR.UTF-8',
	};
	const environment: NodeJS.ProcessEnv = { ...hostile, TZ: 'Asia/Tokyo', PATH: '/bin', ARCHIVE_OUT: 'dist' };
	scrubEnvironment(environment);
	expect(environment).toEqual({
		PATH: '/bin',
		ARCHIVE_OUT: 'dist',
		TZ: 'UTC',
		ASTRO_TELEMETRY_DISABLED: '1',
		ASTRO_DISABLE_UPDATE_CHECK: 'true',
	});
});
