import { alternatives, fixed, matches, pattern } from '../patterns/matching.ts';
import { type Detail, ENDS } from './detail.ts';
import { anyOf } from '../word-list.ts';

const NO_LANDMARK = anyOf(`
	time end moment morning afternoon evening night day days week weekend month year past first last same
	meantime middle beginning start way whole back front rest other door phone case dark area world country uk
	city town village future hope bed floor rain snow cold car kitchen room house house office station
	building playground gate gates register books list system
`);

/** Houses that tell what they once were. */
const CONVERTED_HOUSES = anyOf(String.raw`
	[\w-]+_station vicarage rectory school\s?house school forge mill station chapel barn bakery dairy manse
	parsonage smithy bakehouse town_hall (?:corn|wool)_exchange court\s?house fire_station post_office lodge
	hall lifeboat_station lighthouse pub
`);

const TEAM_VERBS = anyOf(`
	plays? played playing rows? rowed runs? ran running rides? rode fights? boxes boxed bowls bowled sings?
	sang coach(?:es|ed)? captain goalkeeper referees? joined chair treasurer secretary member
`);

const NO_TEAM = anyOf(`
	house show risk water bath family team force same whole time kids children shift road streets? car bike
	bus tap course investigation country world public dog phone group jury union
`);

/** Kinds of houses that people go to, work in or are kept in. */
const KIND = anyOf(`
	hospitals? infirmary hospice surgery practice clinic health_centre medical_centre schools? primary juniors
	infants academy grammar college nursery playgroup university church chapel mosque temple synagogue
	gurdwara kingdom_hall cathedral minster abbey priory convent parish_hall church_hall village_hall
	town_hall court tribunal exchange pub inn club gym dojo choir band library museum gallery theatre cinema
	arcade factory works plant bakery brewery distillery mill quarry garden_centre nursing_home care_home
	children's_home building_society bank post_office solicitors estate_agents? bookmakers bookies chippy
	chip_shop takeaway restaurant caf[eé] hotel casino bingo leisure_centre community_centre sports_centre
	stadium rink baths stables kennels racecourse airport docks dockyard shipyard barracks base archive
	company firm agency taxi_office taxi_rank salon hairdressers barbers butchers florist farm dairy abattoir
	depot warehouse call_centre shop supermarket marina pier zoo aquarium unit ward
`);
/** Words before a kind that tell nothing. */
const PLAIN = anyOf(`
	local same nearest nearby new main whole other next first second last family crown high supreme civil
	criminal youth small big little good bad private public primary secondary right wrong own only entire
	average usual different single big best worst busy empty old actual present former current wider church
	general hospital school football kids appeal business dental big nice posh village youth industrial
	housing council clinical open closed lower upper nursery magistrates magistrates' care nursing family's
	doctor's law legal insurance security phone mobile energy tech parent holding limited specialist support
	response custody intensive armed safeguarding control head refuge gp gp's dentist lead safe
`);
/** Houses of which a town has one. */
const ONE_OF_ITS_KIND = anyOf(String.raw`
	infirmary hospice cathedral minster abbey priory convent legion racecourse dockyard shipyard barracks
	lighthouse observatory power_station airport golf_club rugby_club football_club cricket_club rowing_club
	sailing_club yacht_club tennis_club bowls_club boxing_club social_club working_men's_club
	conservative_club labour_club rotary harriers lifeboat coastguard harbour quayside naval_base air\s?base
	air\s?field cottage_hospital maternity_hospital burns_unit stately_home theme_park steelworks colliery
	pit_head refinery nuclear_plant brewery distillery prison_farm grammar_school boarding_school
	steiner_school convent_school special_school gurdwara synagogue kingdom_hall guildhall corn_exchange
	wool_exchange border_post ferry_terminal toll_(?:house|bridge)
`);
const LAND = anyOf(`
	islands? isle valley peninsula headland estuary glen loch lough fens broads dales downs wolds weald moors?
	marshes borders highlands archipelago
`);
const LOCATED = String.raw`(?:on|in|by|near|behind|opposite|next\s+to|over|above|below|under|beside|across\s+from|round\s+the\s+corner\s+from|off|outside|at|facing)\s+(?:the|our|a)\s+(?!${NO_LANDMARK}\b)[\w'-]+(?:\s+(?:place|street|road|square|hall|green|hill|field|park|centre|lane|row|arcade|exchange|front|house|station|bridge))?`;
const WORK = String.raw`(?:work(?:s|ed|ing)?(?:\s+(?:nights|days|shifts|mornings|part[- ]time|full[- ]time))?|job|manager|boss|supervisor|line\s+manager|employer|tills|cleaner|nurse|receptionist|dispatcher|teacher|teaches|taught|employed|sacked|trained|temp(?:ed|ing)?|volunteer(?:s|ed|ing)?|apprentice|nights|shifts|behind\s+the\s+bar|porter|carer|chef|cook|waitress|barmaid|clerk|secretary|assistant|lecturer|caretaker)`;
const NOT_WORK = anyOf(`
	time same moment end force station house garden evenings? days? nights? mornings? weekends? weeks? dark
	background other others public past beginning first next last community city town village country job team
	field nhs unit department division area office man men couple few year years month months living lot case
	bit while whole best worst children kids system company council charity refuge service services
	organisation government state people long new different another better good full court way kitchen room
	car hospital school shop pub building investigation hours? morning afternoon evening night
`);

