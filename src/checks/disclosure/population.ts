import type { Facet } from '../../core/model/config.ts';
import { dateBounds } from '../../core/values/date.ts';
import type { Figure } from '../../core/model/figure.ts';
import type { Account, DisclosureContext } from './accounts.ts';
import { listed, named } from './accounts.ts';
import { lookup } from '../../core/values/lookup.ts';

type Facets = Readonly<Record<string, string | undefined>>;

/** A group of people or cases that a published figure counts. */
interface Cell {
	figure: string;
	label: string;
	count: number;
	organisations: readonly string[];
	/** Values of facets that all of the group have; none where the figure does not say. */
	facets: Facets;
	from: string;
	to: string;
}

/**
 * AN-7, the population bound: however large its equivalence class, an account that names an organisation of which a
 * figure in the archive says “1 of 27” points to that one. Each account is compared with every cell of every figure that
 * covers it: the same organisation or a broader one, an overlapping period, and facet values that the account has. A
 * figure without facets covers all accounts of its organisation, which is the safe reading; `facets:` in its file
 * narrows it.
 *
 * @param broader the broader organisations of one, the nearest first
 */
export function checkPopulation(
	{ accounts, config, files, report }: DisclosureContext,
	broader: (id: string) => string[],
): void {
	const bound = config.disclosure.populationBound;
	const cells = files
		.flatMap((file) => (file.folder === 'figures' && file.data ? cellsOf(file.id, file.data) : []))
		.filter(({ count }) => count < bound);
	if (cells.length === 0) return;
	const facets = config.facets.filter((facet) => facet.collections.includes('testimonies'));

	const covering = (organisation: string, values: Facets) => {
		const chain = [organisation, ...broader(organisation)];
		const [from, to] = periodOf(values, facets);
		return cells.filter(
			(cell) =>
				cell.organisations.some((id) => chain.includes(id)) &&
				cell.from <= to &&
				from <= cell.to &&
				Object.entries(cell.facets).every(([id, value]) => isWithin(lookup(values, id), value, id, facets)),
		);
	};

	const groups = new Map<string, { organisation: string; cell: Cell; advice: string; accounts: Account[] }>();
	for (const account of accounts) {
		const values = account.data.facets as Facets;
		for (const organisation of account.data.organisations) {
			const found = covering(organisation, values);
			const [smallest] = found.sort((a, b) => a.count - b.count);
			if (!smallest) continue;
			const safe = broader(organisation).find((id) => covering(id, values).length === 0);
			const advice = adviceFor(
				organisation,
				safe,
				found,
				values,
				facets,
				(changed) => covering(organisation, changed).length === 0,
			);
			const key = `${organisation} ${smallest.figure} ${smallest.label} ${advice('')}`;
			const group = groups.get(key) ?? { organisation, cell: smallest, advice: '', accounts: [] };
			group.accounts.push(account);
			group.advice = advice(listed(group.accounts));
			groups.set(key, group);
		}
	}
	for (const { organisation, cell, advice, accounts: few } of groups.values()) {
		const [first] = few;
		if (!first) continue;
		report(
			{ file: first.file, field: ['organisations', first.data.organisations.indexOf(organisation)] },
			'AN-7',
			`Figure ${cell.figure} counts ${cell.count} of “${cell.label}” for ${organisation}, fewer than ${bound}, and these accounts may be among them: ${named(few)}`,
			advice,
		);
	}
}

function cellsOf(id: string, figure: Figure): Cell[] {
	const from = figure.period.from ? dateBounds(figure.period.from).first : '';
	const to = figure.period.to ? dateBounds(figure.period.to).last : '9999';
	const common = { figure: id, organisations: figure.organisations, from, to };
	const whole = figure.facets ?? {};
	return [
		...(figure.numerator
			? [{ ...common, label: figure.label, count: figure.numerator.value, facets: whole }]
			: []),
		// A part without facets says nothing about any one account.
		...(figure.breakdown?.parts ?? []).flatMap((part) =>
			part.facets
				? [{ ...common, label: part.label, count: part.count.value, facets: { ...whole, ...part.facets } }]
				: [],
		),
	];
}

/** First and last day of the period of an account; unbounded where it has none. */
function periodOf(values: Facets, facets: readonly Facet[]): [from: string, to: string] {
	let [from, to] = ['', '9999'];
	for (const facet of facets) {
		const value = facet.values.find(({ id }) => id === lookup(values, facet.id));
		if (value?.from) from = dateBounds(value.from).first;
		if (value?.to) to = dateBounds(value.to).last;
	}
	return [from, to];
}

/** Whether a value equals another or is narrower. */
function isWithin(
	value: string | undefined,
	other: string | undefined,
	id: string,
	facets: readonly Facet[],
): boolean {
	const values = facets.find((facet) => facet.id === id)?.values ?? [];
	for (let next = value; next !== undefined; next = values.find((one) => one.id === next)?.parent)
		if (next === other) return true;
	return false;
}

/** Advice: a broader organisation, or less detail in the facets that the figure counts by. */
function adviceFor(
	organisation: string,
	safe: string | undefined,
	found: readonly Cell[],
	values: Facets,
	facets: readonly Facet[],
	isSafe: (values: Facets) => boolean,
): (whose: string) => string {
	const ways: string[] = [];
	if (safe !== undefined) ways.push(`set organisations of … from ${organisation} to ${safe}`);
	for (const id of new Set(found.flatMap((cell) => Object.keys(cell.facets)))) {
		const facet = facets.find((one) => one.id === id);
		const parent = facet?.values.find((value) => value.id === lookup(values, id))?.parent;
		if (parent !== undefined && isSafe({ ...values, [id]: parent }))
			ways.push(`set facet ${id} of … to ${parent}`);
		else if (facet && !facet.required && isSafe({ ...values, [id]: undefined }))
			ways.push(`remove facet ${id} of …`);
	}
	if (ways.length === 0) ways.push(`remove ${organisation} from the organisations of …`);
	return (whose) => `Least-loss edit: ${ways.map((way) => way.replace('…', whose)).join('; or ')}`;
}
