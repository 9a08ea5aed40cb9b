import { expect, test } from 'vitest';
import { accountHits } from '../../../support/detection.ts';

const UNITS = [
	'a.',
	'a dot ',
	'1 ',
	'ref no ',
	'A',
	'one ',
	'1-',
	'a@',
	'1.1',
	'12:',
	'Ab ',
	'9 Larch ',
	'(at) ',
	'AB12 ',
	'07700 ',
	'card ',
	'number is ',
	'x dot com ',
	'123456',
	'\u200b',
	'°',
];

test.each(UNITS)('a long text of nothing but %j takes no time', (unit) => {
	const start = process.cpuUsage();
	accountHits(unit.repeat(Math.ceil(6000 / unit.length)));
	const { user } = process.cpuUsage(start);
	expect(user / 1e6).toBeLessThan(4);
});

test('a long text is looked at in stretches, and what lies over their ends is found once', () => {
	const filler = 'I went home and he was there. ';
	for (let sentences = 112; sentences < 128; sentences++) {
		const text = `${filler.repeat(sentences)}Then he rang from 07700 900123 at night. ${filler.repeat(300)} Then Karen Holloway came.`;
		const { text: plain, hits } = accountHits(text);
		expect(hits.map((hit) => plain.slice(hit.start, hit.end))).toEqual(['07700 900123', 'Karen Holloway']);
	}
});
