import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** Accounts that few others are like. */
export const LOOK_ALIKES = group({
	anchor: 'rules-equivalence-classes',
	title: 'Accounts that few others are like',
	looksFor: 'accounts that too few others resemble in what they say of the person, themes included',
	on: 'given accounts',
	cannotSee: 'what a reader knows from elsewhere',
	why: 'Facts that are harmless one by one can single a person out together.',
	source: SOURCES.kAnonymity,
	rules: {
		'AN-1': {
			title: 'Equivalence class below k',
			severity: 'error or warning',
			finds:
				'Accounts that share all their quasi-identifiers with fewer than k − 1 others. A warning only where others were withdrawn since the last release.',
			example: 'Two accounts that alone combine an age group, a region and a theme',
			resolve: 'Make the edit that the message proposes: it loses least of what the accounts say',
		},
		'AN-2': {
			title: 'Equivalence class without diversity',
			severity: 'error or warning',
			finds:
				'Accounts that share all their quasi-identifiers and nearly all say the same in a sensitive facet.',
			example: 'Six accounts of one age group and region, all with the same outcome',
			resolve: 'Withhold the sensitive facet, or make the edit that the message proposes',
			source: SOURCES.lDiversity,
		},
		'AN-3': {
			title: 'Rare combination of values',
			severity: 'error or warning',
			finds: 'Two or three values that together leave fewer accounts than the bound.',
			example: 'A theme and an organisation that only two accounts share',
			resolve: 'Make the edit that the message proposes',
		},
		'AN-4': {
			title: 'Small counts',
			severity: 'by design',
			finds:
				'Counts of given accounts: small ones are shown as “fewer than”, others rounded, and none can be had by subtraction.',
			example: 'The number of accounts beside an organisation',
			source: SOURCES.disclosureControl,
		},
		'AN-6': {
			title: 'Value that few accounts have',
			severity: 'error or warning',
			example: 'A value of a facet that one account has',
			resolve: 'Use a broader value or “other”, or remove it',
		},
	},
});

export const RELEASES = group({
	anchor: 'rules-batches',
	title: 'Releases that single accounts out',
	looksFor: 'releases in which so few accounts changed that the change tells whose they are',
	on: 'given accounts',
	cannotSee: 'copies of the site that others keep',
	why: 'Whoever compares two releases sees which accounts came between them.',
	source: SOURCES.republication,
	rules: {
		'AN-5': {
			title: 'Batch of too few accounts',
			severity: 'error or warning',
			finds: 'New and changed accounts since the last release. Withdrawals and redactions never wait.',
			example: 'A release with one new account',
			resolve: 'Hold them back until enough can be released together',
		},
	},
});

export const POPULATION = group({
	anchor: 'rules-population',
	title: 'Small populations',
	looksFor: 'published figures so small that an account filed under them is about one person',
	on: 'given accounts',
	cannotSee: 'figures that the archive does not hold',
	why: 'However many accounts look alike in the archive, one from a group of three outside it points to one of three people.',
	source: SOURCES.disclosureControl,
	rules: {
		'AN-7': {
			title: 'Account from a small population',
			example: 'An account of an organisation of which a figure counts three cases that year',
			resolve: 'Name a broader organisation, or make the edit that the message proposes',
		},
	},
});

export const LINKAGE = group({
	anchor: 'rules-linkage',
	title: 'Accounts that can be joined with others',
	looksFor: 'words and rare details shared with another record, which would join the two',
	on: 'given accounts',
	cannotSee: 'texts outside the archive',
	why: 'Whoever told their story to a newspaper and to the archive must not be found by putting the two side by side.',
	source: SOURCES.anonymisation,
	rules: {
		'AN-8': {
			title: 'Account linked to another record',
			finds:
				'Eight words in a row or three rare details in common, references by name, and sources that lead to a publication.',
			example: 'A sentence that a report quotes too',
			resolve: 'Tell it in other words, and leave out what only the two have in common',
		},
	},
});

export const WORDING = group({
	anchor: 'rules-wording',
	title: 'Wording that points to one person',
	looksFor: 'long quotations without consent to them; phrases such as “the only” and “the first”',
	on: 'given accounts',
	cannotSee: 'a turn of phrase that one person would recognise',
	why: 'People who know the speaker recognise turns of phrase, and rare circumstances.',
	source: SOURCES.anonymisation,
	rules: {
		'AN-9': {
			title: 'Quotation without consent to exact words',
			example: 'A long passage between quotation marks',
			resolve: 'Paraphrase it, or record `verbatim: true` under consent if it was given',
			source: SOURCES.consent,
		},
		'AN-10': {
			title: 'Phrase that can point to one person',
			severity: 'warning',
			example: '“The first apprentice in the team”',
			resolve: 'Judge whether someone who knows a little would know who this is; if so, say less',
		},
	},
});

export const REPUBLISHED = group({
	anchor: 'rules-republished',
	title: 'Accounts that others published',
	looksFor: 'facets that the publisher of an account did not disclose',
	on: 'published accounts',
	cannotSee: 'whether the publisher disclosed too much',
	why: 'An account that someone else published may repeat what its publisher disclosed, and no more.',
	source: SOURCES.minimisation,
	rules: {
		'AN-P1': {
			title: 'Facet without a source that discloses it',
			example: 'An age group that no listed source mentions',
			resolve: 'Name the source under facetSources, or remove the facet',
		},
	},
});
