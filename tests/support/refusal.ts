import { expect } from 'vitest';
import { readArchive } from '../../src/archive/read/read.ts';
import { type Place, type Problem, START } from '../../src/core/values/problem.ts';
import { type Files, minimalArchive, writeArchive } from './archive.ts';

/** Stands in a source before each character that a problem must be told at. */
export const MARK = '▶';

/** A file that must be refused, with the places where, and by which rule. */
export interface Refusal {
	file: string;
	source: string;
	places: Place[];
	rule: string;
}

/** A refusal from a source that has marks in it; without any, it is expected at the start of the file. */
export function marked(file: string, source: string, rule: string): Refusal {
	const parts = source.split(MARK);
	const places = parts.slice(1).map((_, index) => endOf(parts.slice(0, index + 1).join('')));
	return { file, source: parts.join(''), places: places.length > 0 ? places : [START], rule };
}

/** The place just after a text. */
function endOf(text: string): Place {
	const lines = text.split('\n');
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A file of the minimal archive with one part replaced by another, marked one. */
export function edited(file: string, from: string, to: string, rule: string): Refusal {
	const source = minimalArchive()[file] ?? '';
	if (!source.includes(from)) throw new Error(`${file} has no ${JSON.stringify(from)}:\n${source}`);
	return marked(
		file,
		source.replace(from, () => to),
		rule,
	);
}

/** A record of the minimal archive with another text. */
export function withBody(file: string, body: string, rule: string): Refusal {
	const source = minimalArchive()[file] ?? '';
	return marked(file, `${source.slice(0, source.indexOf('\n---\n') + 5)}\n${body}`, rule);
}

/** What an archive's problems are, without their words. */
export function briefly(problems: readonly Problem[]) {
	return problems.map(({ file, line, column, rule }) => ({ file, line, column, rule }));
}

/** Expects that an archive is refused with exactly these problems, each with words an editor can use. */
export async function expectProblems(changes: Files, expected: readonly Omit<Refusal, 'source'>[]) {
	using folder = writeArchive(changes);
	const { archive, problems } = await readArchive(folder.path);
	expect(briefly(problems)).toEqual(
		expected.flatMap(({ file, places, rule }) => places.map((place) => ({ file, ...place, rule }))),
	);
	expect(archive).toBeNull();
	for (const { message, advice, severity } of problems) {
		expect(severity).toBe('error');
		expect(message).toMatch(/^\S.{9,}/s);
		expect(advice).toMatch(/^\S.{8,}/s);
		expect(message + advice).not.toMatch(/undefined|\[object|NaN/);
	}
	return problems;
}

/** Expects that a file is refused where it is marked. */
export function expectRefusal(refusal: Refusal) {
	return expectProblems({ [refusal.file]: refusal.source }, [refusal]);
}
