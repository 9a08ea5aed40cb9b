import { lastChange } from '../../archive/publish/last-change.ts';
import type { Archive, Entry } from '../../archive/publish/view.ts';
import { assessmentsOf } from '../../figures/verify-arithmetic.ts';
import { STATUSES } from '../../figures/assessment.ts';
import { STATUS_WORDS } from '../../figures/explain.ts';
import { figurePath } from '../../core/values/address.ts';
import { type Breakdown, type Count, type Figure, ORIGINS } from '../../core/model/figure.ts';
import type { Relation } from '../../core/model/figure-relation.ts';
import { type Site, table } from '../table.ts';
import { byId, SAY } from './common.ts';

/** In words: a spreadsheet would read a bare operator as the start of a formula. */
const WORD_OF = {
	'=': 'exactly',
	'>': 'more-than',
	'≥': 'at-least',
	'<': 'fewer-than',
	'≤': 'at-most',
	'≈': 'about',
} as const satisfies Record<Count['op'], string>;
const operators = Object.fromEntries(Object.values(WORD_OF).map((word) => [word, null]));
const operatorOf = (count: Count | undefined) => (count ? WORD_OF[count.op] : null);

/** Each `facet=value`. */
const cells = (facets: Record<string, string> | undefined) =>
	Object.entries(facets ?? {}).map(([facet, value]) => `${facet}=${value}`);

const carrierOf = ({ data }: Entry<Figure>, { archive }: Site) => {
	const record = archive.record.get(data.record);
	return record && lastChange(record);
};

