import type { CitableItem } from '../../../citations/item.ts';
import type { Run } from '../../../citations/runs.ts';
import { allForms } from '../../../citations/styles.ts';
import { escapeHtml } from '../../../core/text/html.ts';

/** A reference in every form of every style. */
export interface FormsView {
	/** The default form of the default style, as HTML with slots that a script fills. */
	first: FormView;
	/** Every other form, as HTML: terms and their descriptions. */
	others: string;
}

interface FormView {
	/** Names of style and form. */
	style: string;
	form: string;
	/** How it abbreviates “paragraph”; left out where no paragraph can be named. */
	pinpoint?: string;
	html: string;
}

export function formsView(item: CitableItem): FormsView {
	const [first, ...others] = allForms(item).map(({ style, form, runs }) => ({
		style: style.label,
		form: form.label,
		...(form.pinpointed && { pinpoint: form.pinpoint }),
		html: withSlots(runs),
	}));
	if (!first) throw new Error('There is no style');
	return { first, others: others.map(described).join('') };
}

/** Written as text, not by components: there are two dozen on every page, more than anything else on it. */
function described({ style, form, pinpoint, html }: FormView): string {
	const term = escapeHtml(`${style}: ${form.toLowerCase()}`);
	const place = pinpoint === undefined ? '' : ` data-pinpoint="${escapeHtml(pinpoint)}"`;
	return `<dt>${term}</dt><dd${place}>${html}</dd>`;
}

/** A reference as HTML, each of its slots an element of its own, so that a script can name a paragraph in it. */
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
