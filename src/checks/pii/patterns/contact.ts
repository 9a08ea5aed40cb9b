import { findPhoneNumbersInText } from 'libphonenumber-js/max';
import { isBookNumber } from '../citations.ts';
import type { Detector, Vocabulary } from '../model.ts';
import { digitsOf, fixed, matches, pattern } from './matching.ts';
import { anyOf } from '../word-list.ts';

const SOCIAL_NAMES = anyOf(`
	facebook fb instagram twitter x tiktok snapchat reddit linkedin youtube youtu threads discord telegram t
	pinterest tumblr onlyfans twitch vinted depop strava spotify mastodon bsky gofundme justgiving paypal
	venmo linktr
`);

/** Words between a platform and the name of an account. */
const HANDLE_LINKS = anyOf(String.raw`
	was is as name id handle user(?:\s?name)? account tag under called named profile by went goes the of he
	she i used to be
`);

/** Words after “username is” that are no name of an account. */
const NO_HANDLE = anyOf(String.raw`
	\w+(?:ed|en) his hers mine still always never locked private public hacked deleted suspended blocked
	removed closed disabled where there about being known given taken found used changed withheld monitored
	created called named under after before because another evidence proof anonymous possible often
`);

const AT = String.raw`(?:@|[([{<]\s*at\s*[)\]}>]|\s[-_*]?at[-_*]?\s)`;
const DOT = String.raw`(?:\s?\.\s?|\s*[([{]\s*(?:dot|\.)\s*[)\]}]\s*|\s+(?:dot|full\s?stop|point|period)\s+)`;
const MAILBOX =
	'gmail|g\\s?mail|googlemail|hotmail|outlook|yahoo|icloud|proton(?:mail)?|btinternet|ymail|aol|gmx|live|sky|virginmedia|talktalk';

