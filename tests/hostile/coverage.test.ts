import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/sites.ts';

/** Where each threat of the plan (TH-1 to TH-20) is tried, and by which words. */
const TRIED: readonly (readonly [threat: string, file: string, words: string])[] = [
	['TH-1 hostile contributor', 'hostile/threats.test.ts', 'TH-1 code in texts and fields'],
	['TH-1 markup that runs', 'hostile/xss.test.ts', 'nothing runs on any page'],
	['TH-1 network and environment', 'hostile/bare.test.ts', 'TH-1 a build needs no network'],
	['TH-2 one editor alone', 'hostile/editors.test.ts', 'TH-2 an account without two reviewers'],
	['TH-3 dependency', 'hostile/dependencies.test.ts', 'TH-3 a dependency that nobody chose'],
	['TH-4 the host changes the site', 'hostile/tampering.test.ts', 'TH-4 whoever has the host'],
	['TH-4 without the key', 'unit/integrity/verify.test.ts', 'What one can do to a site without the key'],
	['TH-5 another page for some', 'hostile/tampering.test.ts', 'TH-5 whoever shows one reader another page'],
	['TH-6 whoever takes all data', 'hostile/published.test.ts', 'TH-6 whoever takes all the data'],
	['TH-6 with releases', 'hostile/tampering.test.ts', 'TH-6 an archive with releases'],
	['TH-6 on both archives', 'build/fields.test.ts', 'TH-6: the site %s has no file'],
	['TH-7 linkage within', 'build/disclosure.test.ts', 'TH-7: whoever counts the public records'],
	['TH-7 from page to page', 'hostile/published.test.ts', 'TH-7 nothing on its page leads'],
	['TH-7 the same words', 'unit/checks/disclosure/violations.test.ts', 'AN-8: an account and a report share'],
	['TH-7 identifiers that are neighbours', 'unit/model/id.test.ts', 'fresh identifiers are valid, differ'],
	['TH-8 linkage with outside', 'hostile/bare.test.ts', 'TH-8 what a draft says is asked of nobody'],
	['TH-8 exact words', 'unit/checks/disclosure/violations.test.ts', 'AN-9: exact words at length'],
	['TH-9 time', 'hostile/published.test.ts', 'TH-9 no file tells when it was made'],
	[
		'TH-10 two releases',
		'unit/checks/disclosure/violations.test.ts',
		'AN-5: few accounts since the last release',
	],
	['TH-10 counts', 'build/disclosure.test.ts', 'TH-10: from all printed numbers together'],
	['TH-11 a guess', 'hostile/guessing.test.ts', 'TH-11 whoever guesses at an account from the sums'],
	[
		'TH-11 a word taken out',
		'hostile/guessing.test.ts',
		'TH-11 whoever guesses at a word that was taken out',
	],
	['TH-12, TH-13 pictures', 'hostile/threats.test.ts', 'TH-12, TH-13 no picture and no document'],
	['TH-14 a made-up account', 'hostile/editors.test.ts', 'TH-14 an account says where it comes from'],
	['TH-15 taken down at once', 'build/withdrawal.test.ts', 'AN-12, AN-15 an account of the first archive'],
	['TH-15 by one command', 'unit/cli/withdraw.test.ts', 'withdraw'],
	['TH-16 someone looks on', 'build/safety.test.ts', 'WS-4: titles and paths of accounts'],
	['TH-17 a key is lost', 'hostile/keys.test.ts', 'TH-17 a key is lost, or in other hands'],
	['TH-18 withheld fields', 'hostile/published.test.ts', 'TH-18 what is withheld is in no file'],
	['TH-19 logs', 'hostile/editors.test.ts', 'TH-19 what is printed does not repeat'],
	['TH-20 boilerplate', 'hostile/boilerplate.test.ts', 'TH-20 what was taken in with a source'],
];

test.each(TRIED)('%s is tried in %s', (_, file, words) => {
	const at = path.join(ROOT, 'tests', file);
	expect(existsSync(at)).toBe(true);
	expect(readFileSync(at, 'utf8')).toContain(words);
});

test('every threat is tried', () => {
	const tried = new Set(TRIED.flatMap(([threat]) => threat.match(/TH-\d+/g) ?? []));
	const all = Array.from({ length: 20 }, (_, n) => `TH-${n + 1}`);
	expect(all.filter((threat) => !tried.has(threat))).toEqual([]);
});
