/**
 * The choice of style, form and paragraphs. Everything it offers is already on the page: nothing is fetched or sent.
 */
import { FORMAT_NAMES } from '../../../citations/formats/format-names.ts';
import { oscolaLocator } from '../../../citations/locator.ts';
import { parseParagraphs, pinpoint } from '../../../citations/pinpoint.ts';
import { withPinpoint } from '../../../citations/with-pinpoint.ts';
import { h } from '../search/dom.ts';
import { save } from '../search/save.ts';
import { allParagraphs, selected, targetParagraph } from './paragraphs.ts';
import { copy, reportOutcome } from './clipboard.ts';
import {
	addressIn,
	filled,
	type Places,
	type PrintedForm,
	type PrintedReference,
	printedReferences,
} from './citation-slots.ts';

let chooser: Chooser | undefined;

/**
 * Inserts the choice into the page, replacing the button that opened it.
 *
 * @param numbers of the paragraphs to cite; by default those that are selected, or the one that the address names
 */
export function openChooser(place: HTMLElement, numbers?: readonly string[]): void {
	const references = printedReferences();
	const [first] = references;
	if (first) chooser ??= new Chooser(place, references, first);
	chooser?.start(numbers);
}

class Chooser {
	readonly #all = allParagraphs();
	readonly #references: readonly PrintedReference[];
	readonly #what: HTMLSelectElement;
	readonly #style: HTMLSelectElement;
	readonly #form = selectOf([]);
	readonly #place = h('input', { type: 'text', autocomplete: 'off' });
	readonly #note = h('input', { type: 'text', autocomplete: 'off', inputmode: 'numeric' });
	readonly #placeLabel = h('span', {});
	readonly #placeField = field(this.#place, this.#placeLabel);
	readonly #noteField = field(this.#note, 'Footnote that has it in full');
	readonly #output = h('p', { class: 'citation' });
	readonly #status = h('span', { role: 'status' });
	/** The paragraphs cited last. */
	#followed: string | undefined;

