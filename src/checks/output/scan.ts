import type { RuleId } from '../../core/rules/rules.ts';
import { gunzipSync } from 'node:zlib';
import { accountHtml, wordsOf } from './extract-text.ts';
import { findWithheld, type WithheldRuns } from '../withheld-text.ts';

/** What must not be in any published file. */
export interface SweepRules {
	withheld: WithheldRuns;
	/** Absolute paths of the build machine: they reveal who built the site, and where. */
	paths: readonly string[];
	/** Paths, in the site, of the pages of given accounts, which must not show days. */
	givenPages: ReadonlySet<string>;
	/** Returns the function that finds broken rules in the page of an account; undefined for other pages. */
	inspection(path: string): ((html: string) => readonly RuleId[]) | undefined;
	/** SHA-256 of files that must not be published, in hex. */
	sealed: ReadonlySet<string>;
}

/** Something found in a published file. The words themselves are not repeated. */
export interface Sweeping {
	/** Path in the site, with forward slashes. */
	file: string;
	rule: RuleId;
	message: string;
}

/** Files without words, or with none that can be read here. */
const WORDLESS =
	/\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|wasm|pagefind)$|^captures\/[0-9a-f]{64}\.(?:pdf|warc|warc\.gz|wacz)$/i;
/** Captured pages as plain text: scripts mentioned in them are not this site’s. */
const CAPTURED = /^captures\/[0-9a-f]{64}\.txt$/;

/** Whether a file is searched for words: all are, except kinds known to have none. */
export function isSwept(file: string): boolean {
	return !WORDLESS.test(file);
}

/**
 * Searches one published file for what must not be there. This is the last line of defence: what it finds has passed every
 * check of the content, through a component, an index or a file that nobody thought of.
 *
 * @param file path in the site, with forward slashes
 * @param bytes of the file, or of a piece of it
 */
export function sweepFile(file: string, bytes: Uint8Array, rules: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	if (/\.map$/i.test(file)) found.push({ file, rule: 'source-map', message: 'Source map' });
	if (!isSwept(file)) return found;
	const content = unpack(bytes);
	return [...found, ...sweepLetters(file, content, rules), ...sweepWords(file, content, rules)];
}

/** Finds sealed files among the checksums of published ones. */
export function sweepSums(
	sums: readonly { file: string; hash: string }[],
	{ sealed }: SweepRules,
): Sweeping[] {
	return sums
		.filter(({ hash }) => sealed.has(hash))
		.map(({ file }) => ({ file, rule: 'sealed-capture', message: 'Sealed capture' }));
}

/** Searches for ASCII strings. Latin-1 costs a tenth of decoding UTF-8. */
function sweepLetters(file: string, bytes: Uint8Array, { paths }: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	const report = (rule: RuleId, message: string) => found.push({ file, rule, message });
	const letters = bufferOf(bytes).toString('latin1');
	// The plain search comes first: it takes a tenth of the time, and hardly any file matches.
	if (
		letters.includes('sourceMappingURL=') &&
		/[#@]\s*sourceMappingURL=/.test(letters) &&
		!CAPTURED.test(file)
	)
		report('source-map', 'Reference to a source map');
	if (paths.some((path) => letters.includes(Buffer.from(path).toString('latin1'))))
		report('build-path', 'Path of the build machine');
	if (CANARY.test(letters)) report('canary', 'Canary planted in withheld text');
	return found;
}

function sweepWords(file: string, bytes: Uint8Array, rules: SweepRules): Sweeping[] {
	const isPage = /\.html?$/i.test(file);
	const found: Sweeping[] = [];
	const report = (rule: RuleId, message: string) => found.push({ file, rule, message });
	const inspect = isPage ? rules.inspection(file) : undefined;
	const isGiven = isPage && rules.givenPages.has(file);
	// Parsing a page is most of the work, and pointless where nothing is withheld.
	if (rules.withheld.size === 0 && !inspect && !isGiven) return found;
	const text = bufferOf(bytes).toString('utf8');
	const runs =
		rules.withheld.size === 0
			? []
			: findWithheld(wordsOf(text, isPage || CAPTURED.test(file)), rules.withheld);
	for (const from of new Set(runs.map((run) => run.from)))
		report('AN-12', `Contains words withheld in ${from}`);
	if (isGiven && DAY.test(wordsOf(accountHtml(text), true))) report('PV-1', 'Date finer than a month');
	for (const rule of inspect?.(text) ?? []) report(rule, 'Page of an account that breaks this rule');
	return found;
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);

const CANARY = /\bcanary[-_ ]?[0-9a-z]*\d[0-9a-z]{2,}/i;

const MONTH =
	'(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = new RegExp(
	`\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?)\\b`,
);

/** Decompresses gzip, whatever the file is called. */
function unpack(bytes: Uint8Array): Uint8Array {
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	try {
		return gunzipSync(bytes);
	} catch {
		return bytes;
	}
}
