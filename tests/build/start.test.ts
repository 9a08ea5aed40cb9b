import path from 'node:path';
import { expect, test } from 'vitest';
import { REPORT, writeArchive } from '../support/archive.ts';
import { run } from '../support/run.ts';
import { ROOT } from '../support/sites.ts';

// Other tests of commands run within the test's process: this is what the process around them adds.
test.each([
	['what is well', ['check'], {}, 0, /No problems found/],
	['what fails', ['check'], { [REPORT]: 'No fields.\n' }, 1, /\[front-matter\]/],
	['a wrong call', ['frobnicate'], {}, 2, /usage: npm run archive -- /],
])('start.mjs ends with the exit code of %s', async (_, args, changes, code, line) => {
	using content = writeArchive(changes);
	const script = path.join(ROOT, 'src/cli/start.mjs');
	const outcome = await run(process.execPath, [script, ...args], { ARCHIVE_CONTENT: content.path });
	expect(outcome.code, outcome.output).toBe(code);
	expect(outcome.output).toMatch(line);
	expect(outcome.output).not.toMatch(/^\s+at /m);
});
