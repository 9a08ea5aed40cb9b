import { addressesIn, scanAddress } from './address.ts';
import { closedWorld } from './unknown-words/closed-world.ts';
import { undeclaredCapitals } from './unknown-words/capitals.ts';
import { foreignWords } from './unknown-words/letters.ts';
import type { Allowed, Declared } from './context.ts';
import { citations } from './citations.ts';
import { crownOffices } from './crown-offices.ts';
import { isWithin } from './phrases.ts';
import type { Lexicon } from './lexicon.ts';
import type { Fragment, Hit, Span } from './model.ts';
import { isPublicDay, monthsIn } from './public-days.ts';
import { detailsIn } from './details/details.ts';
import { detect } from './patterns/detect.ts';

/** How strictly a text is checked. */
export type Strictness = 'testimony' | 'record' | 'other';

/** What one fragment is scanned with. */
export interface Scan {
	strictness: Strictness;
	declared: Declared;
	allowed: Allowed;
	lexicon: Lexicon | undefined;
	/** Names that a field of authors may contain. */
	authors: ReadonlySet<string>;
	/** Months (`YYYY-MM`) that the file shows as its sources' dates of publication. */
	months: ReadonlySet<string>;
	/** True for an account that was given to the archive. */
	isGiven?: boolean;
}

const BIRTH = /\b(?:born|birth(?:day)?|d\.?\s?o\.?\s?b)\b[^.]{0,30}$/i;

/** Longest text that is scanned in one go, so that no pattern can run away on it. */
const LONGEST = 4000;
/** How far neighbouring stretches overlap, so that no identifier is cut in two. */
const MARGIN = 200;

/** Every hit in one fragment. Where a typed rule and another one overlap, only the typed hit is reported. */
export function scanFragment(fragment: Fragment, scan: Scan): Hit[] {
	const { text } = fragment;
	if (text.length <= LONGEST || fragment.address) return scanStretch(fragment, scan);
	const hits: Hit[] = [];
	for (let from = 0; from < text.length; from += LONGEST - 2 * MARGIN) {
		const start = Math.max(0, from - MARGIN);
		const to = from + LONGEST - 2 * MARGIN;
		// Neighbouring stretches see some twice.
		const seen = hits.filter((hit) => hit.end > start);
		for (const hit of scanStretch({ ...fragment, text: text.slice(start, to + MARGIN) }, scan)) {
			const placed = { ...hit, start: hit.start + start, end: hit.end + start };
			if (placed.end <= from || placed.start >= to) continue;
			const same = seen.find((other) => other.rule === hit.rule && overlaps(other, [placed]));
			if (same) {
				same.start = Math.min(same.start, placed.start);
				same.end = Math.max(same.end, placed.end);
			} else hits.push(placed);
		}
	}
	return hits;
}

function scanStretch(fragment: Fragment, scan: Scan): Hit[] {
	const { text, field } = fragment;
	const { strictness, declared, allowed } = scan;
	if (fragment.isRemainder)
		return [{ start: 0, end: text.length, rule: 'DT-C8', type: 'remainder of a withheld word' }];
	if (fragment.isRole) return scanRole(text, scan);
	if (fragment.address)
		return scanAddress(fragment, {
			vocabulary: declared.vocabulary,
			allowed,
			lexicon: scan.lexicon,
			isAccount: strictness === 'testimony',
			isNamed: strictness !== 'other',
			isGiven: scan.isGiven === true,
		});
	// A name that the archive declares is no street and no handle: “Acme Street Advice”.
	const phrases = allowed.phrases.find(text);
	const isAccount = strictness === 'testimony' && !/^sources\b/.test(field);
	const found = detect(text, declared.vocabulary, isAccount).filter((hit) => !isDeclared(hit, phrases));
	const days = found.filter((hit) => hit.rule === 'DT-12' && mayStand(hit, fragment, scan));
	let typed = found.filter((hit) => !days.includes(hit));
	if (scan.isGiven)
		typed.push(...addressesIn(text, declared.vocabulary).filter((hit) => !overlaps(hit, typed)));
	if (strictness === 'other') return typed.filter((hit) => !hit.warnsOnly);
	if (strictness === 'record')
		typed = typed.map((hit) =>
			hit.rule === 'DT-12' && BIRTH.test(text.slice(Math.max(0, hit.start - 40), hit.start))
				? { ...hit, warnsOnly: false }
				: hit,
		);
	if (!scan.lexicon) return typed;
	if (/^pseudonyms\b/.test(field)) return typed;
	if (/^sources\.\d+\.authors\b/.test(field)) return [...typed, ...scanAuthor(text, scan)];
	const explained = [
		...phrases,
		...citations(text, declared.vocabulary.laws),
		...days,
		...monthsIn(text, scan.months),
	];
	const open =
		strictness === 'testimony'
			? closedWorld(text, {
					lexicon: scan.lexicon,
					explained,
					isAllowed: allowed.isWord,
					publicNumbers: declared.vocabulary.publicNumbers,
					ranks: declared.vocabulary.ranks,
					bareNouns: declared.vocabulary.bareNouns,
					events: declared.events,
					vocabulary: declared.vocabulary,
					headline: fragment.headline === true,
				})
			: recordNames(fragment, { ...scan, lexicon: scan.lexicon }, [...explained, ...crownOffices(text)]);
	const stops = [...typed, ...open.filter((hit) => !overlaps(hit, typed))];
	if (strictness !== 'testimony') return stops;
	const questions = detailsIn(text, declared.vocabulary).filter(
		(hit) => !overlaps(hit, stops) && !isExplained(hit, phrases),
	);
	return [...stops, ...questions];
}

