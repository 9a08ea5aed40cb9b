import { citedTitle, type CitableItem, instrumentNumber } from '../item.ts';
import { quoted, unquoted } from '../titles.ts';
import { italic, type Part, text } from './compose.ts';

/** How a style sets the title of a thing. */
type TitleForm = 'plain' | 'italic' | 'quoted';

/**
 * A title, with the number of an instrument after it. One that the archive supplied has brackets in place of quotation
 * marks.
 *
 * @param setCase sets it in the style’s capitals
 */
export function titleAs(form: TitleForm, item: CitableItem, setCase: (title: string) => string = asIs): Part {
	const title = setCase([citedTitle(item), instrumentNumber(item)].filter(Boolean).join(', '));
	if (form === 'quoted') return text(item.titleSupplied ? quoted(title).slice(1, -1) : quoted(title));
	return form === 'italic' ? italic(unquoted(title)) : text(unquoted(title));
}

function asIs(title: string): string {
	return title;
}
