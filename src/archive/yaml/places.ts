import type { RuleId } from '../../core/rules/rules.ts';
import type { Document, Node as YamlNode, Scalar } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import { withoutPrototype } from '../../core/values/lookup.ts';
import type { Place } from '../../core/values/problem.ts';
import { START } from '../../core/values/problem.ts';
import type { TextProblem } from '../../core/values/problem.ts';
import type { Commented, Yaml } from './yaml.ts';
import { mistakesIn } from './lines.ts';

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
	const document = compose(text, lines);
	if (!document) return tooDeep(firstLine);
	const at = (offset: number): Place => {
		const { line, col } = lines.linePos(offset);
		return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
	};
	const placeOf = (node: YamlNode): Place => (node.range ? at(node.range[0]) : START);
	const refused = unwelcome(document, placeOf);
	// What is refused is told once, as what it is.
	const told = new Set(refused.map(({ line }) => line));
	const problems = brokenLines(text, document, (offset) => lines.linePos(offset))
		.map((one) => ({ ...one, line: one.line + firstLine - 1 }))
		.filter(({ rule, line }) => !(told.has(line) && /^yaml(?:-alias|-tag|)$/.test(rule)));
	if (document.errors.length === 0) problems.push(...misread(document, text, at));
	problems.push(...refused);

	return {
		commented: problems.length > 0 ? [] : commented(document, text, at),
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

/** What the parser stumbled over, as far as it can be told what was meant. Its own messages hold words of the file. */
function brokenLines(
	text: string,
	document: Document,
	placeOf: (offset: number) => { line: number; col: number },
): TextProblem[] {
	const errors = [...document.errors, ...document.warnings];
	if (errors.length === 0) return [];
	const at = ({ pos }: (typeof errors)[number]) => {
		const { line, col } = placeOf(pos[0]);
		return { line: Math.max(1, line), column: Math.max(1, col) };
	};
	const twice = errors
		.filter(({ code }) => code === 'DUPLICATE_KEY')
		.map((error): TextProblem => ({
			...at(error),
			rule: 'duplicate-key',
			message: 'The same field stands here twice',
			advice: 'Remove one of the two',
		}));
	const [first] = errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
	if (!first) return twice;
	const place = at(first);
	const found = mistakesIn(text).slice(0, MOST);
	// What was found explains an error on its line or below it, where the parser notices it.
	if (found.some(({ line }) => line <= place.line + 1)) return [...found, ...twice];
	return [
		{
			...place,
			rule: 'yaml',
			message: 'The fields cannot be read from here on',
			advice:
				'Write each field as its name, a colon, a space and the value; put text that holds a colon, a quotation mark or # in straight quotation marks; indent by two spaces',
		},
		...found,
		...twice,
	];
}

/** More mistakes than anyone mends in one go. */
const MOST = 20;

/** Values that YAML reads as something else than was meant: without a `!`, in curly quotation marks. */
function misread(document: Document, text: string, at: (offset: number) => Place): TextProblem[] {
	const problems: TextProblem[] = [];
	visit(document, {
		Scalar(_, node) {
			if (node.type !== 'PLAIN' || !node.range) return;
			const [start, end] = node.range;
			if (end > start && /!\s+$/.test(text.slice(Math.max(0, start - 80), start)))
				problems.push({
					...at(start),
					rule: 'yaml-tag',
					message: 'Tags (!) are not allowed',
					advice: 'Put text that begins with ! in quotation marks',
				});
			const value = text.slice(start, end);
			if (/^“[^“”]*”$|^‘[^‘]*’$/.test(value))
				problems.push({
					...at(start),
					rule: 'yaml-curly-quote',
					message: 'The curly quotation marks around this text will be part of it',
					advice:
						'Type straight ones, "…"; if the text itself is a quotation, put straight ones around the curly ones',
				});
		},
	});
	return problems;
}

/**
 * Values without quotation marks that a comment follows, on the line or on the next one as if the text went on there: a
 * `#` in a text is taken for one, and what follows is gone.
 */
function commented(document: Document, text: string, at: (offset: number) => Place): Commented[] {
	const found: Commented[] = [];
	visit(document, {
		Scalar(key, node, ancestors) {
			if (key === 'key' || !node.range) return;
			const comment = commentAfter(node, text, parentColumn(ancestors, node, text));
			if (comment === undefined) return;
			const nodes = [...ancestors, node];
			const path = ancestors.flatMap((one, index): PropertyKey[] => {
				if (isPair(one)) return isScalar(one.key) ? [String(one.key.value)] : [];
				return isSeq(one) ? [one.items.indexOf(nodes[index + 1])] : [];
			});
			found.push({ path, place: at(comment) });
		},
	});
	return found;
}

/** Where a comment begins that cuts a value off; undefined where none does. */
function commentAfter(node: Scalar, text: string, column: number): number | undefined {
	const [start = 0, end = 0] = node.range ?? [];
	const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
	if (!isBlock && (node.type !== 'PLAIN' || end === start)) return undefined;
	const header = isBlock ? /^[|>][+\-0-9]*[ \t]+(?=#)/.exec(text.slice(start, end)) : null;
	if (header) return start + header[0].length;
	const rest = text.slice(end, end + LONGEST_GAP);
	const onLine = isBlock ? null : /^[ \t]+(?=#)/.exec(rest);
	if (onLine) return end + onLine[0].length;
	const [gap, indent = ''] = /^(?:[ \t]*\r?\n)*([ \t]*)(?=#)/.exec(rest) ?? [];
	if (gap === undefined || (!isBlock && !gap.includes('\n')) || indent.length <= column) return undefined;
	return end + gap.length;
}

/** A comment farther behind a value than this, in characters, was not meant to belong to it. */
const LONGEST_GAP = 400;

/** Column of the field or dash that a value hangs on, from 0: what is indented further looks like more of it. */
function parentColumn(ancestors: readonly unknown[], node: Scalar, text: string): number {
	const parent = ancestors.at(-1);
	const columnOf = (offset: number) => offset - (text.lastIndexOf('\n', offset - 1) + 1);
	if (isPair(parent) && isNode(parent.key)) return columnOf(parent.key.range?.[0] ?? 0);
	if (isSeq(parent) && !parent.flow) return columnOf(text.lastIndexOf('-', (node.range?.[0] ?? 0) - 1));
	return Number.POSITIVE_INFINITY;
}

/** Everything in a document that is more than plain data. */
function unwelcome(document: Document, placeOf: (node: YamlNode) => Place): TextProblem[] {
	const problems: TextProblem[] = [];
	const report = (node: YamlNode, rule: RuleId, message: string, advice: string) =>
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
			if (isNode(pair.key) && !isScalar(pair.key))
				report(
					pair.key,
					'yaml-sign',
					'A line begins with ? or a bracket where the name of a field should stand',
					'Put the text in straight quotation marks: "…"',
				);
			if (isScalar(pair.key) && (pair.key.value === '__proto__' || pair.key.value === '<<'))
				report(pair.key, 'unknown-field', 'No field has this name', 'Remove it');
		},
	});
	return problems;
}
