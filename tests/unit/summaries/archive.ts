import { expect } from 'vitest';
import { stringify } from 'yaml';
import { readArchive } from '../../../src/archive/read/read.ts';
import type { Archive } from '../../../src/archive/publish/view.ts';
import { type Files, minimalArchive, textFile, writeArchive } from '../../support/archive.ts';
import { identifier } from '../../support/given.ts';
import * as samples from '../../support/samples.ts';

/** Reads the smallest archive with these changes. */
export async function archiveOf(changes: Files): Promise<Archive> {
	using folder = writeArchive(changes);
	const { archive, problems } = await readArchive(folder.path);
	expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	if (!archive) throw new Error('no archive');
	return archive;
}

/** What the records are about: no two texts are alike, and no word in them can be a name. */
const THINGS =
	'bill boiler bucket carpet ceiling chimney cupboard curtain door drain fence floor gate ladder lamp'.split(
		' ',
	);

/** Files of made-up records, the n-th with the n-th identifier; no other records stand beside them. */
export function records(
	list: readonly { of: 'report' | 'finding' | 'published' | 'given'; fields?: object }[],
): Files {
	const files: Files = Object.fromEntries(
		Object.keys(minimalArchive())
			.filter((file) => /^(?:reports|findings|testimonies|figures)\//.test(file))
			.map((file) => [file, null]),
	);
	const make = {
		report: ['reports', samples.report],
		finding: ['findings', samples.finding],
		published: ['testimonies', samples.publishedTestimony],
		given: ['testimonies', samples.givenTestimony],
	} as const;
	for (const [n, { of, fields }] of list.entries()) {
		const [folder, sample] = make[of];
		files[`${folder}/${identifier(n)}-record.mdx`] = textFile(
			{ ...sample(), ...fields },
			`What was said of the ${THINGS[n] ?? 'rest'}.`,
		);
	}
	return files;
}

export { identifier };

/** The same archive, keeping the number of its given accounts. */
export function keeping(archive: Archive): Archive {
	const disclosure = { ...archive.config.disclosure, smallCount: 10, roundTo: 5 };
	return { ...archive, config: { ...archive.config, disclosure } };
}

/** An `archive.yaml` that declares measures, and this coverage. */
export function configured(coverage?: object): Files {
	const { VOCABULARY: known } = samples;
	const terms = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));
	return {
		'archive.yaml': stringify(
			{
				...samples.config(),
				organisationKinds: terms(known.organisationKinds),
				contentNotes: terms(known.contentNotes),
				measures: terms(known.measures),
				...(coverage && { coverage }),
			},
			{ aliasDuplicateObjects: false },
		),
	};
}