/** DT-1. Addresses as typed, and as people spell them to get past a filter. */
export const email: Detector = {
	id: 'DT-1',
	type: 'e-mail address',
	prefilter: /@|\bat\b/i,
	*find(text) {
		yield* matches(text, /[\p{L}\d._%+'-]+\s?@\s?[\p{L}\d-]+(?:\s?[.,]\s?[\p{L}\d-]+)+/gu);
		const local = String.raw`(?<![\w.+'-])[\w.+'-]{1,40}(?:\s+(?:dot|underscore|under\s?score|hyphen|dash|point|full\s?stop)\s+[\w.+'-]+|\s*[(\[]\s*(?:dot|\.)\s*[)\]]\s*[\w.+'-]+){0,6}(?:\s\d{1,4})?`;
		yield* matches(
			text,
			fixed('gi')`${local}\s*${AT}\s*[\w-]+(?:${DOT}[\w-]+){1,5}`,
			// “looked at home.Then” is a slip of the keyboard; a spelled dot or bracket is meant.
			(value) =>
				/@|[([{<]\s*at|[-_*]at[-_*]|\s(?:dot|full\s?stop|point|period)\s|[([]\s*(?:dot|\.)/i.test(value) ||
				pattern(`\\bat\\s+(?:${MAILBOX})\\b`, 'i').test(value),
		);
		yield* matches(text, /\b[\w.]{1,40}(?:-dot-\w+){0,4}-at-\w+(?:-dot-\w+){1,4}\b/gi);
		yield* matches(
			text,
			/[\w.+'-]+\s+(?:at|@)\s+(?:gmail|g mail|googlemail|hotmail|icloud|protonmail|btinternet|ymail)\b/gi,
		);
	},
};

/** Numbers that only bodies can have: freephone, 03, the 116 helplines. */
const CORPORATE = /^(?:080[08]\d{4,7}|03\d{9}|116\d{3})$/;

const PHONE_WORD = anyOf(String.raw`
	phone telephone tel landline line mobile mob cell whats\s?app pager switchboard voicemail fax
	dial(?:l?ed)? r[aiu]ng call(?:ed|ing|s)? text(?:ed|s)? sms
`);

/**
 * DT-2. Telephone numbers: the library knows real ranges but calls the numbers reserved for drama invalid, so runs
 * of the British shape count too, whatever stands between their digits (Ofcom, telephone numbers for drama use).
 */
export const phone: Detector = {
	id: 'DT-2',
	type: 'telephone number',
	prefilter: /\d(?:[^\n\d]{0,4}\d){2}/,
	*find(text, words) {
		const isPublic = (value: string) => isPublicNumber(value, words);
		yield* matches(
			text,
			/(?<![\d/.£$€-])(?:\(?\+\s?\(?44\)?|\(?00\s?44\)?|\(?44\)?(?=[\s().-]*7)|\(?0)(?:[\s().\-/_,*·•]{0,3}\d){8,11}(?![\d]|[/-]\d)/g,
			(value, start) =>
				/^0[1-9]\d{8,9}$/.test(national(value)) && !isPublic(value) && !isBookNumber(text, start),
		);
		// Any country: a plus and enough digits.
		yield* matches(
			text,
			/(?<![\d\w])\+\s?\d{1,3}(?:[\s().-]{0,2}\d){7,12}(?!\d)/g,
			(value) => !isPublic(value),
		);
		// A mobile number without its zero.
		yield* matches(text, /(?<![\d/.£,-])7\d{3}[ -]\d{3}[ -]?\d{3}(?![\d-])/g);
		yield* matches(
			text,
			/(?<![\w./£$€,-])7[1-9]\d{8}(?![\w/]|[.,-]\d)/g,
			(_, start) => !isBookNumber(text, start),
		);
		yield* matches(
			text,
			/\b(?:last|first|final)\s+(?:\w+\s+)?(?:digits|numbers|figures)\b[^.\n\d]{0,20}(\d{3,6})(?![\w%]|[.,]\d)/gi,
			undefined,
			1,
		);
		yield* matches(
			text,
			fixed('gi')`\b${PHONE_WORD}\b[^.\n\d]{0,30}?((?<![\d,.£/-])\d(?:[ -]?\d){4,11})(?![\d,/]|[.]\d|\s*%)`,
			(value, _, match) =>
				!isPublic(value) &&
				!/^(?:(?:19|20)\d\d[ -]?){1,2}$/.test(value) &&
				// Short codes, which begin with 6, 7 or 8, belong to services: “text HELP to 85258”.
				!(/^[678]\d{4}$/.test(value) && /^text\b.*\bto\s*$/i.test(match[0].slice(0, -value.length))),
			1,
		);
		yield* matches(text, /\bext(?:ension|n)?\.?\s*(?:number|no\.?|is|was|:)?\s*(\d{3,6})\b/gi, undefined, 1);
		yield* matches(
			text,
			/\b(?:number|mobile|phone|landline|digits)\b[^.\n]{0,20}?\b(?:end(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[ai]n(?:s|ning)?|finish(?:es|ed|ing)?)\s+(?:in\s+|with\s+)?(\d{3,6})\b/gi,
			undefined,
			1,
		);
		if (!/\d(?:[^\n\d]{0,3}\d){6}/.test(text)) return;
		for (const found of findPhoneNumbersInText(text, { defaultCountry: 'GB', extended: false } as never)) {
			const { startsAt: start, endsAt: end } = found as unknown as { startsAt: number; endsAt: number };
			const value = text.slice(start, end);
			const embedded = /[\d/.£$€-]$/.test(text.slice(0, start)) || /^(?:[/-]|\.\d|\d)/.test(text.slice(end));
			if (
				!isPublic(value) &&
				!embedded &&
				!isBookNumber(text, start) &&
				national(value).length >= 9 &&
				/^[+(]?0|^\+|^\(?44/.test(value)
			)
				yield { start, end };
		}
	},
};

/** Whether a telephone number belongs to a body, by its range or by the archive's declaration. */
export function isPublicNumber(value: string, words: Vocabulary): boolean {
	const digits = national(value);
	return CORPORATE.test(digits) || words.publicNumbers.has(digits);
}

/** Digits of a number as dialled within the country. */
function national(value: string): string {
	const digits = digitsOf(value);
	return digits.replace(/^(?:0044|44(?=\d{10}|0))0?/, '0');
}

const PLATFORM = anyOf(String.raw`
	snap(?:chat)? insta(?:gram)? ig tik\s?tok twitter discord kik whats\s?app telegram tinder hinge bumble
	grindr facebook fb messenger reddit youtube linkedin only\s?fans twitch steam skype signal viber wechat
	mastodon threads bluesky pinterest tumblr vinted depop ebay strava spotify gamer\s?tag psn xbox
	playstation roblox fortnite minecraft
`);
const ACCOUNT = '(?:user\\s?name|user|handle|account|profile|name|id|tag|login|screen\\s?name)';
const SOCIAL_HOST = fixed('i')`(?:^|\.)${SOCIAL_NAMES}\.[a-z]{2,6}$`;
const TLD = anyOf(String.raw`
	com co\.uk org org\.uk me\.uk net uk me io info biz blog site online social tv app dev ai w[a]les scot
	cymru london ie eu us ly gg be page shop store xyz club live photography tk link
`);

/** Whether an address belongs to a body that the archive has declared public. */
export function isPublicHost(address: string, hosts: Vocabulary['publicHosts']): boolean {
	const [, host = ''] = /^(?:[a-z]+:\/\/)?(?:[^\s/@]*@)?([^\s/:?#]+)/i.exec(address) ?? [];
	const bare = host.toLowerCase().replace(/\.$/, '');
	return hosts.some((known) => bare === known || bare.endsWith(`.${known}`));
}

/** Whether an address is on a platform where people have pages of their own. */
export function isSocialAddress(address: string): boolean {
	return URL.canParse(address) && SOCIAL_HOST.test(new URL(address).hostname);
}

/** DT-14. Web addresses and account names. */
export const handle: Detector = {
	id: 'DT-14',
	type: 'web address or account name',
	warnsOnly: true,
	prefilter: pattern(`@|[/.]\\w|\\b(?:dot|www)\\b|[_#]|\\b(?:${PLATFORM}|${ACCOUNT})\\b`, 'i'),
	*find(text, words) {
		const open = (value: string) => !isPublicHost(value.replace(/\s/g, ''), words.publicHosts);
		yield* matches(text, /\b(?:h(?:tt|xx)ps?:\s?\/\/|www\s?\.\s?)[^\s<>"')\]]+/gi, open);
		yield* matches(
			text,
			fixed('gi')`(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.${TLD}(?![\w-]|\.\w)(?:\/[^\s<>"')\]]*)?`,
			(value, at) =>
				open(value) &&
				!/^\d+(?:\.\d+)*\.?\w?$/.test(value) &&
				!/@$/.test(text.slice(0, at)) &&
				!isSentenceEnd(value, text, at),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?!dot\b)[\w-]+(?: ?[(\[]? ?\bdot\b ?[)\]]? ?(?!dot\b)[\w-]+){0,4} ?[(\[]? ?\bdot\b ?[)\]]? ?(?:com|co|org|net|uk|me|io|info|tv)\b(?: (?:dot|slash) [\w-]+){0,4}`,
		);
		yield* matches(text, /(?<![\w.@])@\s?(?=[\w.]*[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.]{2,30}\b/g);
		yield* matches(text, /(?<![\w/])\/?[ur]\/[A-Za-z0-9_-]{3,}\b/g);
		yield* matches(text, /\b[A-Za-z][\w.]{2,}#\d{4}\b/g);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${PLATFORM}|${ACCOUNT})\b(?:\s+${HANDLE_LINKS})*\s*[:=]?\s*["']?([A-Za-z0-9][A-Za-z0-9_.-]*(?:[_\d]|\.[A-Za-z])[A-Za-z0-9_.-]*)`,
			(value, _, match) =>
				/[A-Za-z]{2}/.test(value) &&
				!/^\d+(?:st|nd|rd|th|s|am|pm|k)?$/i.test(value) &&
				!/^\d+[-\s]?(?:year|month|week|day)/i.test(value) &&
				(/[_.]|[a-z]\d|\d[a-z]/i.test(value) || match[0].includes(':')),
			1,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:${PLATFORM}\s+${ACCOUNT}|user\s?name|handle(?=\s*[:=])|gamer\s?tag|screen\s?name|${PLATFORM})\s*(?:\w+\s+)?(?:\bis\b|\bwas\b|\bas\b|:|=)\s*["']?([A-Za-z][\w.-]{4,})`,
			(value, _, match) =>
				!fixed('i')`^${NO_HANDLE}$`.test(value) &&
				(/:|=/.test(match[0]) || /name|handle|tag/i.test(match[0])),
			1,
		);
	},
};

/** “… left.Me and my …” is a missing space and no host. */
function isSentenceEnd(value: string, text: string, at: number): boolean {
	const [, last = ''] = /\.([A-Za-z]+)$/.exec(value) ?? [];
	const lowerWord = /^(?:me|us|be|live|page|link|shop|store|club|social|online|site)$/i.test(last);
	return lowerWord && /^[A-Z]/.test(last) && /^\s/.test(text.slice(at + value.length));
}

export const CONTACT: readonly Detector[] = [email, phone, handle];
