import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

export const CONSENT = group({
	anchor: 'rules-consent',
	title: 'Consent and review',
	looksFor:
		'accounts without consent, beyond its scope, without two reviewers and an intruder test, or changed since they were reviewed',
	on: 'given accounts',
	cannotSee: 'whether two role codes are two people, and how carefully they looked',
	why: 'Nothing of a given account is published that its giver has not agreed to and two people have not reviewed.',
	source: SOURCES.consent,
	rules: {
		'consent-scope': {
			title: 'Use beyond consent',
			example: 'An excerpt of a paragraph that may not be quoted',
			resolve: 'Remove the reference, or quote a paragraph that consent reaches to',
		},
		'no-such-paragraph': {
			title: 'Consent to a paragraph that does not exist',
			example: 'Consent to paragraph 9 of an account with six',
			resolve: 'Look up which paragraphs the person agreed to',
		},
		'withheld-told': {
			title: 'Title or summary that reveals a withheld paragraph',
			severity: 'warning',
			example: 'A summary with words that only a withheld paragraph has',
			resolve: 'Write title and summary from the paragraphs that may be quoted',
		},
		'stale-review': {
			title: 'Review of another text',
			example: 'An account whose summary was changed after it was signed',
			resolve: 'Have it reviewed again with “npm run archive -- review”',
			why: 'A reviewer signs the text and fields as they are. Any change ends the review.',
			source: SOURCES.anonymisation,
		},
		'register-review': {
			title: 'Name in a given account without two reviewers',
			example: 'An entry of the register that lets a given account name a place',
			resolve: 'Take the account out of the entry, or add both reviewers to it',
			why: 'One person alone must not be able to publish a name in a given account.',
			source: SOURCES.anonymisation,
		},
		'stale-waiver': {
			title: 'Waiver that matches nothing',
			example: 'A waiver for a sentence that was rewritten since',
			resolve: 'Remove it. If the new sentence needs one, two reviewers must agree again',
			why: 'A waiver is given for one sentence and must not cover another.',
			source: SOURCES.anonymisation,
		},
		'public-repository': {
			title: 'Given account in a public repository',
			example: 'A private repository that was made public',
			resolve: 'Make the repository private, then clear its history',
			why: 'The content folder holds consent, reviews, unpublished text and salts. Only the built site is public.',
			source: SOURCES.security,
		},
	},
});

export const WITHHELD = group({
	anchor: 'rules-withheld',
	title: 'Words that are withheld',
	looksFor: 'words of withdrawn accounts, or beyond consent, anywhere else',
	on: 'files',
	cannotSee: 'the same said in other words',
	why: 'A person who takes an account back takes back its words, wherever they were repeated.',
	source: SOURCES.consent,
	rules: {
		'AN-12': {
			title: 'Repetition of withheld words',
			severity: 'error or warning',
			finds:
				'Eight words in a row of a withheld text. In the content a warning, since what repeats them is left out of the site; in the built site an error.',
			example: 'A theme’s summary that quotes a withdrawn account',
			resolve: 'Rewrite what repeats them',
		},
		'AN-13': {
			title: 'No digest of withdrawn words',
			severity: 'by design',
			example:
				'The salt of a withdrawn account is destroyed, so that no released hash confirms a guess at its text',
			source: SOURCES.security,
		},
		'AN-15': {
			title: 'Withdrawal without delay',
			severity: 'by design',
			example: 'A withdrawal is published even where other files have errors',
		},
	},
});

export const OUTPUT = group({
	anchor: 'rules-output',
	title: 'The built site',
	looksFor: 'all of that once more in every file that is published, the search index among them',
	on: 'the built site',
	cannotSee: 'what a picture shows; what a published capture in PDF or a web archive holds',
	why: 'This is the last line of defence, against what reaches the site by a component, an index or a file that nobody thought of.',
	source: SOURCES.security,
	rules: {
		'PV-1': {
			title: 'Day on the page of a given account',
			example: 'A date with its day, written by a component',
			resolve: 'Show the month at most, and report the fault',
			source: SOURCES.minimisation,
		},
		'build-path': {
			title: 'Path of the machine that built the site',
			example: 'A home folder in an error message',
			resolve: 'Remove what writes it: it tells who built the site, and where',
			source: SOURCES.systemInformation,
		},
		canary: {
			title: 'Planted word',
			finds: 'Words planted in withheld places, by which a leak is noticed.',
			example: 'The word “canary” followed by the number that was planted with it',
			resolve: 'Find out how a withheld text reached this file, and report the fault',
		},
		'sealed-capture': {
			title: 'Sealed capture in the site',
			example: 'A file whose SHA-256 is that of a sealed capture',
			resolve: 'Remove the file that repeats it',
		},
		'source-map': {
			title: 'Source map',
			example: 'A file that ends in `.map`',
			resolve: 'Turn source maps off in the build: they tell how the site was built',
			source: SOURCES.systemInformation,
		},
	},
});
