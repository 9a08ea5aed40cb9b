import { labelled } from './detection.ts';

/** A labelled identifier in its sentence. */
export interface LabelledValue {
	rule: string;
	value: string;
	before: string;
	after: string;
}

/** Every identifier with a form of its own that the development sets label. */
export function typedValues(): LabelledValue[] {
	return ['typed', 'holdout', 'holdout-2'].flatMap((name) =>
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

const lead = (words: string) => (one: LabelledValue) => `${one.before}${words}${one.value}${one.after}`;
const follow = (words: string) => (one: LabelledValue) => `${one.before}${one.value}${words}${one.after}`;
const around =
	(open: string, close = open) =>
	(one: LabelledValue) =>
		`${one.before}${open}${one.value}${close}${one.after}`;

/** Ways in which the same identifier can stand in a sentence: none of them makes it harmless. */
export const SURROUNDINGS: Readonly<Record<string, (value: LabelledValue) => string>> = {
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
