/** Words that join other words and say nothing: without them, a paraphrase shares more with what it paraphrases. */
const STOP = new Set(
	'a about after again all also am an and any are as at be because been before being but by can could did do does doing down during each for from further had has have having he her here hers herself him himself his how i if in into is it its itself me more most my myself no nor not now of off on once only or other our out over own said same say says she should so some such than that the their them themselves then there these they this those through to too told under until up very was we were what when where which while who whom why will with would you your'.split(
		' ',
	),
);

/** Words of a text, folded so that case, accents, apostrophes and invisible characters make no difference. */
export function wordsOf(text: string): string[] {
	return (
		text
			.normalize('NFKD')
			.toLowerCase()
			.replace(/[\u0300-\u036f'’]|\p{Cf}/gu, '')
			.match(/[\p{L}\p{N}]+/gu) ?? []
	);
}

export function isStopWord(word: string): boolean {
	return STOP.has(word);
}

/** Gives each word a number. */
export class Lexicon {
	readonly #numbers = new Map<string, number>();

	numbers(words: readonly string[]): Uint32Array {
		return Uint32Array.from(words, (word) => {
			const known = this.#numbers.get(word);
			if (known !== undefined) return known;
			const number = this.#numbers.size + 1;
			this.#numbers.set(word, number);
			return number;
		});
	}
}

/** Nobody. */
const NONE = -1;

/**
 * Which texts have which runs of words. A run is kept as a 64-bit hash in flat arrays: a thousand texts have a million
 * runs, and a map of texts would take seconds. Two different runs with one hash are not to be expected below billions.
 */
export class GramTable {
	readonly #length: number;
	readonly #mask: number;
	readonly #high: Uint32Array;
	readonly #low: Uint32Array;
	readonly #first: Int32Array;
	readonly #second: Int32Array;
	/** Whether a run has more owners than the two that are kept. */
	readonly #many: Uint8Array;

	/**
	 * @param length words in a run
	 * @param capacity how many runs there are at most
	 */
	constructor(length: number, capacity: number) {
		let size = 1024;
		while (size < capacity * 2) size *= 2;
		this.#length = length;
		this.#mask = size - 1;
		this.#high = new Uint32Array(size);
		this.#low = new Uint32Array(size);
		this.#first = new Int32Array(size).fill(NONE);
		this.#second = new Int32Array(size).fill(NONE);
		this.#many = new Uint8Array(size);
	}

	/** Adds the runs of a text, by the number of the text. */
	add(words: Uint32Array, owner: number): void {
		for (let start = 0; start + this.#length <= words.length; start++) {
			const slot = this.#slot(words, start);
			const first = this.#first[slot];
			if (first === NONE) this.#first[slot] = owner;
			else if (first !== owner) {
				const second = this.#second[slot];
				if (second === NONE) this.#second[slot] = owner;
				else if (second !== owner) this.#many[slot] = 1;
			}
		}
	}

	/** The places at which a text has a run that another text has, too, and the first such text. */
	*shared(words: Uint32Array, owner: number): Generator<{ start: number; other: number; rare: boolean }> {
		for (let start = 0; start + this.#length <= words.length; start++) {
			const slot = this.#slot(words, start);
			const first = this.#first[slot] ?? NONE;
			const second = this.#second[slot] ?? NONE;
			if (second === NONE) continue;
			const other = first === owner ? second : first;
			yield { start, other, rare: this.#many[slot] === 0 };
		}
	}

	/** The texts that have a run of these words, which need not have been added themselves. */
	*holders(words: Uint32Array, owner: number): Generator<number> {
		for (let start = 0; start + this.#length <= words.length; start++) {
			const slot = this.#slot(words, start);
			for (const holder of [this.#first[slot] ?? NONE, this.#second[slot] ?? NONE])
				if (holder !== NONE && holder !== owner) yield holder;
		}
	}

	/** The slot of a run: that in which it is, or the empty one in which it belongs. */
	#slot(words: Uint32Array, start: number): number {
		let high = 0x811c9dc5;
		let low = 0x9747b28c;
		for (let place = start; place < start + this.#length; place++) {
			const word = words[place] ?? 0;
			high = Math.imul(high ^ word, 0x01000193) ^ (high >>> 15);
			low = Math.imul(low ^ Math.imul(word, 0xcc9e2d51), 0x1b873593) ^ (low >>> 13);
		}
		high >>>= 0;
		low = (low | 1) >>> 0;
		let slot = (high ^ (low >>> 7)) & this.#mask;
		while (this.#low[slot] !== 0 && (this.#low[slot] !== low || this.#high[slot] !== high))
			slot = (slot + 1) & this.#mask;
		this.#low[slot] = low;
		this.#high[slot] = high;
		return slot;
	}
}
