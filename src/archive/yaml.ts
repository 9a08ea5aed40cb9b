import { CORE_SCHEMA, load } from 'js-yaml';
import type { Place } from '../model/problem.ts';
import { START } from '../model/problem.ts';
import type { TextProblem } from '../prose/parse.ts';
import { frontMatterOf } from '../prose/front-matter.ts';
import { DEEPEST, readYamlWithPlaces } from './yaml-places.ts';

/** YAML that was read as plain data, and where each field of it stands. */
export interface Yaml {
	data: unknown;
	problems: readonly TextProblem[];
	/** Place of the field at a path; of the nearest field above it, if there is none. */
	locate(path: readonly PropertyKey[]): Place;
	/** Place of a key within the map at a path. */
	locateKey(path: readonly PropertyKey[], key: string): Place;
}

/**
 * What the two parsers could read differently, or what is refused: then only the exact one is asked. A false alarm
 * costs a third of a millisecond.
 */
const SUSPECT = /[&*!](?=\S)|__proto__|<<|\d_|\b0[xob]/i;

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
		locate: (path) => places().locate(path),
		locateKey: (path, key) => places().locateKey(path, key),
	};
}

/** The data of sound YAML; undefined where anything is out of the ordinary. */
function quickly(text: string): unknown {
	try {
		const data = load(text, { schema: CORE_SCHEMA });
		return isShallow(data, DEEPEST) ? data : undefined;
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
	if (found) return { yaml: text.slice(...found.yaml) };
	return {
		problem: {
			...START,
			rule: 'front-matter',
			message: /^---\r?\n/.test(text) ? 'The front matter has no end' : 'There is no front matter',
			advice: 'Begin the file with a line ---, then the fields, then another line --- and nothing else on it',
		},
	};
}
