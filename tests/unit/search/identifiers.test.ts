import { describe, expect, test } from 'vitest';
import { recordsNamed } from '../../../src/search/engine/identifiers.ts';

const IDS = ['dmvn1d20', '7k3m9qtw', 'xppnfrpm'];

describe('the records that a text names', () => {
	test.each([
		['dmvn1d20', ['dmvn1d20']],
		['Record Dmvn1d20', ['dmvn1d20']],
		['DMVN1D20 and /r/7K3M9QTW/v2/#p3', ['dmvn1d20', '7k3m9qtw']],
		['dmvnld2o', ['dmvn1d20']],
		['Xppnfrpm', ['xppnfrpm']],
		['dmvn1d', []],
		['constructor __proto__', []],
	])('%s', (text, named) => {
		expect(recordsNamed(text, IDS).named).toEqual(named);
	});

	test.each([
		['dmvn1d21', ['dmvn1d20']],
		['7k39mqtw', ['7k3m9qtw']],
		['7k3m9qwt', ['7k3m9qtw']],
		['zzzzzzzz', []],
		['dmvn1d20', []],
	])('%s may stand for one with a slip', (text, likely) => {
		expect(recordsNamed(text, IDS).likely).toEqual(likely);
	});
});
