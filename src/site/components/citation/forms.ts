import type { CitableItem } from '../../../citations/item.ts';
import type { Run } from '../../../citations/rich-text.ts';
import { allForms } from '../../../citations/styles.ts';
import { escapeHtml } from '../../../core/text/html.ts';

/** A reference in every form of every style. */
export interface FormsView {
	/** The default form of the default style, as HTML with slots that a script fills. */
	first: FormView;
	/** All other forms, as HTML terms and descriptions. */
	others: string;
}

interface FormView {
	/** Labels of style and form. */
	style: string;
	form: string;
	/** How it abbreviates “paragraph”; omitted if it takes no pinpoint. */
	pinpoint?: string;
	html: string;
}

export function formsView(item: CitableItem): FormsView {
	const [first, ...others] = allForms(item).map(({ style, form, runs }) => ({
		style: style.label,
		form: form.label,
		...(form.takesPinpoint && { pinpoint: form.pinpoint }),
		html: withSlots(runs),
	}));
	if (!first) throw new Error('There is no style');
	return { first, others: others.map(described).join('') };
}

/** Built as a string, not by components, since every page has two dozen. */
function described({ style, form, pinpoint, html }: FormView): string {
	const term = escapeHtml(`${style}: ${form.toLowerCase()}`);
	const place = pinpoint === undefined ? '' : ` data-pinpoint="${escapeHtml(pinpoint)}"`;
	return `<dt>${term}</dt><dd${place}>${html}</dd>`;
}

/** A reference as HTML, with each slot as an element, so that a script can insert a pinpoint. */
function withSlots(runs: readonly Run[]): string {
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
