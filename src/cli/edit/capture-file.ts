import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import type { Capture } from '../../core/model/capture.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';

/**
 * Adds a capture to one of the sources in a record's file. Everything else stays as written, including comments and
 * layout, unless the fields have an unusual layout: then they are reformatted.
 *
 * @param index of the source, from 0
 * @throws Error if the file has no such source
 */
export function withCapture(source: string, index: number, capture: Capture): string {
	const found = frontMatterOf(source);
	if (!found) throw new Error('The file has no fields');
	const [start, end] = found.yaml;
	const yaml = source.slice(start, end);
	const wanted = parseDocument(yaml);
	if (!isMap(wanted.getIn(['sources', index], true))) throw new Error('The file has no such source');
	wanted.setIn(['sources', index, 'capture'], wanted.createNode(capture));
	const text = inPlace(yaml, index, capture);
	const isRight = text !== undefined && same(parseDocument(text).toJS(), wanted.toJS());
	return source.slice(0, start) + (isRight ? text : wanted.toString({ lineWidth: 0 })) + source.slice(end);
}

/** Inserts lines after the last one of the source; undefined if the source is not in block style. */
function inPlace(yaml: string, index: number, capture: Capture): string | undefined {
	const item = parseDocument(yaml).getIn(['sources', index], true);
	if (!isMap(item) || item.flow || !item.range) return undefined;
	const key = item.items[0]?.key;
	const first = isScalar(key) ? key.range?.[0] : undefined;
	if (first === undefined) return undefined;
	const indent = ' '.repeat(first - (yaml.lastIndexOf('\n', first - 1) + 1));
	const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
	// After the line of the last value, which may end in a comment.
	const lineEnd = yaml.indexOf('\n', Math.max(first, item.range[1] - 1));
	const at = lineEnd < 0 ? yaml.length : lineEnd + 1;
	const lines = stringify({ capture }, { lineWidth: 0 }).trimEnd().split('\n');
	return yaml.slice(0, at) + lines.map((line) => indent + line + newline).join('') + yaml.slice(at);
}

function same(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
