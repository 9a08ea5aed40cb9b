import { stringify } from 'yaml';
import { checkDisclosure } from '../../src/checks/disclosure/check-disclosure.ts';
import type { DisclosureFile } from '../../src/checks/disclosure/accounts.ts';
import { archiveConfig, type ArchiveConfig } from '../../src/core/model/config.ts';
import { checkCharacter } from '../../src/core/values/id.ts';
import type { Problem } from '../../src/core/values/problem.ts';
import { type Files, minimalArchive, TESTIMONY, textFile } from './archive.ts';
import * as samples from './samples.ts';

/** What a given account says of itself, before and after disclosure control. */
export interface Said {
	id: string;
	themes: string[];
	organisations: string[];
	facets: Record<string, string>;
}

/** Landlords in three towns in two counties, each within the next. */
const WITHIN: Record<string, string | undefined> = {
	'every-landlord': undefined,
	'north-county': 'every-landlord',
	'south-county': 'every-landlord',
	'alder-homes': 'north-county',
	'birch-homes': 'north-county',
	'cedar-homes': 'south-county',
	'elder-homes': 'south-county',
};

const value = (id: string, parent?: string, more: object = {}) => ({
	id,
	label: id.replaceAll('-', ' '),
	...(parent && { parent }),
	...more,
});
const facet = (id: string, identifying: boolean, values: object[]) => ({
	id,
	label: id,
	collections: ['testimonies'],
	identifying,
	values,
});

const FACETS = [
	facet('home', true, [
		value('rented'),
		value('rented-alone', 'rented'),
		value('rented-together', 'rented'),
		value('owned'),
	]),
	facet('age', true, [value('adult'), value('under-forty', 'adult'), value('forty-or-over', 'adult')]),
	facet('period', true, [
		value('since-2024', undefined, { from: '2024', to: '2029' }),
		value('to-2026', 'since-2024', { from: '2024', to: '2026' }),
		value('from-2027', 'since-2024', { from: '2027', to: '2029' }),
	]),
	facet('outcome', false, [
		value('nothing-done'),
		value('refused', 'nothing-done'),
		value('unanswered', 'nothing-done'),
		value('something-done'),
		value('repaired', 'something-done'),
		value('repaid', 'something-done'),
	]),
];

/** Settings of the archive: all the safe ones, and which facet is sensitive. */
export function givenConfig(disclosure: object = {}) {
	const config = samples.config();
	return {
		...config,
		facets: [
			...FACETS,
			{ ...config.facets[0], collections: ['reports'] },
			{ ...config.facets[1], collections: ['findings'] },
		],
		contentNotes: [{ id: 'loss', label: 'Loss' }],
		organisationKinds: ['seller', 'regulator'].map((id) => ({ id, label: id, filter: true })),
		coverage: { organisationKinds: ['seller'], from: 2030, to: 2031 },
		disclosure: { sensitive: ['outcome'], ...disclosure },
	};
}

/** A source of numbers from 0 to 1 that always gives the same ones (mulberry32). */
export function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Identifier of the n-th made-up account. */
export function identifier(n: number): string {
	const alphabet = '0123456789bcdfghjkmnpqrstvwxz';
	let rest = (n * 7_368_787 + 5_915_587) % alphabet.length ** 6;
	let body = '';
	for (let place = 0; place < 7; place++) {
		body += alphabet.charAt(rest % alphabet.length);
		rest = Math.floor(rest / alphabet.length);
	}
	return body + checkCharacter(body);
}

/** Accounts as a caseworker would first write them down: as finely as the archive has words for. */
export function rawAccounts(count = 60, seed = 7): Said[] {
	const random = randomNumbers(seed);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const landlords = Object.keys(WITHIN).filter((id) => id.endsWith('homes'));
	return Array.from({ length: count }, (_, n) => ({
		id: identifier(n),
		themes: [...new Set([pick(samples.VOCABULARY.themes), pick(samples.VOCABULARY.themes)])],
		organisations: [pick(landlords)],
		facets: {
			home: pick(['rented-alone', 'rented-together', 'rented-together', 'owned']),
			age: pick(['under-forty', 'forty-or-over']),
			period: pick(['to-2026', 'from-2027']),
			outcome: pick(['refused', 'unanswered', 'repaired', 'repaid']),
		},
	}));
}

const WORDS =
	'water came down behind cupboard after rain again letter lay unopened office closed nobody rang back damp spread under window child coughed winter heating failed stairs dark lamp broken door would stick engineer visited twice looked left without tools paper promised work spring nothing moved mould grew over bed neighbour offered dry room kept records every knock asked manager listened politely changed subject later invoice arrived higher than before rent went meanwhile ceiling fell quietly during dinner bucket filled each night floor sagged near sink sleep became rare clothes smelled wet letters piled table finally someone answered said list long waited more weeks passed'.split(
		' ',
	);

const ARTICLES = 'the a this that his her my their your its each every some any no another'.split(' ');

/** A text that shares nothing with any other but single words. */
function textOf(seed: number): string {
	const random = randomNumbers(seed * 7919 + 1);
	const word = () => WORDS[Math.floor(random() * WORDS.length)] ?? '';
	// Without an article a word such as “spring” would be a person's name.
	const article = () => ARTICLES[Math.floor(random() * ARTICLES.length)] ?? '';
	const sentence = () => {
		const words = Array.from({ length: 6 + Math.floor(random() * 7) }, () => `${article()} ${word()}`);
		return `Then ${words.join(' ')}.`;
	};
	return Array.from({ length: 3 }, () => Array.from({ length: 4 }, sentence).join(' ')).join('\n\n');
}

