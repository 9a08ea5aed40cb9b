import { create, type Font } from 'fontkitten';

/** What needs no picture of its own: spaces, and what only says how its neighbours are set. */
const SHAPELESS = /[\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Writes every character that one of the fonts lacks by its number, as `[U+6F22]`: a brief that could not be set would
 * stop the whole site, and a character must not go unsaid. Its compatible form is taken where the fonts have that: `<`
 * for a wide one.
 *
 * @param fonts the files of all fonts, as bytes
 * @returns the same for a text
 */
export function writable(fonts: readonly Uint8Array[]): (text: string) => string {
	const opened = fonts.map((bytes) => create(Buffer.from(bytes)) as Font);
	const known = new Map<string, string>();
	const has = (text: string) =>
		[...text].every(
			(character) =>
				SHAPELESS.test(character) ||
				opened.every((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
		);
	const written = (character: string) => {
		if (has(character)) return character;
		const compatible = character.normalize('NFKC');
		if (has(compatible)) return compatible;
		return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
	};
	return (text) =>
		// Nearly every text is plain; only what is not is looked up.
		text.replace(/[^\x20-\x7e]/gu, (character) => {
			const before = known.get(character) ?? written(character);
			known.set(character, before);
			return before;
		});
}
