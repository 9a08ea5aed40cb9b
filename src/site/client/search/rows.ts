import { recordPath } from '../../../core/values/address.ts';
import { markedPath } from '../../../search/highlight/link.ts';
import { type Catalogue, flatValues } from '../../../search/engine/catalogue.ts';
import type { Outcome, ResultRow } from '../../../search/engine/engine.ts';
import { marked, type ParagraphHit, type Run } from '../../../search/engine/excerpts.ts';
import { h } from './dom.ts';
import { countNoun } from '../../../core/text/words.ts';

/** Paragraphs of a record shown before the rest is expanded. */
const FIRST_PARAGRAPHS = 3;

/** Renders results like the records in the site's lists. */
export class Rows {
	readonly #catalogue: Catalogue;
	readonly #root: string;
	readonly #kinds: ReadonlyMap<number, { id: string; speaker: string }>;

	/** @param root the archive's own folder, with a closing slash */
	constructor(catalogue: Catalogue, root: string) {
		this.#catalogue = catalogue;
		this.#root = root.replace(/\/$/, '');
		this.#kinds = new Map(
			flatValues(catalogue.groups).flatMap(({ id, speaker, ordinal }) =>
				speaker === undefined ? [] : [[ordinal, { id, speaker }]],
			),
		);
	}

	/** One result. */
	row({ place, title, summary, paragraphs, via, lacks }: ResultRow, { wanted }: Outcome): HTMLLIElement {
		const [id = '', date = -1, facts = -1, , values = []] = this.#catalogue.records[place] ?? [];
		const kind = values.map((value) => this.#kinds.get(value)).find(Boolean);
		const shown = paragraphs.slice(0, FIRST_PARAGRAPHS);
		const rest = paragraphs.slice(FIRST_PARAGRAPHS);
		return h(
			'li',
			{ class: 'row' },
			h(
				'div',
				{ class: 'row-margin' },
				kind && h('span', { class: `speaker speaker-${kind.id}` }, kind.speaker),
				h('span', { class: 'row-date' }, this.#catalogue.dates[date]?.[1] ?? ''),
			),
			h(
				'div',
				{ class: 'row-body' },
				h(
					'h2',
					{ class: 'row-title' },
					h('a', { href: this.#root + recordPath(id) }, ...runs(marked(title, wanted))),
				),
				h('p', { class: 'row-facts' }, this.#catalogue.facts[facts] ?? ''),
				summary !== '' && h('p', { class: 'row-summary' }, ...runs(marked(summary, wanted))),
				lacks.length > 0 &&
					h('p', { class: 'row-via' }, `Without ${lacks.map(({ text }) => `“${text}”`).join(', ')}`),
				via !== undefined && h('p', { class: 'row-via' }, `Found through ${via}`),
				shown.length > 0 && h('ul', { class: 'hits' }, ...shown.map((hit) => this.#hit(id, hit))),
				rest.length > 0 &&
					h(
						'details',
						{ class: 'more-hits' },
						h('summary', {}, `${countNoun(rest.length, 'more paragraph')}`),
						h('ul', { class: 'hits' }, ...rest.map((hit) => this.#hit(id, hit))),
					),
			),
		);
	}

	#hit(id: string, hit: ParagraphHit): HTMLLIElement {
		return h(
			'li',
			{ class: 'hit' },
			h(
				'a',
				{
					class: 'hit-number',
					href: this.#root + markedPath(id, hit),
					'aria-label': `Paragraph ${hit.number}`,
				},
				hit.number,
			),
			h('span', { class: 'hit-text' }, ...runs(hit.excerpt)),
		);
	}
}

function runs(parts: readonly Run[]): (Node | string)[] {
	return parts.map(({ text, marked }) => (marked ? h('mark', {}, text) : text));
}
