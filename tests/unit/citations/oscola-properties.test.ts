import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CitableItem, ItemKind } from '../../../src/citations/item.ts';
import { bodyOf, parseByline } from '../../../src/citations/names.ts';
import { type Form, oscola } from '../../../src/citations/oscola/oscola.ts';
import type { Edition } from '../../../src/citations/oscola/bodies.ts';
import { pinpoint } from '../../../src/citations/pinpoint.ts';
import { textOf } from '../../../src/citations/rich-text.ts';

const word = fc.constantFrom(
	'harm',
	'Office',
	'the',
	'of',
	'women’s',
	'co-operate',
	'É',
	'50%',
	'A&B',
	'sellers’',
	"it's",
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const title = fc
	.array(
		fc.oneof(
			words,
			words.map((text) => `‘${text}x’`),
			words.map((text) => `“${text}”`),
			words.map((text) => `"${text}"`),
			words.map((text) => `“a ‘${text}x’ b”`),
		),
		{ minLength: 1, maxLength: 3 },
	)
	.map((parts) => parts.join(' '));
const name = fc
	.constantFrom('Ann Ash', 'Cy van der Cedar Jr.', 'Prof Di Doum', 'Editorial', 'Ash, Ann', 'The Paper')
	.map(parseByline);
const body = fc.constantFrom('Acme Ltd.', 'The Office').map((text) => bodyOf(text));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const item: fc.Arbitrary<CitableItem> = fc.record({
	key: fc.constant('k'),
	kind: fc.constantFrom<ItemKind>(
		'news',
		'web',
		'journal',
		'report',
		'paper',
		'debate',
		'legislation',
		'own',
	),
	title,
	titleSupplied: fc.boolean(),
	creators: fc.array(fc.oneof(name, body), { maxLength: 5 }),
	container: maybe(fc.constant('The Paper')),
	publisher: maybe(fc.constant('A House')),
	place: maybe(fc.constant('Leeds')),
	descriptor: maybe(fc.constant('letter')),
	number: maybe(fc.constantFrom('Cm 12', 'HC 2021-22, 140', 'HC Deb vol 3', '4')),
	date: maybe(fc.constantFrom('2021', '2021-10', '2021-10-03', '2021~', '2020/2021-02', '2021-10?')),
	version: maybe(fc.integer({ min: 1, max: 12 })),
	address: maybe(fc.webUrl()),
	permanent: maybe(fc.boolean()),
	accessed: maybe(fc.constant('2026-11-21')),
	reproduces: maybe(fc.constant('Another')),
	volume: maybe(fc.constant('27')),
	issue: maybe(fc.constant('4')),
	pages: maybe(fc.constantFrom('406–423', 'e12')),
	doi: maybe(fc.constant('10.1234/a')),
	pinpoint: maybe(fc.constantFrom('page 3', 'pages 3-5', 'Sections 1.1 to 2.2', 'Foreword')),
});
const form = fc.constantFrom<Form>('footnote', 'subsequent', 'ibid', 'bibliography');
const edition = fc.constantFrom<Edition>(4, 5);
const paragraphs = fc.uniqueArray(fc.integer({ min: 1, max: 30 }).map(String), { maxLength: 6 });

/** Every reference there can be, without its address, which may hold any mark. */
function everyReference(check: (text: string, item: CitableItem) => void) {
	fc.assert(
		fc.property(item, form, edition, paragraphs, (thing, as, of, at) => {
			const place = at.length === 0 ? {} : { pinpoint: pinpoint(at) };
			check(textOf(oscola(thing, { form: as, edition: of, ...place })).replace(/<.*>/, '<>'), thing);
		}),
		{ numRuns: 2000 },
	);
}

describe('any OSCOLA reference', () => {
	test('has no punctuation twice, and no space too many', () => {
		everyReference((text) => {
			expect(text).not.toMatch(/[,;:]\s*[,;:.)]|\.\.|\(\s*[,)]|\(\)|\s{2}|\s[,.;)]|^\s|\s$/);
		});
	});

	test('has its quotation marks and brackets in pairs', () => {
		everyReference((text) => {
			expect(text.match(/“/g)?.length ?? 0).toBe(text.match(/”/g)?.length ?? 0);
			// An apostrophe looks like a closing mark: a mark after a letter that a letter follows, or after an s, may be one.
			const bare = text.replace(/women’s|it’s|It’s|Women’s|sellers’|Sellers’/g, '');
			expect(bare.match(/‘/g)?.length ?? 0).toBe(bare.match(/’/g)?.length ?? 0);
			for (const pair of ['()', '[]', '<>'])
				expect(text.split(pair.charAt(0)).length).toBe(text.split(pair.charAt(1)).length);
		});
	});

	test('has en rules in ranges, never hyphens', () => {
		everyReference((text) => expect(text).not.toMatch(/\d-\d/));
	});

	test('never says that something is undefined, null or not a number', () => {
		everyReference((text) => expect(text).not.toMatch(/undefined|null|NaN|\[object/));
	});

	test('has straight quotation marks nowhere', () => {
		everyReference((text) => expect(text).not.toMatch(/['"]/));
	});

	test('ends a footnote with a stop in the fourth edition only, and a bibliography in neither', () => {
		fc.assert(
			fc.property(item, form, edition, (thing, as, of) => {
				const stop = textOf(oscola(thing, { form: as, edition: of })).endsWith('.');
				expect(stop).toBe(of === 4 && as !== 'bibliography');
			}),
		);
	});
});