/** DT-Q5. Houses, employers and stretches of land that one who knows the place can name, though the text does not. */
export const places: Detail = {
	id: 'DT-Q5',
	type: 'place or employer that can be traced',
	*find(text, { bareNouns }) {
		// What the whole archive is about tells nothing: “works for the …”.
		const ofSubject = pattern(String.raw`\s(?:the|a|an|our)\s+(?:${alternatives(bareNouns)})\b`, 'i');
		yield* matches(
			text,
			/\b(?:the|our)\s+(?:town\s+hall|city\s+hall|county\s+hall|register\s+office|registry\s+office|village\s+(?:school|hall|shop|pub|green)|parish\s+(?:hall|church|council)|kirk|day\s+unit|children's\s+hospital|eye\s+hospital|eye\s+infirmary|general)\b(?!\s+(?:public|rule|idea|view|feeling|election|practice|population))/gi,
		);
		yield* matches(
			text,
			/\bthe\s+(?:[\w'-]+\s+){1,3}?where\s+(?:i|she|he|we|they|(?:my|his|her)\s+\w+)\s+(?:works?|worked|was\s+working|used\s+to\s+work|volunteer(?:s|ed)?|trained|studied)\b/gi,
		);
		yield* matches(
			text,
			fixed('gi')`\b(?:the|our|my|his|her|their)\s+(?:[\w'-]+\s+){0,2}?${KIND}\s+${LOCATED}`,
		);
		yield* matches(text, fixed('gi')`\b(?:the|our|at)\s+(?:[\w'-]+\s+)?${ONE_OF_ITS_KIND}\b`);
		yield* matches(text, fixed('gi')`\b(?:the|our)\s+(?!${PLAIN}\s)[a-z][a-z'-]{2,}\s+${KIND}\b`);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b${WORK}\s+(?:at|for|in|from|with)\s+(?:the|a|an|our)\s+(?!${NOT_WORK}\b)[a-z][\w'-]+(?:\s+(?:office|centre|home|shop|company|society|factory|school|agents?|works|farm|club|firm|hall))?`,
			(value) => !ofSubject.test(value),
		);
		yield* matches(text, fixed('gi')`\b(?:the|an)\s+old\s+${CONVERTED_HOUSES}\b`);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:house|flat|cottage|bungalow|caravan|farm|farmhouse|lodge|room|place|bedsit|site)\s+(?:over|above|next\s+to|beside|behind|opposite|by|at|across\s+from|on\s+the\s+corner\s+of|overlooking|backing\s+on\s+to)\s+(?:the|an?)\s+(?!(?:time|end|moment|top|bottom|weekend|same|night|back|front|other|start)\b)[\w'-]+`,
		);
		yield* matches(
			text,
			fixed('gi')`\b(?:on|to|off|in|from|across|around|of|whole)\s+the\s+(?:\w+\s+)?${LAND}${ENDS}`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:number|no\.?)\s+(?:\w+\s+)?(?:\w+)\s+on\s+the\s+(?:crescent|close|square|green|terrace|parade|front|estate|avenue|drive|row)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b${TEAM_VERBS}\s+(?:for|of|with|out\s+of|in)?\s*(?:the|our|a)\s+(?!${NO_TEAM}\b)[\w'-]+(?:\s+(?:\w+|club|team|choir|eight|eleven|elevens|nines|gym|band))?${ENDS}`,
			(value) => !ofSubject.test(value),
		);
	},
};
