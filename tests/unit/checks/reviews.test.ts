import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { reviewDigest } from '../../../src/checks/reviews.ts';
import { sign } from '../../../src/cli/edit/review-file.ts';
import { TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import { givenTestimony } from '../../support/samples.ts';

const TEXT = 'What happened.\n\nWhat came of it.';
const signed = (changes: object = {}) => textFile({ ...givenTestimony(), ...changes }, TEXT);

async function problemsOf(file: string) {
	using folder = writeArchive({ [TESTIMONY]: file });
	const { problems } = await readArchive(folder.path);
	return problems.filter(({ severity }) => severity === 'error');
}

describe('a review covers one text', () => {
	test('what was signed passes', async () => {
		expect(await problemsOf(signed())).toEqual([]);
	});

	test.each([
		['a sentence more', (file: string) => `${file}\nThe lamp was lit again.\n`],
		['a paragraph less', (file: string) => file.replace('\n\nWhat came of it.', '')],
		['two paragraphs made one', (file: string) => file.replace('\n\nWhat came', '\nWhat came')],
		['other numbers of paragraphs', (file: string) => file.replace('origin:', 'paragraphs: [2, 3]\norigin:')],
		['another word', (file: string) => file.replace('What happened', 'What ended')],
		['a comment', (file: string) => `${file}\n{/* more */}\n`],
		['the title', (file: string) => file.replace('title: A title', 'title: Another title')],
		['the summary', (file: string) => file.replace('summary: A summary', 'summary: Another summary')],
		['a facet', (file: string) => file.replace('size: small', 'size: any')],
		['an organisation', (file: string) => file.replace('- acme-plans', '- the-office')],
		['a theme', (file: string) => file.replace('  - charges\n', '  - charges\n  - delays\n')],
		['a content note', (file: string) => file.replace('origin:', 'contentNotes: [loss]\norigin:')],
		['the month', (file: string) => file.replace('date: 2031-12', 'date: 2031-11')],
		['the note of a change', (file: string) => file.replace('First published.', 'Published.')],
		['a source', (file: string) => file.replace('degree: first-hand', 'degree: reported')],
		['the words allowed', (file: string) => file.replace('scope: full', 'scope: full\n  verbatim: true')],
	])('%s ends both reviews', async (_, change) => {
		const file = change(signed());
		expect(file).not.toBe(signed());
		const problems = await problemsOf(file);
		expect(problems.map(({ rule }) => rule)).toEqual(['stale-review', 'stale-review']);
		const [first, second] = problems;
		const lines = file.split('\n');
		expect(lines[(first?.line ?? 0) - 1]).toContain('role: reader-one');
		expect(lines[(second?.line ?? 0) - 1]).toContain('role: reader-two');
		expect(first?.column).toBeGreaterThan(1);
		expect(first?.advice).toContain('review 1vm1d7gn --sign reader-one');
	});

	test.each([
		['a paragraph that becomes a heading', '\\# One.', '# One.'],
		['a paragraph that becomes a list', '\\- One.', '- One.'],
		['a line that becomes a list of its own', 'One.\n\\- Two.', 'One.\n- Two.'],
		['one list that becomes two', '- One.\n- Two.', '- One.\n* Two.'],
		['a paragraph taken out of its list', '- One.\n\n  Two.', '- One.\n\nTwo.'],
		['a comment that shows', '{/* One. */}', '\\{/\\* One. \\*/}'],
		['a comment that shows within a line', 'A{/* One. */} b.', 'A\\{/\\* One. \\*/} b.'],
		['a sign that is lost', 'It cost 5*3 pounds.', 'It cost 53 pounds.'],
	])('%s is another text, though the letters are the same', (_, before, after) => {
		const digest = (start: string) => reviewDigest({}, `${start}\n\n${TEXT}`);
		expect(digest(after)).not.toBe(digest(before));
	});

	test('a review without a digest does not count', async () => {
		const problems = await problemsOf(signed().replace(/ {4}digest: .*\n/, ''));
		expect(problems.map(({ rule }) => rule)).toEqual(['stale-review']);
	});

	test('layout does not end a review: line ends, order of fields, marks', async () => {
		const file = textFile(givenTestimony(), 'It was *late* then.\n\n- One\n- Two');
		const anew = file
			.replace(/(summary: .*\n)(complaint: .*\n)/, '$2$1')
			.replace('*late*', '_late_')
			.replace('- One\n- Two', '* One\n* Two')
			.replaceAll('\n', '\r\n');
		expect(await problemsOf(anew)).toEqual([]);
	});

	test('an account that is only counted or withdrawn needs no review', async () => {
		const changed = signed().replace('What happened', 'What ended');
		expect(await problemsOf(changed.replace('scope: full', 'scope: statistics'))).toEqual([]);
		expect(await problemsOf(changed.replace('scope: full', 'scope: full\n  withdrawn: true'))).toEqual([]);
	});

	test('two roles that differ only in digits and hyphens are one, and the writer is no reviewer', async () => {
		const [one, two] = givenTestimony().review;
		const as = (role: string) => [one, { ...two, role }];
		for (const role of ['reader-one-2', 'readerone', 'reader-0-one'])
			expect((await problemsOf(signed({ review: as(role) }))).length, role).toBeGreaterThan(0);
		expect(await problemsOf(signed({ writer: 'caseworker' }))).toEqual([]);
		const problems = await problemsOf(signed({ writer: 'reader-two-1', review: as('readertwo') }));
		expect(problems.map(({ rule }) => rule)).toEqual(['invalid-value']);
	});
});

describe('a signature', () => {
	test('replaces those of an earlier text and leaves every other byte', () => {
		const file = signed({ review: [{ role: null }] })
			.replace('summary: A summary.', 'summary: >-\n  A summary.   # said so\n')
			.replace('organisations:\n  - acme-plans\n', "organisations: [ 'acme-plans' ] # of whom\n");
		const one = sign(file, { role: 'caseworker', month: '2031-12', intruderTest: true });
		const two = sign(one, { role: 'lawyer', month: '2031-12', intruderTest: false });
		expect(two.match(/role: /g)).toHaveLength(2);
		const without = (text: string) => text.replace(/review:\n(?:[ ]+.*\n)*/, '');
		expect(without(two)).toBe(without(file));
		const changed = two.replace('What happened', 'What ended');
		const again = sign(changed, { role: 'lawyer', month: '2032-01', intruderTest: true });
		expect(again.match(/role: /g)).toHaveLength(1);
	});

	test('keeps the line ends of the file', () => {
		const file = signed({ review: [] }).replaceAll('\n', '\r\n');
		const one = sign(file, { role: 'caseworker', month: '2031-12', intruderTest: true });
		expect(one).toContain('role: caseworker');
		expect(one.replaceAll('\r\n', '')).not.toContain('\n');
	});
});
