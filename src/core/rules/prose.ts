import { group } from './rule.ts';
import { SOURCES } from './sources.ts';

/** What could run or fetch in a reader’s browser, and the components that a text may use. */
export const CODE = group({
	anchor: 'rules-code',
	title: 'Code, links and components',
	looksFor: 'anything that could run or fetch in a reader’s browser',
	on: 'files',
	cannotSee: 'what a linked site does',
	why: 'Readers may be at risk from someone who watches what their device does. A text is text: nothing in it runs or fetches.',
	source: SOURCES.scripting,
	rules: {
		'no-code': {
			title: 'Line read as code',
			example: 'A sentence whose line begins with the word “import”',
			resolve: 'Begin the line with another word',
		},
		'no-expression': {
			title: 'Expression in braces',
			example: '`{name}`',
			resolve: 'Write the text itself. For a brace write `\\{`',
		},
		'no-html': {
			title: 'HTML',
			example: 'A heading or a picture as an HTML tag',
			resolve: 'Use Markdown or one of the components',
		},
		syntax: {
			title: 'Tag or brace that cannot be read',
			example: 'A less-than sign before a number',
			resolve: 'Write `&lt;` for a less-than sign and `\\{` for a brace, and close each tag',
		},
		'unknown-component': {
			title: 'Unknown component',
			example: '`<Video/>`',
			resolve: 'Use one of the components that the message lists',
		},
		'component-attribute': {
			title: 'Wrong attribute',
			example: '`<Ref/>` without a record',
			resolve: 'Give the attributes that the message lists, each once',
		},
		'component-content': {
			title: 'Words in a component that takes none',
			example: '`<Ref record="…">words</Ref>`',
			resolve: 'Close the tag at once: `<Ref record="…"/>`',
		},
		'component-place': {
			title: 'Component within a sentence',
			example: 'A `<Quote>` in the middle of a line',
			resolve: 'Put it on lines of its own',
		},
		'empty-component': {
			title: 'Component without words',
			example: '`<Quote></Quote>`',
			resolve: 'Write the words between the tags, or remove it',
		},
		'unsafe-link': {
			title: 'Link that could run code or hides where it leads',
			example: 'A link that begins with `javascript:`',
			resolve: 'Link to an https address, or to a path of this archive',
		},
		'link-to-record': {
			title: 'Plain link to a record',
			example: '`[the report](/r/…)`',
			resolve: 'Write `<Ref record="…" para="…"/>`, which is checked',
			source: SOURCES.permanence,
		},
		'link-out-of-archive': {
			title: 'Link that leads out of the archive’s folder',
			example: 'A path with `..` in it',
			resolve: 'Link to an https address, or to a path that begins with /',
		},
		'relative-link': {
			title: 'Relative link',
			example: '`[more](other.mdx)`',
			resolve: 'Begin the path with /, or write `<Ref record="…"/>`',
		},
	},
});

/** What Markdown would turn into something other than what was typed. */
export const MARKDOWN = group({
	anchor: 'rules-markdown',
	title: 'Signs that Markdown would misread',
	looksFor: 'signs that would silently change the words or their order',
	on: 'files',
	cannotSee: 'words that were mistyped',
	why: 'Evidence must read as it was written. Markdown drops or reinterprets some signs without a warning.',
	source: SOURCES.commonMark,
	rules: {
		'single-tilde': {
			title: 'Words between tildes',
			example: 'A range with a tilde, twice in one paragraph: `30~35`',
			resolve: 'Use a dash, 30–35, or write `\\~`',
			source: SOURCES.gfm,
		},
		'no-code-text': {
			title: 'Words between backticks',
			example: 'A word between backticks for quotation marks',
			resolve: 'Use quotation marks, or write a backslash before each backtick',
		},
		'rule-sign': {
			title: 'Line of signs read as a rule',
			example: '`______`, a blank to be filled in',
			resolve: 'For a rule write `---`. For a blank write (left blank) or `<Redacted what="…"/>`',
		},
		'trailing-spaces': {
			title: 'Spaces at the end of a line',
			example: 'Two spaces after a full stop at the end of a line',
			resolve: 'Delete them. Where a new line is meant, end the line with `\\`',
		},
		'link-definition': {
			title: 'Line read as the target of a link',
			example: '`[Manager]: No.`',
			resolve: 'Write a backslash before the bracket',
		},
		footnote: {
			title: 'Footnote',
			example: '`[^1]`',
			resolve: 'Write the note as a sentence, or cite with `<Ref record="…"/>`',
			source: SOURCES.gfm,
		},
		'heading-level': {
			title: 'Heading of the wrong level',
			example: '`# Title`',
			resolve: 'Use `##` to `####`: the title is a field',
			source: SOURCES.wcagStructure,
		},
		'underlined-heading': {
			title: 'Line read as a heading',
			example: 'A line of hyphens right below a sentence',
			resolve: 'Put an empty line between the two. Write a heading as `## …`',
		},
		'empty-heading': {
			title: 'Heading without words',
			example: '`##`',
			resolve: 'Remove it, or write `\\#` for the sign',
			source: SOURCES.wcagStructure,
		},
		'closing-hash': {
			title: 'Hash sign at the end of a heading',
			example: '`## Room #`',
			resolve: 'Remove it, or write `\\#`',
		},
		'emphasis-in-word': {
			title: 'Asterisks within a word',
			example: '`2*3*4`',
			resolve: 'Write `\\*` for an asterisk',
		},
		'chance-list': {
			title: 'Line read as a list',
			example: 'A line that begins with a year and a full stop: `1986. A year`',
			resolve: 'Write a backslash before the sign, or begin with a word',
		},
		'list-sign': {
			title: 'List that would be shown with another sign',
			example: 'Items numbered `1)`',
			resolve: 'Begin items with `- `, or with 1. 2. 3.',
		},
		'list-number': {
			title: 'List that would be renumbered',
			example: 'Items numbered 1, 2, 4',
			resolve: 'Number them one by one, or write a backslash before each full stop',
		},
		'task-list': {
			title: 'Item read as a box to tick',
			example: '`- [ ] letter`',
			resolve: 'Write a backslash before the bracket',
			source: SOURCES.gfm,
		},
		'empty-item': {
			title: 'Empty list item',
			example: 'A line with nothing but a hyphen',
			resolve: 'Remove it, or write a backslash before the sign',
		},
		'chance-quotation': {
			title: 'Line read as a quotation',
			example: '`>40 letters`',
			resolve: 'Write “more than”, or `\\>`',
		},
		'run-on-line': {
			title: 'Line joined to the list or quotation above it',
			example: 'A line of text right below the last item of a list',
			resolve: 'Put an empty line before it, or indent it where it belongs to the item',
		},
		'no-empty-line': {
			title: 'Paragraph cut short by a sign',
			example: 'A line in the middle of a paragraph that begins with a hyphen',
			resolve: 'Put an empty line before it, or a backslash before the sign',
		},
		'table-cells': {
			title: 'Table row with too many cells',
			example: 'Four cells below a head of three',
			resolve: 'Give the head as many cells; write `\\|` for the sign in a cell',
			source: SOURCES.gfm,
		},
		'idle-backslash': {
			title: 'Backslash that would vanish',
			example: '`and\\/or`',
			resolve: 'Remove it, or write it twice',
		},
		entity: {
			title: 'Name read as another character',
			example: 'A word between `&` and `;`',
			resolve: 'Type the character itself; write `&amp;` for an ampersand',
		},
	},
});
