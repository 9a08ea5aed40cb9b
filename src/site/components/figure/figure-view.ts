import type { Archive, Entry } from '../../../archive/publish/view.ts';
import { assessmentsOf } from '../../../figures/verify-arithmetic.ts';
import type { Status, SumCheck } from '../../../figures/assessment.ts';
import { ambiguousNumbers } from '../../../figures/ambiguous-numbers.ts';
import {
	type Names,
	percent,
	plain,
	STATUS_WORDS,
	describeCheck,
	shortDescription,
} from '../../../figures/explain.ts';
import {
	countInWords,
	figureInWords,
	measureLabel,
	periodInWords,
	shareInWords,
} from '../../../figures/words.ts';
import { figurePath, recordPath } from '../../../core/values/address.ts';
import { type Figure, ORIGINS } from '../../../core/model/figure.ts';
import { type Link, organisationLink, recordLink, speakerOf } from '../../labels.ts';
import { capitalise, formatNumber } from '../../../core/text/words.ts';
import type { Fact } from '../record/record-facts.ts';
import { href } from '../../url.ts';

export type FigureEntry = Entry<Figure>;

/** A figure in short, as lists show it. */
interface FigureRow {
	id: string;
	link: Link;
	headline: string;
	base: string;
	status: Status;
	/** A warning that the parts add up to more or less than their whole. */
	short: string | null;
}

/** A row of a breakdown: a part, or the remainder. */
export interface PartRow {
	label: string;
	count: string;
	share: string | null;
	/** Share of those no longer open (ST-10). */
	closedShare: string | null;
	isRest: boolean;
}

/** Everything that the page of a figure shows. */
export interface FigureView extends FigureRow {
	measure: string | null;
	statusLabel: string;
	/** Explains its status, in sentences. */
	verdict: readonly string[];
	facts: readonly Fact[];
	checks: readonly { status: Status; label: string; text: string }[];
	parts: readonly PartRow[];
	hasOpenParts: boolean;
	sum: SumCheck | null;
	others: readonly Link[];
	same: readonly { number: string; link: Link; unit: string }[];
}

/** The number with its base, without repeating a unit with which the label begins. */
export function headlineOf(figure: Figure): string {
	return figure.numerator && figure.label.startsWith(figure.unit) && !figure.denominator
		? countInWords(figure.numerator)
		: capitalise(figureInWords(figure));
}

const namesIn = (archive: Archive): Names => ({
	figure: (id) => archive.figure.get(id)?.data.label ?? id,
	measure: (id) => measureLabel(id, archive),
});

export function figureLink({ id, data }: FigureEntry): Link {
	return { label: capitalise(data.label), href: href(figurePath(id)) };
}

export function figureRow(entry: FigureEntry, archive: Archive): FigureRow {
	const { id, data } = entry;
	const assessment = assessmentsOf(archive).get(id);
	return {
		id,
		link: figureLink(entry),
		headline: headlineOf(data),
		base: `${data.population}; ${periodInWords(data.period)}`,
		status: assessment?.status ?? 'unchecked',
		short: assessment?.checks.flatMap((check) => shortDescription(check, data) ?? [])[0] ?? null,
	};
}

