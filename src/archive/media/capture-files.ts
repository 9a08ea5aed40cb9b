import { lstatSync } from 'node:fs';
import path from 'node:path';
import {
	CAPTURE_KINDS,
	CAPTURE_STORAGES,
	type CaptureKind,
	type CaptureStorage,
} from '../../core/model/capture.ts';
import { fileProblem, type Problem } from '../../core/values/problem.ts';
import { captureKind } from './capture-kind.ts';
import { fileHash } from '../read/file-hash.ts';
import { CAPTURES_FOLDER, linkProblem, list } from '../read/files.ts';

/** A capture in the archive’s folder. */
export interface CaptureFile {
	/** SHA-256, which is also its name. */
	hash: string;
	/** Path from the archive’s folder, with forward slashes. */
	file: string;
	bytes: number;
	mediaType: CaptureKind;
	storage: CaptureStorage;
}

/** The path of a capture from the archive’s folder. */
export function captureFile(hash: string, mediaType: CaptureKind, storage: CaptureStorage): string {
	return `${CAPTURES_FOLDER}/${storage}/${hash}.${CAPTURE_KINDS[mediaType].ending}`;
}

const kinds = Object.keys(CAPTURE_KINDS) as CaptureKind[];

/** Lists the captures of an archive, and checks that each is what its name says. */
export function findCaptures(root: string): { found: CaptureFile[]; problems: Problem[] } {
	const found: CaptureFile[] = [];
	const problems: Problem[] = [];
	const folder = path.join(root, CAPTURES_FOLDER);
	// A link was reported when the folders were listed.
	if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { found, problems };
	for (const { name, kind } of list(root, CAPTURES_FOLDER, problems)) {
		const file = `${CAPTURES_FOLDER}/${name}`;
		const storage = CAPTURE_STORAGES.find((one) => one === name);
		if (kind === 'link') problems.push(linkProblem(file));
		else if (kind !== 'folder' || !storage)
			problems.push(unexpected(file, `Only the folders ${CAPTURE_STORAGES.join(' and ')} belong here`));
		else
			for (const entry of list(root, file, problems)) {
				const capture = checkCapture(root, `${file}/${entry.name}`, entry.kind, storage);
				if ('rule' in capture) problems.push(capture);
				else found.push(capture);
			}
	}
	return { found, problems };
}

function checkCapture(
	root: string,
	file: string,
	kind: string,
	storage: CaptureStorage,
): CaptureFile | Problem {
	const [, hash = '', ending = ''] = /\/([0-9a-f]{64})\.([a-z.]+)$/.exec(file) ?? [];
	const mediaType = kinds.find((one) => CAPTURE_KINDS[one].ending === ending);
	if (kind === 'link') return linkProblem(file);
	if (kind !== 'file' || !mediaType)
		return unexpected(file, 'Unexpected file: a capture is named by its SHA-256 and the ending of its kind');
	const place = path.join(root, file);
	try {
		if (fileHash(place) !== hash)
			return fileProblem(
				file,
				'capture-changed',
				'SHA-256 of the file does not match its name',
				'Restore the file as it was captured. A program may have saved or formatted it again',
			);
		if (captureKind(place) !== mediaType)
			return fileProblem(
				file,
				'wrong-format',
				`Content is not a ${CAPTURE_KINDS[mediaType].label}, although its name says so`,
				'Remove it, and register the file again with “npm run archive -- capture”',
			);
		return { hash, file, bytes: lstatSync(place).size, mediaType, storage };
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		return fileProblem(
			file,
			'unreadable',
			`Unreadable file: ${code ?? 'the system refused'}`,
			'Check its permissions',
		);
	}
}

function unexpected(file: string, message: string): Problem {
	return fileProblem(
		file,
		'unexpected-file',
		message,
		'Move it away. “npm run archive -- capture” adds captures',
	);
}
