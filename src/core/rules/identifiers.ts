import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

const TAKE_OUT = 'Take it out, or write `<Redacted what="number"/>`. Nobody can waive this rule';

/** Identifiers that are known by their form. */
export const IDENTIFIERS = group({
	anchor: 'rules-identifiers',
	title: 'Identifiers known by their form',
	looksFor:
		'telephone numbers, addresses, postcodes, emails, handles, vehicle, case, court, health, tax, bank and device numbers, exact dates, places on a map, in accounts any other long number',
	on: 'records',
	cannotSee: 'an identifier in a form that no rule knows; a detail that identifies without being one',
	why: 'Each of these leads to one person, one household or one case by itself. They are found as typed, spelt out in words, and disguised.',
	source: SOURCES.personalData,
	rules: {
		'DT-1': {
			title: 'E-mail address',
			finds: 'Addresses as typed, and as people spell them to get past a filter.',
			example: '`name at example dot org`',
			resolve: 'Take it out, or write `<Redacted what="detail"/>`. Nobody can waive this rule',
		},
		'DT-2': {
			title: 'Telephone number',
			example: 'Eleven digits that begin with 07, also in words',
			resolve: `${TAKE_OUT}, but a number that belongs to no person can be declared under publicNumbers`,
			source: {
				name: 'ITU-T E.164: the numbering plan',
				url: 'https://www.itu.int/rec/T-REC-E.164/',
			},
		},
		'DT-3': {
			title: 'Postcode',
			finds: 'Postcodes of real areas, also with letters typed for digits, and outward codes in context.',
			example: 'The first half of a postcode after “lived in”',
			resolve: 'Take it out, or name the region',
		},
		'DT-4': {
			title: 'National Insurance number',
			example: 'Two letters, six digits and a letter',
			resolve: TAKE_OUT,
			source: {
				name: 'HM Revenue & Customs, National Insurance Manual NIM39110',
				url: 'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
			},
		},
		'DT-5': {
			title: 'Health service number',
			finds: 'Numbers with a valid check digit, or after words that announce them.',
			example: 'Ten digits after “NHS number”',
			resolve: TAKE_OUT,
			source: {
				name: 'NHS Data Dictionary: NHS number',
				url: 'https://www.datadictionary.nhs.uk/attributes/nhs_number.html',
			},
		},
		'DT-6': {
			title: 'Vehicle registration',
			example: 'A number plate, with or without its space',
			resolve: TAKE_OUT,
			source: {
				name: 'DVLA, INF104: vehicle registration numbers and number plates',
				url: 'https://www.gov.uk/government/publications/vehicle-registration-numbers-and-number-plates',
			},
		},
		'DT-7': {
			title: 'Case reference',
			finds: 'A word that announces a reference, and a number.',
			example: '“Reference” followed by letters, a stroke and digits',
			resolve: TAKE_OUT,
		},
		'DT-8': {
			title: 'Custody reference',
			finds: 'Records of custody or detention, by the words that the archive declares.',
			example: 'A declared word followed by a number',
			resolve: TAKE_OUT,
		},
		'DT-9': {
			title: 'Number of a person at work',
			finds: 'Numbers after a rank, or after words such as “badge” or “payroll”.',
			example: '“Staff number” followed by digits',
			resolve: TAKE_OUT,
		},
		'DT-10': {
			title: 'National record number',
			finds: 'Numbers made of a year, a serial number and a check letter.',
			example: 'A year, a stroke, seven digits and a letter',
			resolve: TAKE_OUT,
		},
		'DT-11': {
			title: 'Court reference',
			finds: 'Numbers of proceedings in the forms that courts use. Published law reports are not meant.',
			example: '“Claim number” followed by letters and digits',
			resolve: TAKE_OUT,
		},
		'DT-12': {
			title: 'Exact date',
			severity: 'error or warning',
			finds: 'Days in figures, in words, by weekday or by feast.',
			example: 'A day, a month and a year',
			resolve:
				'In an account give the year or the season. Elsewhere declare the day of a public event under publicDates',
			source: SOURCES.minimisation,
		},
		'DT-13': {
			title: 'Street address',
			finds: 'Street addresses, streets by their names, and dwellings by their numbers.',
			example: 'A house number and a name that ends in “Road”',
			resolve: 'Take it out, or say “a street nearby”',
		},
		'DT-14': {
			title: 'Web address or account name',
			example: 'An account name that begins with @',
			resolve:
				'Cite a page as a source, or declare a public body’s host under publicHosts. A given account links to nothing outside',
		},
		'DT-15': {
			title: 'Address or number of a device',
			finds: 'IP and MAC addresses, IMEI, SIM and serial numbers.',
			example: 'Fifteen digits after “IMEI”',
			resolve: TAKE_OUT,
			source: {
				name: '3GPP TS 23.003: numbering, addressing and identification',
				url: 'https://www.3gpp.org/dynareport/23003.htm',
			},
		},
		'DT-16': {
			title: 'Bank detail',
			finds: 'Account numbers, sort codes, card numbers and IBANs.',
			example: 'A sort code and eight digits',
			resolve: TAKE_OUT,
			source: { name: 'ISO 13616-1: the IBAN', url: 'https://www.iso.org/standard/81090.html' },
		},
		'DT-17': {
			title: 'Number of an identity document',
			finds: 'Passports, driving licences and other papers that identify their holder.',
			example: '“Passport” followed by nine digits',
			resolve: TAKE_OUT,
		},
		'DT-18': {
			title: 'Coordinates',
			finds: 'Degrees, grid references, plus codes and places in three words.',
			example: 'Two numbers in degrees',
			resolve: 'Take it out, or name the region',
			source: {
				name: 'Open Location Code',
				url: 'https://github.com/google/open-location-code',
			},
		},
		'DT-19': {
			title: 'Long number of another kind',
			finds:
				'In accounts, numbers of four digits or more that are no year and no amount of money; elsewhere, of five after a word that points into a document.',
			example: 'Nine digits that no other rule knows',
			resolve: TAKE_OUT,
		},
	},
});

