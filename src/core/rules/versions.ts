import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** What was released once. */
export const VERSIONS = group({
	anchor: 'rules-versions',
	title: 'Released versions',
	looksFor: 'released records that changed, are missing or no longer match their history',
	on: 'files',
	cannotSee: 'copies of the site that others keep',
	why: 'What was cited must stay what it was. A released text changes only by a new version, or is withdrawn.',
	source: SOURCES.permanence,
	rules: {
		'released-text-changed': {
			title: 'Released text that was changed',
			example: 'A word corrected in a released report',
			resolve: 'Undo the change, or open the next version with “npm run archive -- revise”',
		},
		'released-history-changed': {
			title: 'History that was changed',
			example: 'The note of an earlier version, reworded',
			resolve: 'Restore what was released, and say what is new in a new version',
		},
		'released-id-missing': {
			title: 'Released record that is missing',
			example: 'A record whose file was deleted',
			resolve: 'Put the file back. To take a record back use “npm run archive -- withdraw”',
		},
		'released-version-missing': {
			title: 'Released version that is missing',
			example: 'A deleted file in versions/',
			resolve: 'Restore the file that the release wrote',
		},
		'version-behind': {
			title: 'Version older than the released one',
			example: 'A file restored from an old copy',
			resolve: 'Continue from the newest file in versions/',
		},
		'paragraph-count': {
			title: 'Wrong number of paragraph numbers',
			example: 'Eleven numbers for twelve paragraphs',
			resolve: 'Number each paragraph, or remove the field: the next release writes it anew',
		},
		'number-reused': {
			title: 'Paragraph number used again',
			example: 'The number of a deleted paragraph, given to a new one',
			resolve: 'Use a number that was never given: an old reference must not find another text',
		},
		'change-note': {
			title: 'Note that does not match the change',
			example: '“Paragraph 3 was removed”, where it was reworded',
			resolve: 'Make the note say what changed',
			why: 'Readers and courts rely on the note for what changed.',
		},
		'change-note-incomplete': {
			title: 'Note that leaves out a changed paragraph',
			severity: 'warning',
			example: 'A note on paragraph 3, where 7 changed too',
			resolve: 'Name every changed paragraph, or none',
		},
		'no-batch': {
			title: 'Missing list of released accounts',
			example: 'A release without its file `batch.yaml`',
			resolve: 'Restore the file that the release wrote',
		},
		'salt-missing': {
			title: 'Missing salt',
			example: 'A deleted file `salt` of a released account',
			resolve: 'Put back the file that the release wrote: without it released hashes cannot be checked',
		},
		'bad-salt': {
			title: 'Damaged salt',
			example: 'A salt with a character missing',
			resolve: 'Restore the file that the release wrote',
		},
		'salt-left': {
			title: 'Salt of a withdrawn account',
			severity: 'warning',
			example: 'An account that was withdrawn by hand',
			resolve: 'Delete the file: with it, a guess at the withdrawn text can be confirmed',
			source: SOURCES.security,
		},
	},
});
