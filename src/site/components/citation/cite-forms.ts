import { allForms } from '../../../citations/forms.ts';
import type { CitableItem } from '../../../citations/item.ts';
import type { Run } from '../../../citations/runs.ts';
import type { Shape } from '../../../citations/shapes.ts';
import { type Capitals, filled, type Template, templateOf } from '../../../citations/templates.ts';
import { escapeHtml } from '../../../core/prose/html.ts';

/** A reference in every form of every style. */
export interface FormsView {
	/** The default form of the default style, as HTML with places that a script fills. */
	first: FormView;
	/** Every other form, as HTML: terms and their descriptions. */
	others: string;
}

export interface FormView {
	/** Names of style and form. */
	style: string;
	form: string;
	/** How it abbreviates “paragraph”; left out where no paragraph can be named. */
	pinpoint?: string;
	html: string;
}

/** What is made once for all items of a shape; null where that cannot be. */
interface FormsTemplate {
	first: Omit<FormView, 'html'>;
	html: Template;
	others: Template;
}
const templates = new Map<string, FormsTemplate | null>();

/**
 * A reference in all forms.
 *
 * @param shape of the item, if it has one: most references differ in no more than title, names and dates
 */
export function formsView(item: CitableItem, shape: Shape | null): FormsView {
	const template = shape && templateFor(shape);
	if (!template) return writtenForms(item);
	const { first, html, others } = template;
	return {
		first: { ...first, html: filled(html, shape.words, escapeHtml) },
		others: filled(others, shape.words, escapeHtml),
	};
}

/** The same without a template, whatever the item. */
export function writtenForms(item: CitableItem): FormsView {
	const { first, others } = formsOf(item);
	return { first: first.view, others: others.map(described).join('') };
}

function templateFor(shape: Shape): FormsTemplate | null {
	const known = templates.get(shape.key);
	if (known !== undefined) return known;
	const { first, others } = formsOf(shape.item);
	const { html, ...names } = first.view;
	const firstTemplate = templateOf([{ text: html, capitals: first.capitals }], shape);
	const othersTemplate = templateOf(
		others.map((one) => ({ text: described(one), capitals: one.capitals })),
		shape,
	);
	const made = firstTemplate &&
		othersTemplate && { first: names, html: firstTemplate, others: othersTemplate };
	templates.set(shape.key, made);
	return made;
}

interface WrittenForm {
	view: FormView;
	capitals: Capitals;
}

function formsOf(item: CitableItem): { first: WrittenForm; others: WrittenForm[] } {
	const [first, ...others] = allForms(item).map(({ style, form, runs }) => ({
		view: {
			style: style.label,
			form: form.label,
			...(form.pinpointed && { pinpoint: form.pinpoint }),
			html: slotted(runs),
		},
		capitals: style.capitals,
	}));
	if (!first) throw new Error('There is no style');
	return { first, others };
}

/** Written as text, not by components: there are two dozen on every page, more than anything else on it. */
function described({ view: { style, form, pinpoint, html } }: WrittenForm): string {
	const term = escapeHtml(`${style}: ${form.toLowerCase()}`);
	const place = pinpoint === undefined ? '' : ` data-pinpoint="${escapeHtml(pinpoint)}"`;
	return `<dt>${term}</dt><dd${place}>${html}</dd>`;
}

/** A reference as HTML, each of its places an element of its own, so that a script can name a paragraph in it. */
function slotted(runs: readonly Run[]): string {
	return runs
		.map((run) => {
			if (typeof run === 'string') return escapeHtml(run);
			if ('italic' in run) return `<i>${escapeHtml(run.italic)}</i>`;
			if ('link' in run) return `<span class="address">${escapeHtml(run.link)}</span>`;
			const words = escapeHtml(run.text && run.lead + run.text + (run.tail ?? ''));
			if (run.slot === 'accessed') return words;
			return `<span data-slot="${run.slot}"${run.lead ? ` data-lead="${escapeHtml(run.lead)}"` : ''}>${words}</span>`;
		})
		.join('');
}
