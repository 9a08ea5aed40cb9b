import { expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { toHtml } from '../../../../src/core/prose/html.ts';
import { parseProse } from '../../../../src/core/prose/parse.ts';
import type { ProseNode } from '../../../../src/core/prose/types.ts';
import { recordOf } from '../../../hostile/fixture.ts';
import { PAYLOADS } from '../../../hostile/payloads.ts';
import { TESTIMONY, textFile, writeArchive } from '../../../support/archive.ts';
import { publishedTestimony } from '../../../support/samples.ts';

/** Tags that a text may be written with, and the attributes that any of them may carry. */
const TAG =
	/^<\/?(?:a|blockquote|br|code|del|em|h[2-4]|hr|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)(?: (?:href|title|start|class|scope|id|rel|data-host)="[^"<>]*")*>$/;

/** All HTML of a text, inside components too. */
function htmlRuns(nodes: readonly ProseNode[]): string[] {
	return toHtml(nodes).flatMap((run) => (typeof run === 'string' ? run : htmlRuns(run.children)));
}

/** An archive with an account for each payload. */
function withAccounts(payloads: readonly (readonly [file: string, payload: string])[]) {
	const accounts = payloads.map(([file, payload]) => [file, textFile(publishedTestimony(), payload)]);
	return writeArchive({ [TESTIMONY]: null, ...Object.fromEntries(accounts) });
}

test('a payload in an account is refused, or becomes words', async () => {
	const all = PAYLOADS.map((payload, index) => [`testimonies/${recordOf(index)}-one.mdx`, payload] as const);
	using first = withAccounts(all);
	const { problems } = await readArchive(first.path);
	const refused = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
	const accepted = all.filter(([file]) => !refused.has(file));
	expect(refused.size).toBeGreaterThan(PAYLOADS.length / 2);
	expect(accepted.length).toBeGreaterThan(0);
	using second = withAccounts(accepted);
	const { archive } = await readArchive(second.path);
	expect(archive?.testimonies).toHaveLength(accepted.length);
	for (const { id, body } of archive?.testimonies ?? []) {
		const html = parseProse(body).prose.blocks.flatMap(({ children }) => htmlRuns(children));
		for (const [tag] of html.join('').matchAll(/<[^>]*>/g)) expect(tag, id).toMatch(TAG);
	}
}, 120_000);
