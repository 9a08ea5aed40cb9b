import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { accountHtml, wordsOf } from './page-words.ts';
import { findWithheld, type WithheldRuns } from './withheld.ts';

/** What must not be in any published file. */
export interface SweepRules {
	withheld: WithheldRuns;
	/** Absolute paths of the machine that builds: they tell who built, and where. */
	paths: readonly string[];
	/** Paths, in the site, of the pages of accounts given to this archive: no day may stand in them. */
	givenPages: ReadonlySet<string>;
	/** Rules for accounts' pages, by the page's path: gives the names of the rules that the page breaks. */
	inspect(path: string, html: string): readonly string[];
	/** SHA-256 of files that must not be published, in hex. */
	sealed: ReadonlySet<string>;
}

/** Something found in a published file. The words themselves are not repeated. */
export interface Sweeping {
	/** Path in the site, with forward slashes. */
	file: string;
	rule: string;
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
 */
export function sweepFile(file: string, bytes: Uint8Array, rules: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	const tell = (rule: string, message: string) => found.push({ file, rule, message });
	if (/\.map$/i.test(file)) tell('source-map', 'A source map tells how the site was built');
	if (rules.sealed.size > 0 && rules.sealed.has(createHash('sha256').update(bytes).digest('hex')))
		tell('sealed-capture', 'Is a capture that is sealed');
	if (!isSwept(file)) return found;

	const isPage = /\.html?$/i.test(file);
	const told = new Set<string>();
	for (const text of isPage ? [textOf(unpack(bytes))] : piecesOf(unpack(bytes)))
		for (const one of sweepText(file, text, isPage, rules)) {
			// A long file tells a thing once, in however many of its pieces it is.
			const key = `${one.rule} ${one.message}`;
			if (!told.has(key)) found.push(one);
			told.add(key);
		}
	return found;
}

function sweepText(file: string, text: string, isPage: boolean, rules: SweepRules): Sweeping[] {
	const found: Sweeping[] = [];
	const tell = (rule: string, message: string) => found.push({ file, rule, message });
	// The plain search comes first: it takes a tenth of the time, and hardly any file has the words.
	if (text.includes('sourceMappingURL=') && /[#@]\s*sourceMappingURL=/.test(text) && !CAPTURED.test(file))
		tell('source-map', 'Names a source map');
	if (rules.paths.some((path) => text.includes(path)))
		tell('build-path', 'Holds a path of the building machine');
	if (CANARY.test(text)) tell('canary', 'Holds a canary that was planted in a withheld place');
	// Taking a page apart is most of the work, and where nothing is withheld it would be for nothing.
	const runs =
		rules.withheld.size === 0
			? []
			: findWithheld(wordsOf(text, isPage || CAPTURED.test(file)), rules.withheld);
	for (const from of new Set(runs.map((run) => run.from)))
		tell('AN-12', `Holds words that are withheld in ${from}`);

	if (!isPage) return found;
	if (rules.givenPages.has(file) && DAY.test(wordsOf(accountHtml(text), true)))
		tell('PV-1', 'Holds a date finer than a month');
	for (const rule of rules.inspect(file, text))
		tell(rule, 'The page of an account holds what this rule forbids');
	return found;
}

const textOf = (bytes: Uint8Array) =>
	Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

/** More than any page has: only tables of large archives are longer. */
const PIECE = 1 << 22;
/** What two pieces share, so that words which stand where they part are found. */
const SHARED = 1 << 12;

/** A long text in pieces, so that it need not be in memory as a whole. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
	for (let start = 0; start < bytes.length; start += PIECE - SHARED) {
		yield textOf(bytes.subarray(start, start + PIECE));
		if (start + PIECE >= bytes.length) return;
	}
}

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
