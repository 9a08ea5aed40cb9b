import { beforeAll, describe, expect, test } from 'vitest';
import { readArchive } from '../../../../src/archive/read/read.ts';
import type { Account, DisclosureFile } from '../../../../src/checks/disclosure/accounts.ts';
import { manifestOf } from '../../../../src/checks/disclosure/batches.ts';
import { accountRiskOf } from '../../../../src/checks/disclosure/account-risk.ts';
import { checkDisclosure } from '../../../../src/checks/disclosure/check-disclosure.ts';
import type { Problem } from '../../../../src/core/values/problem.ts';
import { writeArchive } from '../../../support/archive.ts';
import {
	errorsOf,
	follow,
	givenArchive,
	givenFields,
	givenFiles,
	mended,
	parsedConfig,
	rawAccounts,
	type Said,
} from '../../../support/given.ts';

let safe: Said[];
beforeAll(() => {
	safe = mended(rawAccounts()).accounts;
});

/** The sound accounts with some of them changed. */
const changed = (change: (account: Said, place: number) => Partial<Said> | undefined) =>
	safe.map((account, place) => ({ ...account, ...change(account, place) }));
const rulesOf = (problems: readonly Problem[]) => [...new Set(problems.map(({ rule }) => rule))];
const idsAt = (...places: number[]) => places.map((place) => safe[place]?.id ?? '');
const tellsOf = (problem: Problem | undefined, ids: readonly string[]) => {
	for (const id of ids) expect(problem?.message).toContain(id);
	const others = safe.filter(({ id }) => !ids.includes(id) && problem?.message.includes(id));
	expect(others).toEqual([]);
};
const check = (files: readonly DisclosureFile[], disclosure = {}) =>
	checkDisclosure(files, parsedConfig(disclosure));
const withSource = (files: DisclosureFile[], id: string, source: string) =>
	files.map((file) =>
		file.id === id ? { ...file, source: `---\na: b\n---\n\n${source}\n` } : file,
	) as DisclosureFile[];

describe('an archive of 60 given accounts', () => {
	test('is refused in its first form', () => {
		expect(rulesOf(errorsOf(rawAccounts()))).toEqual(['AN-1']);
	});

	test('passes after all advice was followed, and still has content', () => {
		expect(safe.length).toBeGreaterThan(55);
		expect(errorsOf(safe)).toEqual([]);
		const said = safe.flatMap(({ facets, organisations }) => [...Object.values(facets), ...organisations]);
		expect(said.length).toBeGreaterThan(3 * safe.length);
	});

	test('is read as an archive without a problem', async () => {
		using folder = writeArchive(givenArchive(safe));
		const { archive, problems } = await readArchive(folder.path);
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(rulesOf(problems)).toEqual([]);
		expect(archive?.testimonies ?? []).toHaveLength(safe.length);
	});
});

