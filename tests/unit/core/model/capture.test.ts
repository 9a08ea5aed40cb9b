import { describe, expect, test } from 'vitest';
import { capturePath, captureSchema } from '../../../../src/core/model/capture.ts';
import { sourceSchema } from '../../../../src/core/model/source.ts';
import { testimonySchema } from '../../../../src/core/model/testimony.ts';
import {
	capture,
	custody,
	givenTestimony,
	publishedTestimony,
	source,
	VOCABULARY,
} from '../../../support/samples.ts';

const [ONE, TWO] = ['12'.repeat(32), 'ab'.repeat(32)];
const entry = (changes: object = {}) => ({ ...custody(), ...changes });
/** A scan that was converted and handed on. */
const chain = () => [
	entry({ action: 'received', after: ONE }),
	entry({ seq: 2, action: 'converted', before: ONE, after: TWO }),
	entry({ seq: 3, at: '2031-04-02T08:00:00Z', action: 'transferred', before: TWO, after: TWO }),
];
const refusal = (changes: object) => {
	const issues = captureSchema.safeParse({ ...capture(), ...changes }).error?.issues ?? [];
	return issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n');
};

test('a capture with all its facts, and one with the fewest', () => {
	expect(refusal({ finalUrl: 'https://paper.example/b', custody: chain() })).toBe('');
	expect(refusal({ url: null, method: 'scan', tool: undefined, collector: undefined })).toBe('');
});

describe('what is refused', () => {
	test.each([
		['a day without time', { capturedAt: '2031-04-01' }, 'capturedAt: Not a moment'],
		['parts of a second', { capturedAt: '2031-04-01T09:30:00.5Z' }, 'capturedAt: Not a moment'],
		['local time', { capturedAt: '2031-04-01T09:30:00+01:00' }, 'capturedAt: Not a moment'],
		['a day that is none', { capturedAt: '2031-02-30T09:30:00Z' }, 'capturedAt: Not a moment'],
		['a hash in capitals', { sha256: 'AB'.repeat(32) }, 'sha256: Not a SHA-256'],
		['a hash that is too short', { sha256: 'ab' }, 'sha256: Not a SHA-256'],
		['an empty file', { bytes: 0 }, 'bytes: '],
		['a kind of file that cannot be one', { mediaType: 'application/zip' }, 'mediaType: '],
		['a place that is neither', { storage: 'somewhere' }, 'storage: '],
		['a name for a role', { collector: 'Jane Doe' }, 'collector: '],
		['a program without a version', { tool: 'Chromium' }, 'tool: Write the program and its version'],
		['words besides the program', { tool: 'Chromium 153, on her laptop' }, 'tool: Write the program'],
		['a page from nowhere', { url: null }, 'url: Was captured from an address'],
		['an address that runs', { url: 'javascript:alert(1)' }, 'url: Not a web address'],
		[
			'an end without a start',
			{ url: null, method: 'scan', finalUrl: 'https://a.example/' },
			'finalUrl: Leads',
		],
		['an end that is the start', { finalUrl: 'https://paper.example/a' }, 'finalUrl: Is the address itself'],
		['an unknown field', { name: 'x' }, ': Unrecognized key'],
	])('%s', (_, changes, told) => {
		expect(refusal(changes)).toContain(told);
	});
});

describe('custody is whole', () => {
	test.each([
		[
			'a gap in the numbers',
			(all: object[]) => [all[0], { ...all[1], seq: 3 }, { ...all[2], seq: 4 }],
			'1.seq: ',
		],
		['a start that is not 1', (all: object[]) => [{ ...all[0], seq: 0 }, ...all.slice(1)], '0.seq: '],
		[
			'an entry left out',
			(all: object[]) => [all[0], { ...all[2], seq: 2 }],
			'1.before: Is not what the entry',
		],
		[
			'time that goes back',
			(all: object[]) => [...all.slice(0, 2), { ...all[2], at: '2031-03-01T00:00:00Z' }],
			'2.at: ',
		],
		[
			'nothing before a later entry',
			(all: object[]) => [all[0], { ...all[1], before: null }, all[2]],
			'1.before: ',
		],
		[
			'an end that is another file',
			(all: object[]) => all.slice(0, 1),
			'0.after: Is not the SHA-256 of the file',
		],
		[
			'bytes changed by handing on',
			(all: object[]) => [all[0], { ...all[1], action: 'transferred' }, all[2]],
			'1.after: This action changes no byte',
		],
		[
			'an action that is unknown',
			(all: object[]) => [{ ...all[0], action: 'lost' }, ...all.slice(1)],
			'0.action: ',
		],
		['none at all', () => [], 'custody: '],
	])('%s is refused', (_, change, told) => {
		expect(refusal({ custody: change(chain()) })).toContain(told);
	});
});

test.each([
	['published', publishedTestimony()],
	['given', givenTestimony()],
])('PV-1 the source of a %s account has no capture', (_, account) => {
	const schema = testimonySchema(VOCABULARY);
	expect(schema.safeParse(account).success).toBe(true);
	const [first] = account.sources;
	const captured = schema.safeParse({ ...account, sources: [{ ...first, capture: capture() }] });
	expect(captured.error?.issues.map(({ path }) => path.join('.'))).toEqual(['sources.0.capture']);
	expect(captured.error?.issues[0]?.message).toContain('An account has no captures');
});

test('an archived copy has the day that it was made on', () => {
	const parse = (archived: unknown) => sourceSchema(VOCABULARY).safeParse({ ...source(), archived }).success;
	expect(parse([{ url: 'https://web.example/1', date: '2031-04-01' }])).toBe(true);
	expect(parse([{ url: 'https://web.example/1' }])).toBe(false);
	expect(parse([{ url: 'data:text/html,x', date: '2031-04-01' }])).toBe(false);
});

test('a page is published under an ending that no host shows as a page, or looks into', () => {
	expect(capturePath(ONE, 'text/html')).toBe(`/captures/${ONE}.txt`);
	expect(capturePath(ONE, 'application/gzip')).toBe(`/captures/${ONE}.warc.gz`);
});
