import { stringify } from 'yaml';
import { type Answers, idOf, type Term } from './answers.ts';
import { archiveFile, KINDS, REGISTER } from './archive-file.ts';

/** The files of a new archive's content, by their path in it. */
export function contentFiles(answers: Answers, today: string): Map<string, string> {
	const { complaint, submittedBy, submittedTo, themes } = answers;
	return new Map([
		['archive.yaml', archiveFile(answers)],
		['register.yaml', REGISTER],
		[`complaints/${idOf(complaint)}.mdx`, complaintFile(answers, today)],
		...organisations(submittedBy, submittedTo),
		...themes.map((theme): [string, string] => [`themes/${theme.id}.mdx`, themeFile(theme, today)]),
		...PAGES.map(([id, title, summary], index): [string, string] => [
			`pages/${id}.mdx`,
			document({ title, summary, order: index + 1 }, `To be written: ${summary}`),
		]),
	]);
}

/** The pages that every archive needs, with what each is for. */
const PAGES = [
	['home', 'About this archive', 'What the archive holds, and what it does not hold.'],
	['about', 'Who keeps it', 'Who keeps the archive, and how to ask for a correction or a removal.'],
	['method', 'How it is made', 'How records are chosen, written, checked and reviewed.'],
	['safety', 'Staying safe', 'How to read this site safely, and where to find help.'],
	['privacy', 'Privacy', 'What this site and its host learn of a visit.'],
] as const;

const document = (fields: object, body: string) => `---\n${stringify(fields)}---\n\n${body}\n`;

function organisations(submittedBy: string, submittedTo: string): [string, string][] {
	const file = (name: string, kind: Term): [string, string] => [
		`organisations/${idOf(name)}.yaml`,
		stringify({ name, kind: kind.id }),
	];
	return [file(submittedTo, KINDS.authority), file(submittedBy, KINDS.complainant)];
}

function themeFile({ label }: Term, today: string): string {
	const fields = {
		label,
		scope: 'To be written: what belongs under this theme.',
		answer: 'To be written: what the archive holds on it, in one sentence.',
		synonyms: [label.toLowerCase()],
		changes: [{ date: today, note: 'First published.' }],
	};
	return document(fields, '## What is not known\n\nTo be written: what nobody has found out yet.');
}

// The check reads comments here too, and takes a capital letter after a line break for the beginning of a name.
function complaintFile({ complaint, submittedBy, submittedTo }: Answers, today: string): string {
	const fields = {
		title: complaint,
		summary: 'To be written: what the complaint is about.',
		submittedBy: [idOf(submittedBy)],
		submittedTo: [idOf(submittedTo)],
	};
	return `---
${stringify(fields)}# the day it was made; the month or the year, where no more is known
submitted: ${today}
jurisdiction: 'To be written: where it applies.'
standing: 'To be written: where it stands now.'
# what it complains of, by the numbers that themes and official records refer to
concerns:
  - number: 1
    text: 'To be written: the first concern.'
# every event has a source: its number in the list below
timeline:
  - date: ${today}
    event: The complaint was made.
    source: 1
# what is not known is null, and never guessed
sources:
${indented(stringify([{ title: complaint, publisher: idOf(submittedBy) }]))}    published: ${today}
    url: null
    kind: statement
    degree: first-hand
    verified: not-seen
---

To be written: what the complaint says, in plain paragraphs.
`;
}

const indented = (text: string) => text.replace(/^(?=.)/gm, '  ');
