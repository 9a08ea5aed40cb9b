/** References on the page: each slot is an element that a script fills. */
import type { PinpointStyle } from '../../../citations/pinpoint.ts';
import type { Copied } from './clipboard.ts';
import { capitalise } from '../../../core/text/words.ts';

/** Values for the slots of a reference; an omitted slot keeps its value. */
export type Places = Partial<Record<'pinpoint' | 'fragment' | 'note', string>>;

/** A form of a reference on the page. */
export interface PrintedForm {
	style: string;
	form: string;
	/** How it abbreviates “paragraph”; undefined if it takes no pinpoint. */
	pinpoint: PinpointStyle | undefined;
	element: HTMLElement;
}

/** An item that the page says how to cite. */
export interface PrintedReference {
	name: string;
	label: string;
	forms: readonly PrintedForm[];
	/** Links to its files, by label. */
	files: readonly HTMLAnchorElement[];
}

/** All items that the page says how to cite. */
export function printedReferences(): PrintedReference[] {
	return [...document.querySelectorAll<HTMLElement>('.cite [data-cites]')].map((section) => ({
		name: section.dataset['cites'] ?? '',
		label: section.querySelector('h3')?.textContent ?? '',
		forms: [...section.querySelectorAll<HTMLElement>('.citation, .cite-forms dd')].map((element) => ({
			...nameOf(element),
			pinpoint: element.dataset['pinpoint'] as PinpointStyle | undefined,
			element,
		})),
		files: [...section.querySelectorAll<HTMLAnchorElement>('.cite-files a')],
	}));
}

/** Style and form of a reference, from its attributes or from the preceding term, such as “APA 7: in the text”. */
function nameOf(element: HTMLElement): Pick<PrintedForm, 'style' | 'form'> {
	const { style, form } = element.dataset;
	if (style !== undefined && form !== undefined) return { style, form };
	const [before = '', after = ''] = element.previousElementSibling?.textContent?.split(': ') ?? [];
	return { style: before, form: capitalise(after) };
}

/** A reference with its slots filled, as text and as HTML. */
export function filled({ element }: PrintedForm, places: Places): Copied & { html: string } {
	const copy = element.cloneNode(true) as HTMLElement;
	for (const slot of copy.querySelectorAll<HTMLElement>('[data-slot]')) {
		const words = places[slot.dataset['slot'] as keyof Places];
		if (words !== undefined) slot.textContent = words && (slot.dataset['lead'] ?? '') + words;
	}
	for (const span of copy.querySelectorAll('span')) span.replaceWith(...span.childNodes);
	copy.normalize();
	return { text: (copy.textContent ?? '').trim(), html: copy.innerHTML.trim() };
}

/** The address in a reference, without a fragment; undefined if it has none. */
export function addressIn({ forms: [first] }: PrintedReference): string | undefined {
	return first?.element.querySelector('.address')?.textContent ?? undefined;
}
