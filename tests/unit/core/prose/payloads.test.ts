import { expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { parseProse } from '../../../../src/core/prose/parse.ts';
import { PAYLOADS } from '../../../hostile/payloads.ts';
import { TESTIMONY, textFile, writeArchive } from '../../../support/archive.ts';
import { publishedTestimony } from '../../../support/samples.ts';

/** Tags that a text may be written with, and the attributes that any of them may carry. */
const TAG =
	/^<\/?(?:a|blockquote|br|code|del|em|h[2-4]|hr|li|ol|p|pre|strong|table|tbody|td|th|thead|tr|ul)(?: (?:href|title|start|class|scope|id|rel|data-host)="[^"<>]*")*>$/;

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
		const html = parseProse(body).prose.blocks.flatMap(({ segments }) =>
			segments.filter((one) => typeof one === 'string'),
		);
		for (const [tag] of html.join('').matchAll(/<[^>]*>/g)) expect(tag, payload).toMatch(TAG);
	}
	expect(refused).toBeGreaterThan(PAYLOADS.length / 2);
}, 120_000);
