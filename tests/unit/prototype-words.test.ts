import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument, isScalar, visit } from 'yaml';
import { readArchive } from '../../src/archive/read/read.ts';
import { formatProblem } from '../../src/checks/report.ts';
import { facetLabels } from '../../src/site/labels.ts';
import type { Archive } from '../../src/archive/publish/view.ts';
import { exportOf, FORMATS } from '../../src/citations/formats/exports.ts';
import { oscolaLocator, parseLocator } from '../../src/citations/locator.ts';
import { allForms } from '../../src/citations/styles.ts';
import { lookup } from '../../src/core/values/lookup.ts';
import { readStated } from '../../src/core/model/stated.ts';
import { unescapeHtml } from '../../src/core/text/html.ts';
import { parseProse } from '../../src/core/prose/parse.ts';
import { wordsIn } from '../../src/core/prose/words.ts';
import { explainQuery, formatQuery, parseQuery, wantedLeaves } from '../../src/search/engine/query.ts';
import { formatState, parseState } from '../../src/search/engine/state.ts';
import { stem } from '../../src/search/engine/stem.ts';
import { findMarks, splitText, stemOf, stemsOf } from '../../src/search/engine/words.ts';
import { wantedOf } from '../../src/search/engine/excerpts.ts';
import { FINDING, minimalArchive, REPORT, TESTIMONY, textFile, writeArchive } from '../support/archive.ts';
import { config, report } from '../support/samples.ts';

/** Words under which every object holds something, and how a sentence would begin with them. */
const NAMES = Object.getOwnPropertyNames(Object.prototype);
const WORDS = [...NAMES, 'Constructor', 'Constructors', 'prototype', 'CONSTRUCTOR'];

/** What no text can be where a look-up went wrong. */
const INNARDS = /native code|\[object|function \w*\(/;
const expectWords = (...texts: unknown[]) => {
	for (const text of texts) {
		expect(typeof text).toBe('string');
		expect(text).not.toMatch(INNARDS);
	}
};

test('a table gives what it holds, and nothing that every object has', () => {
	for (const name of NAMES) expect(lookup({}, name)).toBeUndefined();
	expect(lookup({ constructor: 'builder' } as Record<string, string>, 'constructor')).toBe('builder');
});

test('no table of the software is looked up but by the one helper', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
		/\.(?:ts|astro)$/.test(file),
	);
	let tables = 0;
	const direct = files.flatMap((file) => {
		const source = readFileSync(`src/${file}`, 'utf8');
		const names = [...source.matchAll(/const (\w+): (?:Readonly<)?Record<\s*string\b/g)].map(
			([, name = '']) => name,
		);
		tables += names.length;
		// Objects that are being filled are written to by index, and never read.
		return names.flatMap((name) =>
			[...source.matchAll(new RegExp(`(?<![.\\w])${name}\\[(?![^\\]]*\\]\\s*(?:\\?\\?)?= )`, 'g'))].map(
				() => `${file} ${name}`,
			),
		);
	});
	expect(tables).toBeGreaterThan(15);
	expect(direct).toEqual([]);
});

