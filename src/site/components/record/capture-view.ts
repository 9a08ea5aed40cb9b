import type { Archive } from '../../../archive/publish/view.ts';
import {
	CAPTURE_KINDS,
	CAPTURE_METHODS,
	type Capture,
	capturePath,
	custodyLabel,
} from '../../../core/model/capture.ts';
import { dateInWords } from '../../../core/values/date.ts';
import { capitalise, countNoun } from '../../../core/text/words.ts';
import { href } from '../../url.ts';

/** A capture in words. */
export interface CaptureView {
	/** How and when it was made, in one sentence. */
	made: string;
	/** Addresses that were captured, with what they are. */
	addresses: readonly { label: string; address: string }[];
	/** What kind of file it is, and how large. */
	file: string;
	/** SHA-256 in hex. */
	hash: string;
	/** Where it is kept. */
	kept: string;
	/** The published file; null if the capture is sealed. */
	published: { href: string; path: string; name: string } | null;
	custody: readonly CustodyView[];
}

/** An action on a capture. */
interface CustodyView {
	seq: number;
	at: string;
	role: string;
	action: string;
	/** SHA-256 after the action and, if it changed, before it. */
	hashes: string;
}

/**
 * Describes a capture as it is held today. The description does not depend on whether a sealed file is available to
 * the build.
 */
export function captureView(capture: Capture, archive: Archive): CaptureView {
	const { sha256: hash, mediaType, url, finalUrl, method, tool, collector, custody = [] } = capture;
	const held = archive.captures.get(hash);
	const isPublic = held?.storage === 'public';
	const path = capturePath(hash, mediaType);
	return {
		made: [
			`${capitalise(CAPTURE_METHODS[method])} on ${momentInWords(capture.capturedAt)}`,
			...(tool === undefined ? [] : [`with ${tool}`]),
			...(collector === undefined ? [] : [`by the role ${collector}`]),
		].join(', '),
		addresses: [
			{ label: 'Address captured', address: url },
			{ label: 'It led to', address: finalUrl ?? null },
		].flatMap(({ label, address }) => (address === null ? [] : [{ label, address }])),
		file: `${capitalise(CAPTURE_KINDS[mediaType].label)}, ${countNoun(capture.bytes, 'byte')}`,
		hash,
		kept: isPublic
			? `Published${mediaType === 'text/html' ? ', as plain text so that nothing in it can run' : ''}`
			: 'Sealed: kept apart from what is published',
		published: isPublic
			? { href: href(path), path: path.slice(1), name: path.slice('/captures/'.length) }
			: null,
		custody: custody.map(({ seq, at, role, action, before, after, note }) => ({
			seq,
			at: momentInWords(at),
			role,
			action: note === undefined ? custodyLabel(action) : `${custodyLabel(action)}: ${note}`,
			hashes: before === null || before === after ? after : `${before} became ${after}`,
		})),
	};
}

/** `1 April 2031, 09:30:00 UTC`. */
function momentInWords(moment: string): string {
	return `${dateInWords(moment.slice(0, 10))}, ${moment.slice(11, 19)} UTC`;
}
