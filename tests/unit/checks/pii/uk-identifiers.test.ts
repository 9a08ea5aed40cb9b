import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import { TESTIMONY, textFile, writeArchive } from '../../../support/archive.ts';
import { givenTestimony } from '../../../support/samples.ts';

/** Numbers of the United Kingdom and the like as people type them, each in a sentence of its own. */
const SENTENCES = [
	'her number is AB123456C here',
	'her number is AB 12 34 56 C here',
	'her number is ab123456c here',
	'her number is AB-12-34-56-C here',
	'her number is AB.12.34.56.C here',
	'her number is QQ 12 34 56 C here',
	'her number is AB123456 here',
	'national insurance number ab 123456 c here',
	'her nhs number is 943 476 5919 here',
	'her nhs number is 943-476-5919 here',
	'her nhs number is 9434765919 here',
	'the number 943\u00a0476\u00a05919 is hers',
	'the number 943\u2009476\u20095919 is hers',
	'the number 943.476.5919 is hers',
	'she lives at sw1a 1aa now',
	'she lives at SW1A1AA now',
	'she lives at SW1A\u00a01AA now',
	'she lives at M1 1AE now',
	'she lives at EC1A-1BB now',
	'she lives near the SW1A area now',
	'she lives at S W 1 A 1 A A now',
	'call 07700 900123 please',
	'call 07700900123 please',
	'call +44 7700 900123 please',
	'call +44 (0)7700 900123 please',
	'call 0 7 7 0 0 9 0 0 1 2 3 please',
	'call 07700-900-123 please',
	'call 07700.900.123 please',
	'call (020) 7946 0018 please',
	'call 020 7946 0018 please',
	'call 01632 960 001 please',
	'call oh seven seven double oh nine double oh one two three please',
	'write to jane.doe@example.com please',
	'write to jane dot doe at example dot com please',
	'write to jane.doe [at] example [dot] com please',
	'find her as @janedoe1990 there',
	'the car AB12 CDE was seen',
	'the car AB12CDE was seen',
	'the car ab12 cde was seen',
	'the car A123 BCD was seen',
	'the car P12 ABC was seen',
	'his collar number 4567 was noted',
	'pc 4567 came',
	'PC 4567 came',
	'his shoulder number was E1234 then',
	'crime reference 01/12345/21 was given',
	'crime reference number 4200012345 was given',
	'CAD 1234 of 12 March was logged',
	'the reference CR/12345/21 was given',
	'log 123 of 4 May 2021 was made',
	'case number FD21P00123 was given',
	'claim number A1BC234D was given',
	'account 12345678 sort code 12-34-56 was used',
	'sort code 123456 account 12345678',
	'card 4111 1111 1111 1111 was used',
	'passport 123456789 was shown',
	'passport number 533401372 was shown',
	'driving licence MORGA657054SM9IJ was shown',
	'her date of birth is 12/03/1985 here',
	'born 12.3.85 in town',
	'born on the twelfth of March 1985',
	'born on 1985-03-12 here',
	'iban GB29NWBK60161331926819 was used',
	'ip 192.168.12.34 was logged',
	'imei 490154203237518 was logged',
	'utr 1234567890 was given',
	'hospital number K123456 was given',
	'flat 3b, 12 acacia avenue was searched',
	'the house at 12 high street was searched',
	'what3words filled.count.soap was noted',
	'grid reference TQ 30080 80250 was noted',
	'coordinates 51.5007, -0.1246 were logged',
	'her snap is janed_1990 there',
	'officer 1234 smith was there',
	'police pension number 123456 was given',
];

test('each stops an account', async () => {
	using folder = writeArchive({ [TESTIMONY]: textFile(givenTestimony(), SENTENCES.join('.\n\n')) });
	const { problems } = await readArchive(folder.path);
	const lines = readFileSync(path.join(folder.path, TESTIMONY), 'utf8').split('\n');
	const stopped = new Set(
		problems.flatMap(({ file, line, rule, severity }) =>
			file === TESTIMONY && severity === 'error' && rule.startsWith('DT-') ? (lines[line - 1] ?? '') : [],
		),
	);
	const passed = SENTENCES.filter((sentence) => ![...stopped].some((line) => line.startsWith(sentence)));
	expect(passed).toEqual([]);
});
