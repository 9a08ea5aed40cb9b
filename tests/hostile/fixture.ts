import { stringify as toYaml } from 'yaml';
import { checkCharacter } from '../../src/core/values/id.ts';
import { type Files, minimalArchive, textFile } from '../support/archive.ts';
import * as samples from '../support/samples.ts';
import { PAYLOADS, wordOf } from './payloads.ts';

const stringify = (data: object) => toYaml(data, { aliasDuplicateObjects: false });

/** Identifier of the record that carries a payload. */
export function recordOf(index: number): string {
	const body = `b${String(index).padStart(6, '0')}`;
	return body + checkCharacter(body);
}

/** A payload with its word before it, as titles and labels carry it. */
export const told = (index: number): string => `${wordOf(index)} ${PAYLOADS[index] ?? ''}`;

/** Written so that Markdown takes every sign for itself. */
const plain = (text: string) => text.replace(/[!#&)*+\-.<=>@[\\\]_`{|}~]|:(?=\/\/)/g, '\\$&');
/** The same with entities for the signs that have a name; other entities and code are refused, whatever they hold. */
const entities = (text: string) =>
	plain(text).replaceAll('\\<', '&lt;').replaceAll('\\>', '&gt;').replaceAll('\\&', '&amp;');
const attribute = (text: string) =>
	text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** A text that carries a payload in every place that a text has. */
export function body(index: number): string {
	const payload = told(index);
	return [
		`## ${plain(payload)}`,
		plain(payload),
		entities(payload),
		`- *${plain(payload)}*\n- **${plain(payload)}**`,
		`| a |\n| - |\n| ${plain(payload)} |`,
		`> ${plain(payload)}`,
		`[words](/about/ "${plain(payload)}")`,
		`<Quote speaker="${attribute(payload)}">\n\n${plain(payload)}\n\n</Quote>`,
		`<Reply from="${attribute(payload)}" kind="reply">\n\nNothing.\n\n</Reply>`,
		`Left out: <Redacted what="${attribute((PAYLOADS[index] ?? '').slice(0, 40).trim())}" />.`,
	].join('\n\n');
}

/** A source with a payload in each of its fields. */
export function source(index: number) {
	const payload = told(index);
	return {
		...samples.source(),
		title: payload,
		authors: [PAYLOADS[index] ?? ''],
		pinpoint: payload,
		note: payload,
	};
}

/** A report with a payload in each of its fields. */
export function reportWith(index: number): string {
	const payload = told(index);
	const fields = {
		...samples.report(),
		title: payload.slice(0, 160).trim(),
		summary: payload,
		organisations: ['acme-plans', `seller-${index}`],
		changes: [{ version: 1, date: '2031-12-01', kind: 'published', note: payload }],
		sources: [{ ...source(index), publisher: `seller-${index}` }],
	};
	return textFile(fields, body(index));
}

function findingWith(index: number): string {
	const payload = told(index);
	const fields = {
		...samples.recommendation(),
		title: payload.slice(0, 160).trim(),
		summary: payload,
		number: payload,
		due: payload,
		standing: { state: 'no-answer-on-record', note: payload },
		sources: [source(index)],
	};
	return textFile(fields, plain(payload));
}

/** An organisation with a payload in each of its fields. */
export function organisationWith(index: number): string {
	const payload = told(index);
	return stringify({
		name: payload,
		shortName: payload,
		kind: 'seller',
		description: payload,
		aliases: [payload, PAYLOADS[index]],
	});
}

/** Whom the texts may name: here all that a hostile contributor could have had declared. */
export const register = (indexes: readonly number[]): string =>
	stringify({
		people: indexes.flatMap((index) => [
			{ name: PAYLOADS[index], aliases: [told(index)], basis: 'author', role: 'Author' },
		]),
		// Accounts may not name people of others' records, but may use these.
		words: indexes.flatMap((index) => [...new Set([told(index), told(index).slice(0, 160).trim()])]),
		publicHosts: ['evil.example', 'paper.example', 'www.w3.org'],
	});

/** An archive in which every text that there is to be written carries a payload; each payload stands in many. */
export function hostileArchive(indexes: readonly number[]): Files {
	const at = (place: number) => told(indexes[place % indexes.length] ?? 0);
	const every = (step: number) => indexes.filter((_, place) => place % step === 0);
	// A summary of a theme may hold no number that nothing is cited for.
	const wordy = indexes.filter((index) => !/\d/.test(PAYLOADS[index] ?? ''));
	const numberless = (place: number) => told(wordy[place % wordy.length] ?? 0);
	const clean = samples.config();
	let next = 0;
	const one = () => at(next++);
	const collection = () => ({ speaker: one(), one: one(), many: one(), title: one(), intro: one() });
	const config = {
		...clean,
		name: one(),
		tagline: one(),
		description: one(),
		notice: one(),
		publisher: one(),
		contact: one(),
		leave: { label: one(), url: 'https://weather.example/' },
		licence: { name: one(), url: 'https://licence.example/?"><script>alert(1)</script>' },
		search: { examples: indexes.slice(0, 40).map(told) },
		words: {
			testimonies: collection(),
			reports: collection(),
			findings: collection(),
			archive: one(),
			theme: one(),
			themes: one(),
			complaint: one(),
		},
		organisationKinds: [
			{ id: 'seller', label: one(), filter: true },
			{ id: 'regulator', label: one() },
		],
		facets: clean.facets.map((facet) => ({
			...facet,
			label: one(),
			values: [
				...facet.values,
				...indexes.map((index) => ({ id: `value-${index}`, label: told(index) })),
				{ id: 'constructor', label: one() },
			],
		})),
		contentNotes: [
			{ id: 'loss', label: one() },
			{ id: 'debt', label: one() },
		],
	};
	const files: Files = {
		...minimalArchive(),
		'archive.yaml': stringify(config),
		'register.yaml': register(indexes),
		'complaints/big-complaint.mdx': textFile(
			{
				...samples.complaint(),
				title: one(),
				summary: one(),
				jurisdiction: one(),
				standing: one(),
				legalBasis: indexes.map((index) => ({ label: told(index), source: 1 })),
				concerns: indexes.map((index) => ({ number: index + 1, text: told(index) })),
				timeline: indexes.map((index) => ({ date: '2031-02-03', event: told(index), source: 1 })),
				sources: [{ ...source(indexes[0] ?? 0) }],
			},
			body(indexes[1] ?? 0),
		),
	};
	for (const index of indexes) {
		const words = index % 3 === 0 ? '-alert-script-onerror' : '-constructor';
		const facets = { size: `value-${index}` };
		files[`reports/${recordOf(index)}${words}.mdx`] = reportWith(index).replace(
			/ {2}size: .*\n/,
			stringify(facets).replace(/^/, '  '),
		);
		files[`organisations/seller-${index}.yaml`] = organisationWith(index);
	}
	for (const index of every(8)) files[`findings/${recordOf(index + 1000)}.mdx`] = findingWith(index);
	for (const [place, id] of samples.VOCABULARY.themes.entries())
		files[`themes/${id}.mdx`] = textFile(
			{
				...samples.theme(),
				label: at(place * 7),
				scope: numberless(place * 7 + 1),
				answer: numberless(place * 7 + 2),
				changes: [{ date: '2031-12-01', note: at(place * 7 + 3) }],
				synonyms: indexes.slice(place * 40, place * 40 + 50).map(told),
				concerns: [(indexes[place] ?? 0) + 1],
			},
			samples.themeText(body(wordy[place] ?? 0).replace('## ', '### ')),
		);
	for (const index of every(6))
		files[`figures/figure-${index}.yaml`] = stringify({
			...samples.figure(),
			label: told(index),
			unit: told(index),
			stated: { text: told(index), as: 'words' },
			wording: told(index),
			place: told(index),
			roles: told(index),
			inclusion: told(index),
			comparability: told(index),
			bridge: told(index),
			population: told(index),
			period: { from: null, to: null, asStated: told(index) },
			breakdown: {
				parts: [
					{ label: told(index), count: 1 },
					{ label: at(index + 3), count: 2 },
				],
				exclusive: 'unknown',
				exhaustive: false,
			},
			note: told(index),
			record: recordOf(index),
			paragraph: 1,
		});
	for (const [place, id] of ['home', 'about', 'method', 'safety', 'privacy', 'constructor'].entries())
		files[`pages/${id}.mdx`] = textFile(
			{ title: at(place + 30), summary: at(place + 40), order: place + 1 },
			body(indexes[place + 50] ?? 0),
		);
	return files;
}

/** A word without end, wherever a word can stand: no page may grow wider by it. */
export const LONG = 'w'.repeat(150);
export const LONG_RECORD = recordOf(5000);

/** Files with that word in every field and every part of a text. */
export function longWords(): Files {
	const source = {
		...samples.source(),
		title: LONG,
		pinpoint: LONG,
		note: LONG,
		url: `https://paper.example/${LONG}`,
	};
	const fields = {
		...samples.report(),
		title: LONG,
		summary: LONG,
		organisations: ['long'],
		changes: [{ version: 1, date: '2031-12-01', kind: 'published', note: LONG }],
		sources: [{ ...source, publisher: 'long' }],
	};
	const body = [
		`## ${LONG}`,
		LONG,
		`- ${LONG}\n- ${LONG}`,
		`> ${LONG}`,
		`<Quote speaker="${LONG}">\n\n${LONG}\n\n</Quote>`,
		`<Reply from="${LONG}" kind="reply">\n\n${LONG}\n\n</Reply>`,
	].join('\n\n');
	return {
		[`reports/${LONG_RECORD}.mdx`]: textFile(fields, body),
		'organisations/long.yaml': stringify({
			name: LONG,
			shortName: LONG,
			kind: 'seller',
			description: LONG,
			aliases: [LONG],
			url: `https://${'w'.repeat(60)}.example/`,
		}),
	};
}

/** Each payload by itself in a report and in an organisation, to see which the checks of the content refuse. */
export function probeArchive(): Files {
	const files: Files = { ...minimalArchive(), 'register.yaml': register([...PAYLOADS.keys()]) };
	for (const index of PAYLOADS.keys()) {
		files[`reports/${recordOf(index)}.mdx`] = reportWith(index);
		files[`organisations/seller-${index}.yaml`] = organisationWith(index);
	}
	return files;
}

/** The payload that a file of those archives carries. */
export function payloadIn(file: string): number | undefined {
	const [, seller, record] = /seller-(\d+)\.yaml|reports\/b(\d{6})/.exec(file) ?? [];
	const digits = seller ?? record;
	return digits === undefined ? undefined : Number(digits);
}
