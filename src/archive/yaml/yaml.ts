import type { Document, Node as YamlNode } from 'yaml';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { withoutPrototype } from '../../core/values/lookup.ts';
import type { Place, TextProblem } from '../../core/values/problem.ts';
import { START } from '../../core/values/problem.ts';
import { type Commented, commentedValues } from './comments.ts';
import { misreadValues, syntaxProblems, unsupportedIn } from './problems.ts';

/** YAML read as plain data, with the place of each field. */
export interface Yaml {
	data: unknown;
	problems: readonly TextProblem[];
	/** Unquoted values that a comment cuts off, on their line or below. */
	commented: readonly Commented[];
	/** Place of the field at a path, or of the nearest field above it. */
	locate(path: readonly PropertyKey[]): Place;
	/** Place of a key within the map at a path. */
	locateKey(path: readonly PropertyKey[], key: string): Place;
}

/**
 * Reads YAML 1.2 by its core schema: dates stay as they are written, and only plain values are accepted. Tags, anchors
 * and aliases are refused: a tag can name code, and aliases can make a small file huge.
 *
 * @param text the YAML
 * @param firstLine line of the file that the text begins on
 */
export function readYaml(text: string, firstLine = 1): Yaml {
	const lines = new LineCounter();
	const document = compose(text, lines);
	if (!document) return tooDeep(firstLine);
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
	};
	const placeOf = (node: YamlNode): Place => (node.range ? at(node.range[0]) : START);
	const refused = unsupportedIn(document, placeOf);
	// What is refused is reported once.
	const reported = new Set(refused.map(({ line }) => line));
	const problems = syntaxProblems(text, document, (offset) => lines.linePos(offset))
		.map((one) => ({ ...one, line: one.line + firstLine - 1 }))
		.filter(({ rule, line }) => !(reported.has(line) && /^yaml(?:-alias|-tag|)$/.test(rule)));
	if (document.errors.length === 0) problems.push(...misreadValues(document, text, at));
	problems.push(...refused);

	return {
		commented: problems.length > 0 ? [] : commentedValues(document, text, at),
		data: problems.length > 0 ? undefined : withoutPrototype(document.toJS({ maxAliasCount: 0 })),
		problems,
		locate(path) {
			for (let depth = path.length; depth > 0; depth--) {
				const node = document.getIn(path.slice(0, depth), true);
				if (isNode(node) && node.range) return placeOf(node);
			}
			return { line: firstLine, column: 1 };
		},
		locateKey(path, key) {
			const map = path.length > 0 ? document.getIn(path, true) : document.contents;
			const pair = isMap(map) && map.items.find((item) => isScalar(item.key) && item.key.value === key);
			return pair && isNode(pair.key) ? placeOf(pair.key) : this.locate(path);
		},
	};
}

/** More of these than any file of fields needs, one within the other. */
const BRACKETS = 100;

/** The document; undefined where it is nested so deeply that reading it would take the machine down. */
function compose(text: string, lines: LineCounter): Document | undefined {
	let open = 0;
	for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
		open += bracket === '[' || bracket === '{' ? 1 : -1;
		if (open > BRACKETS) return undefined;
	}
	if (/^ *(?:[-?:][ \t]+){25}/m.test(text)) return undefined;
	try {
		return parseDocument(text, {
			lineCounter: lines,
			schema: 'core',
			uniqueKeys: true,
			prettyErrors: false,
			logLevel: 'error',
		});
	} catch (error) {
		if (error instanceof RangeError) return undefined;
		throw error;
	}
}

function tooDeep(line: number): Yaml {
	const place = { line, column: 1 };
	return {
		data: undefined,
		commented: [],
		problems: [{ ...place, rule: 'too-deep', message: 'Nested too deeply', advice: 'Write it flat' }],
		locate: () => place,
		locateKey: () => place,
	};
}