describe('planted violations', () => {
	test('AN-1: an account is more specific than those like it', () => {
		const [id = ''] = idsAt(3);
		const planted = changed((account, place) =>
			place === 3
				? { organisations: ['birch-homes'], facets: { ...account.facets, home: 'owned' } }
				: undefined,
		);
		const problems = errorsOf(planted).filter(({ message }) => message.includes(id));
		expect(rulesOf(problems)).toEqual(['AN-1']);
		tellsOf(problems[0], [id]);
		expect(problems[0]?.advice).toMatch(/^Least-loss edit: (?:Set|Remove) /);
		expect(
			errorsOf(follow(planted, problems[0]?.advice ?? '')).filter(({ message }) => message.includes(id)),
		).toEqual([]);
	});

	test('AN-1 also where accounts are alike but for the organisation, and where all is withheld by few', () => {
		const some = [0, 1, 2, 3];
		const bare = changed((_, place) =>
			some.includes(place) ? { organisations: [], facets: {}, themes: ['charges'] } : undefined,
		);
		const problem = errorsOf(bare).find(({ message }) => message.includes('home: withheld'));
		expect(problem?.rule).toBe('AN-1');
		tellsOf(problem, idsAt(...some));
	});

	test('AN-2: all accounts of a class have the same outcome', () => {
		const [first] = safe;
		const key = ({ organisations, themes, facets: { outcome: _, ...rest } }: Said) =>
			JSON.stringify([organisations, themes, rest]);
		const members = safe.filter((account) => first && key(account) === key(first));
		const planted = safe.map((account) =>
			members.includes(account) ? { ...account, facets: { ...account.facets, outcome: 'refused' } } : account,
		);
		const problems = errorsOf(planted);
		expect(rulesOf(problems)).toContain('AN-2');
		const problem = problems.find(({ rule }) => rule === 'AN-2');
		for (const id of members
			.map((one) => one.id)
			.sort()
			.slice(0, 12))
			expect(problem?.message).toContain(id);
		expect(problem?.message).toContain('outcome');
		expect(problem?.advice).toMatch(/^Least-loss edit: /);
		expect(rulesOf(errorsOf(follow(planted, problem?.advice ?? '')))).not.toContain('AN-2');
	});

	test('AN-3: a filter by two or three facets leaves one account', () => {
		const planted = changed(({ facets }, place) =>
			place === 5 ? { facets: { ...facets, outcome: 'repaid' } } : undefined,
		);
		// As many others have the outcome as are needed, all of them alike in another way.
		const problems = errorsOf(
			planted.map((account) => {
				if (account.id === safe[5]?.id || account.facets['outcome'] !== 'repaid') return account;
				return account.facets['home'] === safe[5]?.facets['home']
					? { ...account, facets: { ...account.facets, outcome: 'repaired' } }
					: account;
			}),
			{ k: 5 },
		).filter(({ rule }) => rule === 'AN-3');
		expect(problems.some(({ message }) => message.includes(safe[5]?.id ?? '-'))).toBe(true);
		expect(problems[0]?.advice).toMatch(/^Least-loss edit: (?:set|remove) facet outcome of /);
	});

	test('AN-5: a handful of accounts is no first release', () => {
		const few = errorsOf(safe.slice(0, 4), { k: 1, l: 1, rarePair: 1 });
		expect(rulesOf(few)).toEqual(['AN-5']);
		tellsOf(few[0], idsAt(0, 1, 2, 3));
	});

	test(
		'AN-5: few accounts since the last release are held back; what is taken out is not',
		{ tags: ['TH-10'] },
		() => {
			const files = givenFiles(safe);
			const accounts = files.filter((file): file is Account => file.folder === 'testimonies');
			const batch = (previous: ReturnType<typeof manifestOf>, now = files) =>
				checkDisclosure(now, parsedConfig(), undefined, previous).filter(
					({ rule, severity }) => rule === 'AN-5' && severity === 'error',
				);
			const all = manifestOf(accounts, '2031-12');
			expect(batch(all)).toEqual([]);
			const [problem, ...more] = batch(manifestOf(accounts.slice(4), '2031-12'));
			expect(more).toEqual([]);
			tellsOf(problem, idsAt(0, 1, 2, 3));
			expect(batch(manifestOf(accounts.slice(5), '2031-12'))).toEqual([]);
			const touched = (kind: string) =>
				files.map((file) =>
					file.id === safe[7]?.id
						? {
								...file,
								digest: 'other',
								data: {
									...(file.data as object),
									changes: [{ version: 2, date: '2032-01', kind, note: 'x' }],
								},
							}
						: file,
				) as DisclosureFile[];
			tellsOf(batch(all, touched('update'))[0], idsAt(7));
			expect(batch(all, touched('redaction'))).toEqual([]);
			expect(batch(all, files.slice(0, -2))).toEqual([]);
		},
	);

	test('AN-6: a value that few accounts have; a theme that few have is AN-1', () => {
		const planted = changed(({ facets }, place) =>
			place < 2
				? { facets: { ...facets, outcome: 'repaid' } }
				: facets['outcome'] === 'repaid'
					? { facets: { ...facets, outcome: 'repaired' } }
					: undefined,
		);
		const problem = errorsOf(planted).find(({ rule }) => rule === 'AN-6');
		tellsOf(problem, idsAt(0, 1));
		expect(problem?.advice).toBe(
			`Least-loss edit: set facet outcome of ${idsAt(0, 1).sort().join(', ')} to something-done`,
		);
		const themes = changed(({ themes }, place) => ({
			themes:
				place < 3
					? [...themes.slice(0, 1), 'silence']
					: themes.map((id) => (id === 'silence' ? 'calls' : id)),
		}));
		const theme = errorsOf(themes).find(
			({ rule, message }) => rule === 'AN-1' && message.includes('silence'),
		);
		expect(idsAt(0, 1, 2).some((id) => theme?.message.includes(id))).toBe(true);
	});

	test(
		'AN-8: an account and a report share a run of words, or tell the same in other words',
		{ tags: ['TH-7'] },
		() => {
			const [id = ''] = idsAt(9);
			const report = (text: string) =>
				({
					folder: 'reports',
					id: 'fbmgs2sv',
					file: 'reports/fbmgs2sv-a.mdx',
					data: { title: 'x', summary: 'y', related: [], themes: [], organisations: [], facets: {} },
					paragraphs: ['1'],
					mentions: [],
					digest: '',
					source: `---\na: b\n---\n\n${text}\n`,
				}) as unknown as DisclosureFile;
			const linked = (account: string, other: string) =>
				check([...withSource(givenFiles(safe), id, account), report(other)]).filter(
					({ rule }) => rule === 'AN-8',
				);
			const same = linked(
				'She kept the green kettle on a brick for three winters.',
				'He said she kept the green kettle on a brick by day.',
			);
			expect(same).toHaveLength(1);
			expect(same[0]?.message).toContain(id);
			expect(same[0]?.message).toContain('fbmgs2sv');
			expect(same[0]?.message).not.toContain('kettle');
			const story =
				'Inspectors weighed nineteen copper kettles beside the flooded orchard wall, then sold the orchard cart.';
			const retold =
				'And so inspectors weighed the nineteen copper kettles, beside a flooded orchard wall; then they sold the orchard cart.';
			expect(linked(story, retold)).toHaveLength(1);
			expect(
				linked(story, 'Copper is a metal. An orchard has trees. Kettles boil; inspectors come.'),
			).toEqual([]);
			// Case, accents, punctuation, invisible characters and markup do not hide it.
			expect(
				linked(
					'kept the green ket\u200btle on a brick for three',
					'kept the green kettle on a br\u00adick for three',
				),
			).toHaveLength(1);
			expect(
				linked(
					'Kept the GREEN kettle — on a “brick” for three winters',
					'kept the *green* kettle on <Redacted what="x" /> a brick for three winters',
				),
			).toHaveLength(1);
		},
	);

	test('AN-8: a run shared by many records is reported too', () => {
		const run = 'the same eight words stand in all of them here';
		let files = givenFiles(safe);
		for (const id of idsAt(2, 4, 6)) files = withSource(files, id, run);
		const problems = check(files).filter(({ rule }) => rule === 'AN-8');
		for (const id of idsAt(2, 4, 6)) expect(problems.some(({ message }) => message.includes(id))).toBe(true);
	});

	test('AN-8: supplied titles are not compared with each other; a headline is', () => {
		const title = 'What one tenant said of a landlord and a boiler that failed';
		const other = (fields: object) =>
			({
				folder: 'reports',
				id: 'fbmgs2sv',
				file: 'reports/fbmgs2sv-a.mdx',
				data: { title, summary: 'y', related: [], themes: [], organisations: [], facets: {}, ...fields },
				paragraphs: ['1'],
				mentions: [],
				digest: '',
				source: '---\na: b\n---\n\nWords.\n',
			}) as unknown as DisclosureFile;
		const joined = (report: DisclosureFile, titled: number[]) =>
			check([
				...givenFiles(safe, (n) => (titled.includes(n) ? { title, titleSupplied: true } : {})),
				report,
			]).filter(({ rule }) => rule === 'AN-8');
		expect(joined(other({ titleSupplied: true }), [1, 2])).toEqual([]);
		expect(joined(other({ titleSupplied: false }), [1])).toHaveLength(1);
	});

	test('AN-8: a reference joins an account with another record', () => {
		const [one = '', other = ''] = idsAt(1, 2);
		const files = givenFiles(safe, (n) => (n === 1 ? { related: [other] } : {}));
		const problems = check(files).filter(({ rule }) => rule === 'AN-8');
		expect(problems).toHaveLength(1);
		expect(problems[0]).toMatchObject({ rule: 'AN-8' });
		for (const id of [one, other]) expect(problems[0]?.message).toContain(id);
	});

	test.each([
		{ publisher: 'the-paper', url: null },
		{ publisher: null, url: null, archived: [{ url: 'https://web.example/a', date: '2031-04-01' }] },
	])('AN-8: a source that leads to a publication: %o', (source) => {
		const files = givenFiles(safe, (n) => (n === 1 ? { sources: [source] } : {}));
		const problems = check(files).filter(({ rule }) => rule === 'AN-8');
		expect(problems).toHaveLength(1);
		tellsOf(problems[0], idsAt(1));
	});

	test('AN-9: exact words at length need consent to them', { tags: ['TH-8'] }, () => {
		const [id = ''] = idsAt(8);
		const long = Array.from({ length: 26 }, (_, n) => `word${String.fromCharCode(97 + n)}`).join(' ');
		const told = (source: string, verbatim = false) => {
			const files = givenFiles(safe, (n) =>
				n === 8 && verbatim ? { consent: { scope: 'full', month: '2031-11', verbatim } } : {},
			);
			const fixed = files.map((file) =>
				file.id === id && verbatim
					? {
							...file,
							data: {
								...(file.data as object),
								consent: { scope: 'full', month: '2031-11', verbatim: true, withdrawn: false },
							},
						}
					: file,
			) as DisclosureFile[];
			return check(withSource(fixed, id, source)).filter(({ rule }) => rule === 'AN-9');
		};
		for (const source of [
			`She said: “${long}.”`,
			`She said: "${long}."`,
			`> ${long}`,
			`She said: ‘${long}.’`,
			`<Quote speaker="x">\n${long}\n\n</Quote>`,
		]) {
			const [problem] = told(source);
			expect(problem?.message, source).toContain(id);
			expect(problem?.message).not.toContain('worda');
			expect(told(source, true)).toEqual([]);
		}
		expect(told(`She said that ${long}, “and not much”.`)).toEqual([]);
		const half = long.split(' ').slice(0, 14).join(' ');
		expect(told(`“${half},” she said, “${half}.”`)).toHaveLength(1);
		expect(told(`“${half}.” ${long} “${half}.”`)).toEqual([]);
	});

	test('AN-10: phrases that can point to one person are a warning, and not printed', () => {
		const [id = ''] = idsAt(8);
		const told = (source: string, disclosure = {}) =>
			check(withSource(givenFiles(safe), id, source), disclosure).filter(({ rule }) => rule === 'AN-10');
		for (const source of [
			'She was the only woman employee in the yard.',
			'The only female crane driver had gone.',
			'She ran the only bakery in the village.',
			'Her twins were ill.',
			'A neighbour in a wheelchair helped.',
			'He told his brother.',
			'It went on for over twelve years.',
			'As a magistrate she knew.',
		]) {
			const [problem] = told(source);
			expect(problem?.severity, source).toBe('warning');
			expect(problem?.line).toBe(5);
		}
		expect(told('The only thing that helped was rain. First, letters came.')).toEqual([]);
		expect(told('A lamplighter came.')).toEqual([]);
		expect(told('A lamplighter came.', { uniqueWords: ['lamplighter'] })).toHaveLength(1);
		expect(told('A lamplighter came.', { uniqueWords: ['lamplighter'] })[0]?.message).not.toContain(
			'lamplighter',
		);
	});
});

