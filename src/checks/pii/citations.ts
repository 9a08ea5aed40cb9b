import type { Span } from './model.ts';
import { normalise } from './normalise.ts';
import { STATUTES } from './statutes.ts';
import { alternatives, pattern } from './patterns/matching.ts';

const YEAR = String.raw`(?:1[6-9]|20)\d{2}`;
const NOT_MORE = String.raw`(?![\w/-]|[.,]\d)`;

/** Courts and tribunals in neutral citations. */
const COURTS =
	'UKSC|UKPC|UKHL|EWCA\\s(?:Civ|Crim)|EWHC|EWFC|EWCOP|EWCC|EWMC|UKUT|UKFTT|UKEAT|EAT|UKIPTrib|UKIAT|CSIH|CSOH|HCJ|HCJAC|HCJT|SAC|NICA|NIQB|NIKB|NICh|NIFam|NICC|IESC|IECA|IEHC|ECHR|EUECJ|EUCFI';

/** Series of law reports and journals of law, as they are abbreviated. */
const SERIES =
	"AC|QB|KB|WLR|All\\sER|Ch|Fam|ICR|IRLR|FLR|FCR|Fam\\sLaw|Cr\\sApp\\sR(?:\\s\\(S\\))?|Crim\\s?LR|EHRR|ECR|CMLR|Lloyd's\\sRep|BCLC|BCC|LGR|PTSR|HLR|UKHRR|Inquest\\sLR|Med\\sLR|PIQR|RTR|STC|TLR|SC|SLT|SCCR|SCLR|NI|NIJB|IR|ILRM|LQR|MLR|CLJ|OJLS|PL|CFLQ|JSWFL|ER|JP|Imm\\sAR|INLR|EGLR|P\\s&\\sCR|Co\\sRep";

/** Numbers of provisions: at most three digits, with letters and brackets, one or several. */
const PROVISION = String.raw`\d{1,3}[A-Z]{0,2}(?:\([0-9A-Za-z]{1,4}\)){0,4}`;
const PROVISIONS = `${PROVISION}(?:(?:,| and| or| to|-|,? and) ${PROVISION}|-${PROVISION}){0,8}`;
/** The words before a provision, in full and short. */
const FULL =
	'[Ss]ections?|[Ss]chedules?|[Aa]rticles?|[Rr]egulations?|[Pp]aragraphs?|[Rr]ules?|[Pp]arts?|[Cc]hapters?|[Cc]lauses?';
const SHORT = 'ss?|sch|arts?|regs?|paras?|rr?|pts?|ch|cl';

/** Forms that need no list: each is complete in itself, and none holds a number of more than four digits. */
const FORMS = new RegExp(
	[
		// [2019] EWHC 1234 (Admin) at [45]
		String.raw`\[${YEAR}\]\s(?:${COURTS})\s\d{1,4}${NOT_MORE}(?:\s\([A-Z][A-Za-z]{1,8}\))?(?:,?\s(?:at\s)?\[\d{1,3}\](?:-\[\d{1,3}\])?)?`,
		// [2020] 1 WLR 2034; (1999) 2 AC 455, 461
		String.raw`(?:\[${YEAR}\](?:\s\d{1,2})?|\(${YEAR}\)\s\d{1,3})\s(?:${SERIES})\s\d{1,4}${NOT_MORE}(?:,\s\d{1,4}${NOT_MORE})?`,
		// SI 2020/4
		String.raw`\b(?:SI|S\.I\.|SSI|WSI|SR)\s(?:19|20)\d{2}/\d{1,4}${NOT_MORE}`,
		// HC 745 (2021-22); HL Paper 12, Session 2019-21; CP 412 (2021)
		String.raw`\b(?:HC|HL(?:\sPaper)?)\s\d{1,4},?\s(?:Session\s|\()(?:19|20)\d{2}-\d{2}${NOT_MORE}\)?`,
		String.raw`\b(?:Cmnd|Cmd|Cm|CP)\s\d{1,4}\s\((?:19|20)\d{2}\)`,
		// The same as all that a field holds
		String.raw`^(?:HC|HL(?:\sPaper)?|Cmnd|Cmd|Cm|CP)\s\d{1,4}$`,
		// “paragraphs 3 to 9”, “page 12”: a pinpoint of a source, where it is all that a field holds
		String.raw`^(?:${FULL}|[Pp]ages?|[Cc]olumns?|pp?|cols?|paras?)\.?\s${PROVISIONS}$`,
		// “a section 47 enquiry”, “under section 136”: what people call a power by; no other provision stands for itself
		String.raw`\b[Ss]ections?\s(?:\d{1,2}[A-Z]?|1\d{2})(?:\([0-9A-Za-z]{1,4}\)){0,4}(?!\.?\d|[\w/%-])`,
		// Section 127 of the …, s 12 of the …, where the law is named after it
		String.raw`(?<!')\b(?:${FULL}|${SHORT})\.?\s${PROVISIONS}(?=,?\s(?:of|to)\s(?:(?:the|that|this|an?)\s)?(?:\p{Lu}[\p{L}(),'’. -]{2,80}\s)?(?:Act|Order|Rules|Regulations|Convention|Directive|Schedule|Code)\b)`,
	].join('|'),
	'gu',
);

