import { shortName } from '../archive/publish/naming.ts';
import { capitalise, formatNumber } from '../core/text/words.ts';
import { proseOf } from '../archive/publish/prose.ts';
import type { Archive, TextEntry } from '../archive/publish/view.ts';
import { complaintItem, type Permanent } from '../citations/from-record.ts';
import { complaintPath } from '../core/values/address.ts';
import type { Complaint } from '../core/model/complaint.ts';
import { dateInWords } from '../core/values/date.ts';
import { chainOf } from '../summaries/chain.ts';
import { type Event, eventsOf } from '../summaries/timeline.ts';
import { requestsOf, requestsTable, chainSum, concernsTable, isOpen } from './chain.ts';
import {
	baseBox,
	briefOf,
	type Composition,
	startComposition,
	heading,
	tableOf,
	isFirst,
	without,
} from './composition.ts';
import type { Cuts } from './cuts.ts';
import { blocksOf } from './prose.ts';
import type { Block, Brief, Cell, Span } from './types.ts';

/** The brief of a complaint: its text, its concerns and findings, requests and answers, and the timeline. */
export function complaintBrief(
	complaint: TextEntry<Complaint>,
	archive: Archive,
	permanent: Permanent,
	cuts: Cuts = {},
): Brief {
	const composition = startComposition(archive, permanent, cuts);
	const prose = proseOf(complaint, archive);
	const written = blocksOf(
		{ ...prose, blocks: without('text', prose.blocks, isFirst, composition) },
		composition,
	);
	const chain = chainOf(complaint, archive);
	const requests = requestsOf(chain);
	const answered = without(
		'answered',
		requests.filter((request) => !isOpen(request)),
		isOpen,
		composition,
	);
	const { title, summary, submittedBy, submittedTo, submitted, reported, standing } = complaint.data;
	const names = (ids: readonly string[]) => ids.map((id) => shortName(id, archive)).join(', ');
	const to = `Made by ${names(submittedBy)} to ${names(submittedTo)}`;
	return briefOf(
		{
			label: archive.config.words.complaint,
			title,
			lede: summary,
			path: complaintPath(complaint.id),
			item: complaintItem(complaint, archive, permanent),
			facts: [
				`${to}, ${dateInWords(submitted)}. Answered: ${reported === null ? 'not yet, or not known' : dateInWords(reported)}.`,
				standing,
			],
		},
		[
			baseBox(composition),
			...written,
			...part('The concerns, and what was found', [...concernsTable(chain, composition), ...chainSum(chain)]),
			...part(
				'Asked, with no answer on record',
				requestsTable('', requests.filter(isOpen), chain, composition),
			),
			...part('Asked and answered', requestsTable('', answered, chain, composition)),
			...part('What happened when', timeline(complaint, composition)),
		],
		composition,
	);
}

function part(title: string, blocks: readonly Block[]): Block[] {
	return blocks.length === 0 ? [] : [heading(title), ...blocks];
}

function timeline(complaint: TextEntry<Complaint>, composition: Composition): Block[] {
	const { archive, notes } = composition;
	const isTold = ({ entry }: Event) => entry.record !== undefined;
	const events = without('events', eventsOf(complaint), isTold, composition);
	const columns = [
		['Date', 2],
		['Event', 8],
		['Days since made', 2],
	] as const;
	return tableOf('', columns, events, composition, ({ entry: { date, event, record }, days }): Cell[] => {
		const known = record !== undefined && archive.record.has(record);
		const mark: Span[] = known ? [{ kind: 'notes', numbers: notes.cite([{ record }]) }] : [];
		return [[capitalise(dateInWords(date))], [event, ...mark], [days === null ? '' : formatNumber(days)]];
	});
}
