import type { Archive, Entry } from '../../archive/publish/view.ts';
import type { Count, Figure } from '../../core/model/figure.ts';
import { readStated } from '../../core/model/stated.ts';

const exactly = (value: number): Count => ({ value, op: '=' });
const part = (label: string, value: number, pending = false) => ({ label, count: exactly(value), pending });
const stated = (text: string) => ({
	stated: readStated(text) ?? ({ text, as: 'words', phrase: 'exact' } as const),
});

/** What decides the form of a figure’s chart, and what arithmetic says of it, by a name for the state. */
const STATES: Readonly<Record<string, Partial<Figure>>> = {
	'within its base': { numerator: exactly(50), denominator: exactly(200), ...stated('25%') },
	'within a base that is a bound': {
		numerator: { value: 40, op: '≈' },
		denominator: { value: 200, op: '>' },
	},
	'as printed, without a count': { denominator: exactly(203), ...stated('20%') },
	'printed in words': stated('most'),
	'printed otherwise than counted': { numerator: exactly(50), denominator: exactly(200), ...stated('35%') },
	'a bound that fits': { numerator: { value: 41, op: '>' }, denominator: exactly(203), ...stated('20%') },
	'parts that make the whole': {
		numerator: exactly(40),
		breakdown: { parts: [part('Answered', 28), part('Not answered', 12)], exclusive: true, exhaustive: true },
	},
	'parts with some still open': {
		numerator: exactly(40),
		breakdown: {
			parts: [part('Answered', 24), part('Still open', 10, true)],
			exclusive: true,
			exhaustive: false,
		},
	},
	'parts that are mostly not stated': {
		numerator: exactly(40),
		breakdown: { parts: [part('Answered', 3)], exclusive: true, exhaustive: false },
	},
	'parts that exceed the whole': {
		numerator: exactly(9),
		breakdown: { parts: [part('Answered', 9), part('Not answered', 6)], exclusive: true, exhaustive: true },
	},
	'parts that may overlap': {
		numerator: exactly(40),
		breakdown: {
			parts: [part('By letter', 30), part('By telephone', 25)],
			exclusive: false,
			exhaustive: 'unknown',
		},
	},
};

/** An archive with a figure in each state, a series over time, and one of several organisations. */
export function withSampleFigures(
	archive: Archive,
): { archive: Archive; states: readonly Entry<Figure>[] } | null {
	const [like] = archive.figures;
	const measure = archive.config.measures[0]?.id;
	if (!like) return null;
	const entry = (id: string, data: Partial<Figure>): Entry<Figure> => ({
		id: `gallery-${id.replace(/[^a-z0-9]+/g, '-')}`,
		file: '',
		digest: '',
		data: {
			label: id,
			unit: 'letters',
			population: 'letters in the sample',
			period: { from: null, to: '2031', asStated: '2031' },
			organisations: [],
			relations: [],
			origin: 'survey',
			record: like.data.record,
			paragraph: like.data.paragraph,
			...data,
		},
	});
	const states = Object.entries(STATES).map(([name, data]) => entry(name, data));
	const shared = { ...(measure !== undefined && { measure }), place: 'Northmark' };
	const overTime = [12, 30, 60].map((count, index) =>
		entry(`by month ${index + 1}`, {
			...shared,
			numerator: index === 2 ? { value: count, op: '>' } : exactly(count),
			period: { from: null, to: `2031-0${index + 1}`, asStated: `by month ${index + 1} of 2031` },
		}),
	);
	const byOrganisation = archive.organisations.slice(0, 4).map(({ id }, index) =>
		entry(`of organisation ${index + 1}`, {
			...(measure !== undefined && { measure }),
			roles: 'customers',
			organisations: [id],
			numerator: exactly(40 - 9 * index),
			denominator: exactly(120 - 25 * index),
		}),
	);
	const figures = [...states, ...overTime, ...byOrganisation];
	return {
		states,
		archive: {
			...archive,
			figures,
			figure: new Map(figures.map((figure) => [figure.id, figure])),
			figuresOf: new Map([[like.data.record, figures]]),
		},
	};
}