export function figureView(entry: FigureEntry, archive: Archive): FigureView {
	const { id, data } = entry;
	const row = figureRow(entry, archive);
	const { checks = [] } = assessmentsOf(archive).get(id) ?? {};
	const names = namesIn(archive);
	const sum = checks.find((check): check is SumCheck => check.kind === 'sum') ?? null;
	const { label: statusLabel, means } = STATUS_WORDS[row.status];
	const isGrave = row.status === 'conflict' || row.status === 'undetermined';
	const grave = isGrave ? checks.filter(({ status }) => status === row.status) : [];
	const verdict = [
		...grave.map((check) => describeCheck(check, data, names)),
		...(row.short && !grave.some(({ kind }) => kind === 'sum') ? [`${row.short}.`] : []),
	];
	const named = new Set(
		checks.flatMap((check) => {
			if ('figure' in check && check.figure) return [check.figure];
			if ('other' in check) return [check.other.figure];
			if ('others' in check) return check.others.map((other) => other.figure);
			if (check.kind === 'difference') return [check.from, ...check.less].map((other) => other.figure);
			return check.kind === 'ratio' ? [check.relation.of ?? [], check.relation.to].flat() : [];
		}),
	);
	return {
		...row,
		measure: data.measure ? measureLabel(data.measure, archive) : null,
		statusLabel,
		verdict: verdict.length > 0 ? verdict : [`${capitalise(means)}.`],
		facts: factsOf(data, archive),
		checks: checks.map((check) => ({
			status: check.status,
			label: STATUS_WORDS[check.status].label,
			text: describeCheck(check, data, names),
		})),
		parts: partsOf(data, sum),
		hasOpenParts: data.breakdown?.parts.some(({ pending }) => pending) ?? false,
		sum,
		others: [...named].flatMap((other) => {
			const target = archive.figure.get(other);
			return target && other !== id ? [figureLink(target)] : [];
		}),
		same: sameOf(entry, archive),
	};
}

function factsOf(data: Figure, archive: Archive): Fact[] {
	const record = archive.record.get(data.record);
	const { coverage } = data;
	const facts: (Fact | null)[] = [
		{ term: 'What was counted', values: [capitalise(data.unit)] },
		{ term: 'Of whom or what', values: [data.population] },
		data.inclusion ? { term: 'Counted in', values: [capitalise(data.inclusion)] } : null,
		coverage
			? {
					term: 'From how many',
					values: [
						`${countInWords(coverage.count)}${coverage.of ? ` of ${countInWords(coverage.of)}` : ''} ${coverage.unit}`,
					],
				}
			: null,
		{ term: 'When', values: [capitalise(periodInWords(data.period))] },
		{ term: 'By whom', values: [capitalise(ORIGINS[data.origin])] },
		data.wording ? { term: 'In the words of the source', values: [`“${data.wording}”`] } : null,
		data.organisations.length > 0
			? { term: 'About', values: data.organisations.map((id) => organisationLink(id, archive)) }
			: null,
		record
			? {
					term: 'Carried by',
					values: [
						{
							label: `${speakerOf(record, archive)} ${record.id}, paragraph ${data.paragraph}`,
							href: href(recordPath(record.id, data.paragraph)),
						},
						recordLink(record).label,
					],
				}
			: null,
	];
	return facts.filter((fact) => fact !== null);
}

/** The parts with their shares, and the remainder. */
function partsOf({ breakdown, numerator, unit }: Figure, sum: SumCheck | null): PartRow[] {
	if (!breakdown || !numerator) return [];
	const open = breakdown.parts.reduce((total, part) => total + (part.pending ? part.count.value : 0), 0);
	const closed = { ...numerator, value: numerator.value - open };
	const rows = breakdown.parts.map((part) => ({
		label: part.label,
		count:
			part.unit && part.unit !== unit ? `${countInWords(part.count)} ${part.unit}` : countInWords(part.count),
		share: shareInWords(part.count, numerator),
		closedShare: open > 0 && !part.pending ? shareInWords(part.count, closed) : null,
		isRest: false,
	}));
	if (!sum || sum.remainder.high <= 0) return rows;
	const rest = {
		label: 'Not stated',
		count: plain(sum.remainder),
		share: numerator.value < 20 ? null : percent(sum.remainderShare),
		closedShare: null,
		isRest: true,
	};
	return [...rows, rest];
}

/** Other figures that contain one of this figure’s numbers with another meaning. */
function sameOf({ id }: FigureEntry, archive: Archive): FigureView['same'] {
	return ambiguousNumbers(archive.figures).flatMap(({ number, one, other }) => {
		const far = one.figure === id ? other : other.figure === id ? one : null;
		const target = far && archive.figure.get(far.figure);
		return target && far ? [{ number: formatNumber(number), link: figureLink(target), unit: far.unit }] : [];
	});
}
