import type { Brief } from '../../../src/briefs/types.ts';

const PAGE = 'https://archive.example/x/';
const RECORD = 'https://archive.example/r/1/#p1';

/** A brief with one of every kind of block. */
export const BRIEF: Brief = {
	label: 'Topic',
	title: 'Fees – “hidden” and shown',
	lede: 'What the plan costs was not told.',
	facts: [['Full text: ', { kind: 'link', to: PAGE, spans: [PAGE] }]],
	blocks: [
		{
			kind: 'numbers',
			numbers: [
				{ value: 'fewer than 5', label: 'accounts' },
				{ value: '12', label: 'reports' },
			],
		},
		{ kind: 'box', spans: ['These are counts.'] },
		{ kind: 'heading', level: 2, spans: ['What people told'] },
		{
			kind: 'paragraph',
			number: '1',
			spans: [
				'One said ',
				{ kind: 'em', spans: ['so'] },
				', and ',
				{ kind: 'strong', spans: ['more'] },
				'.',
				{ kind: 'notes', numbers: [1, 2] },
				' #set text(red) $x$ [y] @z is text.',
			],
		},
		{ kind: 'heading', level: 3, spans: ['In detail'] },
		{
			kind: 'list',
			ordered: false,
			items: [
				[{ kind: 'paragraph', number: null, spans: ['First point.'] }],
				[{ kind: 'paragraph', number: null, spans: ['Second point.'] }],
			],
		},
		{
			kind: 'list',
			ordered: true,
			items: [[{ kind: 'paragraph', number: null, spans: ['First step.'] }]],
		},
		{
			kind: 'quote',
			by: ['A buyer'],
			blocks: [{ kind: 'paragraph', number: null, spans: ['Nobody told me.'] }],
		},
		{
			kind: 'table',
			caption: 'Asked and answered',
			columns: [
				{ label: 'Asked', width: 2 },
				{ label: 'Answer', width: 1 },
			],
			rows: [
				[['To show fees', { kind: 'notes', numbers: [2] }], ['None on record']],
				[['To pay back'], ['Refused']],
			],
		},
	],
	notes: [['First source, ', { kind: 'link', to: RECORD, spans: [RECORD] }, '.'], ['Second source.']],
	foot: `An Archive · ${PAGE} · A Licence`,
	publisher: 'An Archive',
	language: 'en-GB',
	date: '2031-05-04',
	small: false,
};
