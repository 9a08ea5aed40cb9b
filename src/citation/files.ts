import { exportOf, FORMATS } from './exports.ts';
import { FORMAT_NAMES, type FormatName } from './format-names.ts';
import { STYLES, type Styled } from './forms.ts';
import type { CitedPage, Reference } from './references.ts';
import { textOf } from './runs.ts';
import { CSL_STYLES, type CslStyle, styled } from './styles.ts';

/** A file of the site. */
export interface CitationFile {
	/** Name in the folder of the page that it belongs to. */
	name: string;
	text: string;
}

/** Every style as plain text, and what the chooser on a page is made from. */
export const STYLES_TEXT = 'cite.txt';
export const STYLES_DATA = 'cite.json';

/** Name of the file that gives a reference in a format: `own.ris`, `source.csl.json`. */
export function exportName(reference: Reference['name'], format: FormatName): string {
	return `${reference}.${FORMATS[format].ending}`;
}

/** What is cited, as `cite.json` carries it. */
export interface StylesData {
	references: readonly (Reference & { label: string; styled: Styled })[];
}

/**
 * The files by which a page is cited: each thing in each format that reference managers read, and all styles in one
 * text.
 *
 * @param labels what the page calls its references
 */
export function citationFiles(
	{ references }: CitedPage,
	labels: Readonly<Record<Reference['name'], string>>,
): CitationFile[] {
	const data: StylesData = {
		references: references.map((reference) => ({
			...reference,
			label: labels[reference.name],
			styled: styledBy(reference),
		})),
	};
	return [
		...references.flatMap(({ name, item }) =>
			FORMAT_NAMES.map((format) => ({ name: exportName(name, format), text: exportOf([item], format) })),
		),
		{ name: STYLES_TEXT, text: stylesText(data) },
		{ name: STYLES_DATA, text: JSON.stringify(data) },
	];
}

function styledBy({ item }: Reference): Styled {
	const names = Object.keys(CSL_STYLES) as CslStyle[];
	return Object.fromEntries(names.map((name) => [name, styled(item, name)]));
}

function stylesText({ references }: StylesData): string {
	return references
		.map(({ label, item, styled: byStyle }) => {
			const forms = STYLES.flatMap((style) =>
				style.forms.map(
					(form) => `${style.label}: ${form.label.toLowerCase()}\n${textOf(form.write(item, byStyle))}\n`,
				),
			);
			return `${label.toUpperCase()}\n\n${forms.join('\n')}`;
		})
		.join('\n\n');
}
