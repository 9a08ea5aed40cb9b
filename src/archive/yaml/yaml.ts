import { CORE_SCHEMA, load } from 'js-yaml';
import { withoutPrototype } from '../../core/values/lookup.ts';
import type { Place } from '../../core/values/problem.ts';
import type { TextProblem } from '../../core/values/problem.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { DEEPEST, readYamlWithPlaces } from './places.ts';

/** YAML that was read as plain data, and where each field of it stands. */
export interface Yaml {
	data: unknown;
	problems: readonly TextProblem[];
	/** Values without quotation marks that a comment cuts off, on their line or below. */
	commented: readonly Commented[];
	/** Place of the field at a path; of the nearest field above it, if there is none. */
	locate(path: readonly PropertyKey[]): Place;
	/** Place of a key within the map at a path. */
	locateKey(path: readonly PropertyKey[], key: string): Place;
}

/** A value that a comment follows: where it is in the data, and where the `#` stands. */
export interface Commented {
	path: readonly PropertyKey[];
	place: Place;
}

/**
 * What the two parsers could read differently, or what is refused: then only the exact one is asked. A false alarm
 * costs a third of a millisecond.
 */
const SUSPECT =
	/[&*!](?=\S)|! |^[ -]*\? |__proto__|<<|\d_|\b0[xob]|[^\s#][ \t]+#|^[ \t]+#|[“‘]|^ *(?:[-?:][ \t]+){9}|[[{]{9}/im;

/**
 * Reads YAML 1.2 by its core schema, as `readYamlWithPlaces` does. Almost every file is sound, and the parser that
 * knows places takes ten times as long: so a fast one reads the data, and the exact one only what it stumbles over
 * or whose places are asked for.
 *
 * @param text the YAML
 * @param firstLine line of the file that the text begins on
 */
export function readYaml(text: string, firstLine = 1): Yaml {
	let exact: Yaml | undefined;
	const places = () => (exact ??= readYamlWithPlaces(text, firstLine));
	const data = SUSPECT.test(text) ? undefined : quickly(text);
	if (data === undefined) return places();
	return {
		data,
		problems: [],
		commented: [],
		locate: (path) => places().locate(path),
		locateKey: (path, key) => places().locateKey(path, key),
	};
}

/** The data of sound YAML; undefined where anything is out of the ordinary. */
function quickly(text: string): unknown {
	try {
		const data = load(text, { schema: CORE_SCHEMA });
		return isShallow(data, DEEPEST) ? withoutPrototype(data) : undefined;
	} catch {
		return undefined;
	}
}

function isShallow(data: unknown, most: number): boolean {
	if (typeof data !== 'object' || data === null) return true;
	return most > 0 && Object.values(data).every((value) => isShallow(value, most - 1));
}

/** Splits a text file into its front matter and the rest. */
export function splitFrontMatter(text: string): { yaml: string } | { problem: TextProblem } {
	const found = frontMatterOf(text);
	return found ? { yaml: text.slice(...found.yaml) } : { problem: withoutFrontMatter(text.split(/\r?\n/)) };
}

/** A line that was meant to be `---`, or could have been. */
const NEARLY = /^\s*[-–—‐‑−_=]{1,12}(?:[ \t][-–—]+)*\s*$/;

/** Says why a file has no fields, as people who do not know the form come to write it. */
function withoutFrontMatter(lines: readonly string[]): TextProblem {
	const report = (message: string, line = 1): TextProblem => ({
		line,
		column: 1,
		rule: 'front-matter',
		message,
		advice: 'Begin the file with a line ---, then the fields, then another line --- and nothing else on it',
	});
	const isMark = (line: string) => line === '---';
	const near = lines.findIndex((line) => NEARLY.test(line) && !isMark(line));
	const marks = lines.flatMap((line, index) => (isMark(line) ? [index] : []));
	const isNear = (index: number) =>
		report('This line should be three hyphens, --- and nothing else', index + 1);
	if (lines[0] === '---') {
		if (near > 0) return isNear(near);
		return report('The front matter has no end: the line --- below the fields is missing');
	}
	if (near === 0) return isNear(near);
	if (marks.length >= 2) return report('Something stands above the fields: the first line must be ---');
	if (lines.some((line) => line.trim() !== ''))
		return report('There is no front matter: the line --- above the fields is missing, or there are none');
	return report('The file is empty: there is no front matter');
}
