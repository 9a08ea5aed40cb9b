import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { captureKind, insteadOf } from '../../../src/archive/media/capture-kind.ts';
import { temporaryFolder } from '../../support/archive.ts';

const PARTS =
	'boundary="----x"\r\n\r\n------x\r\nContent-Type: text/html\r\n\r\n<html></html>\r\n------x--\r\n';

test.each([
	[
		'MHTML of Chrome',
		`From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\t${PARTS}`,
		/MHTML.*PDF/,
	],
	[
		'MHTML of another program',
		`MIME-Version: 1.0\r\nSubject: A page\r\n of it\r\nContent-Type: multipart/related; ${PARTS}`,
		/MHTML/,
	],
	['a web archive of Safari', 'bplist00\xd1\x01', /Safari/],
	['a screenshot', '\x89PNG\r\n\x1a\n', /picture/],
	['anything else', 'some words', undefined],
])('%s is no capture, and what to do instead is said', (_, bytes, advice) => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	writeFileSync(file, bytes, 'latin1');
	expect(captureKind(file)).toBeUndefined();
	if (advice) expect(insteadOf(file)).toMatch(advice);
	else expect(insteadOf(file)).toBeUndefined();
});
