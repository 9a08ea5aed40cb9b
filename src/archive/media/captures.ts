import type { RuleId } from '../../core/rules/rules.ts';
import path from 'node:path';
import type { Locate } from '../../checks/references.ts';
import type { Capture, CaptureKind, CaptureStorage } from '../../core/model/capture.ts';
import { type Problem, START } from '../../core/values/problem.ts';
import { type CaptureFile, captureFile, findCaptures } from './capture-files.ts';
import type { FileReading } from '../read/reading.ts';

/** A capture as the archive holds it today. */
export interface HeldCapture {
	/** SHA-256 of the file, in hex. */
	hash: string;
	mediaType: CaptureKind;
	storage: CaptureStorage;
	/** Absolute path of the file; null where it is stored elsewhere. */
	file: string | null;
}

export interface Captures {
	/** By hash, including all files in the sealed folder, whether a source names them or not. */
	captures: ReadonlyMap<string, HeldCapture>;
	problems: Problem[];
}

/** A capture that a source names. */
interface Named {
	file: string;
	field: readonly PropertyKey[];
	capture: Capture;
}

/**
 * Reads the captures of an archive and checks them against what the sources say of them. A sealed one may be stored elsewhere;
 * a public one must be here. Present versions decide: an earlier one cannot be changed, and shows what is held today.
 *
 * @param present the files of the archive as they are today
 * @param earlier files of earlier versions
 */
export function readCaptures(
	root: string,
	present: readonly FileReading[],
	earlier: readonly FileReading[],
	locate: Locate,
): Captures {
	const { found, problems } = findCaptures(root);
	const named = present.flatMap(namedIn);
	const before = earlier.flatMap(namedIn);
	if (found.length === 0 && named.length + before.length === 0) return { captures: new Map(), problems };
	const files = new Map(found.map((one) => [`${one.storage} ${one.hash}`, one]));
	const captures = new Map<string, HeldCapture>();
	const hold = (hash: string, { mediaType, storage }: Pick<HeldCapture, 'mediaType' | 'storage'>) => {
		const file = files.get(`${storage} ${hash}`)?.file;
		captures.set(hash, { hash, mediaType, storage, file: file ? path.join(root, file) : null });
	};

	const sealed = new Set(
		named.flatMap(({ capture }) => (capture.storage === 'sealed' ? capture.sha256 : [])),
	);
	for (const one of named) {
		const { mediaType, sha256: hash } = one.capture;
		problems.push(...check(one, files, sealed, locate));
		hold(hash, { mediaType, storage: sealed.has(hash) ? 'sealed' : 'public' });
	}
	for (const { capture } of before) {
		const { mediaType, sha256: hash } = capture;
		const isOpen = capture.storage === 'public' && files.has(`public ${hash}`);
		if (!captures.has(hash)) hold(hash, { mediaType, storage: isOpen ? 'public' : 'sealed' });
	}
	const isWhole = present.every(({ data, withdrawn }) => data !== undefined || withdrawn !== undefined);
	for (const one of found) {
		if (isWhole && !captures.has(one.hash)) problems.push(unused(one));
		// A file in the sealed folder is never published, whatever a source says.
		if (one.storage === 'sealed') hold(one.hash, one);
	}
	return { captures, problems };
}

function namedIn({ folder, file, data }: FileReading): Named[] {
	if (!data || (folder !== 'reports' && folder !== 'findings' && folder !== 'complaints')) return [];
	const { sources } = data as { sources: readonly { capture?: Capture }[] };
	return sources.flatMap(({ capture }, index) =>
		capture ? [{ file, field: ['sources', index, 'capture'], capture }] : [],
	);
}

function check(
	{ file, field, capture }: Named,
	files: ReadonlyMap<string, CaptureFile>,
	sealed: ReadonlySet<string>,
	locate: Locate,
): Problem[] {
	const { sha256: hash, storage, mediaType, bytes } = capture;
	const report = (name: string, rule: RuleId, message: string, advice: string): Problem[] => [
		{ file, ...locate(file, [...field, name]), rule, message, advice, severity: 'error' },
	];
	const place = captureFile(hash, mediaType, storage);
	const other = files.get(`${storage === 'public' ? 'sealed' : 'public'} ${hash}`);
	if (storage === 'public' && sealed.has(hash))
		return report(
			'storage',
			'capture-storage',
			'Capture that another source declares sealed',
			'Seal it here too',
		);
	if (other)
		return report(
			'storage',
			'capture-storage',
			`Capture declared ${storage} but stored as ${other.storage}: ${other.file}`,
			`Move the file to ${place}, or declare it ${other.storage}`,
		);
	const held = files.get(`${storage} ${hash}`);
	if (!held)
		return storage === 'sealed'
			? []
			: report(
					'sha256',
					'capture-missing',
					`Missing file ${place}`,
					'Put it there, or declare it sealed: a sealed capture may be stored elsewhere',
				);
	if (held.mediaType !== mediaType)
		return report('mediaType', 'capture-facts', `The file is ${held.mediaType}`, 'Correct the value');
	if (held.bytes !== bytes)
		return report('bytes', 'capture-facts', `The file has ${held.bytes} bytes`, 'Correct the value');
	return [];
}

function unused({ file }: CaptureFile): Problem {
	return {
		file,
		...START,
		rule: 'unused-capture',
		message: 'Unused capture',
		advice: 'Register it with “npm run archive -- capture”, or remove it: it is not published',
		severity: 'warning',
	};
}
