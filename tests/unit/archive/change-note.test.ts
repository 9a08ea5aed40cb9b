import { describe, expect, test } from 'vitest';
import { claimsIn } from '../../../src/archive/versions/change-note.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { REPORT, textFile, writeArchive } from '../../support/archive.ts';
import { IDS, report } from '../../support/samples.ts';

const KNOWN = ['1', '2', '3', '4', '5', '12', '12a'];

describe('what a note says of paragraphs', () => {
	test.each([
		['Paragraph 3 taken out.', ['3'], 'removed'],
		['Paragraphs 3 and 5 were removed at the publisher’s request', ['3', '5'], 'removed'],
		['Removed the whole paragraph 3', ['3'], 'removed'],
		['Deleted paras 2–4', ['2', '3', '4'], 'removed'],
		['New paragraph 12a', ['12a'], 'added'],
		['para. 12a has been added', ['12a'], 'added'],
		['Paragraph 3, paragraph 4 corrected', ['3'], null],
		['A date in paragraph 3 was removed', ['3'], 'changed'],
		['Two words taken out of paragraph 3', ['3'], 'changed'],
		['A sentence added to the paragraph 4', ['4'], 'changed'],
		['Corrected paragraph 2', ['2'], 'changed'],
		['See paragraph 2', ['2'], null],
		['One paragraph was added', [], 'added'],
		['Paragraph no. 3 was removed', ['3'], 'removed'],
		['Paragraph three was taken out', ['3'], 'removed'],
		['Paragraphs two and Three were corrected', ['2', '3'], 'changed'],
		['Removal of paragraph 3', ['3'], 'removed'],
		['Insertion of para 12a', ['12a'], 'added'],
		['Removal of a name from paragraph 3', ['3'], 'changed'],
		['Correction of paragraph 3', ['3'], 'changed'],
	])('%s', (note, numbers, kind) => {
		expect(claimsIn(note, KNOWN)[0]).toEqual({ numbers, kind });
	});

	test.each([
		'A name was corrected',
		'The paragraphs were read again',
		'Section 3 was removed',
		'paragraphing',
	])('%s: nothing', (note) => {
		expect(claimsIn(note, KNOWN)).toEqual([]);
	});
});

describe('the note of a version', () => {
	const [ID] = IDS;
	const fields = (version: number, kind: string, note: string) => ({
		...report(),
		version,
		changes: [
			{ version: 1, date: '2031-12-01', kind: 'published', note: 'First published.' },
			{ version: 2, date: '2031-12-01', kind, note },
		].slice(0, version),
	});
	const BEFORE = 'First paragraph here.\n\nSecond paragraph here.\n\nThird paragraph here.';
	async function rulesOf(note: string, body: string, { kind = 'update', isReleased = false } = {}) {
		const text = textFile(fields(2, kind, note), body);
		using folder = writeArchive({
			'figures/paid.yaml': null,
			[`versions/${ID}/v1.mdx`]: textFile(fields(1, kind, note), BEFORE),
			[REPORT]: text,
			...(isReleased ? { [`versions/${ID}/v2.mdx`]: text } : {}),
		});
		const { problems } = await readArchive(folder.path);
		return problems.map(({ rule, severity }) => `${severity} ${rule}`);
	}
	const LESS = 'First paragraph here.\n\nSecond paragraph here.';
	const OTHER = BEFORE.replace('Second paragraph here', 'Second paragraph there');
	const MORE = `${BEFORE}\n\nSomething wholly different.`;

	test.each([
		['Paragraph 3 taken out.', LESS, []],
		['Paragraph 3 taken out.', BEFORE, ['error change-note']],
		['Paragraph 3 taken out.', OTHER, ['error change-note']],
		['Paragraph 2 taken out.', OTHER, ['error change-note']],
		['A word in paragraph 2 corrected.', OTHER, []],
		['Paragraph 4 added.', MORE, []],
		['Paragraph 4 removed.', MORE, ['error change-note']],
		['A paragraph was removed.', MORE, ['error change-note']],
		['Something was made clearer.', OTHER, []],
		[
			'A word in paragraph 2 corrected.',
			`${OTHER}\n\nSomething wholly different.`,
			['warning change-note-incomplete'],
		],
	])('%s', async (note, body, expected) => {
		expect(await rulesOf(note, body)).toEqual(expected);
	});

	test('of a redaction cannot be compared, and a released one stands', async () => {
		expect(await rulesOf('Paragraph 3 taken out.', BEFORE, { kind: 'redaction' })).toEqual([]);
		expect(await rulesOf('Paragraph 3 taken out.', BEFORE, { isReleased: true })).toEqual([]);
	});
});
