import { checkCharacter } from '../../src/model/id.ts';

/** One made-up record: its fields and its text, as MDX and as plain Markdown. */
export interface Synthetic {
	id: string;
	collection: 'testimonies' | 'reports' | 'findings';
	title: string;
	summary: string;
	themes: string[];
	organisations: string[];
	facet: string;
	published: string;
	mdx: string;
	markdown: string;
}

export const THEMES = Array.from({ length: 18 }, (_, n) => `theme-${n + 1}`);
export const ORGANISATIONS = Array.from({ length: 40 }, (_, n) => `body-${n + 1}`);
export const FACET_VALUES = ['north', 'south', 'east', 'west'];

const WORDS_IN_LANGUAGE = 4000;
const SYLLABLES =
	'ba ce di fo gu han jel kin lor mup nas pel rit sov tur ven wal yor zet cha the ing ster'.split(' ');

/** A source of numbers from 0 to 1 that always gives the same ones (mulberry32). */
function randomNumbers(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Makes records of about 480 words each, the same ones every time. */
export function generate(count: number): Synthetic[] {
	const random = randomNumbers(1);
	const below = (limit: number) => Math.floor(random() * limit);
	const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
	const make = () => Array.from({ length: 1 + below(3) }, () => pick(SYLLABLES)).join('');
	const language = Array.from({ length: WORDS_IN_LANGUAGE }, make);
	// Some words are common and most are rare, as in any language.
	const word = () => language[Math.floor(WORDS_IN_LANGUAGE * random() ** 3)] as string;
	const words = (length: number) => Array.from({ length }, word).join(' ');
	const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
	const name = () => capital(make() + make() + make());
	const sentence = () => `${capital(words(6 + below(14)))}${random() < 0.1 ? `, said ${name()}` : ''}.`;
	const paragraph = () => Array.from({ length: 5 + below(4) }, sentence).join(' ');

	const ids = Array.from({ length: count }, (_, n) => identifier(n));
	return ids.map((id, n): Synthetic => {
		const other = ids[below(count)] as string;
		const quoted = paragraph();
		const speaker = name();
		const parts = (asMdx: boolean) => [
			opening,
			`## ${firstHeading}`,
			second,
			asMdx ? `<Quote speaker="${speaker}">\n${quoted}\n</Quote>` : `> ${quoted}\n>\n> ${speaker}`,
			list.map((item) => `- ${item}`).join('\n'),
			`## ${secondHeading}`,
			`${third} See ${asMdx ? `<Ref record="${other}" para="1" />` : `[${other}](/r/${other}/)`}.`,
			`${fourth} [${linkText}](https://example.org/${id}).`,
		];
		const [opening, second, third, fourth] = [paragraph(), paragraph(), paragraph(), paragraph()];
		const [firstHeading, secondHeading, linkText] = [capital(words(4)), capital(words(4)), words(3)];
		const list = [words(12), words(12), words(12)];
		return {
			id,
			collection: n % 5 === 4 ? 'findings' : n % 2 === 0 ? 'testimonies' : 'reports',
			title: capital(words(7)).slice(0, 150),
			summary: `${capital(words(18)).slice(0, 280).trim()}.`,
			themes: [...new Set([pick(THEMES), pick(THEMES)])],
			organisations: [...new Set([pick(ORGANISATIONS), pick(ORGANISATIONS)])],
			facet: pick(FACET_VALUES),
			published: `20${10 + below(20)}-${String(1 + below(12)).padStart(2, '0')}`,
			mdx: parts(true).join('\n\n'),
			markdown: parts(false).join('\n\n'),
		};
	});
}

/** The identifier of the n-th record: scattered over the alphabet, as real ones are. */
function identifier(n: number): string {
	const alphabet = '0123456789bcdfghjkmnpqrstvwxz';
	let rest = (n * 7_368_787 + 5_915_587) % alphabet.length ** 6;
	let body = '';
	for (let place = 0; place < 7; place++) {
		body += alphabet.charAt(rest % alphabet.length);
		rest = Math.floor(rest / alphabet.length);
	}
	return body + checkCharacter(body);
}