describe.each(WORDS)('%s', (word) => {
	test('is read, searched and marked like any word', () => {
		expectWords(stem(word), stemOf(word), ...stemsOf(`${word},`));
		const query = parseQuery(`${word} "${word} said" -${word} ${word}*`);
		expectWords(formatQuery(query), query && explainQuery(query));
		const wanted = wantedLeaves(parseQuery(word)).map((leaf) => wantedOf(leaf));
		const marks = findMarks(splitText(`The ${word} said nothing.`), wanted);
		for (const { from, to } of marks) expect(from).toBeLessThan(to);
		const state = parseState(`#q=${word}&${word}=${word}&theme=${word}&sort=${word}&page=${word}`);
		expectWords(formatState(state));
		expect(parseState(formatState(state))).toEqual(state);
	});

	test('is a word of references, locators, numbers and entities', () => {
		expect(unescapeHtml(`a &${word}; b`)).toBe(`a &${word}; b`);
		expect(readStated(`${word} as likely`) ?? null).toBeNull();
		expect(parseLocator(`${word} 5`)).toBeNull();
		expectWords(oscolaLocator(`${word} 5`));
		const item = {
			key: word,
			kind: 'news',
			title: `A &${word}; ${word}`,
			titleSupplied: false,
			creators: [],
			container: word,
			date: '2020',
		} as never;
		for (const { runs } of allForms(item)) expect(JSON.stringify(runs)).not.toMatch(INNARDS);
		for (const format of Object.keys(FORMATS) as (keyof typeof FORMATS)[])
			expectWords(exportOf([item], format));
	});

	test('is a word of a text, and no component', () => {
		const { prose, problems } = parseProse(
			`---\na: 1\n---\n\n${word} said.\n\n## ${word}\n\n## ${word}\n\n<Quote speaker="${word}">\n${word}\n</Quote>\n`,
		);
		expect(problems).toEqual([]);
		// Underscores on both sides are bold.
		expect(prose.blocks.map(({ children }) => wordsIn(children)).join(' ')).toContain(
			word.replace(/^__|__$/g, ''),
		);
		for (const tag of [
			`<${word}/>`,
			`<Redacted ${word}="x" what="name"/>`,
			`<Redacted what="name" ${word}/>`,
		])
			expect(parseProse(`---\na: 1\n---\n\nA ${tag} b.\n`).problems.length, tag).toBeGreaterThan(0);
	});

	test('in every field and text of every file ends no check', async () => {
		const files = Object.fromEntries(
			Object.entries(minimalArchive()).map(([file, source]) => [file, everywhere(source, word)]),
		);
		using folder = writeArchive({ ...files, 'archive.yaml': minimalArchive()['archive.yaml'] ?? '' });
		expectWords(...(await readArchive(folder.path)).problems.map((one) => formatProblem(one)));
		// Titles and texts alone: then the files are read to the end.
		const readable = Object.fromEntries(
			Object.entries(minimalArchive()).map(([file, source]) => [
				file,
				source
					.replace(
						/^((?:title|summary|scope|answer|standing|note|label|population): ).*$/gm,
						`$1"${word} and a ${word}"`,
					)
					.replace(/\n$/, `\n\n${word} said so. The ${word} went.\n`.slice(file.endsWith('.mdx') ? 0 : 99)),
			]),
		);
		using second = writeArchive(readable);
		expectWords(...(await readArchive(second.path)).problems.map((one) => formatProblem(one)));
	});

	test('as the name of a field, an option and a value ends no check', async () => {
		const files = { ...minimalArchive() };
		for (const file of [REPORT, TESTIMONY, FINDING])
			files[file] = (files[file] ?? '')
				.replace('\nversion: 1\n', `\n${word}: x\nversion: 1\n`)
				.replace('complaint: big-complaint', `complaint: { ${word}: 1 }`);
		files['archive.yaml'] = (files['archive.yaml'] ?? '').replace('language:', `${word}: 1\nlanguage:`);
		using folder = writeArchive(files);
		const { archive, problems } = await readArchive(folder.path);
		expect(archive).toBeNull();
		expectWords(...problems.map((one) => formatProblem(one)));
		using second = writeArchive({ ...files, 'archive.yaml': minimalArchive()['archive.yaml'] ?? '' });
		const told = (await readArchive(second.path)).problems;
		expectWords(...told.map((one) => formatProblem(one)));
		expect(new Set(told.flatMap(({ rule, file }) => (rule === 'unknown-field' ? file : []))).size).toBe(3);
	});
});

/** A file with a word in place of every text in its fields. */
function everywhere(source: string, word: string): string {
	const isText = source.startsWith('---\n');
	const [, fields = source, body = ''] = isText ? (/^---\n([^]*?)\n---\n([^]*)$/.exec(source) ?? []) : [];
	const document = parseDocument(fields);
	visit(document, {
		Scalar(key, node) {
			if (key !== 'key' && isScalar(node) && typeof node.value === 'string') node.value = word;
		},
	});
	return isText ? `---\n${document.toString()}---\n${body}\n${word} said.\n` : document.toString();
}

/** Every facet of every record as its page shows it. */
const labelsOf = (archive: Archive) =>
	archive.records.flatMap((record) =>
		facetLabels(record, archive).map(({ label, value }) => `${label}: ${value}`),
	);

test('a facet with such a name is one like any other', async () => {
	const facet = {
		id: 'constructor',
		label: 'Builder',
		collections: ['reports', 'testimonies'],
		identifying: true,
		required: false,
		values: [
			{ id: 'constructor', label: 'Is one' },
			{ id: 'other', label: 'Is none' },
		],
	};
	const archiveFile = textFile({ ...config(), facets: [...config().facets, facet] }, '').replace(
		/^---\n|---\n[^-]*$/g,
		'',
	);
	const source = minimalArchive()['archive.yaml'] ?? '';
	const facets = /^facets:\n(?:[ -].*\n)+/m.exec(archiveFile)?.[0] ?? '';
	using folder = writeArchive({ 'archive.yaml': source.replace(/^facets:\n(?:[ -].*\n)+/m, facets) });
	const without = await readArchive(folder.path);
	expect(without.problems).toEqual([]);
	expect(without.archive && labelsOf(without.archive)).not.toContainEqual(expect.stringContaining('Builder'));
	using second = writeArchive({
		'archive.yaml': source.replace(/^facets:\n(?:[ -].*\n)+/m, facets),
		[REPORT]: textFile(
			{ ...report(), facets: { size: 'any', constructor: 'other' } },
			'First paragraph.\n\nSecond.',
		),
	});
	const withIt = await readArchive(second.path);
	expect(withIt.problems).toEqual([]);
	expect(withIt.archive && labelsOf(withIt.archive)).toContain('Builder: Is none');
});
