/**
 * Offers the reference below the paragraph that the address names, or below the selection. From a search hit it is
 * one click to a reference that names the paragraph.
 */
import { pinpoint } from '../../../citations/pinpoint.ts';
import { h } from '../search/dom.ts';
import { openChooser } from './citation-dialog.ts';
import { allParagraphs, selected, targetParagraph } from './paragraphs.ts';
import { copy, type Copied, reportOutcome } from './clipboard.ts';
import { wordsOf } from './paragraph-words.ts';
import { addressIn, filled, printedReferences } from './citation-slots.ts';

const PAUSE = 250;
let timer: ReturnType<typeof setTimeout> | undefined;
let shown = '';

/** Shows the bar at its current place. */
function placeBar(): void {
	const marked = selected();
	const target = targetParagraph();
	const numbers = marked?.numbers ?? (target === undefined ? [] : [target]);
	const key = JSON.stringify([numbers, marked?.words]);
	if (key === shown) return;
	shown = key;
	document.querySelector('.cite-bar')?.remove();
	const last = document.getElementById(`p${numbers.at(-1)}`);
	last?.append(bar(numbers, marked?.words));
}

/** Follows the address and the selection. */
export function followParagraphs(): void {
	addEventListener('hashchange', placeBar);
	document.addEventListener('selectionchange', placeSoon);
	for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const)
		document.addEventListener(type, ({ buttons }) => {
			const wasMarking = isMarking;
			isMarking = buttons > 0 && type !== 'pointercancel';
			if (wasMarking && !isMarking) placeSoon();
		});
	if (getSelection()?.isCollapsed ?? true) placeBar();
	else placeSoon();
}

/** Whether a mouse button is down: showing the bar now would move the text under the pointer. */
let isMarking = false;

function placeSoon(): void {
	clearTimeout(timer);
	timer = setTimeout(() => {
		// A click in the bar clears the selection; the bar stays for the previous selection.
		if (!isMarking && !document.activeElement?.closest('.cite-bar')) placeBar();
	}, PAUSE);
}

function bar(numbers: readonly string[], marked: string | undefined): HTMLElement {
	const place = pinpoint(numbers, 'oscola', allParagraphs());
	const words = marked ?? numbers.map(wordsOfNumber).join('\n');
	const status = h('span', { role: 'status' });
	const button = (label: string, what: () => Copied) => {
		const made = h('button', { type: 'button' }, label);
		keepMarked(made);
		made.addEventListener('click', () => void reportOutcome(status, 'Copied', () => copy(what())));
		return made;
	};
	return h(
		'p',
		{ class: 'cite-bar screen-only', 'data-pagefind-ignore': true },
		h('span', { class: 'cite-bar-place' }, place),
		button('Copy citation', () => reference(numbers, place)),
		button('Copy quotation with citation', () => withQuotation(words, reference(numbers, place))),
		button('Copy link', () => ({ text: link(numbers) })),
		otherStyles(numbers),
		status,
	);
}

/** Links to the choice of styles for these paragraphs; the address continues to name them. */
function otherStyles(numbers: readonly string[]): HTMLElement {
	const link = h('a', { href: '#cite-this' }, 'Other styles');
	keepMarked(link);
	link.addEventListener('click', (event) => {
		const place = document.querySelector<HTMLElement>('[data-cite-chooser]');
		if (!place || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
		event.preventDefault();
		openChooser(place, numbers);
		document.getElementById('cite-this')?.scrollIntoView();
	});
	return link;
}

/** Keeps the selection when the control is used. */
function keepMarked(control: HTMLElement): void {
	control.addEventListener('pointerdown', (event) => event.preventDefault());
}

function wordsOfNumber(number: string): string {
	const paragraph = document.getElementById(`p${number}`);
	return paragraph ? wordsOf(paragraph) : '';
}

/** The reference on the page, with a pinpoint. */
function reference(numbers: readonly string[], place: string): Copied {
	const [form] = own()?.forms ?? [];
	if (!form) throw new Error('The page has no reference');
	return filled(form, { pinpoint: place, fragment: `#p${numbers[0]}` });
}

function own() {
	return printedReferences().find(({ name }) => name === 'own');
}

/** A quotation leaves the quoted words unchanged; its quotation marks differ from those within it. */
function withQuotation(words: string, { text, html = '' }: Copied): Copied {
	const quotation = /‘/.test(words) ? `“${words}”` : `‘${words}’`;
	const safe = h('p', {}, quotation).innerHTML;
	return { text: `${quotation}\n${text}`, html: `<p>${safe}</p><p>${html}</p>` };
}

/** Address of the paragraph in this version, with the fingerprint of its words if the version is released. */
function link([first = '']: readonly string[]): string {
	const printed = own();
	const address = (printed && addressIn(printed)) ?? location.href.replace(/#.*/, '');
	const cite = document.getElementById(`p${first}`)?.dataset['cite'];
	return `${address}#p${first}${cite ? `&cite=${cite}` : ''}`;
}
