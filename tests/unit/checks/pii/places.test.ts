import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import {
	type Files,
	FINDING,
	minimalArchive,
	REPORT,
	TESTIMONY,
	textFile,
	writeArchive,
} from '../../../support/archive.ts';
import { givenTestimony, report, source } from '../../../support/samples.ts';

/** Rules by which a file is refused. */
async function rulesAt(file: string, changes: Files): Promise<string[]> {
	using folder = writeArchive(changes);
	const { problems } = await readArchive(folder.path);
	return problems
		.filter((problem) => problem.file === file && problem.severity === 'error')
		.map(({ rule }) => rule);
}

const given = (body: string) => ({ [TESTIMONY]: textFile(givenTestimony(), body) });
const reportOf = (url: string, body = 'Words.') => ({
	[REPORT]: textFile({ ...report(), sources: [{ ...source(), url }] }, body),
});

describe('an account given to the archive links to nothing outside', () => {
	test.each([
		'[here](https://www.gov.uk/help)',
		'[here](https://www.gov.uk/help?who=karen-holloway)',
		'[here](mailto:help@charity.example)',
		'Look at https://www.gov.uk/help then.',
		'Look at www.gov.uk/help then.',
	])('%s', async (body) => {
		expect(await rulesAt(TESTIMONY, given(body))).toContain('DT-14');
	});

	test('an account that others published may cite where', async () => {
		expect(await rulesAt(TESTIMONY, {})).toEqual([]);
	});
});

describe('elsewhere the words of an address are looked at', () => {
	test.each([
		['a name in the path', 'https://news.example/2020/karen-holloway-case', 'DT-C3'],
		['a name in a query', 'https://news.example/a?who=Karen%20Holloway', 'DT-C3'],
		['a name encoded twice', 'https://news.example/a?u=%252Fkaren%252Dholloway', 'DT-C3'],
		['a name in camel case', 'https://news.example/a#karenHolloway', 'DT-C3'],
		['a name with underscores', 'https://news.example/karen_holloway.html', 'DT-C3'],
		['an e-mail address', 'https://news.example/a?u=jane.doe@mail.example', 'DT-1'],
		['a telephone number', 'https://news.example/a?tel=07700900123', 'DT-2'],
		['a postcode', 'https://news.example/a?at=NR14%207XZ', 'DT-3'],
	])('%s', async (_, url, rule) => {
		expect(await rulesAt(REPORT, reportOf(url))).toContain(rule);
		expect(await rulesAt(REPORT, reportOf('https://news.example/', `Look [here](${url}).`))).toContain(rule);
	});

	test.each([
		'https://news.example/2021/06/15/years-of-living-in-fear-281857236551139',
		'https://news.example/society/report-636wx32h0',
		'https://bodies.example/events/2024/9/18/report-launch?page=2#concern-3',
	])('nothing is found in %s', async (url) => {
		expect(await rulesAt(REPORT, reportOf(url))).toEqual([]);
	});
});

