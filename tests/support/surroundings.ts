import { normalise } from '../../src/checks/pii/normalise.ts';
import { type accountHits, labelled, overlap } from './detection.ts';

/** A labelled identifier in its sentence. */
export interface LabelledValue {
	rule: string;
	value: string;
	before: string;
	after: string;
}

type Surrounding = (value: LabelledValue) => string;

/** Every identifier with a form of its own that some labelled sets hold. */
export function typedValues(sets: readonly string[] = ['typed', 'holdout', 'holdout-2']): LabelledValue[] {
	return sets.flatMap((name) =>
		labelled(name).flatMap(({ text, spans = [] }) =>
			spans
				.filter(([rule]) => /^DT-\d/.test(rule))
				.map(([rule, value]) => {
					const at = text.indexOf(value);
					return { rule, value, before: text.slice(0, at), after: text.slice(at + value.length) };
				}),
		),
	);
}

/** Values that a set of rules misses in one surrounding. */
export function missedIn(
	put: Surrounding,
	values: readonly LabelledValue[],
	find: typeof accountHits,
): LabelledValue[] {
	return values.filter((one) => {
		const { text, hits } = find(put(one));
		const value = normalise(one.value).text;
		const start = text.indexOf(value, Math.max(0, one.before.length - 2));
		return !hits.some((hit) => overlap(hit, { start, end: start + value.length }));
	});
}

/** Words put in front of the identifier. */
const lead =
	(words: string): Surrounding =>
	({ before, value, after }) =>
		`${before}${words}${value}${after}`;

/** Words put behind it. */
const follow =
	(words: string): Surrounding =>
	({ before, value, after }) =>
		`${before}${value}${words}${after}`;

/** Signs put around it. */
const around =
	(open: string, close = open): Surrounding =>
	({ before, value, after }) =>
		`${before}${open}${value}${close}${after}`;

/** Ways in which the same identifier can stand in a sentence: none of them makes it harmless. */
export const SURROUNDINGS: Readonly<Record<string, Surrounding>> = {
	'as written': lead(''),
	'after “it’s”': lead('it’s '),
	'after “’s”': ({ before, value, after }) => `${before.replace(/\s+$/, '')}’s ${value}${after}`,
	'after “section s”': lead('section s '),
	'after “no.”': lead('no. '),
	'after “page”': lead('page '),
	'after “part”': lead('part '),
	'after “reg”': lead('reg '),
	'after “rule”': lead('rule '),
	'after “table”': lead('table '),
	'after “article”': lead('article '),
	'after “CP”': lead('CP '),
	'after “ISBN”': lead('ISBN '),
	'after a pound sign': lead('£'),
	'after a colon': lead(': '),
	'after a dash': lead('-'),
	'after a spaced dash': lead('– '),
	'after a stroke': lead('/'),
	'after a bracketed year': lead('[2019] '),
	'in brackets': around('(', ')'),
	'in quotation marks': around('“', '”'),
	'in an apposition': around(', ', ','),
	'before “Order 2019”': follow(' Order 2019'),
	'before a citation': follow(', [2019] EWHC 1234 (Admin)'),
	'before “of the team”': follow(' of the team'),
	'before “people”': follow(' people'),
	'before “times”': follow(' times'),
	'before a percent sign': follow('%'),
	'at the end of a line': follow('\n'),
	'at the end of a sentence': follow('. Then'),
	'in a list': follow('; and'),
	'in a list of lines': ({ before, value, after }) => `${before}\n- ${value}\n- ${after}`,
};

/**
 * More ways, for the values of `surrounded.jsonl`. Both were written before the rules looked at surroundings, and the
 * typed rules then found 0.77 of them.
 */
export const OTHER_SURROUNDINGS: Readonly<Record<string, Surrounding>> = {
	'after “figure”': lead('figure '),
	'after “chapter”': lead('chapter '),
	'after “para.”': lead('para. '),
	'after “item”': lead('item '),
	'after “volume”': lead('vol '),
	'after “line”': lead('line '),
	'after “column”': lead('col. '),
	'after “Cm”': lead('Cm '),
	'after “HC”': lead('HC '),
	'after “ISSN”': lead('ISSN '),
	'after “clause”': lead('cl '),
	'after “exhibit”': lead('exhibit '),
	'after a year in round brackets': lead('(2018) '),
	'after “that’s”': lead('that’s '),
	'after “namely”': lead('namely '),
	'after “I think”': lead('I think '),
	'after a euro sign': lead('€'),
	'after a dollar sign': lead('$'),
	'after a number sign': lead('# '),
	'after an equals sign': lead('= '),
	'after a tilde': lead('~'),
	'after an arrow': lead('→ '),
	'after a bullet': lead('• '),
	'after an ellipsis': lead('… '),
	'after a long dash': ({ before, value, after }) => `${before.replace(/\s+$/, '')}—${value}${after}`,
	'in square brackets': around('[', ']'),
	'in single quotation marks': around('‘', '’'),
	'in guillemets': around('«', '»'),
	'between bars': around('| ', ' |'),
	'in asterisks': around('**'),
	'in underscores': around('_'),
	'before “Act 1998”': follow(' Act 1998'),
	'before “per cent”': follow(' per cent'),
	'before “officers”': follow(' officers'),
	'before “pages”': follow(' pages'),
	'before “years”': follow(' years'),
	'before “others”': follow(' others'),
	'before “of us”': follow(' of us'),
	'before “miles”': follow(' miles'),
	'before “votes”': follow(' votes'),
	'before “or so”': follow(' or so'),
	'before a neutral citation': follow(' [2021] UKSC 12'),
	'before a bracket': follow(' (see below)'),
	'before a stroke': follow('/'),
	'before a long dash': follow('—'),
	'before a question mark': follow('?'),
	'before an ellipsis': follow('…'),
};
