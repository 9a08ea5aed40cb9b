import { describe, expect, test } from 'vitest';
import { suggestAddress } from '../../../../src/site/client/not-found/suggestions.ts';

const meant = (address: string, root = '/') => {
	const [pathname = '', fragment] = address.split('#');
	return suggestAddress({ pathname, hash: fragment === undefined ? '' : `#${fragment}` }, root);
};

describe('an address that leads nowhere', () => {
	test.each([
		['/r/Dmvn1d20/', '/r/dmvn1d20/'],
		['/R/DMVN1D20/V2/#P3', '/r/dmvn1d20/v2/#p3'],
		['/r/dmvnld2o/', '/r/dmvn1d20/'],
		['/r/dmvn1d20/%3E.', '/r/dmvn1d20/'],
		['/r/dmvn1d20/).', '/r/dmvn1d20/'],
		['/r/dmvn1d20/something/', '/r/dmvn1d20/'],
		['/Themes/Charges/', '/themes/charges/'],
		['/Themes/Charges', '/themes/charges/'],
	])('%s is %s', (address, href) => {
		expect(meant(address)).toEqual({ href, isSure: true });
	});

	test('keeps to the folder of the archive', () => {
		expect(meant('/sub/r/Dmvn1d20/', '/sub/')?.href).toBe('/sub/r/dmvn1d20/');
		expect(meant('/r/Dmvn1d20/', '/sub/')).toBeNull();
	});

	test('with an identifier that cannot be is searched for', () => {
		expect(meant('/r/Dmvn1d21/')).toEqual({ href: '/search/#q=dmvn1d21', isSure: false });
	});

	test.each(['/r/dmvn1d20/', '/r/words/', '/themes/charges/', '/a/"><script>', '/javascript:alert(1)'])(
		'%s has nothing better',
		(address) => {
			expect(meant(address)).toBeNull();
		},
	);
});