	constructor(place: HTMLElement, references: readonly PrintedReference[], first: PrintedReference) {
		this.#references = references;
		this.#what = selectOf(references.map(({ name, label }) => [name, label]));
		const styles = [...new Set(first.forms.map(({ style }) => style))];
		this.#style = selectOf(styles.map((style) => [style, style]));
		place.replaceChildren(
			h(
				'div',
				{ class: 'cite-choices' },
				references.length > 1 && field(this.#what, 'What is cited'),
				field(this.#style, 'Style'),
				field(this.#form, 'Form'),
				this.#placeField,
				this.#noteField,
			),
			this.#output,
			h(
				'p',
				{ class: 'cite-buttons' },
				this.#button('Copy', 'Copied', async () => copy(this.#filled())),
				this.#button('Copy as plain text', 'Copied', async () => copy({ text: this.#filled().text })),
				...first.files.map((file, index) =>
					this.#button(file.textContent?.trim() ?? '', '', async () => this.#download(index)),
				),
				this.#status,
			),
		);
		place.addEventListener('input', () => this.#show());
		addEventListener('hashchange', () => this.#point([targetParagraph() ?? []].flat()));
		document.addEventListener('selectionchange', () => this.#point(selected()?.numbers ?? []));
	}

	/** Shows the choice for these paragraphs, and focuses it. */
	start(numbers: readonly string[] | undefined): void {
		if (numbers && this.#references.some(({ name }) => name === 'own')) this.#what.value = 'own';
		const target = targetParagraph();
		this.#followed = undefined;
		this.#point(numbers ?? selected()?.numbers ?? (target === undefined ? [] : [target]));
		this.#show();
		this.#style.focus({ preventScroll: true });
	}

	/**
	 * The reference names the paragraphs that were last selected or linked to; clearing the selection changes
	 * nothing.
	 */
	#point(numbers: readonly string[]): void {
		const list = pinpoint(numbers, 'oscola', this.#all).replace(/^paras? /, '');
		// Typing changes the selection, too.
		if (list === '' || list === this.#followed) return;
		this.#followed = list;
		if (this.#isOwn()) this.#place.value = list;
		this.#show();
	}

	#show(): void {
		const forms = this.#reference().forms.filter(({ style }) => style === this.#style.value);
		const before = this.#form.value;
		this.#form.replaceChildren(...forms.map(({ form }) => h('option', { value: form }, form)));
		this.#form.value = forms.some(({ form }) => form === before) ? before : (forms[0]?.form ?? '');
		const { element, pinpoint: named } = this.#chosen();
		const isOwn = this.#isOwn();
		this.#placeField.hidden = named === undefined || (isOwn && this.#all.length === 0);
		this.#noteField.hidden = element.querySelector('[data-slot=note]') === null;
		this.#placeLabel.textContent = isOwn ? 'Paragraphs, as 2 or 2–4, 7' : 'Place in it, as page 45';
		const unknown = isOwn ? parseParagraphs(this.#place.value, this.#all).unknown : [];
		this.#place.setAttribute('aria-invalid', String(unknown.length > 0));
		this.#status.textContent = unknown.length > 0 ? `There is no paragraph ${unknown.join(', ')}` : '';
		this.#output.innerHTML = this.#filled().html;
	}

	#isOwn(): boolean {
		return this.#reference().name === 'own';
	}

	#reference(): PrintedReference {
		const [first] = this.#references;
		const found = this.#references.find(({ name }) => name === this.#what.value) ?? first;
		if (!found) throw new Error('The page has no reference');
		return found;
	}

	#chosen(): PrintedForm {
		const { forms } = this.#reference();
		const found =
			forms.find(({ style, form }) => style === this.#style.value && form === this.#form.value) ?? forms[0];
		if (!found) throw new Error('A reference without forms');
		return found;
	}

	/** The values for the slots of the reference. */
	#places(): Places {
		const note = this.#note.value.trim();
		return { ...this.#pointing(), ...(note ? { note } : {}) };
	}

	#pointing(): { pinpoint?: string; fragment?: string } {
		const typed = this.#place.value.trim();
		if (!this.#isOwn()) return typed ? { pinpoint: oscolaLocator(typed) } : {};
		const { numbers } = parseParagraphs(typed, this.#all);
		const [first] = numbers;
		if (first === undefined) return {};
		return {
			pinpoint: pinpoint(numbers, this.#chosen().pinpoint ?? 'oscola', this.#all),
			fragment: `#p${first}`,
		};
	}

	#filled() {
		return filled(this.#chosen(), this.#places());
	}

	/** The cited item as a file; with paragraphs, its address points to the first, and a note names them. */
	#download(index: number): void {
		const reference = this.#reference();
		const file = reference.files[index];
		const format = FORMAT_NAMES[index];
		if (!file || !format) throw new Error('No such file');
		const [, type = '', text = ''] = /^data:([^,]*),(.*)$/s.exec(file.href) ?? [];
		const whole = decodeURIComponent(text);
		const { pinpoint: place, fragment = '' } = this.#pointing();
		const address = addressIn(reference) ?? '';
		save(place ? withPinpoint(whole, format, address, { fragment, place }) : whole, file.download, type);
	}

	#button(label: string, done: string, act: () => Promise<void>): HTMLButtonElement {
		const button = h('button', { type: 'button' }, label);
		button.addEventListener('click', () => void reportOutcome(this.#status, done, act));
		return button;
	}
}

function selectOf(options: readonly (readonly [value: string, label: string])[]): HTMLSelectElement {
	return h(
		'select',
		{ autocomplete: 'off' },
		...options.map(([value, label]) => h('option', { value }, label)),
	);
}

let fields = 0;

/** A control with its label above it. */
function field(control: HTMLElement, label: string | HTMLElement): HTMLElement {
	control.id = `cite-field-${fields++}`;
	return h('div', { class: 'cite-field' }, h('label', { for: control.id }, label), control);
}
