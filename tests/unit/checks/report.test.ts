import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { formatProblem } from '../../../src/checks/report.ts';
import { hitOf } from '../../../src/core/values/problem.ts';
import { minimalArchive, REPORT, writeArchive } from '../../support/archive.ts';

test.each([
	'reports/Jane Quilver statement.docx',
	'reports/jane-quilver.mdx',
	'testimonies/quilver.jpg',
	'testimonies/fbmgs2sv-Quilver.mdx',
	'Quilver.txt',
	'quilver-notes.md',
	'images/Quilver house.png',
	'versions/quilver.mdx',
	'themes/Quilver_theme.mdx',
])('the words of the name %s are not printed', async (file) => {
	using folder = writeArchive({ [file]: 'x' });
	const { problems } = await readArchive(folder.path);
	expect(problems.map((one) => one.file)).toContain(file);
	const printed = problems.map((one) => formatProblem(one, 'content')).join('\n');
	expect(printed).not.toMatch(/quilver/i);
	expect(problems.map((one) => formatProblem(one, 'content', true)).join('\n')).toContain(`content/${file}:`);
	expect(printed).toContain(file.includes('/') ? `content/${file.split('/')[0]}/` : 'content/');
});

test.each(Object.keys(minimalArchive()))('the path %s is printed as it is', (file) => {
	const problem = {
		file,
		line: 1,
		column: 1,
		rule: 'syntax' as const,
		message: 'm',
		advice: 'a',
		severity: 'error' as const,
	};
	expect(formatProblem(problem, 'content')).toContain(`content/${file}:1:1 `);
});

test.each([
	['a component', 'A <Quilver/> b.'],
	['an HTML element', 'A <quilver>b</quilver>.'],
	['a tag that stays open', 'A <Quilver b.\n\nA <Quilver>b.'],
	['a tag that was never opened', 'A </Quilver> b.'],
	['an attribute', 'A <Redacted what="name" quilver="x"/>.'],
	['an attribute given twice', 'A <Redacted quilver="a" quilver="b"/>.'],
	['a computed attribute', 'A <Redacted quilver={1}/>.'],
	['an expression', 'A {quilver(} b.'],
	['code', 'import Quilver'],
	['a figure', 'A <Figure id="quilver"/>.'],
	['an organisation', '<Reply from="x" organisation="quilver" kind="reply">\nA\n</Reply>'],
	['an image', '![A dot](quilver.png)'],
	['a definition', '[Quilver]: No.'],
])('what was typed as %s is not printed', async (_, body) => {
	using folder = writeArchive({ [REPORT]: `${minimalArchive()[REPORT]}\n${body}\n` });
	const { archive, problems } = await readArchive(folder.path);
	expect(archive).toBeNull();
	const printed = problems.map((one) => formatProblem(one)).join('\n');
	expect(printed).toContain(REPORT);
	expect(printed).not.toMatch(/quilver/i);
});

test('--show-hits shows a name that does not exist', async () => {
	using folder = writeArchive({ [REPORT]: `${minimalArchive()[REPORT]}\nA <Figure id="quilver"/>.\n` });
	const [problem] = (await readArchive(folder.path)).problems;
	expect(problem && hitOf(problem)).toBe('quilver');
});