/** Provisions right before or after a law that is named: “s 12 Children Act 1989”, “SI 2020/4, reg 30”. */
const BEFORE_LAW = new RegExp(
	String.raw`(?<!')\b(?:${FULL}|${SHORT})\.?\s${PROVISIONS}(?:,?\s(?:of\s)?(?:the\s)?)?$`,
	'u',
);
const AFTER_LAW = new RegExp(String.raw`^,?\s(?:${FULL}|${SHORT})\.?\s${PROVISIONS}(?![\w/-]|[.,]\d)`, 'u');

/**
 * Citations of law and of papers in a normalised text: they carry digits and capitals that identify nobody. Only whole
 * forms count, with courts, series and laws from lists, and with no number of more than four digits, so that a number
 * of a person beside “section” or after “it's” is not excused.
 *
 * @param laws titles of Acts, orders and rules that the archive declares, besides those of general law
 */
export function citations(text: string, laws: readonly string[]): Span[] {
	const spans: Span[] = [];
	if (!/\d/.test(text)) return spans;
	for (const match of text.matchAll(FORMS)) {
		const end = match.index + match[0].length;
		spans.push({ start: match.index, end: end + provisionsAfter(text, end) });
	}
	if (!/(?:Act|Order|Rules|Regulations|Regs)\b/.test(text)) return spans;
	for (const match of text.matchAll(lawPattern(laws))) {
		let start = match.index;
		const end = start + match[0].length;
		const lead = BEFORE_LAW.exec(text.slice(Math.max(0, start - 60), start));
		if (lead) start -= lead[0].length;
		spans.push({ start, end: end + provisionsAfter(text, end) });
	}
	return spans;
}

/** How long the provisions are that follow a law which ends here. */
function provisionsAfter(text: string, end: number): number {
	return AFTER_LAW.exec(text.slice(end, end + 60))?.[0].length ?? 0;
}

function lawPattern(laws: readonly string[]): RegExp {
	const titles = alternatives([...STATUTES, ...laws].map((title) => normalise(title).text));
	return pattern(
		String.raw`\b(?:${titles})(?:\s\((?:Scotland|Northern Ireland)\))?(?:,?\s${YEAR}${NOT_MORE})?`,
		'g',
	);
}

/**
 * Whether a stretch is an ISBN or ISSN: announced as one, and with its check digit right (ISO 2108, ISO 3297). A
 * telephone number after “ISBN” is none.
 */
export function isBookNumber(text: string, start: number): boolean {
	const lead = text.slice(Math.max(0, start - 24), start);
	const [announced] = /\b(?:ISBN|ISSN)(?:-1[03])?[:\s]*[\d -]*$/i.exec(lead) ?? [];
	if (announced === undefined) return false;
	const from = start - announced.length + 'ISBN'.length;
	const [, written = ''] = /^(?:-1[03])?[:\s]*(\d[\d -]{6,16}[\dXx])(?!\w)/.exec(text.slice(from)) ?? [];
	const digits = [...written.replace(/[^\dXx]/g, '')].map((one) => (/x/i.test(one) ? 10 : Number(one)));
	const sum = (weight: (index: number) => number) =>
		digits.reduce((total, digit, index) => total + digit * weight(index), 0);
	if (digits.length === 13) return sum((index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
	if (digits.length === 10 || digits.length === 8) return sum((index) => digits.length - index) % 11 === 0;
	return false;
}
