import { MONTHS } from '../../../model/date.ts';
import { TITLES, WEEKDAYS } from '../language.ts';
import { pattern } from '../typed/matching.ts';
import { isWithin } from '../explained.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Hit, Span } from '../model.ts';

/** What the rule on capitals needs to know. */
export interface CapitalContext {
	lexicon: Lexicon;
	/** Stretches that the archive has declared. */
	explained: readonly Span[];
	/** Single words that may have a capital. */
	isAllowed(word: string): boolean;
	/** Whether most words of this text may have one, as in a headline. */
	headline: boolean;
	/** Words that stand before a name, besides the usual titles. */
	ranks: readonly string[];
}

const PLAIN = new Set<string>([...MONTHS, ...WEEKDAYS, ...TITLES, 'I', 'OK', 'No']);
const CONTRACTION =
	/^(?:I|He|She|They|We|You|It|That|There|What|Who|Where|How|When|Here|Don|Didn|Doesn|Can|Couldn|Wouldn|Shouldn|Won|Wasn|Isn|Aren|Weren|Haven|Hasn|Hadn|Let|Nobody|Everyone|Someone)'(?:m|ve|d|ll|s|re|t)$/;

/** Given names that begin sentences as plain words, and what follows them then. */
const WORD_FIRST: Readonly<Record<string, RegExp>> = {
	will: /^(?:the|this|that|he|she|they|it|you|we|anyone|there|any|my|his|a|an|i|nobody|someone)$/i,
	mark: /^(?:the|this|my|your|these)$/,
	hope: /^(?:the|this|that|you|for|it|is|was|had|of)$/,
	may: /^(?:the|this|that|he|she|they|it|you|we|i)$/i,
	grant: /^(?:the|me|that)$/,
	faith: /^(?:in|is|was)$/,
	grace: /^(?:period|of|is)$/,
	bill: /^(?:after|for|of)$/,
	pat: /^(?:the)$/,
	sue: /^(?:the|them|him|her)$/,
	miles: /^(?:away|from|of)$/,
	joy: /^(?:is|was|in|and)$/,
	dawn: /^(?:was|came|broke)$/,
	summer: /^(?:was|came|had|is)$/,
	autumn: /^(?:was|came|had|is)$/,
	rich: /^(?:people|men)$/,
};

/**
 * Words of the dictionary that are common family names or places: where one stands alone before a verb, as in
 * “Marsh came home” or “Reading was cold”, a person or place is meant.
 */
