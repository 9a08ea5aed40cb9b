import type { Archive, ArchiveRecord } from '../archive/publish/view.ts';
import { type Permanent, recordItem } from '../citations/from-record.ts';
import { oscola } from '../citations/oscola/oscola.ts';
import { pinpoint } from '../citations/pinpoint.ts';
import { fill, type Run } from '../citations/rich-text.ts';
import { paragraphAnchor } from '../core/values/address.ts';
import { compareNumbers } from '../core/values/paragraph.ts';
import type { Span } from './types.ts';

/** A citation of a record, or of one of its paragraphs. */
export interface Citation {
	record: string;
	para?: string | undefined;
}

/**
 * The endnotes of a brief in OSCOLA: in full at the first citation of a record, then in the short form that refers back
 * to it. Repeated citations share a note.
 */
export class Notes {
	readonly list: (readonly Span[])[] = [];
	readonly #numbers = new Map<string, number>();
	/** Number of the note that cites a record in full. */
	readonly #full = new Map<string, number>();
	readonly #archive: Archive;
	readonly #permanent: Permanent;
	readonly #withSources: boolean;

	/** @param withSources whether a note names the publication behind its record */
	constructor(archive: Archive, permanent: Permanent, withSources = true) {
		this.#archive = archive;
		this.#permanent = permanent;
		this.#withSources = withSources;
	}

	/**
	 * Adds notes for adjacent citations. Paragraphs of one record share a note; citations of unknown records are
	 * skipped.
	 *
	 * @returns the numbers of the notes
	 */
	cite(citations: readonly Citation[]): number[] {
		const paragraphs = new Map<string, Set<string>>();
		for (const { record, para } of citations) {
			const known = paragraphs.get(record) ?? new Set<string>();
			if (para !== undefined) known.add(para);
			paragraphs.set(record, known);
		}
		const numbers = [...paragraphs].flatMap(([id, chosen]) => {
			const record = this.#archive.record.get(id);
			return record ? this.#number(record, chosen) : [];
		});
		return numbers.sort((a, b) => a - b);
	}

	#number(record: ArchiveRecord, chosen: ReadonlySet<string>): number {
		const numbers = record.paragraphs.filter((number) => chosen.has(number)).sort(compareNumbers);
		const key = `${record.id} ${numbers.join()}`;
		const known = this.#numbers.get(key);
		if (known !== undefined) return known;
		this.list.push(this.#write(record, numbers));
		const number = this.list.length;
		this.#numbers.set(key, number);
		if (!this.#full.has(record.id)) this.#full.set(record.id, number);
		return number;
	}

	#write(record: ArchiveRecord, numbers: readonly string[]): Span[] {
		const item = recordItem(record, this.#archive, this.#permanent);
		const fragment = numbers[0] === undefined ? '' : paragraphAnchor(numbers[0]);
		const place = pinpoint(numbers, 'oscola', record.paragraphs);
		const note = this.#full.get(record.id);
		const form = note === undefined ? 'footnote' : 'subsequent';
		const runs = fill(oscola(item, { form, pinpoint: place, fragment, ...(note && { note }) }));
		const words = runs.map(spanOf);
		if (note !== undefined)
			return [{ kind: 'link', to: `${item.address ?? ''}${fragment}`, spans: words }, '.'];
		return this.#withSources && item.note !== undefined ? [...words, `. ${item.note}.`] : [...words, '.'];
	}
}

/** Converts a run of a reference to a span. */
export function spanOf(run: Run): Span {
	if (typeof run === 'string') return run;
	if ('italic' in run) return { kind: 'em', spans: [run.italic] };
	return 'link' in run ? { kind: 'link', to: run.link, spans: [run.link] } : '';
}
