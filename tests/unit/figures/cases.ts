import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Figure, figureSchema } from '../../../src/core/model/figure.ts';
import { ROOT } from '../../support/sites.ts';
import { figure as sample, IDS, VOCABULARY } from '../../support/samples.ts';

/** One row of the table, as it stands in `cases.yaml`. */
export interface Case {
	n: number;
	judge?: string;
	pair?: [string, string];
	status?: string;
	checks?: Record<string, unknown>[];
	change?: string[];
	/** The number that the pair share. */
	same?: number;
	/** The fields in which the pair differ, at least. */
	differ?: string[];
}

const file = parse(readFileSync(path.join(ROOT, 'tests/unit/figures/cases.yaml'), 'utf8')) as {
	figures: Record<string, Record<string, unknown>>;
	cases: Case[];
};
export const CASES: readonly Case[] = file.cases;

const MEASURES = [
	'accused',
	'disciplined',
	'not-disciplined',
	'cleared',
	'dismissed',
	'charged',
	'convicted',
	'prosecuted',
];
const schema = figureSchema({ ...VOCABULARY, measures: MEASURES, organisations: ['met'] });
const RECORDS: Readonly<Record<string, string>> = {
	s0: IDS[0],
	s1: IDS[1],
	s2: IDS[2],
	s3: IDS[3],
	s4: IDS[4],
};

/** A figure with the fields that a test is about; the others are those of no matter. */
export function figureOf(fields: Record<string, unknown>): Figure {
	const { numerator: _, ...rest } = sample();
	const { period, record, ...own } = fields;
	return schema.parse({
		...rest,
		...own,
		record: RECORDS[String(record ?? 's0')],
		period: { from: null, to: null, asStated: 'as stated', ...(period as object) },
	});
}

/** The figures of the table, freshly parsed, so that a test may change them. */
export function figures(): { id: string; data: Figure }[] {
	return Object.entries(file.figures).map(([id, fields]) => ({ id, data: figureOf(fields) }));
}