describe('a withdrawal never waits', () => {
	const key = ({ organisations, themes, facets: { outcome: _, ...rest } }: Said) =>
		JSON.stringify([organisations, themes, rest]);
	/** The archive with an account of its smallest class withdrawn, and what the checks say of it. */
	const withdrawing = (month: string, disclosure: object = {}) => {
		const sizes = Map.groupBy(safe, key);
		const [smallest] = [...sizes.values()].sort((a, b) => a.length - b.length);
		const gone = smallest?.at(-1)?.id;
		const k = smallest?.length ?? 0;
		const files = givenFiles(safe).map((file) =>
			file.id === gone ? { ...file, data: undefined, source: '', withdrawn: month } : file,
		) as DisclosureFile[];
		return {
			files,
			gone,
			problems: check(files, { k, ...disclosure }).filter(({ rule }) => rule === 'AN-1'),
		};
	};

	test('what it makes too few is a warning', () => {
		const { problems } = withdrawing('2031-12');
		expect(problems.map(({ severity }) => severity)).toEqual(['warning']);
	});

	test('what is still too few after an addition is an error', () => {
		expect(withdrawing('2031-11').problems.map(({ severity }) => severity)).toEqual(['error']);
	});

	test('with a release to compare with, that says what was taken out', () => {
		const { files, gone } = withdrawing('2031-11');
		const accounts = givenFiles(safe).filter((file): file is Account => file.folder === 'testimonies');
		const told = (published: readonly Account[]) =>
			checkDisclosure(files, parsedConfig({ batch: 1 }), undefined, manifestOf(published, '2031-10'))
				.filter(({ rule }) => rule === 'AN-1')
				.map(({ severity }) => severity);
		expect(told(accounts)).toEqual(['warning']);
		expect(told(accounts.filter(({ id }) => id !== gone))).toEqual(['error']);
		// Of what is new since, nothing is excused.
		const others = files.flatMap(({ id, folder, data }) => (folder === 'testimonies' && data ? [id] : []));
		expect(told(accounts.filter(({ id }) => id === gone || !others.includes(id)))).toEqual(['error']);
	});
});

