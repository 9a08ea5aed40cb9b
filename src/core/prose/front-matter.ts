/** Where the fields of a text file stand: offsets of the YAML and of the text that follows it. */
interface FrontMatter {
	yaml: readonly [start: number, end: number];
	body: number;
}

const OPENING = /^---\r?\n/;
const CLOSING = /^---(?:\r?\n|$(?![^]))/m;

/**
 * Finds the fields of a file. There is one answer for all who ask: were the checks to take something for fields that
 * the page takes for text, it would be published unchecked. A line that opens or closes is `---` and nothing else.
 *
 * @returns undefined where a file has no fields, or no end of them
 */
export function frontMatterOf(source: string): FrontMatter | undefined {
	const start = OPENING.exec(source)?.[0].length;
	if (start === undefined) return undefined;
	const closing = CLOSING.exec(source.slice(start));
	if (!closing) return undefined;
	const end = start + closing.index;
	return { yaml: [start, end], body: end + closing[0].length };
}

/** The file with spaces in place of its fields, so that every place in the text stays what it was. */
export function withoutFields(source: string): string {
	const body = frontMatterOf(source)?.body ?? 0;
	return source.slice(0, body).replace(/[^\r\n]/g, ' ') + source.slice(body);
}
