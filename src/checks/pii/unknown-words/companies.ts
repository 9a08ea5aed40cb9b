import { ENDS } from '../details/detail.ts';
import type { Hit } from '../model.ts';

/** Firms whose names are words of the dictionary, or several of them. */
const FIRMS =
	'(?:amazon|boots|stagecoach|subway|iceland|spar|nationwide|halifax|virgin|orange|shell|next|monsoon|harvester|beefeater|hermes|yodel|apple|compass|mothercare|homebase|clarks|accessorize|focus|gap|jet|texaco|esso|spoons|wetherspoons?|costa|nero|greggs|serco|capita|royal\\s+mail|british\\s+(?:gas|airways|telecom|rail)|national\\s+(?:grid|trust|rail)|network\\s+rail|post\\s+office\\s+counters|premier\\s+inn|holiday\\s+inn|travel\\s?lodge|river\\s+island|new\\s+look|top\\s?shop|body\\s+shop|pizza\\s+hut|burger\\s+king|toby\\s+carvery|brewers\\s+fayre|hungry\\s+horse|house\\s+of\\s+fraser|marks\\s+and\\s+(?:spencers?|sparks)|marks|holland\\s+and\\s+barrett|home\\s+bargains|pound\\s?(?:land|stretcher|world)|best\\s+western|pure\\s+gym|the\\s+(?:works|range|gym\\s+group)|fitness\\s+first|total\\s+fitness|bannatynes?|first\\s+bus|go\\s+ahead|john\\s+lewis|kwik\\s+fit|carpet\\s+right|card\\s+factory|game|dreams|currys|comet|woolworths|british\\s+legion|two\\s+sisters|bernard\\s+matthews)';

const PATTERNS = [
	new RegExp(
		String.raw`\b(?:works?|worked|working|job|jobs|shifts?|nights|days|manager|tills?|cleaner|cleaned|cleaning|temped|warehouse|employed|drove|drives|driver|checkouts?|security|sacked|interview|started|counter|teller|cashier|supervisor|delivered|delivers)\s+(?:\p{L}+\s+)?(?:at|for|in|from|by|with)\s+(${FIRMS})${ENDS}`,
		'gu',
	),
	/\b(?:at|for|in|round|into|outside|from)\s+(amazon|boots|stagecoach|greggs|wetherspoons?|spoons|homebase|marks\s+and\s+(?:spencers?|sparks)|royal\s+mail|british\s+gas|premier\s+inn|burger\s+king|pizza\s+hut|home\s+bargains|pound\s?land|john\s+lewis|pure\s+gym|new\s+look|river\s+island|house\s+of\s+fraser)\b/gu,
];

/** DT-C9. Firms by their names, in small letters. */
export function companies(text: string): Hit[] {
	return PATTERNS.flatMap((pattern) =>
		[...text.matchAll(pattern)].map((match) => {
			const value = match[1] ?? '';
			const start = match.index + match[0].lastIndexOf(value);
			return { start, end: start + value.length, rule: 'DT-C9' as const, type: 'name of a firm' };
		}),
	);
}
