/**
 * The rules by which Zotero reads what this project writes, written anew from its published translators “RIS”,
 * “COinS” and “Embedded Metadata” (state of June 2026): enough of them to tell what a reader gets.
 */

/** One creator as Zotero keeps it: in two fields, or in one for an organisation. */
export interface ZoteroCreator {
	lastName: string;
	firstName: string;
}

/** Creators of each entry of a RIS file: the first comma ends the family name; without anything after it, it is a body. */
export function risCreators(ris: string): ZoteroCreator[][] {
	return ris
		.split(/^TY {2}- .*$/m)
		.slice(1)
		.map((entry) =>
			[...entry.matchAll(/^AU {2}- (.*?)\r?$/gm)].map(([, value = '']) => {
				const [lastName = ''] = value.trim().split(/\s*,\s*/);
				return {
					lastName,
					firstName: value
						.trim()
						.slice(lastName.length)
						.replace(/^\s*,\s*/, ''),
				};
			}),
		);
}
