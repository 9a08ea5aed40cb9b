import type { RuleId } from '../rules/rules.ts';
/**
 * Characters that no reader sees: they can turn the order of letters round, hide words within words, carry a message
 * of their own, or keep a check from knowing a word. Accents and letters of other scripts are not among them.
 */
const HIDDEN =
	// biome-ignore lint/suspicious/noMisleadingCharacterClass: each of these is refused by itself
	/[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;

/** Control characters, besides the tab and the ends of lines. A carriage return alone would count lines anew. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]|\r(?!\n)/;

/**
 * What stands for no character: halves of surrogate pairs, noncharacters (Unicode 16.0, section 23.7), the sign that
 * takes the place of what was lost, and characters that mean something in one program or font alone. XML cannot carry
 * some of them, so that one of them would break a feed.
 */
const UNUSABLE = /[\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\ufffd]/u;

/** The first character of a text that must not stand in it. */
export function findHidden(text: string): { index: number; rule: RuleId; message: string } | undefined {
	const control = CONTROL.exec(text);
	if (control)
		return {
			index: control.index,
			rule: 'control-character',
			message: `Holds a control character, which no reader can see (${nameOf(control[0])})`,
		};
	const unusable = UNUSABLE.exec(text);
	if (unusable)
		return {
			index: unusable.index,
			rule: 'unusable-character',
			message: `Holds a character that other programs cannot read or show (${nameOf(unusable[0])})`,
		};
	const hidden = HIDDEN.exec(text);
	if (!hidden) return undefined;
	return {
		index: hidden.index,
		rule: 'hidden-character',
		message: `Holds a character that no reader can see and that can hide or turn round words (${nameOf(hidden[0])})`,
	};
}

/** What to do about any of them. */
export const HIDDEN_ADVICE = 'Delete it; if you cannot find it, type the words around it anew';

/** A text with every such character written out, so that a terminal shows it and does nothing else. */
export function shown(text: string): string {
	const all = new RegExp(`${CONTROL.source}|[\\t\\n\\r]|${UNUSABLE.source}|${HIDDEN.source}`, 'gu');
	return text.replace(all, (character) => (character === '\t' ? ' ' : `<${nameOf(character)}>`));
}

function nameOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
