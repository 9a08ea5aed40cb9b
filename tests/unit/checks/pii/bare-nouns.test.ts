import { expect, test } from 'vitest';
import { Declared } from '../../../../src/checks/pii/context.ts';
import { loadLexicon } from '../../../../src/checks/pii/lexicon.ts';
import { normalise } from '../../../../src/checks/pii/normalise.ts';
import { scanFragment } from '../../../../src/checks/pii/scan.ts';
import { registerSchema } from '../../../../src/core/model/register.ts';
import * as samples from '../../../support/samples.ts';

function found(text: string, bareNouns: string[]): string[] {
	const declared = new Declared({
		register: registerSchema.parse({ bareNouns }),
		config: samples.config() as never,
		organisations: new Map(),
		names: [],
		days: new Set(),
	});
	const scan = {
		strictness: 'testimony' as const,
		declared,
		allowed: declared.forTestimony('none', [], [], true),
		lexicon: loadLexicon(),
		authors: new Set<string>(),
		months: new Set<string>(),
	};
	const normal = normalise(text);
	return scanFragment({ ...normal, field: 'text' }, scan).map(({ rule, start, end }) =>
		[rule, normal.text.slice(start, end)].join(' '),
	);
}

test('a noun of the subject, once declared, is nobody where a name could stand', () => {
	expect(found('Then traders told me to wait.', [])).toEqual([]);
	expect(found('I was asked and magistracy told me to wait.', [])).not.toEqual([]);
	expect(found('I was asked and magistracy told me to wait.', ['Magistracy'])).toEqual([]);
});

test('what is somebody’s name stays found, so that one person cannot put a name into the register', () => {
	for (const name of ['price', 'bush', 'sarah', 'wiggins'])
		expect(found(`I was asked and ${name} told me to wait.`, [name])).toEqual(
			found(`I was asked and ${name} told me to wait.`, []),
		);
	expect(found('I was asked and price told me to wait.', ['price'])).toEqual(['DT-C3 price']);
});

test('a noun of the subject tells nothing as an employer or an event, and has an age', () => {
	expect(found('He works for the ferries.', ['ferries'])).toEqual([]);
	expect(found('He works for the ferries.', [])).not.toEqual([]);
	expect(found('On the night of the raid they left.', ['raid'])).toEqual([]);
	expect(found('On the night of the raid they left.', [])).not.toEqual([]);
	expect(found('A tenant, nineteen, spoke.', ['tenant'])).toEqual(['DT-Q1 nineteen']);
});
