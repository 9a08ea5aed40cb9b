import { apostrophe, MARK, marksIn } from '../../../src/citations/quotation-marks.ts';
import { IDENTIFIER } from '../../../src/citations/titles.ts';

/** Characters of the private area, which no text may have, for those that citeproc would take for signs of its own. */
const PROTECTED = [...`’‘“”"<>`].map((sign, index) => [sign, String.fromCharCode(0xe000 + index)] as const);
/** The same for marks in pairs: opening and closing, at even and at odd depth. */
const [OPENING, CLOSING] = ['\ue010\ue011', '\ue012\ue013'];
/** Nothing, but citeproc takes it for the end of a word. */
const WORD_BOUNDARY = '<sub></sub>';

/**
 * A title as citeproc is to be given it. It mistakes apostrophes for marks and loses capitals after marks within marks:
 * all of them are kept from it, as is what looks like a tag, and identifiers keep their letters. `unprotected` puts
 * everything back.
 */
export function forCiteproc(title: string): string {
	const hidden = new Map(PROTECTED);
	const hide = (sign: string) => hidden.get(sign) ?? sign;
	const pairs = new Map(marksIn([...title]).map((mark) => [mark.at, mark]));
	const safe = [...title].map((character, at) => {
		const mark = pairs.get(at);
		if (mark)
			return mark.open
				? OPENING.charAt(mark.depth % 2) + WORD_BOUNDARY
				: WORD_BOUNDARY + CLOSING.charAt(mark.depth % 2);
		return hide(MARK.test(character) ? apostrophe(character) : character);
	});
	return safe.join('').replace(new RegExp(IDENTIFIER, 'gu'), '$1<span class="nocase">$2</span>');
}

/** What citeproc made of such a title, with all its characters again; marks change with what stands round the title. */
export function unprotected(text: string): string {
	const marked = text.replace(/[\ue010-\ue013]/g, (mark, at: number) => {
		const before = text.slice(0, at);
		const quoted = before.lastIndexOf('‘') > before.lastIndexOf('’') ? 1 : 0;
		const open = OPENING.includes(mark);
		const double = (quoted + (open ? OPENING : CLOSING).indexOf(mark)) % 2 === 1;
		return double ? (open ? '“' : '”') : open ? '\ue001' : '\ue000';
	});
	return PROTECTED.reduce((whole, [sign, hidden]) => whole.replaceAll(hidden, sign), marked);
}
