import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearest } from '../../../src/search/engine/edit-distance.ts';

const WORDS = ['accused', 'cambridgeshire', 'form', 'from', 'letter', 'lettuce', 'of', 'refer', 'refers'];

describe('a misspelt word', () => {
	test.each<[string, string[]]>([
		['acused', ['accused']],
		['letterr', ['letter']],
		['lettre', ['letter']],
		['cambrigeshire', ['cambridgeshire']],
		['cambrigshire', ['cambridgeshire']],
		['fromm', ['from']],
		['refert', ['refer', 'refers']],
		// Too short, too far, or another first letter
		['og', []],
		['lotter*', []],
		['better', []],
		['cambrishire', []],
		['', []],
	])('%s may stand for %j', (word, expected) => {
		expect(nearest(word, WORDS)).toEqual(expected);
	});

	test('is never itself, and one slip leads back', () => {
		const long = fc.stringMatching(/^[a-z]{5,12}$/);
		fc.assert(
			fc.property(long, fc.nat(), (word, at) => {
				expect(nearest(word, [word])).toEqual([]);
				const place = 1 + (at % (word.length - 1));
				const slipped = `${word.slice(0, place)}${word.slice(place + 1)}`;
				if (slipped !== word) expect(nearest(slipped, [word])).toEqual([word]);
			}),
		);
	});
});
