import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/sites.ts';

/** Words of one subject. The software must be able to serve any other. */
const SUBJECT =
	/\b(?:polic(?:e|ing)|constab\w+|officers?|abus\w+|perpetrat\w+|domestic|intimate|coerci\w+|stalking|surviv\w+|victims?|wom[ae]n(?:'s|’s)?|rape|sexual|assault\w*|misconduct|watchdogs?|vetting|arrest\w*|prosecut\w+|convict\w+|homicide|Tyneside|Norfolk|England|Wales|inspectorate)\b/i;

/**
 * Names on the list that say nothing of the subject: plain English words, and some that software of any subject may
 * name, as the source of a design or a rule, or as a harmless page.
 */
const PLAIN_WORDS = new Set([
	'refuge',
	'metro',
	'oversight',
	'times',
	'the times',
	'family law',
	'gov.uk',
	'legislation.gov.uk',
	'bbc',
]);

const files = (folder: string, ending: RegExp) =>
	readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => ending.test(name))
		.map((name) => path.join(folder, name))
		.sort();

/** Names of organisations and themes of the archive that the software was first made for. */
const names = readFileSync(path.join(ROOT, 'tests/support/subject-names.txt'), 'utf8')
	.split('\n')
	.filter(Boolean)
	.filter((name) => !PLAIN_WORDS.has(name.toLowerCase()));

const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
const NAMES = new RegExp(`(?<![\\w-])(?:${escaped.join('|')})(?![\\w-])`, 'i');

const sources = files('src', /\.(?:ts|astro|mdx|css|json|svg)$/);

test('there is something to look for, and something to look in', () => {
	expect(names.length).toBeGreaterThan(40);
	expect(sources.length).toBeGreaterThan(30);
	expect(NAMES.test('the College of Policing said')).toBe(true);
	expect(SUBJECT.test('a police officer')).toBe(true);
});

test('the software names nothing of the first archive, in no file and no file name', () => {
	const found = sources.flatMap((file) => {
		const lines = [file, ...readFileSync(path.join(ROOT, file), 'utf8').split('\n')];
		return lines.flatMap((line, index) => {
			const word = SUBJECT.exec(line)?.[0] ?? NAMES.exec(line)?.[0];
			return word === undefined ? [] : [`${file}:${index} “${word}” in: ${line.trim()}`];
		});
	});
	expect(found).toEqual([]);
});
