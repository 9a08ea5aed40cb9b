import type { Detector, Vocabulary } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { fixed, matches, pattern } from './matching.ts';

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
