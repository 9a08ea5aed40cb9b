import { afterAll, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { accountInspector, pageOf } from '../../../src/site/integrations/output-scan-accounts.ts';
import { writeArchive } from '../../support/archive.ts';

const folder = writeArchive();
afterAll(() => folder[Symbol.dispose]());
const { archive } = await readArchive(folder.path);
const account = archive?.testimonies[0];
if (!archive || !account) throw new Error('The archive has no account');
const inspection = accountInspector(archive);

const REF = '<a class="ref" href="/r/x/">[Report x, para 1]</a>';
const page = (words: string) =>
	`<div data-pagefind-body><h1>${account.data.title}</h1><p>${words}</p><div class="document-foot"></div></div>`;
const broken = (words: string) => inspection(pageOf(account.id))?.(page(words));

test.each([
	['the words of the file', account.body.trim().split('\n')[0] ?? '', []],
	[
		'the words of the file with a reference among them',
		`${account.data.summary} ${REF} ${account.data.title}`,
		[],
	],
	['a telephone number that the file has not', 'Call 07700 900123.', ['DT-2']],
	['the same beside a reference', `${account.data.summary} ${REF} Call 07700 900123.`, ['DT-2']],
])('on the page of an account: %s', (_, words, rules) => {
	expect(broken(words)).toEqual(rules);
});

test('other pages are not inspected', () => {
	expect(inspection('index.html')).toBeUndefined();
	expect(inspection(pageOf(archive.reports[0]?.id ?? ''))).toBeUndefined();
});
