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
