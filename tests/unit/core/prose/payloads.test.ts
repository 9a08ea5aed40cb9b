import { expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { toHtml } from '../../../../src/core/prose/html.ts';
import { parseProse } from '../../../../src/core/prose/parse.ts';
import type { ProseNode } from '../../../../src/core/prose/types.ts';
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

test('a payload in an account is refused, or becomes words', async () => {
	let refused = 0;
	for (const payload of PAYLOADS) {
		using folder = writeArchive({ [TESTIMONY]: textFile(publishedTestimony(), payload) });
		const { archive } = await readArchive(folder.path);
		if (!archive) {
			refused += 1;
			continue;
		}
		const body = archive.testimonies[0]?.body ?? '';
		const html = parseProse(body).prose.blocks.flatMap(({ children }) => htmlRuns(children));
		for (const [tag] of html.join('').matchAll(/<[^>]*>/g)) expect(tag, payload).toMatch(TAG);
	}
	expect(refused).toBeGreaterThan(PAYLOADS.length / 2);
}, 120_000);