describe('a comment is scanned wherever it can stand', () => {
	const NAME = 'Karen Holloway';
	/** A comment at the end of a value is refused as such: it may be words that were meant to be published. */
	const STOPPED = expect.stringMatching(/^(?:DT-C3|yaml-comment)$/);
	const files = Object.entries(minimalArchive()).filter(([file]) => file !== 'archive.yaml');
	const collections = [...new Map(files.map(([file, text]) => [file.split('/')[0], [file, text]])).values()];

	test.each(collections as [string, string][])('in %s', async (file, text) => {
		const isText = file.endsWith('.mdx');
		const yaml = isText ? text.slice(4, text.indexOf('\n---\n', 4) + 1) : text;
		const rest = isText ? text.slice(text.indexOf('\n---\n', 4) + 1) : '';
		const variants: Record<string, string> = {
			'on its own line': `# from ${NAME}\n${yaml}`,
			'at the end of a line': yaml.replace(/^(\w+: \S.*)$/m, `$1 # ${NAME}`),
			'after a list’s sign': yaml.replace(/^(\s*)- (\w)/m, `$1- # ${NAME}\n$1  $2`),
			'at the end': `${yaml}# ${NAME}\n`,
		};
		for (const [where, fields] of Object.entries(variants)) {
			if (fields === yaml) continue;
			const source = isText ? `---\n${fields}${rest}` : fields;
			expect(await rulesAt(file, { [file]: source }), where).toContainEqual(STOPPED);
		}
	});

	test.each([
		['after the sign of a block', `summary: >- # ${NAME}\n  Words of it.\n`],
		['after a block', `summary: >-\n  Words of it.\n# ${NAME}\n`],
		['after a quoted value', `summary: "Words # of it." # ${NAME}\n`],
		['after a flow list', `themes: [charges] # ${NAME}\n`],
		['in a flow list', `themes: [ # ${NAME}\n  charges]\n`],
		['in small letters', 'summary: Words. # told by karen\n'],
	])('%s', async (_, line) => {
		const key = line.slice(0, line.indexOf(':'));
		for (const file of [REPORT, FINDING, TESTIMONY]) {
			const { [file]: text = '' } = minimalArchive();
			const block = new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'm');
			expect(text).toMatch(block);
			expect(await rulesAt(file, { [file]: text.replace(block, line) }), file).toContainEqual(STOPPED);
		}
	});

	test('a number sign within a value begins none', async () => {
		const { [REPORT]: text = '' } = minimalArchive();
		const source = text.replace(/^summary: .*$/m, 'summary: "Views # of it"');
		expect(await rulesAt(REPORT, { [REPORT]: source })).toEqual([]);
	});

	test.each([['{/* Karen Holloway told it */}'], ['Words {/* Karen Holloway */} end.']])(
		'in a text: %s',
		async (comment) => {
			for (const file of [REPORT, FINDING, TESTIMONY, 'pages/about.mdx', 'themes/charges.mdx']) {
				const { [file]: text = '' } = minimalArchive();
				expect(await rulesAt(file, { [file]: `${text}\n${comment}\n` }), file).toContain('DT-C3');
			}
		},
	);
});

describe('the code of a role is no name', () => {
	const roles = (first: string) => ({
		[TESTIMONY]: textFile(
			{
				...givenTestimony(),
				review: [
					{ role: first, month: '2031-11', intruderTest: true },
					{ role: 'second-reader', month: '2031-12', intruderTest: false },
				],
			},
			'Words.',
		),
	});

	test.each(['karen-holloway', 'karen', 'holloway', 'k-kowalczyk', 'reader-karen'])('%s', async (role) => {
		expect(await rulesAt(TESTIMONY, roles(role))).toContain('DT-C3');
	});

	test.each(['first-reader', 'caseworker', 'safeguarding-lead', 'editor-2'])('%s is one', async (role) => {
		expect(await rulesAt(TESTIMONY, roles(role))).toEqual([]);
	});
});

test.each([
	['Only Ka<Redacted what="name"/>ren was.'],
	['Only Ka<Redacted what="name"/> was.'],
	['Only <Redacted what="name"/>way was.'],
])('letters beside a withheld part let it be guessed: %s', async (body) => {
	expect(await rulesAt(TESTIMONY, given(body))).toContain('DT-C8');
	expect(await rulesAt(REPORT, { [REPORT]: textFile(report(), body) })).toContain('DT-C8');
});

test('a withheld word may have a possessive', async () => {
	expect(await rulesAt(TESTIMONY, given('It was <Redacted what="name"/>’s house.'))).toEqual([]);
});

test('an attribute that its component does not have is scanned', async () => {
	const rules = await rulesAt(
		TESTIMONY,
		given('<Quote speaker="A neighbour" id="karen-holloway">Words.</Quote>'),
	);
	expect(rules.length).toBeGreaterThan(0);
});
