import { expect, test } from 'vitest';
import { run } from '../support/run.ts';

// Run as tests, they share the cores with all others, and their failures stand in the same report.
test.concurrent.each(['format:check', 'lint', 'types'])('npm run %s finds nothing', async (script) => {
	const { code, output } = await run('npm', ['run', '--silent', script], {});
	expect(code, output).toBe(0);
});
