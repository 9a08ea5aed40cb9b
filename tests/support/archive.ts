import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stringify as toYaml } from 'yaml';
import { reviewDigest } from '../../src/checks/reviews.ts';
import * as samples from './samples.ts';

/** Files of an archive by their path: text, bytes, or a symbolic link; null for a file that is left out. */
export type Files = Record<string, string | Uint8Array | { link: string } | null>;

/** The file that most cases change. */
export const REPORT = 'reports/fbmgs2sv-first.mdx';
export const TESTIMONY = 'testimonies/1vm1d7gn-second.mdx';
export const FINDING = 'findings/wrk68wb5-third.mdx';

const stringify = (data: object) => toYaml(data, { aliasDuplicateObjects: false });

/** A text file: its fields, then its text. Reviews in it are of that text, unless they say what they are of. */
export function textFile(fields: object, body: string): string {
	const { review } = fields as { review?: unknown };
	const digest = Array.isArray(review) ? reviewDigest(fields, body) : '';
	const signed = Array.isArray(review)
		? { ...fields, review: review.map((one) => (one?.role ? { ...one, digest: one.digest ?? digest } : one)) }
		: fields;
	return `---\n${stringify(signed)}---\n\n${body}\n`;
}

/** The smallest archive that is sound: one file of each kind, all pages that are needed, five themes. */
export function minimalArchive(): Record<string, string> {
	const { VOCABULARY: known, IDS } = samples;
	const terms = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));
	const files: Record<string, string> = {
		'archive.yaml': stringify({
			...samples.config(),
			organisationKinds: terms(known.organisationKinds),
			contentNotes: terms(known.contentNotes),
		}),
		'complaints/big-complaint.mdx': textFile(samples.complaint(), 'Text.'),
		'figures/paid.yaml': stringify({ ...samples.figure(), paragraph: 1 }),
		[REPORT]: textFile(samples.report(), 'First paragraph.\n\nSecond paragraph.'),
		[TESTIMONY]: textFile({ ...samples.publishedTestimony(), sourceRecord: IDS[0] }, 'What happened.'),
		[FINDING]: textFile(samples.finding(), 'What was found.'),
	};
	for (const id of known.themes)
		files[`themes/${id}.mdx`] = textFile(samples.theme(), samples.themeText('About it.'));
	for (const id of known.organisations) files[`organisations/${id}.yaml`] = stringify(samples.organisation());
	for (const id of ['home', 'about', 'method', 'safety', 'privacy'])
		files[`pages/${id}.mdx`] = textFile(samples.page(), 'Words.');
	return files;
}

/** A folder that goes away when it is disposed of. */
export interface Folder extends Disposable {
	path: string;
}

/** Makes an empty folder, outside the project unless it is to be somewhere else. */
export function temporaryFolder(parent = tmpdir()): Folder {
	mkdirSync(parent, { recursive: true });
	const folder = mkdtempSync(path.join(parent, 'archive-test-'));
	return { path: folder, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes an archive: the minimal one, with other files or changed ones. */
export function writeArchive(changes: Files = {}): Folder {
	const folder = temporaryFolder();
	for (const [file, content] of Object.entries({ ...minimalArchive(), ...changes })) {
		if (content === null) continue;
		const target = path.join(folder.path, file);
		mkdirSync(path.dirname(target), { recursive: true });
		if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(target, content);
		else symlinkSync(content.link, target);
	}
	return folder;
}
