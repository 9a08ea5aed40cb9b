import { citedTitle, type CitableItem, instrumentNumber } from '../item.ts';
import { quoted, unquoted } from '../titles.ts';
import { italic, type Part, text } from './compose.ts';

/** How a title is set. */
type TitleForm = 'plain' | 'italic' | 'quoted';

/**
 * A title, followed by the number of an instrument. A supplied title has square brackets instead of quotation marks.
 *
 * @param setCase applies the style’s capitals
 */
export function titleAs(form: TitleForm, item: CitableItem, setCase: (title: string) => string = asIs): Part {
	const title = setCase([citedTitle(item), instrumentNumber(item)].filter(Boolean).join(', '));
	if (form === 'quoted') return text(item.titleSupplied ? quoted(title).slice(1, -1) : quoted(title));
	return form === 'italic' ? italic(unquoted(title)) : text(unquoted(title));
}

function asIs(title: string): string {
	return title;
}
