import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { marked, paragraphHits, wantedOf } from '../../../src/search/engine/excerpts.ts';
import { parseMarks } from '../../../src/search/highlight/parse.ts';
import { markedPath } from '../../../src/search/highlight/link.ts';
import { allLeaves, parseQuery } from '../../../src/search/engine/query.ts';
import { stem } from '../../../src/search/engine/stem.ts';
import { bare, stemsOf } from '../../../src/search/engine/words.ts';

describe('stems', () => {
	// From the sample vocabulary of the algorithm, one word for each of its rules.
	test.each([
		['caresses', 'caress'],
		['ponies', 'poni'],
		['ties', 'tie'],
		['gas', 'gas'],
		['agreed', 'agre'],
		['feed', 'feed'],
		['luxuriating', 'luxuri'],
		['hopping', 'hop'],
		['hoping', 'hope'],
		['cried', 'cri'],
		['by', 'by'],
		['say', 'say'],
		['relational', 'relat'],
		['conditionally', 'condit'],
		['apologist', 'apolog'],
		['hopefulness', 'hope'],
		['formative', 'format'],
		['replacement', 'replac'],
		['adoption', 'adopt'],
		['controll', 'control'],
		['rate', 'rate'],
		['generously', 'generous'],
		['communities', 'communiti'],
		['skies', 'sky'],
		['dying', 'die'],
		['news', 'news'],
		['proceeding', 'proceed'],
		['youth', 'youth'],
	])('%s → %s', (word, expected) => {
		expect(stem(word)).toBe(expected);
	});

	test('are never empty for a word', () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[a-z]+$/), (word) => {
				expect(stem(word)).not.toBe('');
			}),
		);
	});
});

test('a piece of text is known in one piece and by its parts', () => {
	expect(bare('(O’Neill’s)')).toBe('oneills');
	expect([...stemsOf('re-opened,')]).toEqual(['reopen', 're', 'open']);
	expect([...stemsOf('Café')]).toEqual(['cafe']);
});

const wanted = (query: string) => allLeaves(parseQuery(query)).map(wantedOf);
const markedIn = (text: string, query: string) =>
	marked(text, wanted(query)).flatMap((run) => (run.marked ? [run.text] : []));

describe('marking', () => {
	test.each([
		['The officials paid the fees.', 'fee', ['fees']],
		['A fee; the officious clerk', 'office', []],
		['(Refunds) were “refused”.', 'refund refusing', ['Refunds', 'refused']],
		['No cooling-off period', 'cooling', ['cooling-off']],
		['a cooling off period, cooling it off', '"cooling off"', ['cooling off']],
		['cancelled, cancellation, can', 'cancel*', ['cancelled', 'cancellation']],
		['IX/0123/22 was lost', '0123', ['IX/0123/22']],
	])('in “%s” by %s', (text, query, expected) => {
		expect(markedIn(text, query)).toEqual(expected);
	});

	test('changes no letter of the text', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('fee', 'fees,', '(paid)', '—', 'a')), (words) => {
				const text = words.join(' ');
				const runs = marked(text, wanted('fee "fee paid" a'));
				expect(runs.map((run) => run.text).join('')).toBe(text);
			}),
		);
	});
});

test('an address with more marks than any search gives is cut short', () => {
	const long = 'x'.repeat(50_000);
	expect(parseMarks(`#p3&mark=${long}`)).toEqual({ anchor: 'p3', marks: [] });
	expect(parseMarks(`#p3&mark=lost&mark=${long}`)).toEqual({ anchor: 'p3', marks: ['lost'] });
	expect(parseMarks(`#p3&mark=${long}&mark=lost`)).toEqual({ anchor: 'p3', marks: ['lost'] });
	expect(parseMarks(`#p3${'&mark=a'.repeat(10_000)}`)?.marks.length).toBeLessThan(50);
	const found = Array.from({ length: 12 }, (_, at) => `case to answer ${at}`);
	expect(parseMarks(markedPath('7k3m9qtw', { number: '3', found }).split('#')[1] ?? '')?.marks).toEqual(
		found,
	);
});

describe('paragraphs', () => {
	const paragraphs = [
		'Nothing here about it.',
		'The fee was paid, and then another fee.',
		`Long before ${'word '.repeat(60)}the fee was refunded ${'word '.repeat(60)}`,
	];
	const head = 'Title fee. Summary.';
	const content = [head, ...paragraphs].join(' ').replace(/\s+/g, ' ');
	const anchors = paragraphs.map((_, place) => ({
		id: `p${place + 1}`,
		location: [head, ...paragraphs.slice(0, place)].join(' ').trim().split(/\s+/).length,
	}));

	test('with most of what is wanted come first, with the stretch that shows it', () => {
		const hits = paragraphHits({ content, anchors }, wanted('fee refund'));
		expect(hits.map(({ number }) => number)).toEqual(['3', '2']);
		expect(hits[0]?.found).toEqual(['fee', 'refunded']);
		const excerpt = hits[0]?.excerpt.map((run) => run.text).join('') ?? '';
		expect(excerpt).toMatch(/^… word.* the fee was refunded .* …$/);
		expect(excerpt.split(' ').length).toBeLessThan(40);
	});

	test('are passed over where words stand only in the head', () => {
		expect(paragraphHits({ content, anchors }, wanted('title'))).toEqual([]);
	});

	test('other anchors than those of paragraphs end a paragraph and are none', () => {
		const more = [...anchors, { id: 'notes', location: (anchors[1]?.location ?? 0) + 4 }];
		const [hit] = paragraphHits({ content, anchors: more }, wanted('another'));
		expect(hit).toBeUndefined();
	});
});

test('what was found travels in the address, and comes out of it again', () => {
	const words = fc.array(fc.stringMatching(/^[\p{L}\p{N}][^\s]*( [^\s]+)?$/u), {
		minLength: 1,
		maxLength: 5,
	});
	fc.assert(
		fc.property(words, (found) => {
			const path = markedPath('7k3m9qtw', { number: '2a', found });
			expect(path.startsWith('/r/7k3m9qtw/#p2a&mark=')).toBe(true);
			expect(parseMarks(path.slice(path.indexOf('#')))).toEqual({ anchor: 'p2a', marks: found });
		}),
	);
	expect(parseMarks('#p3')).toBeNull();
	expect(parseMarks('#p3&cite=1234abcd')).toBeNull();
});
