import { create, type Font } from 'fontkitten';

/** Characters without a glyph: spaces and invisible formatting characters. */
const SHAPELESS = /[\s\p{Default_Ignorable_Code_Point}]/u;

/**
 * Replaces every character that a font lacks by its code point, as `[U+6F22]`: a brief that cannot be typeset would stop
 * the build, and no character may vanish. A compatibility form is used where the fonts have it: `<` for a full-width
 * one.
 *
 * @param fonts the files of all fonts, as bytes
 * @returns a function that replaces the characters of a text
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
		// Nearly all characters are plain ASCII; only others are looked up.
		text.replace(/[^\x20-\x7e]/gu, (character) => {
			const before = known.get(character) ?? written(character);
			known.set(character, before);
			return before;
		});
}