/** Published statistics as data. */
export const FIGURES = table<Entry<Figure>>({
	name: 'figures',
	title: 'Figures',
	about:
		'Published statistics: what was counted, of how many, of whom, when, in whose words, and whether it adds up.',
	of: ['figures'],
	key: ['id'],
	references: { record: 'records.id' },
	rows: ({ archive }) => byId(archive.figures),
	changed: carrierOf,
	columns: {
		id: { description: 'Identifier, the same for good', required: true, cell: ({ id }) => id },
		label: { from: 'label', required: true, cell: ({ data }) => data.label },
		measure: {
			from: 'measure',
			description: 'What it measures, by the archive’s own list: figures of one measure are set side by side',
			cell: ({ data }) => data.measure ?? null,
		},
		measure_label: {
			description: 'That measure in words',
			cell: ({ data }, { archive }) => measureLabel(data.measure, archive),
		},
		unit: { from: 'unit', required: true, cell: ({ data }) => data.unit },
		count: {
			type: 'integer',
			from: 'numerator',
			publishes: 'numerator.value',
			description: SAY.count,
			cell: ({ data }) => data.numerator?.value ?? null,
		},
		count_operator: {
			publishes: 'numerator.op',
			description: SAY.operator,
			values: operators,
			cell: ({ data }) => operatorOf(data.numerator),
		},
		base: {
			type: 'integer',
			from: 'denominator',
			publishes: 'denominator.value',
			description: 'Of how many',
			cell: ({ data }) => data.denominator?.value ?? null,
		},
		base_operator: {
			publishes: 'denominator.op',
			description: SAY.operator,
			values: operators,
			cell: ({ data }) => operatorOf(data.denominator),
		},
		stated: {
			from: 'stated',
			publishes: 'stated.text',
			description: 'The number as printed, where that is not the counts',
			cell: ({ data }) => data.stated?.text ?? null,
		},
		stated_as: {
			publishes: 'stated.as',
			description: 'What the printed number is',
			values: {
				percent: 'A share in per cent',
				fraction: 'So many out of so many',
				ratio: 'Times as much',
				count: 'How many',
				rank: 'Only a rank',
				words: 'Words that cannot be computed',
			},
			cell: ({ data }) => data.stated?.as ?? null,
		},
		stated_phrase: {
			publishes: 'stated.phrase',
			description: 'How exactly it was printed',
			values: { exact: 'As it was rounded', almost: null, under: null, over: null, about: null },
			cell: ({ data }) => data.stated?.phrase ?? null,
		},
		stated_value: {
			publishes: 'stated.value',
			type: 'number',
			description: 'The printed number: in per cent, the first of two, times as much, or how many',
			cell: ({ data }) => data.stated?.value ?? null,
		},
		stated_of: {
			publishes: 'stated.of',
			type: 'integer',
			description: 'The second of “so many out of so many”',
			cell: ({ data }) => data.stated?.of ?? null,
		},
		status: {
			description: 'What arithmetic says of it, computed by this archive',
			values: Object.fromEntries(STATUSES.map((status) => [status, STATUS_WORDS[status].means])),
			required: true,
			cell: ({ id }, { archive }) => assessmentsOf(archive).get(id)?.status ?? 'unchecked',
		},
		wording: { from: 'wording', cell: ({ data }) => data.wording ?? null },
		population: { from: 'population', required: true, cell: ({ data }) => data.population },
		place: {
			from: 'place',
			description: 'The place, in two or three words',
			cell: ({ data }) => data.place ?? null,
		},
		roles: { from: 'roles', description: 'Who could be counted', cell: ({ data }) => data.roles ?? null },
		inclusion: { from: 'inclusion', cell: ({ data }) => data.inclusion ?? null },
		coverage: {
			type: 'integer',
			from: 'coverage.count',
			publishes: 'coverage.count.value',
			description: 'How many bodies the count is from',
			cell: ({ data }) => data.coverage?.count.value ?? null,
		},
		coverage_operator: {
			publishes: 'coverage.count.op',
			description: SAY.operator,
			values: operators,
			cell: ({ data }) => operatorOf(data.coverage?.count),
		},
		coverage_of: {
			type: 'integer',
			from: 'coverage.of',
			publishes: 'coverage.of.value',
			description: 'Of how many bodies',
			cell: ({ data }) => data.coverage?.of?.value ?? null,
		},
		coverage_of_operator: {
			publishes: 'coverage.of.op',
			description: SAY.operator,
			values: operators,
			cell: ({ data }) => operatorOf(data.coverage?.of),
		},
		coverage_unit: {
			from: 'coverage.unit',
			description: 'What those bodies are',
			cell: ({ data }) => data.coverage?.unit ?? null,
		},
		facets: {
			type: 'list',
			from: 'facets',
			description:
				'What the count is of, in the facets of accounts, as far as it is of any: each facet=value',
			cell: ({ data }) => cells(data.facets),
		},
		organisations: {
			type: 'list',
			from: 'organisations',
			description: 'Organisations that it is of',
			cell: ({ data }) => data.organisations,
		},
		period_from: {
			type: 'edtf',
			from: 'period.from',
			description: 'When what was counted begins',
			cell: ({ data }) => data.period.from,
		},
		period_to: {
			type: 'edtf',
			from: 'period.to',
			description: 'When it ends',
			cell: ({ data }) => data.period.to,
		},
		period_stated: {
			from: 'period.asStated',
			description: 'The period in the words of the source',
			required: true,
			cell: ({ data }) => data.period.asStated,
		},
		period_years: {
			type: 'number',
			from: 'period.years',
			description: 'The length in years that those words give',
			cell: ({ data }) => data.period.years ?? null,
		},
		parts_exclusive: {
			from: 'breakdown.exclusive',
			description: 'Whether its parts exclude each other',
			values: { true: null, false: null, unknown: null },
			cell: ({ data }) => said(data.breakdown?.exclusive),
		},
		parts_exhaustive: {
			from: 'breakdown.exhaustive',
			description: 'Whether its parts are all there are',
			values: { true: null, false: null, unknown: null },
			cell: ({ data }) => said(data.breakdown?.exhaustive),
		},
		bridge: { from: 'bridge', cell: ({ data }) => data.bridge ?? null },
		comparability: { from: 'comparability', cell: ({ data }) => data.comparability ?? null },
		origin: {
			from: 'origin',
			description: 'Who made the number',
			values: ORIGINS,
			required: true,
			cell: ({ data }) => data.origin,
		},
		record: { from: 'record', required: true, cell: ({ data }) => data.record },
		paragraph: { from: 'paragraph', required: true, cell: ({ data }) => data.paragraph },
		note: {
			from: 'note',
			description: 'What else must be known of it',
			cell: ({ data }) => data.note ?? null,
		},
		address: {
			type: 'uri',
			description: 'Address of its page',
			required: true,
			cell: ({ id }, { permanent }) => permanent(figurePath(id)),
		},
	},
});

function measureLabel(measure: string | undefined, { config }: Archive): string | null {
	return config.measures.find(({ id }) => id === measure)?.label ?? null;
}

const said = (claim: boolean | 'unknown' | undefined) => (claim === undefined ? null : String(claim));

interface FigurePart {
	figure: Entry<Figure>;
	part: Breakdown['parts'][number];
	position: number;
}

const partsOfFigure = (figure: Entry<Figure>): FigurePart[] =>
	(figure.data.breakdown?.parts ?? []).map((part, index) => ({ figure, part, position: index + 1 }));

/** The parts of figures. */
export const FIGURE_PARTS = table<FigurePart>({
	name: 'figure-parts',
	title: 'Parts of figures',
	about: 'The parts that a figure was broken down into, as its source gives them.',
	of: ['figures'],
	at: 'breakdown.parts',
	key: ['figure', 'position'],
	references: { figure: 'figures.id' },
	rows: ({ archive }) => byId(archive.figures).flatMap(partsOfFigure),
	changed: ({ figure }, site) => carrierOf(figure, site),
	columns: {
		figure: { description: 'Identifier of the figure', required: true, cell: ({ figure }) => figure.id },
		position: {
			type: 'integer',
			description: SAY.position,
			required: true,
			cell: ({ position }) => position,
		},
		label: { from: 'label', description: 'What the part is', required: true, cell: ({ part }) => part.label },
		count: {
			type: 'integer',
			from: 'count',
			publishes: 'count.value',
			description: 'How many',
			required: true,
			cell: ({ part }) => part.count.value,
		},
		count_operator: {
			publishes: 'count.op',
			description: SAY.operator,
			values: operators,
			required: true,
			cell: ({ part }) => operatorOf(part.count),
		},
		unit: {
			from: 'unit',
			description: 'What one of the counted things is, plural',
			required: true,
			cell: ({ part, figure }) => part.unit ?? figure.data.unit,
		},
		pending: { type: 'boolean', from: 'pending', required: true, cell: ({ part }) => part.pending },
		facets: {
			type: 'list',
			from: 'facets',
			description: 'What the part is of, in the facets of accounts: each facet=value',
			cell: ({ part }) => cells(part.facets),
		},
	},
});

