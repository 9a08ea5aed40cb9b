import { unescapeHtml } from '../../core/text/html.ts';

/**
 * The words of a published file, wherever in it they stand: in a page between tags, in comments, in scripts and in
 * attributes; elsewhere with the escapes of JSON and JavaScript undone.
 */
export function wordsOf(text: string, isPage: boolean): string {
	if (!isPage) return unescaped(text);
	const attributes = [...text.matchAll(/[\w:-]\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
		([, double, single]) => double ?? single,
	);
	const between = text.replace(/<!--|-->/g, ' ').replace(/<[^>]*>/g, ' ');
	return unescapeHtml(unescaped([between, ...attributes].join(' \n ')));
}

function unescaped(text: string): string {
	if (!text.includes('\\')) return text;
	return text
		.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
		.replace(/\\[nrtbf]/g, ' ');
}

/** The part of a record's page that is the record: without header, footer, and the list of other records. */
export function accountHtml(html: string): string {
	const article = /<article\b[^]*<\/article>/.exec(html)?.[0] ?? html;
	return article.replace(/<section\b[^>]*\brelated-heading\b[^]*?<\/section>/g, ' ');
}

/** Stands where something was taken out of an account's own words. */
export const TAKEN_OUT = '…';

/** Elements that the archive itself puts into a text: references, figures, other records' words. */
const FRAME = [
	/<(p|ul|a|div|span)\b[^>]*\bdata-pagefind-ignore\b[^>]*>[^]*?<\/\1>/g,
	/<figure class="quote">(?:(?!<figure\b)[^])*?<figcaption>\s*<a class="ref"[^]*?<\/figure>/g,
	/<a class="(?:ref|figure-inline)"[^]*?<\/a>/g,
	/<span class="redacted">[^]*?<\/span>/g,
];

const INLINE = /<\/?(?:a|em|strong|code|del|span|mark|b|i|sub|sup|abbr)\b[^>]*>/g;

/**
 * The account's own words on its page, one string for each paragraph, heading or cell: title, summary and text,
 * without anything that the archive prints of itself.
 */
export function accountWords(html: string): string[] {
	const start = html.search(/\bdata-(?:pagefind|version)-body\b/);
	if (start < 0) return [];
	const end = html.indexOf('<div class="document-foot"', start);
	let text = html.slice(html.indexOf('>', start) + 1, end < 0 ? undefined : end);
	for (const part of FRAME) text = text.replace(part, ` ${TAKEN_OUT} `);
	return text
		.replace(INLINE, '')
		.split(/<[^>]*>/)
		.map((words) => unescapeHtml(words).trim())
		.filter(Boolean);
}
