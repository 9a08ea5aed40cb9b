import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { figuresOf } from '../../../src/summaries/figures.ts';
import { textFile } from '../../support/archive.ts';
import { figure, theme } from '../../support/samples.ts';
import { archiveOf, configured, identifier, records } from './archive.ts';

/** The figures of a theme that measures this, with this text. */
async function shown(measures: string[] | undefined, text = '') {
	const carried = { complained: 'complained', paid: 'paid-twice', none: undefined };
	const archive = await archiveOf({
		...records([{ of: 'report' }]),
		...configured(),
		'themes/charges.mdx': textFile({ ...theme(), measures }, text),
		...Object.fromEntries(
			Object.entries(carried).map(([id, measure]) => [
				`figures/${id}.yaml`,
				stringify({ ...figure(), measure, record: identifier(0), paragraph: 1 }),
			]),
		),
	});
	const entry = archive.theme.get('charges');
	return entry && figuresOf(entry, archive).map(({ id }) => id);
}

test('without measures, all that its records carry', async () => {
	expect(await shown(undefined)).toEqual(['complained', 'none', 'paid']);
	expect(await shown([])).toEqual([]);
});

test('with measures, those of them alone', async () => {
	expect(await shown(['paid-twice'])).toEqual(['paid']);
});

test('besides, what its text shows, and first', async () => {
	expect(await shown(['paid-twice'], '## How many and who\n\nThat is <Figure id="none"/>.')).toEqual([
		'none',
		'paid',
	]);
});