/** A relation of one figure to another. */
interface FigureRelation {
	figure: Entry<Figure>;
	/** Position of the relation in the figure. */
	relation: number;
	kind: Relation['kind'];
	role: keyof typeof FIGURE_ROLES;
	other: string;
	part: string | null;
	maybe: boolean | null;
	why: string | null;
}

const FIGURE_ROLES = {
	other: 'The other figure',
	from: 'What the others are taken away from',
	less: 'Is taken away',
	of: 'The share that is compared, where it is not the figure’s own',
	to: 'The share that it is compared with',
} as const;

const FIGURE_HOW = {
	base: 'The denominator is the count of the other',
	within: 'What is counted is part of the other',
	per: 'There is at least one of these for each of the others',
	overlap: 'Some of these may be counted in the other, too',
	difference: 'What is left of one figure when others are taken away',
	ratio: 'How one share stands to another',
	largest: 'It is the largest part of the other',
	pending: 'The other counts cases that were still open and are among these',
	beside: 'Stands beside the other, though of another measure',
} as const satisfies Record<Relation['kind'], string>;

function relationsIn(figure: Entry<Figure>): FigureRelation[] {
	return figure.data.relations.flatMap((relation, index): FigureRelation[] => {
		const row = (role: FigureRelation['role'], other: string, more: Partial<FigureRelation> = {}) => ({
			...{ figure, relation: index + 1, kind: relation.kind, role, other },
			...{ part: null, maybe: null, why: null },
			...more,
		});
		switch (relation.kind) {
			case 'overlap':
				return relation.with.map((id) => row('other', id));
			case 'pending':
				return relation.figures.map((id) => row('other', id));
			case 'difference':
				return [
					row('from', relation.from),
					...relation.less.map(({ figure: id, part, maybe }) =>
						row('less', id, { part: part ?? null, maybe }),
					),
				];
			case 'ratio':
				return [...(relation.of === undefined ? [] : [row('of', relation.of)]), row('to', relation.to)];
			case 'largest':
				return [row('other', relation.figure, { part: relation.part })];
			case 'beside':
				return [row('other', relation.figure, { why: relation.why ?? null })];
			default:
				return [row('other', relation.figure)];
		}
	});
}

/** Relations between figures. */
export const FIGURE_RELATIONS = table<FigureRelation & { position: number }>({
	name: 'figure-relations',
	title: 'Relations of figures',
	about: 'How figures hang together, which is what the arithmetic is done with.',
	of: ['figures'],
	at: 'relations',
	key: ['figure', 'relation', 'position'],
	references: { figure: 'figures.id', other: 'figures.id' },
	rows: ({ archive }) =>
		byId(archive.figures).flatMap((figure) =>
			relationsIn(figure)
				.filter(({ other }) => archive.figure.has(other))
				.map((one, index) => ({ ...one, position: index + 1 })),
		),
	changed: ({ figure }, site) => carrierOf(figure, site),
	columns: {
		figure: {
			description: 'Identifier of the figure that says so',
			required: true,
			cell: ({ figure }) => figure.id,
		},
		relation: {
			type: 'integer',
			description: 'Which of its relations it belongs to, from 1: one may take in several figures',
			required: true,
			cell: ({ relation }) => relation,
		},
		position: {
			type: 'integer',
			description: SAY.position,
			required: true,
			cell: ({ position }) => position,
		},
		kind: {
			from: 'kind',
			description: 'What it says',
			values: FIGURE_HOW,
			required: true,
			cell: ({ kind }) => kind,
		},
		role: {
			description: 'What the other is in it',
			values: FIGURE_ROLES,
			required: true,
			cell: ({ role }) => role,
		},
		other: {
			from: ['figure', 'with', 'figures', 'from', 'less.figure', 'of', 'to'],
			description: 'Identifier of the other figure',
			required: true,
			cell: ({ other }) => other,
		},
		part: {
			from: ['part', 'less.part'],
			description: 'The part of the other that is meant; empty where all of it is',
			cell: ({ part }) => part,
		},
		maybe: {
			type: 'boolean',
			from: 'less.maybe',
			cell: ({ maybe }) => maybe,
		},
		why: { from: 'why', description: 'Why the two are shown beside each other', cell: ({ why }) => why },
	},
});
