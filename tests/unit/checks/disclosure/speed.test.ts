import { expect, test } from 'vitest';
import type { DisclosureFile } from '../../../../src/checks/disclosure/accounts.ts';
import { checkDisclosure } from '../../../../src/checks/disclosure/check-disclosure.ts';
import { generate } from '../../../bench/generate.ts';
import { givenFiles, parsedConfig, rawAccounts } from '../../../support/given.ts';

test('1,000 given accounts of 480 words are checked in seconds of CPU, as finely described as can be', () => {
	const texts = generate(1000);
	const files = givenFiles(rawAccounts(1000)).map((file, place) =>
		file.folder === 'testimonies'
			? { ...file, source: `---\na: b\n---\n\n${texts[place % texts.length]?.mdx}\n` }
			: file,
	) as DisclosureFile[];
	const config = parsedConfig();
	const start = process.cpuUsage();
	checkDisclosure(files, config);
	const { user, system } = process.cpuUsage(start);
	const seconds = (user + system) / 1e6;
	console.log(`disclosure control of 1,000 given accounts: ${seconds.toFixed(2)} s of CPU`);
	// About one second on the machine that it was written on; the bound leaves room for slower ones.
	expect(seconds).toBeLessThan(4);
});
