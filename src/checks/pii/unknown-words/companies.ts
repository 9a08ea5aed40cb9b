import { ENDS } from '../details/detail.ts';
import type { Hit } from '../model.ts';
import { anyOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const WORKING = anyOf(`
	works? worked working job jobs shifts? nights days manager tills? cleaner cleaned cleaning temped
	warehouse employed drove drives driver checkouts? security sacked interview started counter teller cashier
	supervisor delivered delivers
`);

const SHOPS = anyOf(String.raw`
	amazon boots stagecoach greggs wetherspoons? spoons homebase marks_and_(?:spencers?|sparks) royal_mail
	british_gas premier_inn burger_king pizza_hut home_bargains pound\s?land john_lewis pure_gym new_look
	river_island house_of_fraser
`);

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
	new RegExp(String.raw`\b${WORKING}\s+(?:\p{L}+\s+)?(?:at|for|in|from|by|with)\s+(${FIRMS})${ENDS}`, 'gu'),
	fixed('gu')`\b(?:at|for|in|round|into|outside|from)\s+(${SHOPS})\b`,
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
