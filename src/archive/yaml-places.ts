import type { Document, Node as YamlNode } from 'yaml';
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { Place } from '../model/problem.ts';
import { START } from '../model/problem.ts';
import type { TextProblem } from '../prose/parse.ts';
import type { Yaml } from './yaml.ts';

/** Deeper nesting than any record needs. */
export const DEEPEST = 12;

/**
 * Reads YAML 1.2 by its core schema: dates stay as they were written, and nothing but plain values is taken. Tags,
 * anchors and aliases are refused: the first can name code, the others can make a small file huge.
 *
 * @param text the YAML
 * @param firstLine line of the file that the text begins on
 */
export function readYamlWithPlaces(text: string, firstLine = 1): Yaml {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		schema: 'core',
		uniqueKeys: true,
		prettyErrors: false,
		logLevel: 'error',
	});
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
	};
	const placeOf = (node: YamlNode): Place => (node.range ? at(node.range[0]) : START);
	const refused = unwelcome(document, placeOf);
	const hasTag = refused.some((problem) => problem.rule === 'yaml-tag');
	const problems: TextProblem[] = [...document.errors, ...document.warnings]
		// A tag is told once, as a tag.
		.filter((error) => !(hasTag && /TAG/.test(error.code)))
		.map((error) => ({
			...at(error.pos[0]),
			rule: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml',
			message: error.message,
			advice:
				error.code === 'DUPLICATE_KEY'
					? 'Remove one of the two'
					: 'Put text that holds a colon, quote or # in quotation marks; indent by two spaces',
		}));
	problems.push(...refused);

	return {
		data: problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }),
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

/** Everything in a document that is more than plain data. */
function unwelcome(document: Document, placeOf: (node: YamlNode) => Place): TextProblem[] {
	const problems: TextProblem[] = [];
	const report = (node: YamlNode, rule: string, message: string, advice: string) =>
		problems.push({ ...placeOf(node), rule, message, advice });
	visit(document, {
		Node(_, node, path) {
			// A level of nesting is two steps: the map and the pair in it.
			if (path.length > 2 * DEEPEST) {
				report(node as YamlNode, 'too-deep', 'Nested too deeply', 'Write it flat');
				return visit.BREAK;
			}
			if (isAlias(node) || ('anchor' in node && node.anchor))
				report(
					node as YamlNode,
					'yaml-alias',
					'Anchors (&) and aliases (*) are not allowed',
					'Write the value out; put text that begins with & or * in quotation marks',
				);
			else if ('tag' in node && node.tag)
				report(
					node,
					'yaml-tag',
					'Tags (!) are not allowed',
					'Put text that begins with ! in quotation marks',
				);
			return undefined;
		},
		Pair(_, pair) {
			if (isScalar(pair.key) && (pair.key.value === '__proto__' || pair.key.value === '<<'))
				report(pair.key, 'unknown-field', `There is no field ${pair.key.value}`, 'Remove it');
		},
	});
	return problems;
}
