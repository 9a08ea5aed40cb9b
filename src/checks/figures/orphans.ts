import type { Figure } from '../../core/model/figure.ts';
import { type Place, type Problem, START } from '../../core/values/problem.ts';
import type { Theme } from '../../core/model/theme.ts';
import { withNumbers } from '../../core/prose/numbers.ts';
import { parseProse } from '../../core/prose/parse.ts';
import type { Mention, ProseNode } from '../../core/prose/types.ts';
import { componentsIn, wordsIn } from '../../core/prose/words.ts';
import { type FoundNumber, numbersIn, valuesIn } from './orphan-numbers.ts';
import type { Locate } from '../references.ts';

/** What the check needs of a file. */
export interface Summarised {
	folder: string;
	id: string;
	file: string;
	/** The whole file. */
	source: string;
	/** Undefined where the file has problems of its own; it is then not looked at. */
	data: unknown;
	paragraphs: readonly string[];
	withdrawn?: string;
}

/**
 * `orphan-number`: every number in a theme’s summary needs a source. A number must be in a paragraph that the same
 * paragraph cites, or come from a figure as `<Figure id="…"/>`. Years, dates, ordinals and the numbers of concerns,
 * recommendations and sections are exempt. A number in the answer or scope must be in a paragraph that the text cites,
 * or that a figure in the text comes from.
 */
export function checkOrphans(files: readonly Summarised[], locate: Locate = () => START): Problem[] {
	const records = new Map(
		files.filter(({ folder }) => RECORD_FOLDERS.has(folder)).map((file) => [file.id, file]),
	);
	const figures = new Map(files.filter(({ folder }) => folder === 'figures').map((file) => [file.id, file]));
	const cited = new CitedNumbers(records);
	return files
		.filter(({ folder, data }) => folder === 'themes' && data !== undefined)
		.flatMap((file) => [...checkFields(file, cited, figures, locate), ...checkSummary(file, cited)]);
}

/** Fields of a theme that summarise it. */
const FIELDS = ['answer', 'scope'] as const;

function checkFields(
	{ file, source, data }: Summarised,
	cited: CitedNumbers,
	figures: ReadonlyMap<string, Summarised>,
	locate: Locate,
): Problem[] {
	const numbers = FIELDS.flatMap((field) =>
		numbersIn((data as Partial<Theme>)[field] ?? '').map((number) => ({ field, number })),
	);
	if (numbers.length === 0) return [];
	const known = cited.in(
		parseProse(source).prose.mentions.flatMap((mention): Cited[] => {
			if (mention.kind !== 'figure') return isRecord(mention) ? [mention] : [];
			const figure = figures.get(mention.id)?.data as Figure | undefined;
			return figure ? [{ id: figure.record, paragraph: figure.paragraph }] : [];
		}),
	);
	return numbers
		.filter(({ number }) => known !== null && !known.has(number.value))
		.map(({ field, number }) => ({
			file,
			...locate(file, [field]),
			rule: 'orphan-number',
			message: `Number${shown(number.text)} in “${field}” is in no paragraph that the text cites`,
			advice: 'Cite the paragraph in the text, or leave the number out',
			severity: 'error',
		}));
}

/** A record that is cited, and the paragraph if one is named. */
type Cited = Pick<Mention, 'id' | 'paragraph'>;

function isRecord({ kind }: Mention): boolean {
	return kind === 'record' || kind === 'excerpt';
}

const RECORD_FOLDERS: ReadonlySet<string> = new Set(['testimonies', 'reports', 'findings']);

function checkSummary({ file, source }: Summarised, cited: CitedNumbers): Problem[] {
	const { prose, problems } = parseProse(source);
	if (problems.length > 0) return [];
	const lines = source.split(/\r\n?|\n/);
	return prose.blocks.flatMap((block) => {
		const [first, last] = block.lines;
		const mentions = prose.mentions.filter(({ line }) => line >= first && line <= last);
		const records = mentions.filter(isRecord);
		const known = cited.in(records);
		return numbersIn(lines.slice(first - 1, last).join('\n'))
			.filter(({ value }) => known !== null && !known.has(value))
			.map((number) => problemOf(file, placeOf(number, first), number, records));
	});
}

function placeOf({ line, column }: FoundNumber, first: number): Place {
	return { line: first + line, column };
}

function problemOf(file: string, place: Place, { text }: FoundNumber, records: readonly Mention[]): Problem {
	const isCited = records.length > 0;
	return {
		file,
		...place,
		rule: 'orphan-number',
		message: isCited
			? `Number${shown(text)} is in none of the paragraphs cited here`
			: `Number${shown(text)} without a source: this paragraph cites no record`,
		advice: isCited
			? 'Cite the paragraph that has it with <Ref record="…" para="…"/>, or write <Figure id="…"/> for the number'
			: 'Write <Figure id="…"/> for the number, or cite the paragraph that has it with <Ref record="…" para="…"/>',
		severity: 'error',
	};
}

/** The number, unless it could be a telephone number or the like, since messages can end up in a log. */
function shown(text: string): string {
	return /^(?:[1-9]\d{0,3}|\d{1,3}(?:,\d{3})+|\d+\.\d+|\D+)$/.test(text) ? ` ${text}` : '';
}

/** The numbers in paragraphs of records; each record is read only once. */
class CitedNumbers {
	readonly #records: ReadonlyMap<string, Summarised>;
	readonly #known = new Map<string, ReadonlyMap<string, ReadonlySet<number> | null>>();
	readonly #hasWithdrawn: boolean;

	constructor(records: ReadonlyMap<string, Summarised>) {
		this.#records = records;
		this.#hasWithdrawn = [...records.values()].some(({ withdrawn }) => withdrawn !== undefined);
	}

	/** All numbers of the paragraphs that are cited; null where one of them cannot be read. */
	in(mentions: readonly Cited[]): ReadonlySet<number> | null {
		const all = new Set<number>();
		for (const { id, paragraph } of mentions) {
			const record = this.#records.get(id);
			// A missing record is reported elsewhere, and a withdrawn one must not stop the build.
			if (!record || record.withdrawn || record.data === undefined) return null;
			for (const [number, values] of this.#of(record)) {
				if (paragraph !== undefined && paragraph !== number) continue;
				// Its numbers may have gone with a record that was withdrawn.
				if (values === null) return null;
				for (const value of values) all.add(value);
			}
		}
		return all;
	}

	#of(record: Summarised): ReadonlyMap<string, ReadonlySet<number> | null> {
		const known = this.#known.get(record.id);
		if (known) return known;
		const { blocks } = withNumbers(parseProse(record.source).prose, record.paragraphs);
		const numbers = new Map(
			blocks.flatMap(({ number, children }) =>
				number === null
					? []
					: [[number, this.#isCut(children) ? null : valuesIn(wordsIn(children))] as const],
			),
		);
		this.#known.set(record.id, numbers);
		return numbers;
	}

	/** Whether a withdrawal removed words from a paragraph. */
	#isCut(nodes: readonly ProseNode[]): boolean {
		if (!this.#hasWithdrawn) return false;
		return [...componentsIn(nodes)].some(
			(one) => one.component === 'Redacted' && /^(?:paragraph|words)$/.test(one.props.what),
		);
	}
}
