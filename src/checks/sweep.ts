import { gunzipSync } from 'node:zlib';
import { findWithheld, type WithheldRuns } from './withheld.ts';

/** What must not be in any published file. */
export interface SweepRules {
	withheld: WithheldRuns;
	/** Absolute paths of the machine that builds: they tell who built, and where. */
	paths: readonly string[];
	/** Paths, in the site, of the pages of all accounts. */
	accounts: ReadonlySet<string>;
	/** Paths, in the site, of the pages of accounts given to this archive: no day may stand in them. */
	givenPages: ReadonlySet<string>;
	/** Rules for the words of accounts' pages, by the page's path: gives the names of the rules that they break. */
	inspect(path: string, words: string): readonly string[];
}

/** Something found in a published file. The words themselves are not repeated. */
export interface Sweeping {
	/** Path in the site, with forward slashes. */
	file: string;
	rule: string;
	message: string;
}

const TEXT =
	/\.(?:html|json|ndjson|js|css|xml|txt|csv|svg|webmanifest|pf_fragment|pf_meta|pf_index|pf_filter)$/;
const PACKED = /\.pf_[a-z]+$/;

/** Whether a file can be searched for words. */
export function isSwept(file: string): boolean {
	return TEXT.test(file) || /(?:^|\/)_headers$/.test(file);
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
	if (file.endsWith('.map')) tell('source-map', 'A source map tells how the site was built');
	if (!isSwept(file)) return found;

	const text = Buffer.from(PACKED.test(file) ? unpack(bytes) : bytes).toString('utf8');
	if (/[#@]\s*sourceMappingURL=/.test(text)) tell('source-map', 'Names a source map');
	if (rules.paths.some((path) => text.includes(path)))
		tell('build-path', 'Holds a path of the building machine');
	if (/\bcanary-[0-9a-z]{6,}/i.test(text))
		tell('canary', 'Holds a canary that was planted in a withheld place');
	const isPage = file.endsWith('.html');
	// Taking a page apart is most of the work, and most pages are nobody's account.
	if (rules.withheld.size === 0 && !(isPage && rules.accounts.has(file))) return found;
	const words = isPage ? wordsOf(text) : text;
	for (const from of new Set(findWithheld(words, rules.withheld).map((run) => run.from)))
		tell('AN-12', `Holds words that are withheld in ${from}`);

	if (!isPage || !rules.accounts.has(file)) return found;
	if (rules.givenPages.has(file) && DAY.test(words)) tell('PV-1', 'Holds a date finer than a month');
	for (const rule of rules.inspect(file, words))
		tell(rule, 'The page of an account holds what this rule forbids');
	return found;
}

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DAY = new RegExp(
	`\\b(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTH})|(?:${MONTH}) \\d{1,2}(?!\\d))\\b`,
);

function unpack(bytes: Uint8Array): Uint8Array {
	try {
		return gunzipSync(bytes);
	} catch {
		return bytes;
	}
}

/** The words of a page: what stands between tags and in attributes that are read out. */
export function wordsOf(html: string): string {
	const spoken = [...html.matchAll(/\b(?:alt|title|aria-label|content|data-[a-z-]+)="([^"]*)"/g)].map(
		([, value]) => value,
	);
	return [
		html.replace(/<(?:script|style)[^]*?<\/(?:script|style)>/g, ' ').replace(/<[^>]*>/g, ' '),
		...spoken,
	]
		.join(' ')
		.replace(/&(?:amp|lt|gt|quot|#39|#x27|nbsp);/g, (entity) => ENTITIES[entity] ?? ' ');
}
const ENTITIES: Readonly<Record<string, string>> = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
	'&#39;': "'",
	'&#x27;': "'",
	'&nbsp;': ' ',
};
