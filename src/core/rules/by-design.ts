import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** How the arithmetic of figures is done. Its results are shown beside each figure. */
export const FIGURES = group({
	anchor: 'rules-figures',
	title: 'The arithmetic of figures',
	looksFor:
		'whether printed numbers follow from the counts, parts make the whole, and figures agree with each other',
	on: 'files',
	cannotSee: 'whether the source counted correctly',
	why: 'Whether a figure adds up is computed, never stated. The page of each figure shows the result.',
	source: SOURCES.statistics,
	rules: {
		'ST-1': {
			title: 'Interval of a count',
			severity: 'by design',
			example: '“More than 1,300” is every number above 1,300',
		},
		'ST-2': {
			title: 'Numbers that a printed phrase allows',
			severity: 'by design',
			example: '“Four out of five” is 75% to 85%',
		},
		'ST-3': {
			title: 'Percentage that follows from the counts',
			severity: 'by design',
			example: '27 of 336, printed as 8%',
		},
		'ST-4': {
			title: 'Parts and their whole',
			severity: 'by design',
			example: 'Exclusive and exhaustive parts add up to the whole',
		},
		'ST-5': {
			title: 'Unlike units',
			severity: 'by design',
			example: 'Cases are not part of a number of people',
		},
		'ST-6': {
			title: 'Figures side by side',
			severity: 'by design',
			finds: 'Figures are compared, or drawn on one axis, only with what makes them comparable.',
			example: 'Two shares of different populations, with that difference named',
		},
		'ST-8': {
			title: 'Shares only of a sufficient base',
			severity: 'by design',
			example: 'Of four cases the counts are shown, and no percentage',
		},
		'ST-10': {
			title: 'Pending cases',
			severity: 'by design',
			example: 'A case that is still open belongs to no outcome',
		},
	},
});

/** What the site does for the safety of its readers. */
export const READER_SAFETY = group({
	anchor: 'rules-reader-safety',
	title: 'The safety of readers',
	looksFor: 'traces of a visit, requests to other hosts, and ways for others to see what is read',
	on: 'the built site',
	cannotSee: 'what a reader’s device records',
	why: 'A reader may share a device or a home with someone who must not know what they read.',
	rules: {
		'WS-1': {
			title: 'No referrer',
			severity: 'by design',
			example: 'A linked site does not learn which page led to it',
			source: { name: 'W3C Referrer Policy', url: 'https://www.w3.org/TR/referrer-policy/' },
		},
		'WS-2': {
			title: 'Exit on every page',
			severity: 'by design',
			example: 'A plain link, the second stop of the tab key',
			source: {
				name: 'GOV.UK Design System: exit this page',
				url: 'https://design-system.service.gov.uk/components/exit-this-page/',
			},
		},
		'WS-3': {
			title: 'Limits of the exit, beside it',
			severity: 'by design',
			example: 'It says that the browser’s history keeps the visit',
		},
		'WS-4': {
			title: 'Discreet titles and addresses',
			severity: 'by design',
			example: 'The history of a visit does not say what an account is about',
		},
		'WS-5': {
			title: 'No other host',
			severity: 'by design',
			example: 'No font, script or picture from elsewhere',
		},
		'WS-6': {
			title: 'Nothing stored',
			severity: 'by design',
			example: 'No cookie, local storage or service worker',
		},
		'WS-7': {
			title: 'One content security policy',
			severity: 'by design',
			example: 'Scripts written into a page do not run',
			source: { name: 'W3C Content Security Policy 3', url: 'https://www.w3.org/TR/CSP3/' },
		},
		'WS-8': {
			title: 'No query in an address',
			severity: 'by design',
			example: 'A search does not appear in the history',
		},
		'WS-9': {
			title: 'Index that reveals no search',
			severity: 'by design',
			example: 'What is fetched does not depend on the words that were typed',
		},
		'WS-10': {
			title: 'No form that is sent',
			severity: 'by design',
			example: 'No form has an address to go to',
		},
		'WS-11': {
			title: 'Works without scripts and on any host',
			severity: 'by design',
			example: 'A record can be read, cited and left without JavaScript',
		},
		'WS-12': {
			title: 'Accounts kept out of search engines',
			severity: 'by design',
			example: 'An account’s page asks not to be listed',
		},
		'WS-13': {
			title: 'Note on a printed account',
			severity: 'by design',
			example: 'It says that copies can be found',
		},
		'WS-15': {
			title: 'Links that say where they lead',
			severity: 'by design',
			example: 'The host stands beside a link to another site',
		},
		'WS-16': {
			title: 'No telephone links',
			severity: 'by design',
			example: 'A slip of the finger does not dial a number',
		},
		'WS-17': {
			title: 'Content notes first',
			severity: 'by design',
			example: 'A note on what is hard to read stands before the text',
		},
		'WS-19': {
			title: 'Records not cached',
			severity: 'by design',
			example: 'Browsers are asked to keep no copy of a record',
		},
	},
});
