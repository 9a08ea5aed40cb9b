import type { Catalogue } from './catalogue.ts';
import type { Leaf, Query } from './query.ts';
import { bare, splitText, stemOf } from './words.ts';

/** A name by which records can be found in addition to their text, and the records that it finds. */
export interface Name {
	label: string;
	/** Stems of the words of each spelling. */
	spellings: readonly (readonly string[])[];
	records: readonly number[];
}

/** Stop words in names and in questions in everyday language. “o” and “d” remain of names with an apostrophe. */
const STOP_WORDS = new Set(
	(
		'a d o about after against also an and any are as at be been before between both but by can could did do does for ' +
		'from had has have he her his how i if in into is it its many me much my of on or our she should since so ' +
		'than that the their them there these they this those to was we were what when where whether which who whom ' +
		'whose why will with would you your'
	).split(' '),
);

/** Whether a word is a stop word, which a query of several words ignores. */
export function isStopWord(leaf: Leaf): boolean {
	return leaf.kind === 'word' && !leaf.beginning && STOP_WORDS.has(bare(leaf.text));
}

/**
 * The names that find records: themes with their synonyms, organisations and publishers with their aliases, and the
 * catalogue’s further names.
 */
export function namesOf({ groups, publishers, records, names: others }: Catalogue): Name[] {
	const names: { label: string; words: readonly string[]; records: number[] }[] = [];
	const byValue = new Map<number, number[]>();
	let ordinal = 0;
	for (const group of groups)
		for (const value of group.values) {
			if (value.also) {
				const found: number[] = [];
				byValue.set(ordinal, found);
				names.push({
					label: `${group.label.toLowerCase()}: ${value.label}`,
					words: [value.label, ...value.also],
					records: found,
				});
			}
			ordinal++;
		}
	const byPublisher = publishers.map(({ label, also }) => {
		const found: number[] = [];
		names.push({ label: `publisher: ${label}`, words: [label, ...also], records: found });
		return found;
	});
	for (const [place, [id, , , publisher, values]] of records.entries()) {
		// As in citations, in any case.
		names.push({ label: 'identifier', words: [id, `record ${id}`], records: [place] });
		for (const value of values) byValue.get(value)?.push(place);
		byPublisher[publisher]?.push(place);
	}
	for (const { label, words, records } of others)
		names.push({ label: `${label}: ${words[0]}`, words, records: [...records] });
	return names.map(({ label, words, records }) => ({ label, spellings: words.map(stems), records }));
}

/** The names that find other pages: synonyms find a theme's page, even if its text does not contain them. */
export function pageNamesOf({ groups, pages }: Catalogue): Name[] {
	const places = new Map(pages.map(([path], place) => [path, place]));
	return groups.flatMap((group) =>
		group.values.flatMap(({ label, path, also }) => {
			const place = path === undefined ? undefined : places.get(path);
			if (place === undefined || !also) return [];
			return [{ label, spellings: [label, ...also].map(stems), records: [place] }];
		}),
	);
}

function stems(text: string): string[] {
	return splitText(text)
		.map(bare)
		.filter((word) => word && !STOP_WORDS.has(word))
		.map(stemOf);
}

/** Maps each required word of a query to the names that it completes, alone or together with other required words. */
export function namesFor(query: Query, names: readonly Name[]): ReadonlyMap<Leaf, readonly Name[]> {
	const through = new Map<Leaf, Name[]>();
	const visit = (part: Query): void => {
		if (part.kind === 'not') return;
		const parts = part.kind === 'and' ? part.parts : [part];
		const words = parts.filter((one) => one.kind === 'word' && !one.beginning) as Leaf[];
		const given = new Map(words.map((leaf) => [stemOf(leaf.text), leaf]));
		for (const name of names)
			for (const spelling of name.spellings) {
				if (spelling.length === 0) continue;
				if (spelling.every((stem) => given.has(stem)))
					for (const stem of spelling) add(given.get(stem), name);
			}
		if (part.kind === 'or') part.parts.forEach(visit);
		if (part.kind === 'and') for (const one of parts) if ('parts' in one) visit(one);
	};
	const add = (leaf: Leaf | undefined, name: Name) => {
		if (!leaf) return;
		const known = through.get(leaf) ?? [];
		if (!known.includes(name)) through.set(leaf, [...known, name]);
	};
	visit(query);
	return through;
}
