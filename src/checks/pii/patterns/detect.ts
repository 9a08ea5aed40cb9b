import type { Detector, Hit, Vocabulary } from '../model.ts';
import { chain, type Mapped } from '../normalise.ts';
import { undisguisedView } from './undisguised.ts';
import { coordinates } from './coordinates.ts';
import { email } from './emails.ts';
import { handle } from './handles.ts';
import { postcode } from './postcodes.ts';
import { address } from './street-addresses.ts';
import { phone } from './telephones.ts';
import { DATES } from './dates.ts';
import { DEVICES } from './devices.ts';
import { FINANCE } from './finance.ts';
import { impossiblePlace, longNumber } from './long-numbers.ts';
import { personNumber } from './person-numbers.ts';
import { PROCEEDINGS } from './proceedings.ts';
import { CASES } from './references.ts';
import { digitView, spokenView } from './spoken.ts';
import { STATE_IDS } from './state-ids.ts';
import { VEHICLES } from './vehicles.ts';

/** Every rule that recognises an identifier by its form. */
const DETECTORS: readonly Detector[] = [
	email,
	phone,
	handle,
	postcode,
	address,
	coordinates,
	...STATE_IDS,
	...VEHICLES,
	...CASES,
	personNumber,
	...PROCEEDINGS,
	...DATES,
	...DEVICES,
	...FINANCE,
];

/** Rules that also apply within a web address. */
const WITHIN_ADDRESS = new Set(['DT-1', 'DT-2', 'DT-14']);

/** Rules about numbers, which also see numbers in words and letters written for digits. */
const SPOKEN = DETECTORS.filter((detector) => !['DT-12', 'DT-13'].includes(detector.id));

/**
 * Finds identifiers in a normalised text and in its views: spoken numbers as digits, and disguises removed.
 *
 * @param isAccount true for the text of an account, where any long number is a hit
 * @returns hits in text order; overlapping hits of one rule are merged
 */
export function detect(text: string, words: Vocabulary, isAccount = false): Hit[] {
	if (text.length <= LONGEST) return detectIn(text, words, isAccount);
	// A paragraph this long is an attack or a mistake. It is scanned in parts, so that no pattern can run away on it.
	const hits: Hit[] = [];
	for (let at = 0; at < text.length; at += LONGEST - OVERLAP)
		for (const hit of detectIn(text.slice(at, at + LONGEST), words, isAccount))
			hits.push({ ...hit, start: hit.start + at, end: hit.end + at });
	return join(hits);
}

const LONGEST = 4000;
const OVERLAP = 200;

function detectIn(text: string, words: Vocabulary, isAccount: boolean): Hit[] {
	const hits = run(text, DETECTORS, words);
	const bare = undisguisedView(text, words, isAccount);
	if (bare) hits.push(...through(bare, run(bare.text, DETECTORS, words)));
	const digital = [spokenView(text), digitView(text), bare && within(bare, spokenView)].filter(
		(view) => view !== undefined,
	);
	for (const view of digital) {
		hits.push(...through(view, run(view.text, SPOKEN, words)));
		const both = within(view, (plain) => undisguisedView(plain, words, isAccount));
		if (both) hits.push(...through(both, run(both.text, SPOKEN, words)));
	}
	for (const view of [undefined, ...digital])
		hits.push(
			...longNumbers(view, text, words, isAccount).filter(
				(hit) => !hits.some((other) => other.start < hit.end && other.end > hit.start),
			),
		);
	const addresses = [...text.matchAll(/\bhttps?:\/\/\S+/gi)];
	return join(
		hits.filter(
			(hit) =>
				// Paths are full of words and numbers; only the address as a whole is checked.
				WITHIN_ADDRESS.has(hit.rule) ||
				!addresses.some(({ index, 0: { length } }) => hit.start >= index && hit.end <= index + length),
		),
	);
}

/** Composes two views. */
function within(outer: Mapped, view: (text: string) => Mapped | undefined): Mapped | undefined {
	const inner = view(outer.text);
	return inner && chain(inner, outer);
}

function longNumbers(view: Mapped | undefined, text: string, words: Vocabulary, isAccount: boolean): Hit[] {
	const hits = run(view?.text ?? text, [isAccount ? longNumber : impossiblePlace], words);
	return view ? through(view, hits) : hits;
}

function run(text: string, detectors: readonly Detector[], words: Vocabulary): Hit[] {
	const hits: Hit[] = [];
	for (const { id, type, warnsOnly, prefilter, find } of detectors) {
		if (prefilter && !prefilter.test(text)) continue;
		for (const { start, end } of find(text, words))
			hits.push({ start, end, rule: id, type, ...(warnsOnly ? { warnsOnly } : {}) });
	}
	return hits;
}

function through(view: Mapped, hits: readonly Hit[]): Hit[] {
	return hits.map((hit) => ({
		...hit,
		start: view.origin(hit.start),
		end: Math.max(view.origin(hit.start) + 1, view.origin(hit.end - 1) + 1),
	}));
}

/** Merges overlapping hits of one rule. */
function join(hits: readonly Hit[]): Hit[] {
	const sorted = [...hits].sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.start - b.start));
	const out: Hit[] = [];
	for (const hit of sorted) {
		const last = out.at(-1);
		if (last && last.rule === hit.rule && hit.start <= last.end) last.end = Math.max(last.end, hit.end);
		else out.push({ ...hit });
	}
	return out.sort((a, b) => a.start - b.start || a.end - b.end);
}
