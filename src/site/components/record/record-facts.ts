import { dateOf } from '../../../archive/publish/sorting.ts';
import type { Archive, ArchiveRecord } from '../../../archive/publish/view.ts';
import { complaintPath } from '../../../core/values/address.ts';
import { FINDING_KINDS } from '../../../core/model/finding.ts';
import { EVIDENCE_KINDS } from '../../../core/model/report.ts';
import {
	dateOrUnknown,
	facetLabels,
	type Link,
	organisationLink,
	concernLink,
	recordLink,
	themeLink,
} from '../../labels.ts';
import { capitalise } from '../../../core/text/words.ts';
import { href } from '../../url.ts';

/** One fact about a record: a term, and one or more values, some of them links. */
export interface Fact {
	term: string;
	values: readonly (string | Link)[];
}

/** Where an account came from, in words. */
const ORIGINS = {
	published: 'Published and de-identified by others before it was included here',
	given: 'Given to this archive',
} as const;

/** The facts in a record's sidebar: those of its kind first, then those common to all records. */
export function recordFacts(record: ArchiveRecord, archive: Archive): Fact[] {
	const { words } = archive.config;
	const { organisations, themes, complaint } = record.data;
	const facts: Fact[] = [
		...ownFacts(record, archive),
		...facetLabels(record, archive).map(({ label, value }) => ({ term: label, values: [value] })),
		{ term: 'About', values: organisations.map((id) => organisationLink(id, archive)) },
		{
			term: capitalise(themes.length > 1 ? words.themes : words.theme),
			values: themes.map((id) => themeLink(id, archive)),
		},
		{
			term: capitalise(words.complaint),
			values: [
				{
					label: archive.complaint.get(complaint)?.data.title ?? complaint,
					href: href(complaintPath(complaint)),
				},
			],
		},
	];
	return facts.filter((fact) => fact.values.length > 0);
}

function ownFacts(record: ArchiveRecord, archive: Archive): Fact[] {
	switch (record.collection) {
		case 'testimonies':
			return testimonyFacts(record.data, archive);
		case 'reports':
			return reportFacts(record, archive);
		case 'findings':
			return findingFacts(record, archive);
	}
}

function testimonyFacts(
	data: (ArchiveRecord & { collection: 'testimonies' })['data'],
	archive: Archive,
): Fact[] {
	const facts: Fact[] = [{ term: 'Origin', values: [ORIGINS[data.origin]] }];
	if (data.origin !== 'published') return facts;
	if (data.pseudonyms.length > 0)
		facts.push({
			term: data.pseudonyms.length === 1 ? 'Name used' : 'Names used',
			values: data.pseudonyms.map((name) => `“${name}” (name changed by the publisher)`),
		});
	const source = data.sourceRecord ? archive.record.get(data.sourceRecord) : undefined;
	if (source) facts.push({ term: 'Also recorded in', values: [recordLink(source)] });
	return facts;
}

function reportFacts(record: ArchiveRecord & { collection: 'reports' }, archive: Archive): Fact[] {
	const source = record.data.sources[0];
	return [
		{
			term: 'Publisher',
			values: [source?.publisher ? organisationLink(source.publisher, archive) : 'Not known'],
		},
		{ term: 'Published', values: [capitalise(dateOrUnknown(dateOf(record)))] },
		{ term: 'By', values: source?.authors ?? [] },
		{ term: 'Rests on', values: record.data.evidence.map((kind) => EVIDENCE_KINDS[kind]) },
	];
}

function findingFacts({ data }: ArchiveRecord & { collection: 'findings' }, archive: Archive): Fact[] {
	return [
		{ term: 'Kind', values: [FINDING_KINDS[data.kind]] },
		{ term: 'Number', values: data.number ? [data.number] : [] },
		{ term: 'Issued by', values: data.issuedBy.map((id) => organisationLink(id, archive)) },
		{ term: 'Issued', values: [capitalise(dateOrUnknown(data.issued))] },
		{ term: 'Addressed to', values: data.addressees.map((id) => organisationLink(id, archive)) },
		{ term: 'Due', values: data.due ? [data.due] : [] },
		{
			term: 'Concerns it answers',
			values: data.concerns.map((number) => concernLink(data.complaint, number, archive)),
		},
		{ term: 'Answers', values: data.answers.flatMap((id) => archive.record.get(id) ?? []).map(recordLink) },
	];
}
