import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** Values of fields, and references between files. */
export const FIELDS = group({
	anchor: 'rules-fields',
	title: 'Fields and references',
	looksFor: 'missing, misspelt or contradictory fields; references that lead nowhere',
	on: 'files',
	cannotSee: 'whether what a field says is true',
	why: 'The site, its exports and its citations are made from these fields. A wrong one is repeated in all of them.',
	rules: {
		'missing-field': {
			title: 'Missing or empty field',
			example: 'A report without `sources`',
			resolve: 'Fill it in. What is not known is `null`; never guess',
		},
		'unknown-field': {
			title: 'Unknown field',
			example: '`sumary` for `summary`',
			resolve: 'Correct its spelling or its indentation, or remove it',
		},
		'wrong-type': {
			title: 'Value of the wrong kind',
			example: 'A year as the title, without quotation marks',
			resolve: 'Quote text that looks like a number; write true or false without quotation marks',
		},
		'unknown-value': {
			title: 'Value that is not one of those allowed',
			example: 'A theme that has no file',
			resolve: 'Use one of the values that the message lists, or add it to archive.yaml',
		},
		'invalid-value': {
			title: 'Value in the wrong form',
			example: 'A title of two hundred characters',
			resolve: 'Correct the value as the message says',
		},
		'dangling-reference': {
			title: 'Reference to something that does not exist',
			example: 'A record, theme, organisation, figure or picture whose name is misspelt',
			resolve: 'Correct the name, or remove the reference',
			source: SOURCES.permanence,
		},
		'dangling-paragraph': {
			title: 'Reference to a paragraph that does not exist',
			example: 'Paragraph 30 of a record with twelve',
			resolve: 'Give the number of the paragraph that is meant',
			source: SOURCES.permanence,
		},
		'self-reference': {
			title: 'Reference to itself',
			example: 'A record in its own `related`',
			resolve: 'Remove it',
		},
		'wrong-reference': {
			title: 'Reference to the wrong kind of record',
			example: 'A response that answers a news report',
			resolve: 'Name a record of the kind that the message asks for',
		},
		'organisation-cycle': {
			title: 'Organisation within itself',
			example: 'Two organisations, each `within` the other',
			resolve: 'Name an organisation or area that is broader',
		},
	},
});

/** Themes: their fixed parts, and the numbers in them. */
export const THEME_RULES = group({
	anchor: 'rules-themes',
	title: 'Themes',
	looksFor:
		'text outside the fixed parts of a theme, empty parts, and numbers that come neither from a figure nor from a paragraph that is cited with them',
	on: 'files',
	cannotSee:
		'whether text belongs under its heading; whether the source is right; numbers below ten in words',
	why: 'Readers find the same thing in the same place in every theme, and can check every number.',
	rules: {
		'theme-part': {
			title: 'Text outside the parts of a theme',
			finds: 'Unknown, repeated or empty headings, parts out of order, and text above the first heading.',
			example: 'A heading of one’s own, `## Background`',
			resolve: 'Move the text under one of the headings that the message lists, in their order',
		},
		'orphan-number': {
			title: 'Number without a source',
			finds:
				'Numbers in digits, and in words from ten. Years, dates, ordinals and section numbers are left out.',
			example: 'A percentage in a paragraph that cites no record',
			resolve:
				'Cite the paragraph that has the number with `<Ref record="…" para="…"/>`, or write `<Figure id="…"/>`',
			source: SOURCES.statistics,
		},
	},
});
