import type { Archive, ArchiveRecord, FindingRecord, TextEntry } from '../archive/view.ts';
import type { Complaint } from '../model/complaint.ts';
import { dateInWords } from '../model/date.ts';
import type { Fact } from './record-facts.ts';
import { type Link, organisationLink, sentenceCase, themeLink } from './labels.ts';

/** The identity card of a complaint. */
export function complaintFacts({ data }: TextEntry<Complaint>, archive: Archive): Fact[] {
	const organisations = (ids: readonly string[]) => ids.map((id) => organisationLink(id, archive));
	const facts: Fact[] = [
		{ term: 'Made by', values: organisations(data.submittedBy) },
		{ term: 'Made to', values: organisations(data.submittedTo) },
		{ term: 'Investigated by', values: organisations(data.investigatedBy) },
		{ term: 'Made', values: [sentenceCase(dateInWords(data.submitted))] },
		{
			term: 'Answered',
			values: [data.reported ? sentenceCase(dateInWords(data.reported)) : 'Not yet, or not known'],
		},
		{ term: 'Applies to', values: [data.jurisdiction] },
		{ term: 'Where it stands', values: [data.standing] },
	];
	return facts.filter((fact) => fact.values.length > 0);
}

/** A concern with the themes that answer to it, and the records that those hold. */
export interface Concern {
	number: number;
	text: string;
	themes: readonly Link[];
	records: readonly ArchiveRecord[];
}

/** The concerns of a complaint. Themes number their concerns within the complaint that their records belong to. */
export function concernsOf({ id, data }: TextEntry<Complaint>, archive: Archive): Concern[] {
	const recordsOf = (theme: string) =>
		(archive.byTheme.get(theme) ?? []).filter((record) => record.data.complaint === id);
	const only = archive.complaints.length === 1;
	return data.concerns.map(({ number, text }) => {
		const themes = archive.themes.filter(
			(theme) => theme.data.concerns.includes(number) && (only || recordsOf(theme.id).length > 0),
		);
		return {
			number,
			text,
			themes: themes.map((theme) => themeLink(theme.id, archive)),
			records: [...new Set(themes.flatMap((theme) => recordsOf(theme.id)))],
		};
	});
}

/** What was found and what was asked for in answer to a complaint, in the order of the documents' own numbers. */
export function answersTo(id: string, archive: Archive): { found: FindingRecord[]; asked: FindingRecord[] } {
	const own = archive.findings.filter((finding) => finding.data.complaint === id);
	const byNumber = (a: FindingRecord, b: FindingRecord) =>
		(a.data.number ?? '~').localeCompare(b.data.number ?? '~', 'en', { numeric: true });
	return {
		found: own.filter((finding) => finding.data.kind === 'finding').sort(byNumber),
		asked: own
			.filter((finding) => finding.data.kind === 'recommendation' || finding.data.kind === 'action')
			.sort(byNumber),
	};
}