/** The fields of a given account's file. */
export function givenFields({ themes, organisations, facets }: Said, more: object = {}) {
	return {
		...samples.givenTestimony(),
		title: `Account about ${themes.join(' and ')}`,
		summary: 'What one person said about a home.',
		themes,
		organisations,
		facets,
		...more,
	};
}

/** An archive with these given accounts and no other testimony. */
export function givenArchive(accounts: readonly Said[], disclosure: object = {}): Files {
	const files: Files = { ...minimalArchive(), [TESTIMONY]: null };
	files['archive.yaml'] = stringify(givenConfig(disclosure), { aliasDuplicateObjects: false });
	files['themes/charges.mdx'] = textFile(
		{ ...samples.theme(), concerns: [1] },
		samples.themeText('About it.'),
	);
	for (const [id, within] of Object.entries(WITHIN))
		files[`organisations/${id}.yaml`] = stringify({ name: id, kind: 'seller', ...(within && { within }) });
	for (const [n, account] of accounts.entries())
		files[`testimonies/${account.id}-account.mdx`] = textFile(givenFields(account), textOf(n));
	return files;
}

/** The same as the checks see it, without reading any file. */
export function givenFiles(
	accounts: readonly Said[],
	more: (n: number) => object = () => ({}),
): DisclosureFile[] {
	const common = { paragraphs: ['1'], mentions: [], digest: 'digest' };
	const organisations = Object.entries(WITHIN).map(([id, within]) => ({
		...common,
		id,
		folder: 'organisations' as const,
		file: `organisations/${id}.yaml`,
		data: { name: id, within },
		source: '',
	}));
	const testimonies = accounts.map((account, n) => {
		const fields = {
			related: [],
			contentNotes: [],
			status: 'published',
			titleSupplied: true,
			...givenFields(account, more(n)),
		};
		return {
			...common,
			id: account.id,
			folder: 'testimonies' as const,
			file: `testimonies/${account.id}-account.mdx`,
			data: {
				...fields,
				sources: fields.sources.map((source) => ({ archived: [], ...source })),
				consent: { ...fields.consent, verbatim: false, withdrawn: false },
			},
			source: textFile({}, textOf(n)),
		};
	});
	return [...organisations, ...testimonies] as unknown as DisclosureFile[];
}

export function parsedConfig(disclosure: object = {}): ArchiveConfig {
	return archiveConfig.parse(givenConfig(disclosure));
}

/** What is wrong with accounts; warnings left out. */
export function errorsOf(accounts: readonly Said[], disclosure: object = {}): Problem[] {
	return checkDisclosure(givenFiles(accounts), parsedConfig(disclosure)).filter(
		({ severity }) => severity === 'error',
	);
}

/**
 * Does what an advice says, word by word, as an editor would: that shows the advice to be concrete and right.
 *
 * @throws if it does not say what to edit
 */
export function follow(accounts: readonly Said[], advice: string): Said[] {
	const [, text] = /^Least-loss edit: (.*)$/.exec(advice) ?? [];
	if (text === undefined) throw new Error(`Not an edit: ${advice}`);
	let now = accounts.map((account) => structuredClone(account) as Said);
	const [, held] = /^hold back ([0-9a-z, ]+)/i.exec(text) ?? [];
	if (held !== undefined) return now.filter(({ id }) => !held.split(', ').includes(id));
	for (const edit of (text.split('; or ')[0] ?? '').split('; ')) {
		const [, verb, what, ids, to] =
			/^(set|remove) (?:facet )?([a-z-]+) of ([0-9a-z, ]+?)(?: \([^)]*\)| from [a-z0-9-]+(?:, [a-z0-9-]+)*)?(?: to ([a-z0-9-]+(?:, [a-z0-9-]+)*))?$/i.exec(
				edit,
			) ?? [];
		if (!verb || !what || !ids) throw new Error(`Cannot be followed: ${edit}`);
		now = now.map((account) => {
			if (!ids.split(', ').includes(account.id)) return account;
			if (what === 'organisations') return { ...account, organisations: to ? to.split(', ') : [] };
			if (what === 'themes') return { ...account, themes: to ? to.split(', ') : [] };
			const { [what]: _, ...rest } = account.facets;
			return { ...account, facets: to ? { ...rest, [what]: to } : rest };
		});
	}
	return now;
}

/** Follows one advice after the other until nothing is wrong. */
export function mended(
	accounts: readonly Said[],
	disclosure: object = {},
): { accounts: Said[]; steps: string[] } {
	let now = [...accounts];
	const steps: string[] = [];
	for (let left = 200; left > 0; left--) {
		// What cannot be done by editing a field (AN-8 on values that two share) goes with the others.
		const problems = errorsOf(now, disclosure);
		const problem = problems.find(({ advice }) => advice.startsWith('Least-loss edit: ')) ?? problems[0];
		if (!problem) return { accounts: now, steps };
		steps.push(`${problem.rule}: ${problem.advice}`);
		now = follow(now, problem.advice);
	}
	throw new Error(`Still wrong after ${steps.length} steps:\n${steps.slice(-3).join('\n')}`);
}
