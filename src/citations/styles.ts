import { APA, type AuthorDateStyle, CHICAGO, HARVARD } from './author-date/index.ts';
import type { CitableItem } from './item.ts';
import { oscola } from './oscola/oscola.ts';
import type { PinpointStyle } from './pinpoint.ts';
import type { Run } from './rich-text.ts';

/** A form that references take in a style. */
export interface Form {
	id: string;
	label: string;
	/** How the form abbreviates “paragraph”. */
	pinpoint: PinpointStyle;
	/** Whether it can have a pinpoint. */
	takesPinpoint: boolean;
	write(item: CitableItem): Run[];
}

export interface Style {
	id: string;
	label: string;
	forms: readonly Form[];
}

/** The styles on offer, the default first. */
export const STYLES: readonly Style[] = [
	oscolaStyle(5),
	oscolaStyle(4),
	authorDateStyle('apa', 'APA 7', APA),
	authorDateStyle('chicago', 'Chicago, author–date', CHICAGO),
	authorDateStyle('harvard', 'Harvard (Cite Them Right)', HARVARD),
];

function oscolaStyle(edition: 4 | 5): Style {
	const form = (id: 'footnote' | 'subsequent' | 'bibliography', label: string): Form => ({
		id,
		label,
		pinpoint: 'oscola',
		takesPinpoint: id !== 'bibliography',
		write: (item) => oscola(item, { edition, form: id }),
	});
	return {
		id: `oscola${edition}`,
		label: `OSCOLA ${edition}`,
		forms: [
			form('footnote', 'Footnote'),
			form('subsequent', 'Later footnote'),
			form('bibliography', 'Bibliography'),
		],
	};
}

function authorDateStyle(id: string, label: string, { inText, entry }: AuthorDateStyle): Style {
	return {
		id,
		label,
		forms: [
			{ id: 'text', label: 'In the text', pinpoint: 'stopped', takesPinpoint: true, write: inText },
			{ id: 'list', label: 'List of references', pinpoint: 'stopped', takesPinpoint: false, write: entry },
		],
	};
}

/** An item in every form of every style. */
export function allForms(item: CitableItem): { style: Style; form: Form; runs: Run[] }[] {
	return STYLES.flatMap((style) => style.forms.map((form) => ({ style, form, runs: form.write(item) })));
}
