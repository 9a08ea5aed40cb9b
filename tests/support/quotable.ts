import path from 'node:path';
import { finding, publishedTestimony, report } from './samples.ts';
import {
	type Files,
	FINDING,
	type Folder,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from './archive.ts';
import { type Visit, visitServer } from './pages.ts';
import { build } from './run.ts';
import { serve } from './server.ts';

export const QUOTABLE_ID = 'fbmgs2sv';
export const WITHHELD_ID = '1vm1d7gn';
const GONE_ID = '4vxfxcd8';

/** Every way in which a paragraph can be more than a line of words, the second of them inserted later. */
const PARAGRAPHS = [
	'She paid *twice*, “in full”, and **wrote**; see [the letter](https://paper.example/a)s, or [about](/about/).',
	'One paragraph was put in here.',
	'The last line ends with [a link](https://paper.example/b).',
	'- The *first* item\n- The second, with [a link](https://paper.example/c)\n\n  and more of it\n- The third',
	'3. Three\n4. Four\n   - inside four\n   - again',
	'> Words that were *quoted*.\n>\n> In two parts.',
	'| Year | Paid |\n| --- | --- |\n| 2030 | *forty* pounds |\n| 2031 | fifty |',
	'<Quote speaker="A buyer">\nI paid *twice*.\n\n- once\n- and again\n</Quote>',
	'<Reply from="Acme Plans" organisation="acme-plans" kind="denial">\nNobody paid twice.\n</Reply>',
	'<Excerpt record="wrk68wb5" para="1" />',
	'It is in <Ref record="wrk68wb5" para="1" />, says <Redacted what="name" />: <Figure id="paid" />.',
	'What is ‘written’ there\\\nstands on two lines.',
	'The last words.',
];

const FILES: Files = {
	[REPORT]: textFile(
		{ ...report(), paragraphs: ['1', '1a', ...PARAGRAPHS.slice(2).map((_, index) => String(index + 2))] },
		[...PARAGRAPHS.slice(0, 2), '## A heading', ...PARAGRAPHS.slice(2)].join('\n\n'),
	),
	[TESTIMONY]: textFile(
		publishedTestimony(),
		`She says that she paid.\n\nAs another says in <Ref record="${GONE_ID}" />.\n\nShe says that nobody wrote.`,
	),
	[FINDING]: textFile(finding(), 'What was *found*.'),
	[`testimonies/${GONE_ID}-gone.mdx`]: textFile(
		{
			status: 'withdrawn',
			version: 2,
			changes: [{ version: 2, date: '2032-01', kind: 'withdrawal', note: 'Withdrawn.' }],
		},
		'',
	),
};

/** Writes an archive with a report that has every kind of paragraph, and an account of which one is withheld. */
function writeQuotable(): Folder {
	return writeArchive(FILES);
}

/** Builds it under a sub-path, serves it and starts a browser. */
export async function visitQuotable(): Promise<Visit & { content: string }> {
	const content = writeQuotable();
	const folder = temporaryFolder();
	const out = path.join(folder.path, 'site');
	const { code, output } = await build({
		content: content.path,
		out,
		address: 'https://archive.example/sub/',
	});
	if (code !== 0) throw new Error(output.slice(-4000));
	const site = await visitServer(await serve(out, '/sub/'));
	return {
		...site,
		content: content.path,
		async close() {
			await site.close();
			content[Symbol.dispose]();
			folder[Symbol.dispose]();
		},
	};
}
