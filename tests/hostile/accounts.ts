import { stringify } from 'yaml';
import { readArchive } from '../../src/archive/read/read.ts';
import { waiverOf } from '../../src/checks/pii/check-texts.ts';
import { type Files, textFile, writeArchive } from '../support/archive.ts';
import * as samples from '../support/samples.ts';
import { body, recordOf, source, told } from './fixture.ts';
import { PAYLOADS } from './payloads.ts';

/** Identifiers of accounts begin here: the same payload stands in a report as well. */
const FIRST = 2000;

/** Identifier of the account that carries a payload. */
export const accountOf = (index: number): string => recordOf(FIRST + index);

const fileOf = (index: number): string => `testimonies/${accountOf(index)}-account.mdx`;

/** An account with a payload in each field that holds words, and in every place that a text has. */
function accountWith(index: number, facet: string): string {
	const payload = told(index);
	const fields = {
		...samples.publishedTestimony(),
		title: payload.slice(0, 160).trim(),
		summary: payload,
		organisations: [`seller-${index}`],
		facets: { size: facet },
		pseudonyms: [payload, PAYLOADS[index] ?? ''],
		sourceRecord: recordOf(index),
		changes: [
			{ version: 1, date: '2031-11', kind: 'published', note: payload },
			{ version: 2, date: '2031-12', kind: 'update', note: PAYLOADS[index] ?? '' },
		],
		version: 2,
		sources: [
			{ ...source(index), publisher: `seller-${index}` },
			{ ...source(index), publisher: null, titleSupplied: true },
		],
	};
	return textFile(fields, body(index));
}

/** An archive with accounts in which payloads stand, let past the checks as far as anyone could let them. */
export interface Settled {
	files: Files;
	/** Payloads in accounts that are sound. */
	published: number[];
	/** Payloads that no waiver could let into an account, with the rules that refuse them. */
	refused: Map<number, string[]>;
	/** How many exceptions it took. */
	waivers: number;
}

/**
 * Adds an account for each payload. The checks of accounts take whatever no dictionary has for a trace of a person,
 * and would refuse them all. So this does what an editor who wants them published could do: the words are in the
 * register already, and every objection that two reviewers can set aside is set aside. What is left is told by
 * rules that nobody can waive; such an account is taken out again.
 *
 * @param archive files of an archive that has a report and an organisation for each of the payloads
 */
export async function withAccounts(archive: Files, indexes: readonly number[]): Promise<Settled> {
	const refused = new Map<number, string[]>();
	const waivers = new Set<string>();
	for (let round = 0; round < 4; round++) {
		const published = indexes.filter((index) => !refused.has(index));
		const files: Files = { ...archive, 'waivers.yaml': waiversFile(waivers) };
		for (const index of published) files[fileOf(index)] = accountWith(index, `value-${index}`);
		const owners = new Map(published.map((index) => [fileOf(index), index]));
		using folder = writeArchive(files);
		const { archive: sound, problems } = await readArchive(folder.path);
		if (sound) return { files, published, refused, waivers: waivers.size };
		for (const problem of problems) {
			if (problem.severity !== 'error') continue;
			const index = owners.get(problem.file);
			const hash = waiverOf(problem);
			if (index === undefined) throw new Error(`${problem.file}: ${problem.message} [${problem.rule}]`);
			if (hash !== undefined) waivers.add(hash);
			else refused.set(index, [...(refused.get(index) ?? []), problem.rule]);
		}
		// A waiver that matches nothing is a problem of its own: those of refused accounts are asked for afresh.
		if (refused.size > 0 && round === 0) waivers.clear();
	}
	throw new Error('The archive cannot be settled');
}

function waiversFile(hashes: ReadonlySet<string>): string {
	const waivers = [...hashes].map((hash) => ({ hash, reason: 'no-person', reviewers: ['a', 'b'] }));
	return stringify({ waivers });
}
