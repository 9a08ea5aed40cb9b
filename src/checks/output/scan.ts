import type { RuleId } from '../../core/rules/rules.ts';
import { gunzipSync } from 'node:zlib';
import { accountHtml, wordsOf } from './extract-text.ts';
import { findWithheld, type WithheldRuns } from '../withheld-text.ts';

/** What must not be in any published file. */
export interface SweepRules {
	withheld: WithheldRuns;
	/** Absolute paths of the machine that builds: they tell who built, and where. */
	paths: readonly string[];
	/** Paths, in the site, of the pages of accounts given to this archive: no day may stand in them. */
	givenPages: ReadonlySet<string>;
	/** What the page of an account is looked through by: gives the names of the rules that it breaks. None for other pages. */
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

/** Files that have no words in them, or none that can be read here. */
const WORDLESS =
	/\.(?:png|jpe?g|webp|avif|gif|ico|woff2?|wasm|pagefind)$|^captures\/[0-9a-f]{64}\.(?:pdf|warc|warc\.gz|wacz)$/i;
/** Pages as others made them, kept as plain text: what of a script stands in them is not this site’s. */
const CAPTURED = /^captures\/[0-9a-f]{64}\.txt$/;

/** Whether a file is searched for words: all are, but those of kinds known to have none. */
export function isSwept(file: string): boolean {
	return !WORDLESS.test(file);
}

/**
 * Looks through one published file for what must not be there. It is the last wall: what it finds has passed every
 * check of the content, by way of a component, an index or a file that nobody thought of.
 *
 * @param file path in the site, with forward slashes
 * @param bytes of the file, or of a piece of it
 */
export function sweepFile(file: string, bytes: Uint8Array, rules: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	if (/\.map$/i.test(file))
		found.push({ file, rule: 'source-map', message: 'A source map tells how the site was built' });
	if (!isSwept(file)) return found;
	const content = unpack(bytes);
	return [...found, ...sweepLetters(file, content, rules), ...sweepWords(file, content, rules)];
}

/** Looks among the sums of published files for those of files that are sealed. */
export function sweepSums(
	sums: readonly { file: string; hash: string }[],
	{ sealed }: SweepRules,
): Sweeping[] {
	return sums
		.filter(({ hash }) => sealed.has(hash))
		.map(({ file }) => ({ file, rule: 'sealed-capture', message: 'Is a capture that is sealed' }));
}

/** Looks for what ASCII letters tell. Bytes are taken as letters, which costs a tenth of reading them as UTF-8. */
function sweepLetters(file: string, bytes: Uint8Array, { paths }: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	const tell = (rule: RuleId, message: string) => found.push({ file, rule, message });
	const letters = bufferOf(bytes).toString('latin1');
	// The plain search comes first: it takes a tenth of the time, and hardly any file has the words.
	if (
		letters.includes('sourceMappingURL=') &&
		/[#@]\s*sourceMappingURL=/.test(letters) &&
		!CAPTURED.test(file)
	)
		tell('source-map', 'Names a source map');
	if (paths.some((path) => letters.includes(Buffer.from(path).toString('latin1'))))
		tell('build-path', 'Holds a path of the building machine');
	if (CANARY.test(letters)) tell('canary', 'Holds a canary that was planted in a withheld place');
	return found;
}

function sweepWords(file: string, bytes: Uint8Array, rules: SweepRules): Sweeping[] {
	const isPage = /\.html?$/i.test(file);
	const found: Sweeping[] = [];
	const tell = (rule: RuleId, message: string) => found.push({ file, rule, message });
	const inspect = isPage ? rules.inspection(file) : undefined;
	const isGiven = isPage && rules.givenPages.has(file);
	// Taking a page apart is most of the work, and where nothing is withheld it would be for nothing.
	if (rules.withheld.size === 0 && !inspect && !isGiven) return found;
	const text = bufferOf(bytes).toString('utf8');
	const runs =
		rules.withheld.size === 0
			? []
			: findWithheld(wordsOf(text, isPage || CAPTURED.test(file)), rules.withheld);
	for (const from of new Set(runs.map((run) => run.from)))
		tell('AN-12', `Holds words that are withheld in ${from}`);
	if (isGiven && DAY.test(wordsOf(accountHtml(text), true))) tell('PV-1', 'Holds a date finer than a month');
	for (const rule of inspect?.(text) ?? []) tell(rule, 'The page of an account holds what this rule forbids');
	return found;
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array) => Buffer.from(buffer, byteOffset, length);

const CANARY = /\bcanary[-_ ]?[0-9a-z]*\d[0-9a-z]{2,}/i;

const MONTH =
	'(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const DAY = new RegExp(
	`\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}|${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?)\\b`,
);

/** A packed file's content, whatever the file is called. */
function unpack(bytes: Uint8Array): Uint8Array {
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	try {
		return gunzipSync(bytes);
	} catch {
		return bytes;
	}
}
