import { expect, test } from 'vitest';
import * as address from '../../../../src/core/values/address.ts';

test('addresses stay as they were first published', () => {
	expect(address.recordPath('7k3m9qtw')).toBe('/r/7k3m9qtw/');
	expect(address.recordPath('7k3m9qtw', '12a')).toBe('/r/7k3m9qtw/#p12a');
	expect(address.themePath('a')).toBe('/themes/a/');
	expect(address.organisationPath('a')).toBe('/organisations/a/');
	expect(address.complaintPath('a')).toBe('/complaints/a/');
	expect(address.pagePath('about')).toBe('/about/');
	expect(address.pagePath('home')).toBe('/');
	expect(address.listPath('reports')).toBe('/reports/');
	expect(address.listPath('reports', 2)).toBe('/reports/2/');
});
