import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read/read.ts';
import { type Files, FINDING, REPORT, textFile, writeArchive } from '../../support/archive.ts';
import { packedWarc, PAGE, PDF, sha256, wacz, warcRecords } from '../../support/captures.ts';
import { capture, finding, report, source } from '../../support/samples.ts';

const HASH = sha256(PDF);
const facts = (changes: object = {}) => ({
	...capture(),
	sha256: HASH,
	bytes: PDF.length,
	storage: 'public',
	...changes,
});
const captured = (changes: object = {}) => ({
	[REPORT]: textFile({ ...report(), sources: [{ ...source(), capture: facts(changes) }] }, 'One.\n\nTwo.'),
	'figures/paid.yaml': null,
});
const PUBLIC = `captures/public/${HASH}.pdf`;
const SEALED = `captures/sealed/${HASH}.pdf`;

async function read(files: Files) {
	using folder = writeArchive(files);
	const { archive, problems } = await readArchive(folder.path);
	const held = [...(archive?.captures.values() ?? [])].map(({ hash, storage, file }) => [
		hash,
		storage,
		file && path.relative(folder.path, file),
	]);
	return { held, told: problems.map(({ file, rule, severity }) => `${file} ${rule} ${severity}`), problems };
}

describe('a capture that is in order', () => {
	test('public, with its file', async () => {
		const { held, told } = await read({ ...captured(), [PUBLIC]: PDF });
		expect(told).toEqual([]);
		expect(held).toEqual([[HASH, 'public', PUBLIC]]);
	});

	test('sealed, with its file or without', async () => {
		expect(await read({ ...captured({ storage: 'sealed' }), [SEALED]: PDF })).toMatchObject({
			told: [],
			held: [[HASH, 'sealed', SEALED]],
		});
		expect(await read(captured({ storage: 'sealed' }))).toMatchObject({
			told: [],
			held: [[HASH, 'sealed', null]],
		});
	});

	test.each<[string, string, string, Uint8Array | string]>([
		['text/html', 'html', 'a page', PAGE],
		[
			'text/html',
			'html',
			'a page with a comment before it',
			`<?xml version="1.0"?>\n<!-- saved -->\n${PAGE}`,
		],
		['application/warc', 'warc', 'a WARC file', warcRecords().join('')],
		['application/gzip', 'warc.gz', 'a packed WARC file', packedWarc()],
		['application/wacz', 'wacz', 'a WACZ', wacz()],
	])('%s .%s: %s', async (mediaType, ending, _, bytes) => {
		const hash = sha256(bytes);
		const length = Buffer.byteLength(bytes);
		const { told } = await read({
			...captured({ mediaType, sha256: hash, bytes: length }),
			[`captures/public/${hash}.${ending}`]: bytes,
		});
		expect(told).toEqual([]);
	});
});

