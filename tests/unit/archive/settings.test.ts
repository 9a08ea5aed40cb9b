import { expect, test } from 'vitest';
import { settings } from '../../../src/core/settings.ts';
import { Failure } from '../../../src/core/values/failure.ts';

test.each([
	'https://archive.example/a b/',
	'https://user:pass@archive.example/',
	'https://user@archive.example/',
	'https://archive.example/?edition=2',
	'https://archive.example/?',
	'https://archive.example/#top',
	'archive.example',
	'//archive.example/',
	'ftp://archive.example/',
	'javascript:alert(1)',
	'https:///',
	'https://',
	'https://archive.example/a\\b/',
	'https://archive.example/%2e%2e/',
	'https://archive.example/"x"/',
	'https://archive.example/\n',
])('an address that a site cannot be at is refused in one line: %j', (address) => {
	const read = () => settings({ ARCHIVE_ADDRESS: address });
	expect(read).toThrow(Failure);
	expect(read).toThrow(/^ARCHIVE_ADDRESS [^\n]*https:\/\/archive\.example\/folder\/\.$/);
});

test.each([
	['https://archive.example', 'https://archive.example', '/'],
	['https://archive.example/sub', 'https://archive.example', '/sub/'],
	['http://localhost:8080/a/b-c_d.e~f//', 'http://localhost:8080', '/a/b-c_d.e~f/'],
])('%s is taken', (address, site, base) => {
	expect(settings({ ARCHIVE_ADDRESS: address })).toMatchObject({ site, base, hasAddress: true });
});

test.each([' ', ' site', 'site ', '~', '~/site'])('%j is a slip and no folder', (folder) => {
	for (const name of ['ARCHIVE_OUT', 'ARCHIVE_CONTENT'])
		expect(() => settings({ [name]: folder })).toThrow(new RegExp(`^${name} [^\n]+$`));
});
