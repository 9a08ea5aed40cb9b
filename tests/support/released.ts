import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sign } from '../../src/cli/edit/review-file.ts';
import { type Files, FINDING, type Folder, REPORT, TESTIMONY, textFile, writeArchive } from './archive.ts';
import { archive, build } from './run.ts';
import { finding, givenTestimony, publishedTestimony, report } from './samples.ts';

export const REPORT_ID = 'fbmgs2sv';
export const ACCOUNT_ID = '1vm1d7gn';
export const FINDING_ID = 'wrk68wb5';
/** An account that is withdrawn after its release. */
export const GONE_ID = '4vxfxcd8';
/** An account given to the archive. */
export const GIVEN_ID = 'x15w7xb9';
export const NEW_ID = 'mxdk6r5v';

/** Words of the account that is withdrawn. */
export const GONE = 'The kettle boiled over twice while nobody in the house said a single word to her.';
/** Word that a redaction takes out of all versions. */
export const REDACTED = 'lamppost';

const past = <Fields extends { changes: object[] }>(fields: Fields, date: string) => ({
	...fields,
	changes: [{ version: 1, date, kind: 'published', note: 'First published.' }],
});

const FIRST: Files = {
	'figures/paid.yaml': null,
	[REPORT]: textFile(
		past(report(), '2021-03-04'),
		'The plan was sold at the door.\n\nIt cost forty pounds, the report says.\n\nNobody answered letters.',
	),
	[TESTIMONY]: textFile(
		past(publishedTestimony(), '2021-03'),
		`She says that she paid.\n\nShe says that she met them at the ${REDACTED} and signed.`,
	),
	[FINDING]: textFile(past(finding(), '2021-03-05'), 'What was found.'),
	[`testimonies/${GONE_ID}-gone.mdx`]: textFile(past(publishedTestimony(), '2021-03'), GONE),
	[`testimonies/${GIVEN_ID}-given.mdx`]: textFile(
		past(givenTestimony(), '2021-03'),
		'She told us what it cost.',
	),
};

/** The file of an account, reviewed by two as it is now. */
function reviewed(text: string): string {
	const one = sign(text, { role: 'reader-one', month: '2031-11', intruderTest: true });
	return sign(one, { role: 'reader-two', month: '2031-12', intruderTest: false });
}

/**
 * Writes an archive with a history: two releases, in the second a correction of a report, a redaction and an update of
 * accounts; since then an update that is not released, a new report, and a withdrawal.
 */
export async function writeReleased(): Promise<Folder> {
	const folder = writeArchive(FIRST);
	const run = async (...args: string[]) => {
		const { code, output } = await archive(args, { ARCHIVE_CONTENT: folder.path });
		if (code !== 0) throw new Error(`${args.join(' ')}: ${output}`);
	};
	const edit = (file: string, change: (text: string) => string) => {
		const target = path.join(folder.path, file);
		writeFileSync(target, change(readFileSync(target, 'utf8')));
	};
	const revise = (id: string, kind: string, note: string, ...more: string[]) =>
		run('revise', id, '--kind', kind, '--note', note, ...more);

	await run('release');
	await revise(REPORT_ID, 'correction', 'The price was wrong.');
	edit(REPORT, (text) =>
		text.replace('forty pounds', 'fifty pounds').replace('\n\nNobody', '\n\nIt was a Monday.\n\nNobody'),
	);
	using list = writeArchive({ words: REDACTED });
	await revise(
		ACCOUNT_ID,
		'redaction',
		'A place.',
		'--words-from',
		path.join(list.path, 'words'),
		'--what',
		'place',
	);
	await revise(GIVEN_ID, 'update', 'She asked for it.');
	edit(`testimonies/${GIVEN_ID}-given.mdx`, (text) => reviewed(`${text}\nShe paid.\n`));
	await run('release');
	await revise(FINDING_ID, 'update', 'The number was added.');
	edit(FINDING, (text) => `${text}\nWhat was found later.\n`);
	writeFileSync(
		path.join(folder.path, `reports/${NEW_ID}-new.mdx`),
		textFile(past(report(), '2021-05-06'), 'A report that no release has.'),
	);
	await run('withdraw', GONE_ID);
	return folder;
}

/** Builds it. */
export async function buildReleased(content: string, out: string): Promise<void> {
	const { code, output } = await build({ content, out, address: 'https://archive.example/sub/' });
	if (code !== 0) throw new Error(output.slice(-4000));
}