/** What is not known to be harmless. */
export const UNKNOWN_WORDS = group({
	anchor: 'rules-unknown-words',
	title: 'Words that are not known to be harmless',
	looksFor:
		'every capital, number, unusual word, host and named event that is not known to be harmless; in reports and findings, names that are not declared with the ground for naming them',
	on: 'accounts',
	cannotSee:
		'ordinary words that together tell a story someone knows; whether the declared ground for naming someone is a good one',
	why: 'No list holds every name. In an account, whatever is not known to be harmless is flagged until somebody has judged it.',
	source: SOURCES.anonymisation,
	rules: {
		'DT-C1': {
			title: 'Figure without a known meaning',
			example: 'A number of five digits that counts nothing',
			resolve: 'Write it as a word, say less, or take it out. Two reviewers can waive it',
		},
		'DT-C2': {
			title: 'Number or day in words',
			example: 'A number of several words that counts nothing',
			resolve: 'Say roughly how many, or take it out. Two reviewers can waive it',
		},
		'DT-C3': {
			title: 'Undeclared name',
			finds: 'Names of people, organisations and places that the register does not declare.',
			example: 'A first name in the text of an account',
			resolve:
				'Take the name out, or declare it in register.yaml with the ground on which it may be given. In a given account two reviewers must agree to that',
			source: SOURCES.personalData,
		},
		'DT-C4': {
			title: 'Word that no dictionary has',
			example: 'A nickname, or a word in dialect',
			resolve: 'Correct the spelling, use a common word, or add it to plainWords in register.yaml',
		},
		'DT-C5': {
			title: 'Handle, host or code',
			example: 'Letters and digits joined by an underscore',
			resolve: 'Take it out: a search for it leads to a person',
		},
		'DT-C6': {
			title: 'Street in small letters',
			example: 'A street’s name, typed without capitals',
			resolve: 'Say “a street nearby”, or take it out',
		},
		'DT-C7': {
			title: 'Named event or day',
			example: 'A festival, or the final of a tournament',
			resolve: 'Give the season or the year: a named event dates the account',
		},
		'DT-C8': {
			title: 'Rest of a withheld word',
			example: 'Letters right before or after `<Redacted/>`',
			resolve: 'Withhold the whole word: what is left lets it be guessed',
		},
		'DT-C9': {
			title: 'Name or number of an institution',
			example: 'A ward, a club or a school by its name or number',
			resolve: 'Say what kind of place it was',
		},
	},
});

/** Details that point to a person only together with other knowledge. */
export const DETAILS = group({
	anchor: 'rules-details',
	title: 'Details for the reviewers to judge',
	looksFor:
		'ages, days told by events, rare posts, rare injuries, places by their kind, vehicles: put before the reviewers',
	on: 'given accounts',
	cannotSee: 'which of them, together with what a reader knows, is too much',
	why: 'An account cannot be told without any of these. Whether one is too much only people can judge, as a motivated intruder would.',
	source: SOURCES.anonymisation,
	rules: {
		'DT-Q1': {
			title: 'Exact age',
			severity: 'warning',
			example: 'An age in years',
			resolve: 'Say “in her thirties”, or let the reviewers judge',
		},
		'DT-Q2': {
			title: 'Day told by an event',
			severity: 'warning',
			example: '“The day after the wedding”',
			resolve: 'Say less, or let the reviewers judge',
		},
		'DT-Q3': {
			title: 'Post, duty or family of which there are few',
			severity: 'warning',
			example: '“The only manager on nights”',
			resolve: 'Name the kind of post, or let the reviewers judge',
		},
		'DT-Q4': {
			title: 'Injury that few have',
			severity: 'warning',
			example: 'A rare fracture, by its name',
			resolve: 'Say how grave it was, or let the reviewers judge',
		},
		'DT-Q5': {
			title: 'Place or employer that can be found',
			severity: 'warning',
			example: '“The house beside the lighthouse”',
			resolve: 'Name the kind of place, or let the reviewers judge',
		},
		'DT-Q6': {
			title: 'Vehicle that is described',
			severity: 'warning',
			example: 'The colour and make of a car',
			resolve: 'Say “a car”, or let the reviewers judge',
		},
	},
});
