import { lutimesSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Archive } from '../../../src/archive/publish/view.ts';
import { setTimes, timeOfSite } from '../../../src/output/file-times.ts';
import { temporaryFolder } from '../../support/archive.ts';

const changed = (...dates: string[]) => ({ data: { changes: dates.map((date) => ({ date })) } });
const archive = (records: object[], months: string[] = []) =>
	({ records, themes: [], tombstones: months.map((month) => ({ month })) }) as unknown as Archive;

/** A folder with a site, whose manifest says this. */
function site(folder: string, name: string, manifest: string): string {
	const at = path.join(folder, name);
	mkdirSync(path.join(at, 'r/x'), { recursive: true });
	writeFileSync(path.join(at, 'SHA256SUMS'), manifest);
	writeFileSync(path.join(at, 'r/x/index.html'), 'x');
	return at;
}

test('every file and folder of a site gets one time', () => {
	using folder = temporaryFolder();
	const at = site(folder.path, 'new', 'a');
	const day = new Date('2032-02-01');
	setTimes(at, day);
	const all = [
		at,
		...readdirSync(at, { recursive: true, encoding: 'utf8' }).map((name) => path.join(at, name)),
	];
	expect(all).toHaveLength(5);
	for (const one of all) expect(statSync(one).mtimeMs, one).toBe(day.getTime());
});

test('the time is the day of the last change, of accounts and withdrawals the month', () => {
	using folder = temporaryFolder();
	const at = site(folder.path, 'new', 'a');
	const time = (...args: Parameters<typeof archive>) =>
		timeOfSite(archive(...args), at, path.join(folder.path, 'none')).toISOString();
	expect(time([changed('2031-05-06', '2031-07-08'), changed('2031-06')])).toBe('2031-07-08T00:00:00.000Z');
	expect(time([changed('2031-07-08'), changed('2031-08')])).toBe('2031-08-01T00:00:00.000Z');
	expect(time([changed('2031-07-08')], ['2031-09'])).toBe('2031-09-01T00:00:00.000Z');
	expect(time([])).toBe('1970-01-01T00:00:00.000Z');
});

test('another site of the same day is later than the last, the same site is not', () => {
	using folder = temporaryFolder();
	const [next, last] = [site(folder.path, 'new', 'b'), site(folder.path, 'last', 'a')];
	const records = archive([changed('2031-07-08')]);
	const day = new Date('2031-07-08');
	lutimesSync(path.join(last, 'SHA256SUMS'), day, day);
	expect(timeOfSite(records, next, last).getTime()).toBe(day.getTime() + 1000);
	writeFileSync(path.join(next, 'SHA256SUMS'), 'a');
	expect(timeOfSite(records, next, last).getTime()).toBe(day.getTime());
});
