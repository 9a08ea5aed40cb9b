import type { Archive, Tombstone } from '../../archive/publish/view.ts';
import { sumsFile } from '../../integrity/releases/paths.ts';
import type { LogEntry } from '../../integrity/releases/log.ts';
import { recordPath } from '../../core/values/address.ts';
import { table } from '../table.ts';
import { byId } from './common.ts';

/** Released texts, and how to check them. */
export const RELEASES = table<LogEntry>({
	name: 'releases',
	title: 'Releases',
	about: 'What was made permanent and when, with the sums to check it by.',
	key: ['release'],
	rows: ({ releases }) => releases,
	changed: ({ month }) => month,
	columns: {
		release: { type: 'integer', description: 'Its number', required: true, cell: ({ release }) => release },
		month: { type: 'edtf', description: 'The month', required: true, cell: ({ month }) => month },
		records: {
			type: 'integer',
			description: 'How many records it published',
			required: true,
			cell: ({ records }) => records,
		},
		sums_sha256: {
			description: 'SHA-256 of its list of sums',
			required: true,
			cell: ({ sums }) => sums,
		},
		previous_sha256: {
			description: 'SHA-256 of the line of the log before it; zeros in the first',
			required: true,
			cell: ({ previous }) => previous,
		},
		sums: {
			type: 'uri',
			description: 'Address of its list of sums',
			required: true,
			cell: ({ release }, { permanent }) => permanent(`/${sumsFile(release)}`),
		},
	},
});

/** Withdrawn reports and findings. A withdrawn account is on no list; only its own address answers. */
export const REMOVALS = table<Tombstone>({
	name: 'removals',
	title: 'Removals',
	about:
		'Reports and official records that were withdrawn. Their addresses answer with a notice and nothing else.',
	key: ['id'],
	rows: ({ archive }) => byId(openRemovals(archive)),
	changed: ({ month }) => month,
	columns: {
		id: { description: 'Identifier that the record had', required: true, cell: ({ id }) => id },
		month: { type: 'edtf', description: 'Month of withdrawal', required: true, cell: ({ month }) => month },
		versions: {
			type: 'list',
			items: 'integer',
			description: 'Versions that had been released, whose addresses answer with the same notice',
			cell: ({ versions }) => versions ?? [],
		},
		address: {
			type: 'uri',
			description: 'Address that answers with the notice',
			required: true,
			cell: ({ id }, { permanent }) => permanent(recordPath(id)),
		},
	},
});

/** The table of withdrawn records that may be listed. */
export function openRemovals({ tombstones }: Archive): Tombstone[] {
	return tombstones.filter(({ collection }) => collection !== 'testimonies');
}