describe('what is not published is not counted', () => {
	test('withdrawn accounts and those with narrower consent belong to no class', () => {
		const files = givenFiles(safe);
		const narrow = files.map((file, place) =>
			file.id === safe[0]?.id || place < 0
				? {
						...file,
						data: {
							...givenFields(safe[0] as Said),
							organisations: ['alder-homes'],
							status: 'published',
							related: [],
							contentNotes: [],
							consent: { scope: 'statistics', month: '2031-11', verbatim: false, withdrawn: false },
						},
					}
				: file,
		) as unknown as DisclosureFile[];
		expect(
			check(narrow).filter(
				({ rule, message }) =>
					rule === 'AN-1' && message.includes('alder-homes') && message.includes(safe[0]?.id ?? '-'),
			),
		).toEqual([]);
	});

	test('nothing is checked without given accounts', () => {
		expect(errorsOf([])).toEqual([]);
	});
});

test('a reviewer sees the equivalence class of an account, and phrases that can point to one person', () => {
	const [id = ''] = idsAt(8);
	const files = withSource(givenFiles(safe), id, 'A neighbour in a wheelchair helped.');
	const risk = accountRiskOf(files, parsedConfig(), id);
	expect(risk?.alike).toBeGreaterThanOrEqual(5);
	expect(risk?.k).toBe(5);
	expect(risk?.values.filter(({ identifying }) => identifying).every(({ shared }) => shared >= 5)).toBe(true);
	expect(risk?.wording.map(({ rule }) => rule)).toEqual(['AN-10']);
	expect(accountRiskOf(files, parsedConfig(), 'nothere0')).toBeUndefined();
});