describe('what is refused', () => {
	const page = sha256(PAGE);
	test.each<[string, Files, string[]]>([
		['a public one that is missing', captured(), [`${REPORT} capture-missing error`]],
		[
			'a public one that lies among the sealed',
			{ ...captured(), [SEALED]: PDF },
			[`${REPORT} capture-storage error`],
		],
		[
			'a sealed one that lies among the public',
			{ ...captured({ storage: 'sealed' }), [PUBLIC]: PDF },
			[`${REPORT} capture-storage error`],
		],
		[
			'a file that was changed',
			{ ...captured(), [PUBLIC]: `${PDF} ` },
			[`${PUBLIC} capture-changed error`, `${REPORT} capture-missing error`],
		],
		[
			'a sealed file that was changed',
			{ ...captured({ storage: 'sealed' }), [SEALED]: `${PDF} ` },
			[`${SEALED} capture-changed error`],
		],
		['another size', { ...captured({ bytes: 1 }), [PUBLIC]: PDF }, [`${REPORT} capture-facts error`]],
		[
			'another kind',
			{ ...captured({ mediaType: 'text/html' }), [PUBLIC]: PDF },
			[`${REPORT} capture-facts error`],
		],
		[
			'a page that is called a WARC, which a host could show',
			{ [`captures/public/${page}.warc`]: PAGE },
			[`captures/public/${page}.warc wrong-format error`],
		],
		[
			'a file that is called by words',
			{ 'captures/public/letter.pdf': PDF },
			['captures/public/letter.pdf unexpected-file error'],
		],
		[
			'a file beside the folders',
			{ [`captures/${HASH}.pdf`]: PDF },
			[`captures/${HASH}.pdf unexpected-file error`],
		],
		[
			'a link',
			{ ...captured(), [PUBLIC]: { link: '/etc/hostname' } },
			[`${PUBLIC} symbolic-link error`, `${REPORT} capture-missing error`],
		],
		[
			'public for one source, sealed for another',
			{
				...captured(),
				[FINDING]: textFile(
					{ ...finding(), sources: [{ ...source(), capture: facts({ storage: 'sealed' }) }] },
					'What was found.',
				),
				[SEALED]: PDF,
			},
			[`${REPORT} capture-storage error`],
		],
	])('%s', async (_, files, expected) => {
		const { told, held, problems } = await read(files);
		expect(told).toEqual(expected);
		expect(held).toEqual([]);
		for (const { message, advice } of problems) expect(message + advice).toMatch(/\w/);
		for (const { message, advice } of problems) expect(message + advice).not.toMatch(/undefined|null|NaN/);
	});

	test('a folder of captures that is a link is not looked into', async () => {
		using elsewhere = writeArchive();
		mkdirSync(path.join(elsewhere.path, 'captures/public'), { recursive: true });
		writeFileSync(path.join(elsewhere.path, PUBLIC), PDF);
		using folder = writeArchive();
		symlinkSync(path.join(elsewhere.path, 'captures'), path.join(folder.path, 'captures'));
		const { problems } = await readArchive(folder.path);
		expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['captures symbolic-link']);
	});
});

describe('a file that no source names', () => {
	test('is told, and is not published', async () => {
		const { held, told } = await read({ [PUBLIC]: PDF });
		expect(told).toEqual([`${PUBLIC} unused-capture warning`]);
		expect(held).toEqual([]);
	});

	test('among the sealed ones it still counts as sealed', async () => {
		const { held, told } = await read({ [SEALED]: PDF });
		expect(told).toEqual([`${SEALED} unused-capture warning`]);
		expect(held).toEqual([[HASH, 'sealed', SEALED]]);
	});

	test('so is the capture of a record that was withdrawn', async () => {
		const withdrawn = textFile(
			{ ...finding(), status: 'withdrawn', sources: [{ ...source(), capture: facts() }] },
			'What was found.',
		);
		const { held, told } = await read({ [FINDING]: withdrawn, [PUBLIC]: PDF });
		expect(told).toEqual([`${PUBLIC} unused-capture warning`]);
		expect(held).toEqual([]);
	});
});

describe('an earlier version', () => {
	/** A report whose first version named a public capture, and whose second does not. */
	const released = () => {
		const first = { ...report(), sources: [{ ...source(), capture: facts() }] };
		const changes = [
			...report().changes,
			{ version: 2, date: '2031-12-02', kind: 'update', note: 'Taken out.' },
		];
		return {
			'figures/paid.yaml': null,
			'versions/fbmgs2sv/v1.mdx': textFile(first, 'One.\n\nTwo.'),
			[REPORT]: textFile({ ...report(), version: 2, changes }, 'One.\n\nTwo.'),
		};
	};

	test.each([
		['keeps what it named for as long as that is public', { [PUBLIC]: PDF }, 'public', PUBLIC],
		['shows as sealed what was sealed since', { [SEALED]: PDF }, 'sealed', SEALED],
		['shows as sealed what is gone', {}, 'sealed', null],
	])('%s', async (_, files, storage, file) => {
		const { held, told } = await read({ ...released(), ...files });
		expect(told).toEqual([]);
		expect(held).toEqual([[HASH, storage, file]]);
	});
});
