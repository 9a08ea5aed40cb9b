/** The styles on offer and their forms. The browser uses this too: keep what it imports small. */
import type { CitableItem } from './item.ts';
import { oscola } from './oscola.ts';
import type { PinpointStyle } from './pinpoint.ts';
import type { Run } from './runs.ts';

/** References in the styles that are made when the site is built, by style: in the text, and in the list. */
export type Styled = Readonly<Record<string, { inText: Run[]; entry: Run[] }>>;

/** One way to refer to a thing. */
export interface Form {
	id: string;
	label: string;
	/** Style of the words for paragraphs. */
	pinpoint: PinpointStyle;
	/** Whether a paragraph can be named in it. */
	pinpointed: boolean;
	write(item: CitableItem, styled: Styled): Run[];
}

export interface Style {
	id: string;
	label: string;
	forms: readonly Form[];
}

/** The styles on offer, the default first (evidence.md CT-1). */
export const STYLES: readonly Style[] = [
	oscolaStyle(5),
	oscolaStyle(4),
	builtStyle('apa', 'APA 7'),
	builtStyle('chicago', 'Chicago, author–date'),
	builtStyle('harvard', 'Harvard (Cite Them Right)'),
];

function oscolaStyle(edition: 4 | 5): Style {
	const form = (id: 'footnote' | 'subsequent' | 'bibliography', label: string): Form => ({
		id,
		label,
		pinpoint: 'oscola',
		pinpointed: id !== 'bibliography',
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

function builtStyle(id: string, label: string): Style {
	const form = (part: 'inText' | 'entry', name: string): Form => ({
		id: part === 'inText' ? 'text' : 'list',
		label: name,
		pinpoint: 'stopped',
		pinpointed: part === 'inText',
		write: (_item, styled) => styled[id]?.[part] ?? [],
	});
	return { id, label, forms: [form('inText', 'In the text'), form('entry', 'List of references')] };
}
