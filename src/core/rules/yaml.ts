import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

const QUOTE = 'Put straight quotation marks around the whole text';

/** How fields are written. */
export const YAML_RULES = group({
	anchor: 'rules-yaml',
	title: 'How fields are written',
	looksFor: 'fields that would be read as something other than what was typed',
	on: 'files',
	cannotSee: 'a value that is well formed and wrong',
	why: 'Fields are written in YAML, which reads some ordinary punctuation as structure and drops words without a warning.',
	source: SOURCES.yaml,
	rules: {
		yaml: {
			title: 'Fields that cannot be read',
			example: 'A line that fits no field and no list',
			resolve:
				'Write each field as its name, a colon, a space and the value, and quote text with punctuation',
		},
		'duplicate-key': {
			title: 'Field given twice',
			example: 'Two lines that begin with `title:`',
			resolve: 'Remove one of them',
		},
		'too-deep': {
			title: 'Text or fields nested too deeply',
			example: 'Lists within lists, twenty-five levels down',
			resolve: 'Write it flat, as separate paragraphs or fields',
			why: 'No document needs such nesting. It can keep a parser busy for minutes.',
		},
		'yaml-alias': {
			title: 'Anchor or alias',
			example: 'A value that begins with `&` or `*`',
			resolve: `Write the value out. For text that begins with the sign: ${QUOTE.toLowerCase()}`,
		},
		'yaml-tag': { title: 'Tag', example: 'A value that begins with `!`', resolve: QUOTE },
		'yaml-sign': {
			title: 'Text that begins with a reserved sign',
			example: 'A value that begins with `@`, `%` or `?`',
			resolve: QUOTE,
		},
		'yaml-list': {
			title: 'List on the line of its field',
			example: '`themes: - charges`',
			resolve: 'Put each item on a line of its own below the field, with a dash and a space',
		},
		'yaml-indent': {
			title: 'Wrong indentation',
			example: 'A field with three spaces before it, below one with two',
			resolve: 'Use two spaces for each level, and none before the first',
		},
		'yaml-tab': {
			title: 'Indentation with a tab',
			example: 'A tab before the name of a field',
			resolve: 'Use two spaces for each level',
		},
		'yaml-space': {
			title: 'Space of another kind',
			example: 'A no-break space, pasted from a word processor',
			resolve: 'Delete it and type an ordinary space',
		},
		'yaml-end': {
			title: 'Fields after the end of the fields',
			example: 'A line `---` between two fields',
			resolve: 'Remove the line',
		},
		'yaml-dash': {
			title: 'List item without dash and space',
			example: '`•charges`',
			resolve: 'Begin the item with `- `',
		},
		'yaml-no-colon': {
			title: 'Field without a colon',
			example: '`title = Words`',
			resolve: 'Write the name, a colon and a space before the value',
		},
		'yaml-colon-space': {
			title: 'Colon without a space',
			example: '`title:Words`',
			resolve: 'Put a space after the colon',
		},
		'yaml-no-field': {
			title: 'Line that belongs to no field',
			example: 'The second line of a title, without quotation marks',
			resolve: 'Begin it with a field name, or put the whole text on one line in quotation marks',
		},
		'yaml-block': {
			title: 'Text beside a block sign',
			example: '`summary: > Words`',
			resolve: 'Remove the sign and quote the text, or begin the text on the next line, indented',
		},
		'yaml-colon': {
			title: 'Unquoted text with a colon',
			example: '`title: Charges: a study`',
			resolve: QUOTE,
		},
		'yaml-comment': {
			title: 'Text cut off by #',
			example: '`title: Room #4`',
			resolve: `${QUOTE}, or put a comment on a line of its own`,
		},
		'yaml-quote-open': {
			title: 'Quotation mark that is not closed',
			example: '`title: "Words`',
			resolve: 'Close it at the end of the text, or remove it',
		},
		'yaml-escape': {
			title: 'Backslash within double quotation marks',
			example: '`title: "A\\B"`',
			resolve: 'Use single quotation marks, or write the backslash twice',
		},
		'yaml-quote': {
			title: 'Quotation mark that ends the text early',
			example: '`title: "A "short" title"`',
			resolve: 'Use the other kind of quotation mark around the whole text',
		},
		'yaml-bracket-open': {
			title: 'Bracket that is not closed',
			example: '`title: [Untitled`',
			resolve: `Close it. For text that begins with a bracket: ${QUOTE.toLowerCase()}`,
		},
		'yaml-bracket': {
			title: 'Text that begins with a bracket',
			example: '`title: [Letter] to a bank`',
			resolve: QUOTE,
		},
		'yaml-braces': {
			title: 'Closed brackets with fields below them',
			example: '`facets: {}` followed by indented fields',
			resolve: 'Remove the brackets',
		},
		'yaml-curly-quote': {
			title: 'Curly quotation marks around a text',
			example: '`title: “Words”`',
			resolve:
				'Type straight ones. Where the text is itself a quotation, put straight marks around the curly ones',
		},
	},
});
