import type { Span } from './model.ts';
import { normalise } from './normalise.ts';

/** A set of permitted phrases with fast look-up. */
export class Phrases {
	/** Phrases by their first word, as normalised texts. */
	readonly #byWord = new Map<string, string[]>();
	/** All phrases in lower case, each word between spaces; computed lazily. */
	#folded: string | undefined;

	constructor(phrases: Iterable<string>) {
		for (const phrase of phrases) {
			const { text } = normalise(phrase);
			const bare = text.replace(/^the\s+(?=\p{Lu})/iu, '').trim();
			this.#add(bare);
			// “The Times” as it begins a sentence or a title.
			if (bare !== text) this.#add(`The ${bare}`);
		}
		for (const list of this.#byWord.values()) list.sort((a, b) => b.length - a.length);
	}

	/** True if lower-case words, with or without a possessive, are part of one of the phrases. */
	mentions(words: string): boolean {
		this.#folded ??= [...this.#byWord.values()].flat().map(fold).join('|');
		return this.#folded.includes(` ${words} `) || this.#folded.includes(` ${words.replace(/s$/, '')} `);
	}

	#add(phrase: string): void {
		const [first] = /[\p{L}\p{N}]+/u.exec(phrase) ?? [];
		if (!first) return;
		const known = this.#byWord.get(first);
		if (known) known.push(phrase);
		else this.#byWord.set(first, [phrase]);
	}

	/** Finds the phrases in a normalised text. */
	find(text: string): Span[] {
		const spans: Span[] = [];
		for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) {
			const start = match.index;
			if (start < (spans.at(-1)?.end ?? 0)) continue;
			for (const phrase of this.#byWord.get(match[0]) ?? []) {
				const lead = phrase.indexOf(match[0]);
				const from = start - lead;
				if (!text.startsWith(phrase, from)) continue;
				const end = from + phrase.length;
				if (/^[\p{L}\p{N}]/u.test(text.slice(end)) && /[\p{L}\p{N}]$/u.test(phrase)) continue;
				spans.push({ start: from, end });
				break;
			}
		}
		return spans;
	}
}

/** A phrase in lower case without punctuation, each word between spaces. */
const fold = (phrase: string): string =>
	` ${phrase
		.toLowerCase()
		.replace(/'s?\b/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** True if a span lies within one of others. */
export function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
	return spans.some((span) => span.start <= start && span.end >= end);
}
