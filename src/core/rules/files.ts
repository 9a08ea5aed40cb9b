import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** Names, places and bytes of the files in the content folder. */
export const FILES = group({
	anchor: 'rules-files',
	title: 'Files',
	looksFor: 'files out of place, badly named or damaged, and characters that nobody can see',
	on: 'files',
	cannotSee: 'whether a file was left out by mistake',
	why: 'Every file is read, checked and published, or reported. None is passed over in silence.',
	rules: {
		unreadable: {
			title: 'File or folder that cannot be read',
			example: 'A file whose permissions keep the build from opening it',
			resolve: 'Correct its permissions',
		},
		'unexpected-file': {
			title: 'File in the wrong place',
			example: 'An office document in the folder of reports',
			resolve: 'Move it out of the content folder, or into the folder for its kind',
			why: 'Whoever receives the folder receives every file in it, and no check reads a file of an unknown kind.',
		},
		'symbolic-link': {
			title: 'Symbolic link',
			example: 'A link to a file elsewhere on the machine',
			resolve: 'Copy the file itself into the folder',
			why: 'A link can lead out of the content folder and publish a private file.',
			source: SOURCES.linkFollowing,
		},
		'bad-name': {
			title: 'File name that is no identifier',
			example: '`themes/My Theme.mdx`',
			resolve: 'Use lower-case letters, digits and single hyphens',
			why: 'The name becomes an address, which must read the same on every system.',
		},
		'bad-id': {
			title: 'File name without a record identifier',
			example: '`reports/first-report.mdx`',
			resolve: 'Make the file with “npm run archive -- new”, which gives it a fresh identifier',
		},
		'check-character': {
			title: 'Identifier with a wrong check character',
			example: 'An identifier with two characters swapped',
			resolve: 'Correct the identifier, or take a fresh one from “npm run archive -- new”',
			why: 'The last character is computed from the others, so that a mistyped identifier is never taken for another record.',
		},
		'duplicate-id': {
			title: 'Identifier used twice',
			example: 'A record copied under a new file name with the same first eight characters',
			resolve: 'Give the newer record a fresh identifier',
		},
		'taken-name': {
			title: 'Page name that the site uses itself',
			example: '`pages/search.mdx`',
			resolve: 'Choose another name; it becomes the address of the page',
		},
		'too-large': {
			title: 'File larger than allowed',
			example: 'A picture straight from a camera, or a text with a table pasted into it',
			resolve: 'Split the text, or save the picture smaller',
		},
		'byte-order-mark': {
			title: 'Byte order mark',
			example: 'A file saved as “UTF-8 with BOM”',
			resolve: 'Save it as UTF-8 without byte order mark',
			source: SOURCES.utf8,
		},
		'not-utf-8': {
			title: 'Text that is not UTF-8',
			example: 'A file saved in the encoding of an old word processor',
			resolve: 'Save it as UTF-8',
			source: SOURCES.utf8,
		},
		'control-character': {
			title: 'Control character',
			example: 'A null or a bell character, pasted from a terminal',
			resolve: 'Delete it. If you cannot find it, retype the words around it',
			source: SOURCES.unicodeSecurity,
		},
		'unusable-character': {
			title: 'Character that other programs cannot read',
			example: 'A character from a font’s private area, or the replacement character',
			resolve: 'Type the character that was meant',
			source: SOURCES.unicodeSecurity,
		},
		'hidden-character': {
			title: 'Invisible character',
			example: 'A zero-width space within a name',
			resolve: 'Delete it. If you cannot find it, retype the words around it',
			why: 'Invisible characters can reverse or hide words, and keep a check from recognising them.',
			source: SOURCES.unicodeSecurity,
		},
		'interrupted-write': {
			title: 'Unfinished command',
			example: 'A command that was stopped while it changed files',
			resolve: 'Wait until it has ended, then run “npm run check”, which completes or discards its changes',
		},
		'no-archive': {
			title: 'Missing archive.yaml',
			example: 'A content folder without its configuration',
			resolve: 'Put archive.yaml into the content folder',
		},
		'missing-page': {
			title: 'Missing page',
			finds: 'The pages that every page of the site links to: home, about, method, safety and privacy.',
			example: 'An archive without `pages/safety.mdx`',
			resolve: 'Write the page',
		},
		'no-body': {
			title: 'Record without text',
			example: 'Fields with nothing below them',
			resolve: 'Write at least one paragraph after the fields',
		},
		'front-matter': {
			title: 'Fields that do not begin and end with ---',
			example: 'A first line of dashes that a word processor has turned into one long dash',
			resolve: 'Begin the file with a line `---`, then the fields, then another line `---`',
		},
	},
});
