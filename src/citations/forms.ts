import { capitalsOf } from './citeproc.ts';
import type { CitableItem } from './item.ts';
import { kept } from './keeping.ts';
import { oscola } from './oscola/oscola.ts';
import type { PinpointStyle } from './pinpoint.ts';
import type { Run } from './runs.ts';
import { type CslStyle, type StyledReference, styled } from './styles.ts';
import { titleCase } from './titles.ts';

/** One way to refer to a thing. */
export interface Form {
	id: string;
	label: string;
	/** Style of the words for paragraphs. */
	pinpoint: PinpointStyle;
	/** Whether a paragraph can be named in it. */
	pinpointed: boolean;
	write(item: CitableItem, byStyle: Readonly<Record<CslStyle, StyledReference>>): Run[];
}

export interface Style {
	id: string;
	label: string;
	forms: readonly Form[];
	/** Sets a title in capitals as the style does where it wants them. */
	capitals(title: string): string;
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
		capitals: titleCase,
		forms: [
			form('footnote', 'Footnote'),
			form('subsequent', 'Later footnote'),
			form('bibliography', 'Bibliography'),
		],
	};
}

function builtStyle(id: CslStyle, label: string): Style {
	const form = (part: 'inText' | 'entry', name: string): Form => ({
		id: part === 'inText' ? 'text' : 'list',
		label: name,
		pinpoint: 'stopped',
		pinpointed: part === 'inText',
		write: (_item, byStyle) => byStyle[id][part],
	});
	return {
		id,
		label,
		forms: [form('inText', 'In the text'), form('entry', 'List of references')],
		capitals: (title) => kept(JSON.stringify([id, title]), () => capitalsOf(title, id)),
	};
}

/** A thing in every form of every style. */
export function allForms(item: CitableItem): { style: Style; form: Form; runs: Run[] }[] {
	const byStyle = styled(item);
	return STYLES.flatMap((style) =>
		style.forms.map((form) => ({ style, form, runs: form.write(item, byStyle) })),
	);
}
