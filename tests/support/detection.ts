import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { Declared } from '../../src/checks/pii/context.ts';
import { loadLexicon } from '../../src/checks/pii/lexicon.ts';
import type { Hit, Span } from '../../src/checks/pii/model.ts';
import { normalise } from '../../src/checks/pii/normalise.ts';
import { type Scan, scanFragment } from '../../src/checks/pii/scan.ts';
import { detect } from '../../src/checks/pii/patterns/detect.ts';
import { registerSchema } from '../../src/core/model/register.ts';
import * as samples from './samples.ts';
import { ROOT } from './sites.ts';

/** A labelled sentence: pairs of rule and exact text. */
export interface Labelled {
	text: string;
	spans?: [rule: string, text: string][];
}

/** A labelled set of `tests/detection`. */
export function labelled(name: string): Labelled[] {
	return readFileSync(path.join(ROOT, 'tests/detection', `${name}.jsonl`), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Labelled);
}

/** Words of one archive's subject, with which the sets are measured. */
export const REGISTER = registerSchema.parse(
	parse(readFileSync(path.join(ROOT, 'tests/detection/register.yaml'), 'utf8')),
);

export const DECLARED = new Declared({
	register: REGISTER,
	config: samples.config() as never,
	// Public bodies that reports name, as an archive on this subject would have a file of each.
	organisations: new Map(
		[
			'Home Office',
			'Welsh Government',
			'Home Affairs Committee',
			'Nottinghamshire Police',
			'Kent Police',
			'Police Scotland',
			'Centre for Women’s Justice',
			'BBC',
		].map((name, index) => [`body-${index}`, { name, aliases: [] }]),
	),
	names: [],
	days: new Set(),
});

/** Hits of the typed rules in a report. */
export const typedHits = (text: string) => typedHitsOf(text, false);

/** Hits of the typed rules in an account. */
export const typedAccountHits = (text: string) => typedHitsOf(text, true);

function typedHitsOf(text: string, isAccount: boolean): { text: string; hits: Hit[] } {
	const normal = normalise(text).text;
	return { text: normal, hits: detect(normal, DECLARED.vocabulary, isAccount) };
}

/** Hits of all rules for an account, stops and warnings alike. */
export const accountHits = (text: string) => hitsOf(text, 'testimony');

/** Hits that stop a report or finding. */
export function recordHits(text: string): { text: string; hits: Hit[] } {
	const found = hitsOf(text, 'record');
	return { ...found, hits: found.hits.filter((hit) => !hit.warnsOnly) };
}

function hitsOf(text: string, strictness: Scan['strictness']): { text: string; hits: Hit[] } {
	const normal = normalise(text);
	const scan: Scan = {
		strictness,
		declared: DECLARED,
		allowed: strictness === 'record' ? DECLARED.forRecord('none', []) : DECLARED.forTestimony('none', [], []),
		lexicon: loadLexicon(),
		authors: new Set(),
		months: new Set(),
	};
	return { text: normal.text, hits: scanFragment({ ...normal, field: 'text' }, scan) };
}

/** Where the labelled texts of a sentence stand, in order. */
export function spansOf({ spans = [] }: Labelled, text: string): (Span & { rule: string })[] {
	let from = 0;
	return spans.map(([rule, raw]) => {
		const value = normalise(raw).text;
		const at = text.indexOf(value, from);
		const start = at < 0 ? text.indexOf(value) : at;
		if (start < 0) throw new Error(`“${raw}” is not in “${text}”`);
		from = start + value.length;
		return { rule, start, end: start + value.length };
	});
}

export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
