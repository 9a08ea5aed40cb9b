import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/summaries/theme-sections.ts';
import { textFile } from '../../support/archive.ts';
import { theme } from '../../support/samples.ts';
import { archiveOf } from './archive.ts';

describe('the parts of a theme’s text', () => {
	const parts = async (body: string) => {
		const archive = await archiveOf({ 'themes/charges.mdx': textFile(theme(), body) });
		const entry = archive.theme.get('charges');
		return entry ? [...partsOf(entry, archive)] : [];
	};

	test('keep the numbers of the whole text, and headings beneath their own', async () => {
		const found = await parts(
			'## What people told\n\nOne.\n\nTwo.\n\n## What is not known\n\n### A closer look\n\nThree.',
		);
		expect(
			found.map(([id, { heading, prose }]) => [id, heading, prose.blocks.map(({ number }) => number)]),
		).toEqual([
			['told', 'What people told', ['1', '2']],
			['unknown', 'What is not known', [null, '3']],
		]);
	});

	test('are none where nothing is written', async () => {
		expect(await parts('')).toEqual([]);
	});
});