const WORD_NAMES = new Set(
	(
		'abbot archer ash baker ball banks barber barker barnes bath battle beach bell berry best birch bird bishop black blue ' +
		'bond booth bowler bright brook brooks brown buck bull burn burns bush butcher butler buxton carpenter carter cash castle chase church clay ' +
		'cliff coal cole collier cook cooper cotton cox crane cross crow curry dale day deal dean deer dove drake draper dyer eagle ' +
		'farmer field finch fish fisher fletcher flint flower flowers ford forest foster fowler fox french frost gale gardener gardner ' +
		'gates gill glass glover gold good goodman grant gray green grey grove hale hall hand hardy harper hart hay heath hill ' +
		'hood hook hooker hope hopper horn house howl hull hunt hunter ivory jewel jolly keen kettle kidd king kitchen knight knot ' +
		'lamb lane law lee little lock long love lovell low lumb major mann manning march marsh marshall mason may mead mercer ' +
		'merry miller mills mole moody moon moor moore moss nash neal newman nightingale noble nock north oak page painter palm ' +
		'palmer park parker parks parsons peacock peel penny perry pike piper pitt pole pond pool pope porter potter pound power ' +
		'price pride prior quick raven ray reader reading reed reeve rice rich ridge rivers roach roe rook root rose rowe rush rust rye sadler ' +
		'sale salmon sands sandwich savage sawyer sellers settle shaft sharp shepherd shields short shore silk silver singer ' +
		'skinner slater small smart smith snow south sparrow spears spence spicer spring stable stark steel steele still stone ' +
		'storey storm strange street strong sugar summers swallow swan sweet swift tailor tate taylor temple thatcher thorn tiller ' +
		'todd tucker turner turpin tyler underwood vale vance vicar vide wade wagner wake walker wall waller ward ware waters ' +
		'watt webb weaver webster wells west wheeler white wilde winter wise wolf wood woods woodward worth wright yard yarrow young destiny ' +
		'barking battle bury crook diss ely eye hove lancing looe redcar rugby tring wick worthing wells yarm'
	).split(' '),
);
const VERB =
	/^(?:'s|is|was|were|had|has|did|does|said|says|told|came|comes|went|goes|took|hit|hits|rang|called|knew|would|could|never|always|also|then|got|gave|made|saw|heard|kept|wrote|asked|left|looked|started|threatened|grabbed|drove|worked|lived|moved|promised|refused|swore|turned|followed|punched|kicked|pushed|lied|laughed|shouted|texted|phoned|and (?:i|he|she|we|his|her|\p{Lu}))(?![\p{L}])/u;
const TOKEN = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:['-]\p{L}[\p{L}\p{N}]*)*/gu;

/**
 * DT-C3. Every capital must be explained: by the archive's register, by the calendar, or by standing at the head of a
 * sentence in a word that is no name. Neighbours are told as one.
 */
export function strayCapitals(text: string, context: CapitalContext): Hit[] {
	const hits: Hit[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const span = capitalOf(match as RegExpExecArray, text, context);
		if (!span) continue;
		const last = hits.at(-1);
		if (
			last &&
			/^[\s.'"&-]{0,3}(?:(?:of|the|and|for|de|van|von|al|el|bin)\s)?$/.test(
				text.slice(last.end, span.start),
			) &&
			!/[.!?]\s/.test(
				text
					.slice(last.end, span.start)
					.replace(/^\.\s/, /\b\p{Lu}$/u.test(text.slice(0, last.end)) ? ' ' : '. '),
			)
		)
			last.end = span.end;
		else hits.push({ ...span, rule: 'DT-C3', type: 'name that is not declared' });
	}
	hits.push(...smallNames(text, context));
	return hits;
}

function capitalOf(match: RegExpExecArray, text: string, context: CapitalContext): Span | undefined {
	const [token] = match;
	const start = match.index;
	const word = token.replace(/'s$/, '');
	const span = { start, end: start + word.length };
	if (PLAIN.has(word) || context.isAllowed(word) || context.isAllowed(token) || CONTRACTION.test(token))
		return undefined;
	if (isWithin(span, context.explained)) return undefined;
	const lower = word.toLowerCase();
	const parts = lower.split('-');
	const ordinary =
		parts.every((part) => part.length < 2 || context.lexicon.isWord(part)) || context.lexicon.isWord(lower);
	const lead = text.slice(0, start).replace(/["'(\s]+$/, '');
	const opens = lead === '' || /[.!?:;|…•-]$/.test(lead.replace(/(?<=\S)-$/, ''));
	const rest = text.slice(start + token.length);
	if (context.headline && ordinary && !context.lexicon.isGivenName(lower) && !isAfterTitle(lead, context))
		return undefined;
	if (!opens) return span;
	const [, next = ''] = /^\s+([\p{L}']+)/u.exec(rest) ?? [];
	const asWord = WORD_FIRST[lower];
	if (asWord) return asWord.test(next) ? undefined : span;
	if (!ordinary || context.lexicon.isGivenName(lower)) return span;
	if (word.length > 1 && word === word.toUpperCase() && !/^[AIO]$/.test(word)) return span;
	if (WORD_NAMES.has(lower) && (VERB.test(rest.replace(/^\s+/, '')) || token !== word)) return span;
	return undefined;
}

function isAfterTitle(lead: string, { ranks }: CapitalContext): boolean {
	const [, last = ''] = /([\p{L}]+)\.?$/u.exec(lead) ?? [];
	return last !== '' && ((TITLES as readonly string[]).includes(last) || ranks.includes(last));
}

const KIN =
	'(?:ex|ex-husband|ex-wife|ex-partner|husband|wife|partner|boyfriend|girlfriend|fiance|son|daughter|brother|sister|mother|father|mum|dad|nan|cousin|uncle|aunt|auntie|friend|mate|neighbour|colleague|boss|manager|solicitor|barrister|counsellor|therapist|teacher|baby|stepson|stepdaughter|stepdad|stepmum|nephew|niece|grandson|granddaughter|kids?|children|dog|cat)';
const INTRODUCED = new RegExp(
	String.raw`\b(?:called|named|name(?:'s|\s+is|\s+was)|names\s+are|nicknamed|known\s+as|aka|love|hi|dear|(?:my|his|her|our|their)\s+(?:\w+\s+)?${KIN}),?\s+"?'?(\p{Ll}[\p{Ll}'-]{1,})`,
	'giu',
);
const CALLED = new RegExp(
	String.raw`\b${KIN}\s+(?:is|was)\s+(?:called|named)\s+(?!(?:in|out|back|by|away|a|the|to|for|as|up|off|on|into)\b)(\p{Ll}{2,})`,
	'giu',
);
/** What follows such words in plain prose, though it may be somebody's name. */
const PLAIN_AFTER = new Set(
	'will may can might rob sue mark drew grant bill hope pat chase dean in at the a an me him her us them it names out back off up on and who was is had has did does to for from with that when while said says told came went never always also still now then just only as by or but because after before if so not no too came himself herself alone again home later once twice later good well nice young old best close very all one two both each'.split(
		' ',
	),
);

/** Whether a word such as “mark” or “will” after such an introduction is somebody's name. */
function isMeant(word: string, introduction: string, rest: string): boolean {
	if (!/^(?:will|may|can|mark|rob|sue|drew|grant|bill|hope|pat|chase|dean)$/.test(word)) return false;
	if (/^(?:called|named|name|known|aka|nicknamed)/i.test(introduction) || /^,/.test(rest)) return true;
	return !/^(?:will|may|can)$/.test(word) && VERB.test(rest.replace(/^\s+/, ''));
}

/** Names in small letters: by the list, after a title, or where a name is announced. */
function* smallNames(text: string, context: CapitalContext): Generator<Hit> {
	const hit = (start: number, word: string): Hit => ({
		start,
		end: start + word.length,
		rule: 'DT-C3',
		type: 'name in small letters',
	});
	const { lexicon } = context;
	for (const match of text.matchAll(/(?<![\p{L}\p{N}@._'-])\p{Ll}[\p{Ll}']{2,}(?![\p{L}\p{N}_])/gu)) {
		const word = match[0].replace(/'s$/, '').replace(/'$/, '');
		// Almost every word is one that the dictionary has: asked first, it is the only question.
		if (lexicon.isWord(word)) continue;
		const isName = lexicon.isGivenName(word) || /^(?:mc|mac|o')\p{L}{3,}/u.test(word);
		if (isName && !context.isAllowed(word)) yield hit(match.index, word);
	}
	for (const match of text.matchAll(INTRODUCED)) {
		const word = (match[1] ?? '').replace(/'s$/, '');
		if (context.isAllowed(word) || !lexicon.isGivenName(word) || !lexicon.isWord(word)) continue;
		if (!PLAIN_AFTER.has(word) || isMeant(word, match[0], text.slice(match.index + match[0].length)))
			yield hit(match.index + match[0].lastIndexOf(word), word);
	}
	for (const match of text.matchAll(CALLED)) {
		const word = match[1] ?? '';
		if (!context.isAllowed(word)) yield hit(match.index + match[0].lastIndexOf(word), word);
	}
	const titled = pattern(
		String.raw`\b(?:mr|mrs|ms|miss|mx|dr|${
			context.ranks
				.filter((rank) => rank.length > 1)
				.map((rank) => rank.toLowerCase())
				.join('|') || '(?!)'
		})\.?\s+(\p{Ll}[\p{Ll}'-]{2,})`,
		'gu',
	);
	for (const match of text.matchAll(titled)) {
		const word = (match[1] ?? '').replace(/'s$/, '');
		const civil = /^(?:mr|mrs|ms|mx|dr)\b/.test(match[0]);
		if (civil || WORD_NAMES.has(word) || (lexicon.isGivenName(word) && !PLAIN_AFTER.has(word)))
			yield hit(match.index + match[0].lastIndexOf(word), word);
	}
}
