/**
 * The choice of style, form and paragraphs. What it is made from comes with one request to this host, the same for
 * every choice; nothing is sent.
 */
import { exportOf, FORMATS } from '../citation/exports.ts';
import { FORMAT_NAMES, type FormatName } from '../citation/format-names.ts';
import type { StylesData } from '../citation/files.ts';
import { type Form, type Style, STYLES } from '../citation/forms.ts';
import type { CitableItem } from '../citation/item.ts';
import { oscolaLocator } from '../citation/locator.ts';
import { parseParagraphs, pinpoint } from '../citation/pinpoint.ts';
import { htmlOf, textOf } from '../citation/runs.ts';
import { h } from '../search/ui/dom.ts';
import { save } from '../search/ui/save.ts';
import { allParagraphs, selected, targetParagraph } from './cited-paragraphs.ts';
import { copy, tell } from './clipboard.ts';

type Offered = StylesData['references'][number];

/** Puts the choice into the page, in place of the button that asked for it. */
export async function openChooser(section: HTMLElement, place: HTMLElement): Promise<void> {
	const answer = await fetch(section.dataset['citeStyles'] ?? '');
	if (!answer.ok) throw new Error(`cite.json: ${answer.status}`);
	const { references } = (await answer.json()) as StylesData;
	const [first] = references;
	if (first) new Chooser(place, references, first);
}

class Chooser {
	readonly #all = allParagraphs();
	readonly #references: readonly Offered[];
	readonly #what: HTMLSelectElement;
	readonly #style = selectOf(STYLES.map(({ id, label }) => [id, label]));
	readonly #form = selectOf([]);
	readonly #paragraphs = h('input', { type: 'text', autocomplete: 'off', inputmode: 'text' });
	readonly #note = h('input', { type: 'text', autocomplete: 'off', inputmode: 'numeric', size: '4' });
	readonly #placeLabel = h('span', {});
	readonly #noteField = field(this.#note, 'Footnote that has it in full');
	readonly #placeField = field(this.#paragraphs, this.#placeLabel);
	readonly #output = h('p', { class: 'citation' });
	readonly #status = h('span', { role: 'status' });
	/** The paragraphs that were pointed at last. */
	#followed: string | undefined;

	constructor(place: HTMLElement, references: readonly Offered[], first: Offered) {
		this.#references = references;
		this.#what = selectOf(references.map(({ name, label }) => [name, label]));
		this.#what.value = first.name;
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
				this.#button('Copy', 'Copied', async () => copy({ text: this.#text(), html: this.#html() })),
				this.#button('Copy as plain text', 'Copied', async () => copy({ text: this.#text() })),
				...FORMAT_NAMES.map((format) =>
					this.#button(FORMATS[format].label, '', async () => this.#download(format)),
				),
				this.#status,
			),
		);
		place.addEventListener('input', () => this.#show());
		addEventListener('hashchange', () => this.#follow());
		document.addEventListener('selectionchange', () => this.#follow());
		this.#follow();
		this.#style.focus();
	}

	/** What is marked in the text, or else the paragraph of the address, is what the reference points at. */
	#follow(): void {
		const numbers = selected()?.numbers ?? (targetParagraph() === undefined ? [] : [targetParagraph() ?? '']);
		const list = listOf(numbers, this.#all);
		// Typing is a change of what is marked, too.
		if (list === this.#followed) return;
		this.#followed = list;
		if (this.#isOwn() && list) this.#paragraphs.value = list;
		this.#show();
	}

	#show(): void {
		const { forms } = this.#chosenStyle();
		const before = this.#form.value;
		this.#form.replaceChildren(...forms.map(({ id, label }) => h('option', { value: id }, label)));
		this.#form.value = forms.some(({ id }) => id === before) ? before : (forms[0]?.id ?? '');
		const form = this.#chosenForm();
		this.#placeField.hidden = !form.pinpointed || (this.#isOwn() && this.#all.length === 0);
		this.#noteField.hidden = form.id !== 'subsequent';
		this.#placeLabel.textContent = this.#isOwn() ? 'Paragraphs, as 2 or 2–4, 7' : 'Place in it, as page 45';
		const unknown = this.#isOwn() ? parseParagraphs(this.#paragraphs.value, this.#all).unknown : [];
		this.#paragraphs.setAttribute('aria-invalid', String(unknown.length > 0));
		this.#status.textContent = unknown.length > 0 ? `There is no paragraph ${unknown.join(', ')}` : '';
		this.#output.innerHTML = this.#html();
	}

	#isOwn(): boolean {
		return this.#what.value === 'own';
	}

	#offered(): Offered {
		const found = this.#references.find(({ name }) => name === this.#what.value);
		if (!found) throw new Error(`No reference ${this.#what.value}`);
		return found;
	}

	#chosenStyle(): Style {
		const found = STYLES.find(({ id }) => id === this.#style.value);
		if (!found) throw new Error(`No style ${this.#style.value}`);
		return found;
	}

	#chosenForm(): Form {
		const { forms } = this.#chosenStyle();
		const found = forms.find(({ id }) => id === this.#form.value) ?? forms[0];
		if (!found) throw new Error('A style without forms');
		return found;
	}

	#numbers(): string[] {
		return this.#isOwn() ? parseParagraphs(this.#paragraphs.value, this.#all).numbers : [];
	}

	/** What the places of the reference are filled with. */
	#fillings() {
		const { pinpoint: style, id } = this.#chosenForm();
		const numbers = this.#numbers();
		const typed = this.#paragraphs.value.trim();
		const note = this.#note.value.trim();
		const place = this.#isOwn() ? pinpoint(numbers, style, this.#all) : typed && oscolaLocator(typed);
		return {
			...(place ? { pinpoint: place } : {}),
			...(numbers[0] === undefined ? {} : { fragment: `#p${numbers[0]}` }),
			...(note && id === 'subsequent' ? { note } : {}),
		};
	}

	#runs() {
		const { item, styled } = this.#offered();
		return this.#chosenForm().write(item, styled);
	}

	#text(): string {
		return textOf(this.#runs(), this.#fillings());
	}

	#html(): string {
		return htmlOf(this.#runs(), this.#fillings());
	}

	/** The thing as a file; with paragraphs, its address leads to the first, and a note names them. */
	#download(format: FormatName): void {
		const { item, name } = this.#offered();
		const [first] = this.#numbers();
		const place = this.#fillings().pinpoint;
		const pointed: CitableItem = {
			...item,
			...(first === undefined || !item.address ? {} : { address: `${item.address}#p${first}` }),
			...(place ? { note: [item.note, `Pinpoint: ${place}`].filter(Boolean).join('. ') } : {}),
		};
		save(exportOf([pointed], format), `${name}.${FORMATS[format].ending}`, FORMATS[format].mediaType);
	}

	#button(label: string, done: string, act: () => Promise<void>): HTMLButtonElement {
		const button = h('button', { type: 'button' }, label);
		button.addEventListener('click', () => void tell(this.#status, done, act));
		return button;
	}
}

function listOf(numbers: readonly string[], all: readonly string[]): string {
	return pinpoint(numbers, 'oscola', all).replace(/^paras? /, '');
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
