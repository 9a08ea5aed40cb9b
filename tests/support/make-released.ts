import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sign } from '../../src/cli/edit/review-file.ts';
import { formatPublicKey } from '../../src/integrity/minisign.ts';
import {
	type Files,
	FINDING,
	type Folder,
	REPORT,
	temporaryFolder,
	TESTIMONY,
	textFile,
	writeArchive,
} from './archive.ts';
import { runInProcess } from './in-process.ts';
import { newKey, secretFile } from './integrity.ts';
import { ACCOUNT_ID, FINDING_ID, GIVEN_ID, GONE, GONE_ID, NEW_ID, REDACTED, REPORT_ID } from './released.ts';
import { archive } from './run.ts';
import { finding, givenTestimony, publishedTestimony, report } from './samples.ts';
import { type Outcome, RELEASED } from './sites.ts';

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
async function writeHistory(): Promise<Folder> {
	const folder = writeArchive(FIRST);
	const run = async (...args: string[]) => {
		const { code, output } = await runInProcess(args, { ARCHIVE_CONTENT: folder.path });
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

/** Signs both releases with the first key and builds the site. The second key is published beside it. */
async function signBoth(content: string): Promise<Outcome> {
	const [first, second] = [newKey(), newKey()];
	const env = { ARCHIVE_CONTENT: content, ARCHIVE_OUT: RELEASED.out, ARCHIVE_ADDRESS: RELEASED.address };
	// A key is refused where it lies in the project.
	using elsewhere = temporaryFolder();
	const key = path.join(elsewhere.path, 'first.key');
	writeFileSync(key, secretFile(first));
	// An earlier release is signed without building the site.
	const signed = await runInProcess(['release', '--sign', '1', '--key', key], env);
	if (signed.code !== 0) return signed;
	writeFileSync(path.join(content, 'keys/archive.pub'), formatPublicKey(first) + formatPublicKey(second));
	mkdirSync(path.dirname(RELEASED.keys), { recursive: true });
	writeFileSync(RELEASED.keys, JSON.stringify({ first, second }, inBase64));
	return await archive(['release', '--sign', '2', '--key', key], env);
}

function inBase64(_: string, value: unknown): unknown {
	return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

using content = await writeHistory();
rmSync(RELEASED.folder, { recursive: true, force: true });
const { code, output } = await signBoth(content.path);
cpSync(content.path, RELEASED.content, { recursive: true });
console.log(output);
process.exitCode = code ?? 1;
