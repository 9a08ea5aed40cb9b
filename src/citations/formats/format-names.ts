/** Formats for reference managers, in the order in which they are offered. */
export const FORMAT_NAMES = ['ris', 'biblatex', 'bibtex', 'csl-json'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
