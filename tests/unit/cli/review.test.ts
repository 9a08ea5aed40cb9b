import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sign } from '../../../src/cli/review-file.ts';
import { TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { archive } from '../../support/run.ts';
import { givenTestimony } from '../../support/samples.ts';

const unsigned = () =>
	textFile(
		{ ...givenTestimony(), review: [{ role: null, month: null, intruderTest: null }] },
		'What happened.',
	);

describe('a signature', () => {
	test('takes the place of a gap, and of an earlier one by the same role', () => {
		const first = sign(unsigned(), { role: 'caseworker', month: '2031-12', intruderTest: false });
		expect(first).toMatch(/review:\n\s+- role: caseworker\n\s+month: 2031-12\n\s+intruderTest: false\n/);
		const again = sign(first, { role: 'caseworker', month: '2032-01', intruderTest: true });
		expect(again.match(/role: /g)).toHaveLength(1);
		expect(again).toContain('intruderTest: true');
		expect(
			sign(again, { role: 'lawyer', month: '2032-01', intruderTest: false }).match(/role: /g),
		).toHaveLength(2);
	});

	test('leaves the text and an account that others published as they are', () => {
		const text = unsigned();
		expect(sign(text, { role: 'a', month: '2031-12', intruderTest: true })).toContain(
			'\n---\n\nWhat happened.\n',
		);
		const published = text.replace('origin: given', 'origin: published');
		expect(sign(published, { role: 'a', month: '2031-12', intruderTest: true })).toBe(published);
	});
});

describe('the command review', () => {
	test('shows what is left to judge, and signs only what the checks accept', async () => {
		using folder = writeArchive({ [TESTIMONY]: unsigned() });
		const env = { ARCHIVE_CONTENT: folder.path };
		const file = path.join(folder.path, TESTIMONY);
		const shown = await archive(['review', '1vm1d7gn'], env);
		expect(shown.code, shown.output).toBe(0);
		expect(shown.output).toMatch(/What remains for you to judge/);
		expect(readFileSync(file, 'utf8')).toBe(unsigned());

		const signed = await archive(['review', '1vm1d7gn', '--sign', 'caseworker', '--intruder-test'], env);
		expect(signed.code, signed.output).toBe(0);
		expect(readFileSync(file, 'utf8')).toMatch(/role: caseworker/);
	});

	test('does not sign an account that a check objects to, and does not print the words in a public log', async () => {
		using folder = writeArchive({
			[TESTIMONY]: textFile({ ...givenTestimony() }, 'She rang 07700 900123 and Zebedee answered.'),
		});
		const file = path.join(folder.path, TESTIMONY);
		const before = readFileSync(file, 'utf8');
		const env = { ARCHIVE_CONTENT: folder.path, CI: 'true' };
		const { code, output } = await archive(['review', '1vm1d7gn', '--sign', 'caseworker'], env);
		expect(code).toBe(1);
		expect(output).toMatch(/DT-2/);
		expect(output).not.toMatch(/07700|Zebedee/);
		expect(readFileSync(file, 'utf8')).toBe(before);
	});

	test.each([[['review']], [['review', 'zzzzzzzz']], [['review', '1vm1d7gn', '--sign', 'Ann Smith']]])(
		'%j is refused with how to call it',
		async (args) => {
			using folder = writeArchive();
			const { code, output } = await archive(args, { ARCHIVE_CONTENT: folder.path });
			expect(code).toBe(2);
			expect(output).toContain('usage: npm run archive -- review');
		},
	);
});
