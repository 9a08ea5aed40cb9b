import type { RuleId } from '../../core/rules/rules.ts';
import type { Allowed } from './context.ts';
import type { Lexicon } from './lexicon.ts';
import type { Fragment, Hit, Vocabulary } from './model.ts';
import { isPublicHost, isSocialAddress } from './patterns/handles.ts';
import { detect } from './patterns/detect.ts';

/** What an address is checked against. */
interface AddressContext {
	vocabulary: Vocabulary;
	allowed: Allowed;
	lexicon: Lexicon | undefined;
	isAccount: boolean;
	/** Whether names are looked for at all in files of this kind. */
	isNamed: boolean;
	/** Whether it stands in an account given to the archive, which links to nothing outside. */
	isGiven: boolean;
}

/** Whether an address leads out of the archive. */
const leadsOut = (address: string): boolean => /^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(address);

/** Rules that need no word of announcement: in a path “report” and a number are what every newspaper has. */
const FORMS = new Set(['DT-1', 'DT-2', 'DT-3', 'DT-4', 'DT-6', 'DT-13']);

/**
 * Finds what an address reveals. In an account given to the archive every external link is refused: its path can name
 * people, and its host sees who follows it. Elsewhere the words of path, query and fragment are
 * decoded, split and checked.
 */
export function scanAddress(fragment: Fragment, context: AddressContext): Hit[] {
	const { text, field } = fragment;
	const whole = (rule: RuleId, type: string): Hit => ({ start: 0, end: text.length, rule, type });
	if (context.isGiven && leadsOut(text)) return [whole('DT-14', 'external link')];
	const hits = detect(text, context.vocabulary).filter((hit) => hit.rule === 'DT-1');
	if (context.isAccount && isSocialAddress(text)) hits.push(whole('DT-14', 'personal page on a platform'));
	if (/^(?:tel|mailto|sms):/i.test(text) && field === 'link') hits.push(...numbersIn(text, context));
	const { path, query } = wordsOfAddress(text);
	const typed = [
		...detect(path, context.vocabulary).filter(
			(hit) => FORMS.has(hit.rule) && !/^\d+$/.test(path.slice(hit.start, hit.end)),
		),
		// An article has a number too: “?p=141630”.
		...detect(query, context.vocabulary).filter((hit) => hit.rule !== 'DT-19'),
	].find((hit) => !hit.warnsOnly);
	if (typed) hits.push(whole(typed.rule, typed.type));
	else if (context.isNamed && namesSomebody(`${path} ${query}`, field === 'link', context))
		hits.push(whole('DT-C3', 'name in an address'));
	return hits;
}

function numbersIn(text: string, { vocabulary }: AddressContext): Hit[] {
	const bare = text.replace(/^\w+:/, (scheme) => ' '.repeat(scheme.length));
	return detect(bare, vocabulary).filter((hit) => hit.rule === 'DT-2');
}

/** What ends the name of a file and is no word of it. */
const FILE_TYPE = /\.(?:png|jpe?g|webp|gif|html?|pdf|aspx?|php|xml|txt|csv)$/i;

/** Path, and query with fragment, as words with spaces between them. */
function wordsOfAddress(address: string): { path: string; query: string } {
	const [, path = '', query = ''] =
		/^(?:[a-z][a-z0-9+.-]*:)?(?:[\\/]{2}[^\\/?#]*)?([^?#]*)(.*)$/is.exec(address) ?? [];
	return { path: toWords(path.replace(FILE_TYPE, '')), query: toWords(query) };
}

function toWords(part: string): string {
	let decoded = part;
	// Twice: an address in a query is encoded in an encoded part.
	for (let times = 0; times < 2; times++)
		decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (code) => {
			try {
				return decodeURIComponent(code);
			} catch {
				return ' ';
			}
		});
	return decoded
		.normalize('NFKC')
		.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
		.replace(/[^\p{L}\p{N}'@]+/gu, ' ')
		.trim();
}

/**
 * Whether the words of an address hold a name that the archive does not declare: a given name beside another word; in a
 * link of an account any word at all that no dictionary has.
 */
function namesSomebody(
	words: string,
	isLink: boolean,
	{ allowed, lexicon, isAccount }: AddressContext,
): boolean {
	if (!lexicon) return false;
	const all = words.split(' ').filter((word) => /^[\p{L}']{2,}$/u.test(word));
	return all.some((word, index) => {
		const lower = word.toLowerCase();
		if (lexicon.isWord(lower) || allowed.isWord(word) || allowed.isWord(lower)) return false;
		const beside = [all[index - 1], all[index + 1]].filter((one) => one !== undefined);
		if (isLink && isAccount) return lower.length > 2 && !allowed.mentions(lower);
		return (
			lexicon.isGivenName(lower) &&
			beside.length > 0 &&
			!beside.some((other, place) => {
				const pair = place === 0 && index > 0 ? [other, word] : [word, other];
				return allowed.mentions(pair.join(' ').toLowerCase());
			})
		);
	});
}

/** Addresses in running text. In a given account even those of public hosts are external links. */
export function addressesIn(text: string, vocabulary: Vocabulary): Hit[] {
	return [...text.matchAll(/\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/gi)]
		.filter(([address]) => isPublicHost(address, vocabulary.publicHosts))
		.map(({ 0: address, index }) => ({
			start: index,
			end: index + address.length,
			rule: 'DT-14',
			type: 'external link',
		}));
}
