import type { Hit } from './model.ts';
import { lookup } from '../../core/values/lookup.ts';

/** What to do about a hit, by rule. */
const ADVICE: Readonly<Record<string, string>> = {
	'DT-C1': 'Write it as a word, say less, or take it out; a small number may count something that follows it',
	'DT-C2': 'Take it out, or say roughly how many',
	'DT-C3': 'Take the name out, or declare it in register.yaml with the ground on which it may be named',
	'DT-C4': 'Correct the spelling, use a common word, or add it to plainWords in register.yaml',
	'DT-C5': 'Take it out: it leads a search straight to a person',
	'DT-C6': 'Say “a street nearby” or take it out',
	'DT-C7': 'Say the season or the year: a named day or event dates the account',
	'DT-C9': 'Say what kind of place it was, without its name or number',
	'DT-C8': 'Withhold the whole word: what is left beside the mark lets it be guessed',
};

const QUESTION =
	'Judge whether someone who knows a little would know who or when this is; if so, say less. The reviewers’ signatures cover it';

/** Overrides for accounts given to the archive, where a register entry needs two reviewers. */
const GIVEN_ADVICE: Readonly<Record<string, string>> = {
	'DT-C3':
		'Take the name out. If two reviewers agree to it, declare it in register.yaml with both under reviewers, or under accountWords',
	'DT-C4':
		'Correct the spelling or use a common word. If two reviewers agree to it, add it to accountWords in register.yaml',
};

/** Returns what to do about a hit. A typed hit cannot be waived. */
export function adviceFor({ rule, type }: Hit, isTestimony: boolean, isGiven = false): string {
	const given = isGiven ? lookup(GIVEN_ADVICE, rule) : undefined;
	if (given) return given;
	if (rule.startsWith('DT-Q')) return QUESTION;
	const known = lookup(ADVICE, rule);
	if (known) return isTestimony ? `${known}; two reviewers can waive it` : known;
	if (rule === 'DT-12')
		return isTestimony
			? 'Give the year, or the season: no day may stand in an account'
			: 'Check that the day is of a public event, then list it under publicDates in register.yaml';
	if (rule === 'DT-14')
		return isTestimony
			? 'Take it out, or use <Redacted what="account"/>; an account given to the archive links to nothing outside'
			: 'Cite it as a source, or add a public body’s host to publicHosts in register.yaml';
	return `Take it out, or write <Redacted what="${/number|reference|detail/.test(type) ? 'number' : 'detail'}"/>; nobody can waive this rule`;
}
