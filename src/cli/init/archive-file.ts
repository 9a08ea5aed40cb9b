import { stringify } from 'yaml';
import type { Answers, Term } from './answers.ts';

/** Kinds of organisations that every complaint has. */
export const KINDS = {
	complainant: { id: 'complainant', label: 'Organisations that complain' },
	authority: { id: 'authority', label: 'Authorities' },
} as const satisfies Record<string, Term>;

/** `archive.yaml` of a new archive, with what each part is for. */
export function archiveFile({ name, submittedBy, organisationKinds, themes }: Answers): string {
	const required = Object.values(KINDS).filter(({ id }) => organisationKinds.every((kind) => kind.id !== id));
	return `# What this archive is called, who answers for it, and the words and values that it uses.

${stringify({ name })}# One sentence under the name on the home page.
tagline: 'To be written: what people said, and what was found.'
# For search engines and feeds.
description: 'To be written: what this archive holds.'
# What the archive is not; it stands in the header of each page.
notice: An independent archive
${stringify({ publisher: submittedBy })}# How to reach the publisher: an address or a page; null while there is none.
contact: null
language: en-GB
# Where the site will be published: https://archive.example/; null while it is built for this machine alone.
address: null
# Whether search engines may list it (allow or refuse). Accounts they may never list.
indexing: refuse
# Licence of the content.
licence:
  name: Creative Commons Attribution 4.0 International (CC BY 4.0)
  url: https://creativecommons.org/licenses/by/4.0/

# Searches offered on the home page.
search:
${stringify({ examples: themes.slice(0, 4).map(({ label }) => label.toLowerCase()) }).replace(/^(?=.)/gm, '  ')}
# What the three kinds of records are called here, and who speaks in each.
words:
  testimonies:
    speaker: Account
    one: account
    many: accounts
    title: Accounts
    intro: What people said. An account is what someone said happened; it is not a finding.
  reports:
    speaker: Press
    one: report
    many: reports
    title: Reports
    intro: What was published, and by whom.
  findings:
    speaker: Official
    one: official record
    many: official records
    title: Official findings
    intro: What was found and recommended, and what was answered.
  archive: Archive
  theme: theme
  themes: themes
  complaint: complaint

# Kinds of organisations; each file in organisations/ names one. “filter: true” offers a kind as a filter of search.
${stringify({ organisationKinds: [...required, ...organisationKinds.map((kind) => ({ ...kind, filter: true }))] })}
# What records can be filtered by. Values that can help to find out who is speaking are identifying: the checks then
# hold accounts together that look alike. For example:
#   - id: age
#     label: Age
#     collections: [testimonies]
#     identifying: true
#     values:
#       - { id: adult, label: Adult }
#       - { id: older, label: 65 and older, parent: adult }
facets: []

# Notes that warn of hard reading: { id: loss, label: Loss }
contentNotes: []

# How accounts given to this archive are kept from pointing to a person. These are the recommended values.
disclosure:
  k: 5
  l: 2
  rarePair: 3
  smallCount: 10
  roundTo: 5
  batch: 5
  populationBound: 10
`;
}

/** `register.yaml` of a new archive. */
export const REGISTER = `# Whom and what the texts of this archive may name. Whatever is not listed here, the check reports.

# Each person whom a text names, with the ground on which it may: an author, an office-holder …
people: []

# Places that texts name.
places: []

# Capitalised words, abbreviations and phrases that name no person and no place.
words: []
`;
