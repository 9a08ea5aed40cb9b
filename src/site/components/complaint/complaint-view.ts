import type { Archive, TextEntry } from '../../../archive/publish/view.ts';
import type { Complaint } from '../../../core/model/complaint.ts';
import { dateInWords } from '../../../core/values/date.ts';
import type { Fact } from '../record/record-facts.ts';
import { organisationLink } from '../../labels.ts';
import { capitalise } from '../../../core/text/words.ts';

/** The key facts of a complaint. */
export function complaintFacts({ data }: TextEntry<Complaint>, archive: Archive): Fact[] {
	const organisations = (ids: readonly string[]) => ids.map((id) => organisationLink(id, archive));
	const facts: Fact[] = [
		{ term: 'Made by', values: organisations(data.submittedBy) },
		{ term: 'Made to', values: organisations(data.submittedTo) },
		{ term: 'Investigated by', values: organisations(data.investigatedBy) },
		{ term: 'Made', values: [capitalise(dateInWords(data.submitted))] },
		{
			term: 'Answered',
			values: [data.reported ? capitalise(dateInWords(data.reported)) : 'Not yet, or not known'],
		},
		{ term: 'Applies to', values: [data.jurisdiction] },
		{ term: 'Where it stands', values: [data.standing] },
	];
	return facts.filter((fact) => fact.values.length > 0);
}
