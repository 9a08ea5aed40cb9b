/** Names of the formats that reference managers read, in the order that they are offered in. */
export const FORMAT_NAMES = ['ris', 'biblatex', 'bibtex', 'csl-json'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];
