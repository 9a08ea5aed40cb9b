import type { Archive } from '../../../archive/publish/view.ts';
import type { FigureEntry } from './figure-view.ts';
import { capitalise } from '../../../core/text/words.ts';

/** Figures by group, in the order of the archive’s lists. */
interface FigureGroup {
	id: string;
	label: string;
	figures: readonly FigureEntry[];
}

export const ORDERS = ['measure', 'theme', 'organisation'] as const;
export type Order = (typeof ORDERS)[number];

/** Groups the figures. A figure may belong to several themes and organisations; those without any come last. */
export function figureGroups(order: Order, archive: Archive): FigureGroup[] {
	const { figures, config, themes, organisations, record } = archive;
	const keys: Record<Order, (entry: FigureEntry) => readonly string[]> = {
		measure: ({ data }) => (data.measure ? [data.measure] : []),
		theme: ({ data }) => record.get(data.record)?.data.themes ?? [],
		organisation: ({ data }) => data.organisations,
	};
	const lists: Record<Order, readonly { id: string; label: string }[]> = {
		measure: config.measures,
		theme: themes.map(({ id, data }) => ({ id, label: data.label })),
		organisation: organisations.map(({ id, data }) => ({ id, label: data.name })),
	};
	const of = keys[order];
	const groups = lists[order].map(({ id, label }) => ({
		id,
		label,
		figures: figures.filter((entry) => of(entry).includes(id)),
	}));
	const rest = figures.filter((entry) => of(entry).length === 0);
	const last = {
		id: 'others',
		label: order === 'organisation' ? 'No one organisation' : capitalise('others'),
		figures: rest,
	};
	return [...groups, last].filter((group) => group.figures.length > 0);
}
