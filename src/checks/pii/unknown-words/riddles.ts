import type { Hit } from '../model.ts';

const NAME = String.raw`(?:(?:first|last|second|middle|family|christian|given|real|full)\s+name|surname|nickname|name)`;
const PATTERNS = [
	// “his first name is the same as the king's”, “her surname is a kind of bird”
	new RegExp(
		String.raw`\b(?:his|her|their|whose|the|\p{L}+'s)\s+${NAME}(?:'s|\s+(?:is|was|means?|meant|has|had))\s+(?:just\s+|also\s+|really\s+)?(?:the\s+same\s+as|a\s+(?:kind|sort|type|colour|town|city|bird|tree|flower|fruit|job|river|month|make|brand|word|place)\b|an?\s+\p{L}+\s+(?:letters?|syllables?)|like\s+(?:a|an|the)|what\s+you|that\s+of|where\s+|how\s+you|something\s+you|one\s+letter|one\s+of\s+the|spelled|spelt|backwards)[^.;!?\n]{0,60}`,
		'giu',
	),
	new RegExp(
		String.raw`\b${NAME}\s+(?:(?:that|which|almost|nearly|also)\s+)?(?:rhymes?|rhymed|sounds?|starts?|begins?|ends?)\s+(?:with|like|in|the\s+same)\b[^.;!?\n]{0,60}`,
		'giu',
	),
	/\b(?:same|shares?(?:\s+(?:a|his|her))?)\s+(?:first\s+|last\s+|sur)?name\s+(?:as|with)\s+[^.;!?\n]{1,60}/giu,
	/\b(?:first|last|second|third)\s+letters?\s+(?:of\s+(?:each|every|his|her|the)|are|is|spell)\b[^.;!?\n]{0,60}/giu,
	/\b(?:named|called)\s+after\s+(?:the|a|an|his|her|that)\s+[^.;!?\n]{1,60}/giu,
];

/** DT-C3. Words that describe a name instead of saying it. */
export function riddles(text: string): Hit[] {
	if (!/name|letters?\s|called\s+after/i.test(text)) return [];
	return PATTERNS.flatMap((pattern) =>
		[...text.matchAll(pattern)].map((match) => ({
			start: match.index,
			end: match.index + match[0].length,
			rule: 'DT-C3' as const,
			type: 'hint at a name',
		})),
	);
}