/** Names in a report. Lower-case words count only if no dictionary has them, since reports capitalise names. */
function recordNames(
	{ text, field, headline }: Fragment,
	{ lexicon, allowed, declared }: Scan & { lexicon: Lexicon },
	explained: readonly Span[],
): Hit[] {
	const { ranks, bareNouns } = declared.vocabulary;
	const context = {
		lexicon,
		explained,
		isAllowed: allowed.isWord,
		headline: headline === true,
		ranks,
		bareNouns,
	};
	const names = undeclaredCapitals(text, context).filter(
		({ type }) =>
			field === 'comment' ||
			(type !== 'word used as a name' && (type !== 'lower-case name' || field !== 'file name')),
	);
	const foreign = headline ? [] : foreignWords(text, explained);
	return [...names.filter((hit) => !overlaps(hit, foreign)), ...foreign];
}

function overlaps(hit: Span, others: readonly Span[]): boolean {
	return others.some((other) => other.start < hit.end && other.end > hit.start);
}

/** True if a detail is part of a permitted name, or contains one. */
function isExplained(hit: Hit, phrases: readonly Span[]): boolean {
	return phrases.some((phrase) => isWithin(hit, [phrase]) || isWithin(phrase, [hit]));
}

/** True for a street or host that is part of a declared name. Numbers are never excused. */
function isDeclared(hit: Hit, phrases: readonly Span[]): boolean {
	return (
		(hit.rule === 'DT-13' || hit.rule === 'DT-14') &&
		phrases.some((phrase) => isWithin(hit, [phrase]) || isWithin(phrase, [hit]))
	);
}

/** True for a day of publication or of public proceedings. In an account only the sources may contain one. */
function mayStand(hit: Hit, { text, field }: Fragment, { strictness, declared }: Scan): boolean {
	if (strictness === 'testimony' && !/^sources\b/.test(field)) return false;
	return isPublicDay(text.slice(hit.start, hit.end), declared.days);
}

/** A role code describes a job, so it must not contain a given name or an unknown word. */
function scanRole(text: string, { lexicon, allowed }: Scan): Hit[] {
	if (!lexicon) return [];
	return [...text.matchAll(/\p{L}{3,}/gu)]
		.filter(([word]) => lexicon.isGivenName(word) || !(lexicon.isWord(word) || allowed.isWord(word)))
		.map(({ 0: word, index }) => ({
			start: index,
			end: index + word.length,
			rule: 'DT-C3',
			type: 'name in a role code',
		}));
}

/** Every name in a field of authors must be declared as an author's. */
function scanAuthor(text: string, { authors, allowed }: Scan): Hit[] {
	if (
		authors.has(text) ||
		allowed.phrases.find(text).some((span) => span.start === 0 && span.end === text.length)
	)
		return [];
	return [{ start: 0, end: text.length, rule: 'DT-C3', type: 'undeclared author' }];
}
