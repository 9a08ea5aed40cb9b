import type { RecordCollection, Vocabulary } from '../../core/model/config.ts';
import { FINDING_KINDS, STANDINGS } from '../../core/model/finding.ts';
import { EVIDENCE_KINDS, VOICES } from '../../core/model/report.ts';
import { DEGREES, SOURCE_KINDS, VERIFICATIONS } from '../../core/model/source.ts';
import { CONSENT_SCOPES } from '../../core/model/testimony.ts';

/**
 * The template of a new record's file: every required field, empty, with its possible values.
 *
 * @param today date of creation
 */
export function template(collection: RecordCollection, vocabulary: Vocabulary, today: Date): string {
	const day = today.toISOString().slice(0, 10);
	const date = collection === 'testimonies' ? day.slice(0, 7) : day;
	return [
		'---',
		// The hint for a text is above it: after the text it could be mistaken for part of it.
		'# says the fact, at most 160 characters',
		'title:',
		'# at most 300 characters, own words',
		'summary:',
		`complaint: ${vocabulary.complaints.length === 1 ? vocabulary.complaints[0] : `# ${vocabulary.complaints.join(', ')}`}`,
		'themes: # one to four, the most important first',
		...vocabulary.themes.map((theme) => `  # - ${theme}`),
		'organisations: [] # names of files in organisations/, without .yaml',
		...facetLines(collection, vocabulary),
		...OWN_FIELDS[collection],
		`contentNotes: [] # ${vocabulary.contentNotes.join(', ')}`,
		'status: published',
		'version: 1',
		'changes:',
		'  - version: 1',
		`    date: ${date}`,
		'    kind: published',
		'    note: First published in this archive.',
		'sources: # the first is the one that the record is of; every ? must be answered',
		'  # as published; or your own, with titleSupplied: true',
		'  - title:',
		'    publisher: "?" # name of a file in organisations/; null if it is not known',
		'    authors: []',
		'    published: "?" # YYYY-MM-DD, YYYY-MM or YYYY, with ? if uncertain; null if it is not known',
		'    url: "?" # https://…; null if it is not known',
		`    kind: # ${Object.keys(SOURCE_KINDS).join(', ')}`,
		'    # journal: { volume: "27", issue: "4", pages: 406–423, doi: 10.1000/182 } # of a journal-article, what is known',
		`    degree: # ${Object.keys(DEGREES).join(', ')}`,
		`    verified: # ${Object.keys(VERIFICATIONS).join(', ')}`,
		'---',
		'',
		'{/* Write the text here, in numbered paragraphs: every paragraph gets a number of its own. */}',
		'',
	].join('\n');
}

const OWN_FIELDS: Record<RecordCollection, string[]> = {
	testimonies: [
		'origin: given # or published, if someone else published it already: then remove consent and review',
		'consent:',
		`  scope: # ${Object.keys(CONSENT_SCOPES).join(', ')}`,
		'  month: # YYYY-MM',
		'writer: # code of the role of whoever writes this text, never a name; another role must review it',
		'review: # “npm run archive -- review” writes this: two people with different roles, one as motivated intruder',
		'  - role:',
		'    month:',
		'    intruderTest:',
		'  - role:',
		'    month:',
		'    intruderTest:',
		'# facetSources: # for a published one: which source discloses each facet and the organisations',
		'#   organisations: 1',
	],
	reports: [
		`voice: press # ${Object.keys(VOICES).join(', ')}`,
		`evidence: # ${Object.keys(EVIDENCE_KINDS).join(', ')}`,
	],
	findings: [
		`kind: # ${Object.keys(FINDING_KINDS).join(', ')}`,
		'issuedBy: # names of files in organisations/, without .yaml',
		'issued: # YYYY-MM-DD, YYYY-MM or YYYY; or null',
		'# number: Recommendation 1',
		'# concerns: [] # numbers of the complaint’s concerns that it answers',
		'# addressees: [] # for a recommendation or action',
		'# due: # by when, in its own terms; dueBy: the same as a date, if it can be told',
		`# standing: {state: …, note: …} # for a recommendation or action: ${Object.keys(STANDINGS).join(', ')}`,
		'# answers: [] # for a response: the identifiers of what it answers',
	],
};

function facetLines(collection: RecordCollection, vocabulary: Vocabulary): string[] {
	const facets = vocabulary.facets.filter((facet) => facet.collections.includes(collection));
	if (facets.length === 0) return [];
	const lines = facets.map((facet) => {
		const values = facet.values.map((value) => value.id).join(', ');
		return `  ${facet.required ? '' : '# '}${facet.id}: # ${values}`;
	});
	return [
		facets.some((facet) => facet.required)
			? 'facets:'
			: 'facets: {} # remove the braces to give any of these',
		...lines,
	];
}
