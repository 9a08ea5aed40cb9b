import { ENDS } from '../details/detail.ts';
import type { Hit } from '../model.ts';
import { anyOf } from '../word-list.ts';

/** Firms whose names are words of the dictionary, or several of them. */
const FIRMS = anyOf(String.raw`
	amazon boots stagecoach subway iceland spar nationwide halifax virgin orange shell next monsoon harvester
	beefeater hermes yodel apple compass mothercare homebase clarks accessorize focus gap jet texaco esso
	spoons wetherspoons? costa nero greggs serco capita royal_mail british_(?:gas|airways|telecom|rail)
	national_(?:grid|trust|rail) network_rail post_office_counters premier_inn holiday_inn travel\s?lodge
	river_island new_look top\s?shop body_shop pizza_hut burger_king toby_carvery brewers_fayre hungry_horse
	house_of_fraser marks_and_(?:spencers?|sparks) marks holland_and_barrett home_bargains
	pound\s?(?:land|stretcher|world) best_western pure_gym the_(?:works|range|gym_group) fitness_first
	total_fitness bannatynes? first_bus go_ahead john_lewis kwik_fit carpet_right card_factory game dreams
	currys comet woolworths british_legion two_sisters bernard_matthews
`);

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
