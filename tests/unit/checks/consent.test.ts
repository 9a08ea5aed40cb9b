import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { givenTestimony } from '../../support/samples.ts';

const TEXT =
	'The boiler failed in winter.\n\nThe landlord laughed about the kettles.\n\nNobody came to mend it.';

async function problemsOf(paragraphs: unknown[], changes: object = {}) {
	const file = textFile(
		{ ...givenTestimony(), consent: { scope: 'quotation', month: '2031-11', paragraphs }, ...changes },
		TEXT,
	);
	using folder = writeArchive({ [TESTIMONY]: file });
	const { problems } = await readArchive(folder.path);
	return problems
		.filter(({ rule }) => rule === 'no-such-paragraph' || rule === 'withheld-told')
		.map((problem) => ({ ...problem, at: file.split('\n')[problem.line - 1]?.trim() }));
}

test('consent to existing paragraphs passes', async () => {
	expect(await problemsOf([1, 3])).toEqual([]);
});

test('consent to a missing paragraph is refused at its number', async () => {
	const problems = await problemsOf([1, 4, '2a']);
	expect(problems.map(({ rule, severity }) => [rule, severity])).toEqual([
		['no-such-paragraph', 'error'],
		['no-such-paragraph', 'error'],
	]);
	expect(problems.map(({ at }) => at)).toEqual(['- 4', '- 2a']);
});

test('a title or summary that reveals a withheld paragraph is a warning that does not repeat it', async () => {
	const [title, ...none] = await problemsOf([1, 3], { title: 'Laughing in the house' });
	expect(none).toEqual([]);
	expect(title).toMatchObject({
		rule: 'withheld-told',
		severity: 'warning',
		at: 'title: Laughing in the house',
	});
	expect(title?.message).toMatch(/: 2$/);
	expect(`${title?.message} ${title?.advice}`).not.toMatch(/laugh/i);
	const told = { summary: 'A landlord laughed when the kettles were spoken of.' };
	expect((await problemsOf([1, 3], told)).map(({ rule }) => rule)).toEqual(['withheld-told']);
	expect(await problemsOf([1, 2, 3], told)).toEqual([]);
	expect(await problemsOf([1, 3], { summary: 'The boiler failed and nobody came.' })).toEqual([]);
});
