import type { Document, Node as YamlNode } from 'yaml';
import { isAlias, isNode, isScalar, visit } from 'yaml';
import type { RuleId } from '../../core/rules/rules.ts';
import type { Place, TextProblem } from '../../core/values/problem.ts';
import { mistakesIn } from './lines.ts';

/** Deeper nesting than any record needs. */
const DEEPEST = 12;

/** Syntax errors, with what was probably meant. The parser's own messages hold words of the file, so none is passed on. */
export function syntaxProblems(
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
			message: 'Duplicate field',
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
			message: 'Unreadable fields from here on',
			advice:
				'Write each field as its name, a colon, a space and the value; put text that holds a colon, a quotation mark or # in straight quotation marks; indent by two spaces',
		},
		...found,
		...twice,
	];
}

/** More mistakes than anyone corrects in one go. */
const MOST = 20;

/** Values that YAML reads as something other than was meant: after a lone `!`, or in curly quotation marks. */
export function misreadValues(
	document: Document,
	text: string,
	at: (offset: number) => Place,
): TextProblem[] {
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

/** Everything in a document that is not plain data. */
export function unsupportedIn(document: Document, placeOf: (node: YamlNode) => Place): TextProblem[] {
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
