import { fixed, matches } from '../patterns/matching.ts';
import { type Detail, ENDS } from './detail.ts';
import { anyOf } from '../word-list.ts';

/** Verbs before a school that somebody attends or works at. */
const ATTENDING = anyOf(`
	is are was were went goes go going been started works? worked teaches taught born nurse nursed trained
	taken rushed up down over
`);

const SCHOOLS = anyOf(`
	grammar comp convent juniors infants primary secondary_modern sixth_form academy royal general county
	infirmary cottage maternity eye children's boys'? girls'? steiner montessori faith_school village_school
`);

/** Words that no house is told by. */
const ANYWHERE = anyOf(`
	time end moment back front rest other others same door phone dark world country city town village road
	street house flat window stairs wall line law limit age counter top bottom rules? same fact way noise
	children kids family law
`);
const DWELLING = anyOf(`
	houses? flats? cottage bungalow caravan farm farmhouse lodge bedsit studio barn annexe? chalet cabin
	lighthouse boat mobile_home
`);
const WORKER = anyOf(`
	[a-z]+(?:er|or|ist|wife|ant|ian|man|eer) nurse clerk cook vet chef guard guide coach tutor priest chaplain
	maid ta apprentice temp
`);
const NO_EMPLOYER = anyOf(String.raw`
	time same moment end house evenings? days? nights? mornings? weekends? dark background others? past
	beginning first next last community city town village country job team field area office \w*man couple few
	years? months? living lot case bit while whole best worst children kids system company council charity
	service services government state people long new different another better good full court way kitchen
	room car building hours? morning afternoon evening night force law eyes public family trial hearing
	meeting control
`);

/** DT-Q5. Homes by what stands beside them, and work, schools and hospitals by the one of their kind. */
export const dwellings: Detail = {
	id: 'DT-Q5',
	type: 'place or employer that can be traced',
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b${DWELLING}\s+(?:at|on|near|by)\s+the\s+(?:very\s+)?(?:end|top|bottom|corner|edge|foot|far\s+end|head|mouth)\s+of\s+(?:the|our|a)\s+(?!(?:road|street|garden|stairs|world|month|week)\b)[\w'-]+`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:lives?|lived|living|stay(?:s|ed|ing)?|rents?|rented|dwells?|bides?|house\s+(?:is|was)|flat\s+(?:is|was)|place\s+(?:is|was)|home\s+(?:is|was)|from|moved|bought)\s+(?:right\s+|just\s+|directly\s+|a\s+flat\s+|a\s+house\s+)?(?:opposite|above|over|behind|next\s+to|next\s+door\s+to|beside|across\s+from|facing|under|below|down\s+from|round\s+from|on\s+top\s+of)\s+(?:the|a|an|our|his)\s+(?!${ANYWHERE}\b)[\w'-]+(?:\s+(?:station|shop|school|church|centre|house|hall|office|club|park))?`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:am|was|is|as|be|been|became|i'm|he's|she's|works?|worked)\s+(?:a|an|the)\s+(?:\w+\s+)?${WORKER}\s+(?:at|for|in)\s+(?:the|a|an|our)\s+(?!${NO_EMPLOYER}\b)[\w'-]+(?:\s+(?:office|centre|home|shop|company|society|factory|school|works|farm|club|firm|hall|hospital))?`,
			(value) => !/\s(?:a|the)\s+(?:danger|matter|number|letter|order|error|mirror|corner)\s/i.test(value),
		);
		yield* matches(text, fixed('gi')`\b${ATTENDING}\s+(?:\w+\s+)?(?:at|to|in)\s+the\s+${SCHOOLS}${ENDS}`);
	},
};
