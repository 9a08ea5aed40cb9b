import { describe, expect, test } from 'vitest';
import { idsIn, listFragment, parseList } from '../../../src/site/client/search/list-fragment.ts';

describe('the records that a text names', () => {
	test.each([
		['x15w7xb9', ['x15w7xb9']],
		['x15w7xb9, 1vm1d7gn;fbmgs2sv', ['x15w7xb9', '1vm1d7gn', 'fbmgs2sv']],
		['https://a.example/r/x15w7xb9/#p2', ['x15w7xb9']],
		['https://a.example/sub/r/x15w7xb9/v1/#p2&cite=3f2b9c1d', ['x15w7xb9']],
		['/r/x15w7xb9/#p2&mark=bcdfghjk&cite=3f2b9c1d', ['x15w7xb9']],
		['‘Record x15w7xb9’ para 2 <https://a.example/r/x15w7xb9/#p2&cite=3f2b9c1d>.', ['x15w7xb9']],
		['https://bcdfghjk.example/r/x15w7xb9/', ['x15w7xb9']],
		['https://a.example/list/#r=x15w7xb9,1vm1d7gn', ['x15w7xb9', '1vm1d7gn']],
		['#p2&cite=3f2b9c1d', []],
		['https://a.example/search/#q=bcdfghjk', []],
		['record-x15w7xb9.ris', ['x15w7xb9']],
		['nothing here', []],
	])('%s', (text, ids) => {
		expect(idsIn(text)).toEqual(ids);
	});

	test('what a fragment lists is read as it was written', () => {
		const ids = ['x15w7xb9', '1vm1d7gn'];
		expect(parseList(`#${listFragment(ids)}`)).toEqual(ids);
		expect(parseList('#q=x15w7xb9')).toEqual([]);
	});
});
