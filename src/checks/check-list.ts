/** A check that runs before anything is published, as readers are told of it. */
export interface CheckEntry {
	/** Identifiers of its rules, as the messages of the check name them. */
	rules: string;
	looksFor: string;
	/** What it was run on. */
	on: 'accounts' | 'given accounts' | 'published accounts' | 'records' | 'files' | 'the built site';
	cannotSee: string;
}

/**
 * All checks that stop a build, in the order in which they run. The page on method shows this list with the numbers
 * of the present archive, so that it can never tell of a check that is not there: a test compares its rules with
 * those that the code can report.
 */
export const CHECKS: readonly CheckEntry[] = [
	{
		rules: 'schema, references',
		looksFor: 'missing, misspelt or contradictory fields; references that lead nowhere; files out of place',
		on: 'files',
		cannotSee: 'whether what a field says is true',
	},
	{
		rules: 'no-code, no-html, unsafe-link',
		looksFor: 'anything that could run or fetch in a reader’s browser',
		on: 'files',
		cannotSee: 'what a linked site does',
	},
	{
		rules: 'theme-part',
		looksFor: 'text of themes outside the fixed parts, parts in another order, empty ones',
		on: 'files',
		cannotSee: 'whether what stands under a heading belongs there',
	},
	{
		rules: 'orphan-number',
		looksFor:
			'numbers in summaries that come neither from a figure nor from a paragraph that is cited with them',
		on: 'files',
		cannotSee: 'whether the paragraph has them right; numbers below ten in words',
	},
	{
		rules: 'DT-1 to DT-19',
		looksFor:
			'telephone numbers, addresses, postcodes, emails, handles, vehicle, case, court, health, tax, bank and device numbers, exact dates, places on a map, in accounts any other long number',
		on: 'records',
		cannotSee: 'an identifier in a form that no rule knows; a detail that identifies without being one',
	},
	{
		rules: 'DT-C1 to DT-C9',
		looksFor: 'every capital, number, unusual word, host and named event that is not known to be harmless',
		on: 'accounts',
		cannotSee: 'ordinary words that together tell a story someone knows',
	},
	{
		rules: 'DT-Q1 to DT-Q6',
		looksFor:
			'ages, days told by events, rare posts, rare injuries, places by their kind, vehicles: put before the reviewers',
		on: 'given accounts',
		cannotSee: 'which of them, together with what a reader knows, is too much',
	},
	{
		rules: 'DT-C3',
		looksFor:
			'names of people, organisations and places that are not declared with the ground for naming them',
		on: 'records',
		cannotSee: 'whether the ground that was declared is a good one',
	},
	{
		rules: 'AN-1 to AN-3, AN-6',
		looksFor: 'accounts that too few others are alike in what they say of the person, themes included',
		on: 'given accounts',
		cannotSee: 'what a reader knows from elsewhere',
	},
	{
		rules: 'AN-5',
		looksFor: 'releases in which so few accounts changed that the change tells whose they are',
		on: 'given accounts',
		cannotSee: 'copies of the site that others keep',
	},
	{
		rules: 'AN-7',
		looksFor: 'published figures so small that an account filed under them is about one person',
		on: 'given accounts',
		cannotSee: 'figures that the archive does not hold',
	},
	{
		rules: 'AN-8',
		looksFor: 'words and rare details shared with another record, which would join the two',
		on: 'given accounts',
		cannotSee: 'texts outside the archive',
	},
	{
		rules: 'AN-9, AN-10',
		looksFor: 'long quotations without consent to them; phrases such as “the only” and “the first”',
		on: 'given accounts',
		cannotSee: 'a turn of phrase that one person would recognise',
	},
	{
		rules: 'AN-P1',
		looksFor: 'facets that the publisher of an account did not disclose',
		on: 'published accounts',
		cannotSee: 'whether the publisher disclosed too much',
	},
	{
		rules: 'consent, review, stale-review',
		looksFor:
			'accounts without consent, beyond its scope, without two reviewers and an intruder test, or changed since they were reviewed',
		on: 'given accounts',
		cannotSee: 'whether two role codes are two people, and how carefully they looked',
	},
	{
		rules: 'AN-12',
		looksFor: 'words of withdrawn accounts, or beyond consent, anywhere else',
		on: 'files',
		cannotSee: 'the same said in other words',
	},
	{
		rules: 'images',
		looksFor:
			'pictures in accounts, which have none; in other pictures everything but the pixels: place, time, device, author',
		on: 'files',
		cannotSee: 'what a picture shows',
	},
	{
		rules: 'captures',
		looksFor:
			'captures of accounts’ sources, which have none; captures that are not the file that was captured; sealed ones in the site',
		on: 'files',
		cannotSee: 'whether a capture shows what others were shown',
	},
	{
		rules: 'sweep',
		looksFor: 'all of that once more in every file that is published, the search index among them',
		on: 'the built site',
		cannotSee: 'what a picture shows; what a published capture in PDF or a web archive holds',
	},
];
