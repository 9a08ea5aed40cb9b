import { relatedId } from '../../core/model/relation.ts';
import type { Place } from '../../core/values/problem.ts';
import type { DisclosureContext, DisclosureFile } from './accounts.ts';
import { isGiven, isShown } from './accounts.ts';
import { GramTable, isStopWord, Lexicon, wordsOf } from './grams.ts';
import { bodyOf } from './wording.ts';

/** Consecutive words that two texts do not share by chance. */
const RUN = 8;
/** Consecutive words, without stop words, that point to the same event where only two records have them. */
const RARE_RUN = 5;
/** This many rare features in common link two records. */
const ENOUGH = 3;
/** A facet value, theme or organisation is rare where no more records than this have it. */
const RARE = 2;

type Record = Extract<DisclosureFile, { folder: 'testimonies' | 'reports' | 'findings' }>;

/**
 * AN-8, linkage: whoever told their story to a newspaper and to this archive must not be found by comparing the two. A
 * given account may share no run of eight words with another record, and not three rare features: runs of five words, or
 * values, that only those two have. Nor may one refer to the other.
 */
export function checkLinkage({ accounts, files, report }: DisclosureContext): void {
	if (accounts.length === 0) return;
	const records = files.filter(isRecord);
	const given = new Set<DisclosureFile>(accounts);
	checkNames(records, given, report);
	checkSources(accounts, report);

	const lexicon = new Lexicon();
	const texts = records.map((record) => {
		const parts = partsOf(record).map(wordsOf);
		return {
			title: lexicon.numbers(wordsOf(record.data?.title ?? '')),
			all: parts.map((words) => lexicon.numbers(words)),
			rare: parts.map((words) => lexicon.numbers(words.filter((word) => !isStopWord(word)))),
		};
	});
	const runs = new GramTable(
		RUN,
		sum(texts.flatMap(({ title, all }) => [title.length, ...all.map(({ length }) => length)])),
	);
	const rareRuns = new GramTable(
		RARE_RUN,
		sum(texts.flatMap(({ rare }) => rare.map(({ length }) => length))),
	);
	for (const [number, { all, rare }] of texts.entries()) {
		for (const words of all) runs.add(words, number);
		for (const words of rare) rareRuns.add(words, number);
	}

	const values = sharedValues(records);
	const seen = new Set<string>();
	for (const [number, record] of records.entries()) {
		const text = texts[number];
		if (!text || !given.has(record)) continue;
		const sharing = new Set<number>();
		for (const words of text.all) for (const { other } of runs.shared(words, number)) sharing.add(other);
		for (const other of runs.holders(text.title, number)) sharing.add(other);
		const rare = new Map(values.get(number));
		for (const words of text.rare)
			for (const { other, rare: isRare } of rareRuns.shared(words, number))
				if (isRare) rare.set(other, (rare.get(other) ?? 0) + 1);
		for (const other of new Set([...sharing, ...rare.keys()])) {
			const target = records[other];
			const count = rare.get(other) ?? 0;
			if (!target || target === record || (!sharing.has(other) && count < ENOUGH)) continue;
			const pair = [record.id, target.id].sort().join(' ');
			if (seen.has(pair)) continue;
			seen.add(pair);
			const why = sharing.has(other) ? `a run of ${RUN} words` : `${count} rare phrases or values`;
			report(
				{ file: record.file, place: bodyPlace(record) },
				'AN-8',
				`${record.id} can be linked with ${target.id} (${target.file}): they share ${why}`,
				`Rewrite ${record.id} in other words, and leave out what only the two have in common; or withhold it`,
			);
		}
	}
}

/** The archive must not show that a given account was also published elsewhere: no source leads to a publication. */
function checkSources(accounts: DisclosureContext['accounts'], report: DisclosureContext['report']): void {
	for (const { file, id, data } of accounts)
		for (const [index, source] of data.sources.entries())
			if (source.publisher || source.reproduces || source.url || source.archived.length > 0)
				report(
					{ file, field: ['sources', index] },
					'AN-8',
					`Source ${index + 1} of ${id} leads to a publication, and so links the account with it`,
					'Name the statement given to this archive as the source, with no publisher and no address',
				);
}

/** Reports references between a given account and any other record, which a stranger would look for. */
function checkNames(
	records: readonly Record[],
	given: ReadonlySet<DisclosureFile>,
	report: DisclosureContext['report'],
): void {
	const ids = new Set(records.filter((record) => given.has(record)).map(({ id }) => id));
	for (const record of records) {
		const named =
			record.data?.related.map((related, index) => ({ id: relatedId(related), field: ['related', index] })) ??
			[];
		for (const { id, field } of named)
			if (given.has(record) || ids.has(id)) join(record, id, { file: record.file, field });
		for (const { kind, id, line, column } of record.mentions)
			if (kind === 'record' && (given.has(record) || ids.has(id)))
				join(record, id, { file: record.file, place: { line, column } });
	}

	function join(record: Record, id: string, where: Parameters<DisclosureContext['report']>[0]): void {
		report(
			where,
			'AN-8',
			`${record.id} and ${id} refer to each other, and one of them is a given account`,
			'Remove the reference: a reader who follows it learns that the two belong together',
		);
	}
}

function isRecord(file: DisclosureFile): file is Record {
	const isRecordFile =
		file.folder === 'testimonies' || file.folder === 'reports' || file.folder === 'findings';
	// Nothing of a given account that is not shown is published.
	return isRecordFile && file.data?.status !== 'withdrawn' && !(isGiven(file) && !isShown(file));
}

/**
 * The texts of a record; no run of words crosses from one into the next. Titles that the archive supplied are not
 * compared with each other, since similar records get similar ones. The title of a given account is still compared with
 * the texts of others, so that it does not repeat a headline.
 */
function partsOf({ data, source }: Record): string[] {
	const title = data && !data.titleSupplied ? data.title : '';
	return [title, data?.summary ?? '', bodyOf(source).text];
}

function bodyPlace(record: Record): Place {
	return { line: bodyOf(record.source).firstLine, column: 1 };
}

/** For each record, how many values it shares with each other record that no third one has. */
function sharedValues(records: readonly Record[]): Map<number, Map<number, number>> {
	const owners = new Map<string, number[]>();
	for (const [number, { data }] of records.entries()) {
		const { themes = [], organisations = [], facets = {} } = data ?? {};
		const values = [
			...themes.map((id) => `theme ${id}`),
			...organisations.map((id) => `organisation ${id}`),
			...Object.entries(facets).map(([id, value]) => `facet ${id} ${value}`),
		];
		for (const value of values) {
			const known = owners.get(value);
			if (known) known.push(number);
			else owners.set(value, [number]);
		}
	}
	const shared = new Map<number, Map<number, number>>();
	for (const few of owners.values()) {
		if (few.length !== RARE) continue;
		for (const one of few)
			for (const other of few) {
				if (one === other) continue;
				const counts = shared.get(one) ?? new Map<number, number>();
				shared.set(one, counts.set(other, (counts.get(other) ?? 0) + 1));
			}
	}
	return shared;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
