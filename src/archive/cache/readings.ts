import path from 'node:path';
import { kept as scans } from '../../checks/pii/check-texts.ts';
import { softwareKey } from '../../core/software.ts';
import { readJsonCache, writeCache } from './cache-file.ts';
import { loadTexts, saveTexts } from './texts.ts';
import type { FileReading } from '../read/reading.ts';

/**
 * Readings by path, kept so that an unchanged file is not worked again: for as long as the program runs, and, where
 * a file is named for it, from one run to the next. The key of a reading covers all that it depends on.
 */
const kept = new Map<string, { key: string; reading: FileReading }>();

/** Places that were read in this run: only they are left to the next, so that nothing outlives its file. */
const current = new Set<string>();

/** The reading of a file, if it was kept under the same key. */
export function keptReading(place: string, key: string): FileReading | undefined {
	current.add(place);
	const before = kept.get(place);
	return before?.key === key ? before.reading : undefined;
}

export function keepReading(place: string, key: string, reading: FileReading): void {
	current.add(place);
	kept.set(place, { key, reading });
}

/** Takes up the readings of an earlier run; those made by other code, or a file that is broken, are passed over. */
export function loadKept(file: string): void {
	const present = softwareKey();
	loadTexts(textsFile(file), present);
	fromBefore.clear();
	const before = readJsonCache(file) as Stored | undefined;
	if (before?.code !== present) return;
	for (const [place, key, reading] of before.readings) kept.set(place, loaded({ key, reading }));
	for (const [place, scan] of before.scanned) scans.set(place, loaded(scan));
}

/** What one run leaves to the next. */
interface Stored {
	code: string;
	readings: [place: string, key: string, reading: FileReading][];
	scanned: (typeof scans extends Map<infer Place, infer Scan> ? [Place, Scan] : never)[];
}

/** What was taken up from an earlier run. */
const fromBefore = new Set<unknown>();

function loaded<Kept>(one: Kept): Kept {
	fromBefore.add(one);
	return one;
}

/** Index of the parsed texts, beside the readings. */
const textsFile = (file: string): string => path.join(path.dirname(file), 'texts.json');

/** Leaves the readings to the next run. Files with problems are read again, and texts are read anyway. */
export function saveKept(file: string): void {
	const readings = [...kept].filter(
		([place, { reading }]) => current.has(place) && !reading.withdrawn && reading.problems.length === 0,
	);
	// What a scan found is never written down: only that a text was found clean.
	const scanned = [...scans].filter(([, { findings }]) => findings.length === 0);
	const code = softwareKey();
	saveTexts(textsFile(file), code);
	const all = [...readings, ...scanned];
	if (all.length === fromBefore.size && all.every(([, one]) => fromBefore.has(one))) return;
	const lines = readings.map(([place, { key, reading }]) => [place, key, { ...reading, source: '' }]);
	writeCache(file, JSON.stringify({ code, readings: lines, scanned }));
}
