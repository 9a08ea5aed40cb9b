import type { Hit } from '../model.ts';
import { ENDS, SMALL } from '../details/detail.ts';
import { anyOf, listOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const PATRONS = anyOf(`
	alexandra elizabeth mary victoria charlotte diana anne margaret edward george henry james william albert
	alfred infirmary free general victoria london sussex devon cornwall berkshire berks marsden brompton
	united wellington york edinburgh philip
`);

const NO_PUB = anyOf(`
	the a an his her my our their house kitchen car cars garden evenings? mornings? afternoons? dark same pub
	pubs bar bars club clubs park street streets bedroom front living sitting local end day days night nights
	week weeks weekends? back middle bath shed garage office station canteen mess city town village background
	home work least all first once secret private public lunch lunchtime that this those any every each some
	one two three years hours it him them me us uniform moderation silence there here fun money company excess
	christmas order
`);

const NO_VILLAGE = anyOf(`
	body lip lips jaw arm arms back leg legs half part house floor deck end class hand limit ranks? court
	courts school sixth tribunal case level price value stall stalls town place day days trader forces abdomen
	thigh chest tier risk grade paid
`);

const NO_PLACE_NAME = anyOf(`
	morning evening burden garden building meeting feeling wedding beginning warning button person reason
	kitchen chicken question cotton season pension mansion children wooden golden broken hidden sudden open
	token listen often field fields bridge church churches being thing string wing ring king sibling darling
	ceiling dining booking listing rating hearing training setting opening closing standing living swimming
	clothing lighting parking housing
`);

const PLACE_ENDINGS = anyOf(`
	ton ham ford ley bury worth thorpe don den ing field combe mouth stead minster bridge borough chester
	island isle wick stow hurst
`);

const NO_NAME_AFTER_COMMA = anyOf(`
	who which where and but or he she they we i it so then because when as with in on at to for of a an the my
	his her our their not no that if was were is had once twice again alone too though although after before
	until while there here nobody everybody someone everyone all both just only even always never sometimes
	usually often one two three four five six please like about social work family friends teachers doctors
`);

/** Names of churches, and of the schools and hospitals called after them. */
const DEDICATION = String.raw`\b(?:(?:st|saint|saints|sts)\.?\s+\p{Ll}{3,}(?:'s|s')?|all\s+(?:saints|souls|hallows)|holy\s+(?:cross|trinity|family|name|spirit|rood|innocents|redeemer|ghost|rosary|apostles|souls|child)|sacred\s+heart|christ\s+(?:church|the\s+king|the\s+saviour)|our\s+lady(?:'s)?(?:\s+of\s+[\p{Ll}']+(?:\s+[\p{Ll}']+)?)?|corpus\s+christi|royal\s+\p{Ll}{3,}\s+(?:county\s+)?hospital|(?:prince|princess|duke|earl)\s+of\s+\p{Ll}{3,}|blessed\s+(?:sacrament|virgin|trinity)|immaculate\s+(?:conception|heart)|good\s+shepherd|notre\s+dame|trinity\s+(?:church|school|primary|high|academy|college|methodist)|(?:queen|king|royal|princess|prince|lady|lord|duke\s+of|prince\s+of)\s+(?!(?:of|charles|queen|is|was|and|had|said)\b)${PATRONS}(?:'s)?)(?![\p{L}])`;

/** Kinds that follow a name without an article: “riverside primary”, “the docklands gym”. */
const AFTER_NAME = anyOf(`
	primary juniors? infants academy grammar comprehensive comp high_school primary_school nursery sixth_form
	rovers united wanderers athletic albion harriers rangers villa infirmary general_hospital hospice
	methodists? baptists? arms inn tavern gurdwara gym boxing_club rugby_club football_club cricket_club
	golf_club social_club working_men's_club community_centre leisure_centre health_centre medical_centre
	surgery barracks magistrates'? crown_court county_court family_court registry_office register_office
	theatre retail_park industrial_estate trading_estate shopping_centre nick garage working_men's
`);
const PLAIN = new Set(
	listOf(`
	the a an my his her our their your its this that these those every each any some no one two three local
	new old same nearest whole main other next last first second family big little small good bad private
	public catholic primary secondary junior infant high church village town city and or of to at in on for
	from with was is be by as had has have went goes go going left after before near into outside behind
	opposite around about attended joined leave leaves private general community busy nice posh posher best
	worst different another royal great central wrong right own what which whose who when where how did does
	do can will would could not never always only just even also very too so if but then than them me him us
	you she he we they it i there here up down off out over under again because while since until during
	without within through home back like said told magistrates nursery boys girls boy girl kids children
	state free middle lower upper special brain heart minor major plastic dental open key laser knee hip eye
	weight cosmetic emergency routine doctor's doctors gp gp's vet's vets day days trauma keyhole emergency
	more most such every her's mate's dad's mum's car town's city's at
`),
);

/** Names of public houses that are several words, or words that little else has “the” before. */
const PUBS = anyOf(String.raw`
	red_lion white_(?:hart|horse|lion|swan|bear|bull) black_(?:horse|bull|lion|swan|boy|bear)
	golden_(?:lion|fleece|hind|cross|ball) green_(?:man|dragon) blue_(?:bell|boar|anchor|pig)
	royal_(?:oak|standard|george|hotel)
	(?:rose|fox|crown|hare|dog|horse|coach|goat|lamb|george|bull|bird|eagle|star|plough|anchor|ship|pig|cat|bear|bat|rifle|sun)_(?:and|&|'?n'?)_(?:crown|hounds?|cushion|duck|gun|groom|horses|compasses?|flag|dragon|bush|baby|child|garter|whistle|fiddle|ball|volunteer|castle|harrow|wheel|anchor|shovel|carrot|spaniel|pheasant|thistle|staff)
	(?:king|queen|prince|nag|duke|bull|boar|saracen|turk|shepherd|mason|bricklayer|carpenter|cricketer|blacksmith|forester|plumber|butcher|baker|miner|colliers?|sailor|fisherman|railway|station|farmer|drover|packhorse|miller|volunteer|builder|engineer)'?s?'?_(?:heads?|arms|rest|inn|legs|return)
	(?:prince|duke|marquis|earl|lord|lady|admiral|general|sir|princess|maid|pride|vale|hope|star)_(?:of_\p{Ll}+|nelson|wellington|granby|byron|raglan|havelock|hood|rodney|keppel|moira)
	marquis_of_\p{Ll}+ cross_keys three_(?:horseshoes|tuns|crowns|cups|pigeons|compasses|kings|swans)
	bay_horse new_inn old_(?:bell|crown|ship|swan|inn) nags?_head bird_in_hand rising_sun half_moon
	travellers'?_rest jolly_\p{Ll}+ hop_pole world's_end who'd_have_thought_it locarno palais wheatsheaf
	chequers woolpack greyhound
`);
const PUB_WORDS = anyOf(String.raw`
	crown swan bell plough fox bull lamb angel ship anchor star railway george griffin unicorn talbot nelson
	wellington victoria albert albion globe feathers harp maypole mitre bear boar stag fleece windmill
	cricketers bricklayers foresters legion regal ritz castle oak vine bush dolphin falcon hare raven phoenix
	peacock pheasant partridge saracens? sportsman navigation grapes hop elephant beehive barley\s*mow
	volunteer trafalgar alma eagle cock dragon jolly queens kings royal sun moon rose ferry brewers masons
	waggon coach tiger rainbow spread_eagle turf oddfellows corporation imperial clarence clarendon cavendish
	devonshire portland rutland bedford sussex essex somerset
`);

const PATTERNS: readonly (readonly [pattern: RegExp, test?: (match: RegExpExecArray) => boolean])[] = [
	[new RegExp(DEDICATION, 'gu'), ([value]) => !/^st\s+(?:was|and|the)/.test(value)],
	[
		new RegExp(String.raw`(?<![\p{L}'-])(\p{Ll}[\p{Ll}']{2,})\s+${AFTER_NAME}(?![\p{L}-])`, 'gu'),
		([, word = '']) => !PLAIN.has(word) && !/(?:ing|ed|ly|'s)$/.test(word),
	],
	[
		new RegExp(String.raw`\b(?:the\s+)?${PUBS}(?![\p{L}-])`, 'gu'),
		([value]) => /^the\s/.test(value) || /\s/.test(value),
	],
	[
		new RegExp(
			String.raw`\b(?:in|at|down|round|outside|behind|opposite|into|upstairs\s+(?:in|at)|out\s+of|landlord\s+of|landlady\s+of|runs|ran|over|(?:toilets|steps|back|front|car\s+park|garden|landlord|windows?)\s+of)\s+(the\s+${PUB_WORDS})${ENDS}`,
			'gu',
		),
	],
	// “he drinks in the …”: whatever comes then is a public house.
	[
		fixed(
			'gu',
		)`\b(?:drinks?|drank|drinking|a\s+pint|pints|darts|lock-?in|pub\s+quiz|barred)\s+(?:with\s+\p{Ll}+\s+)?(?:in|at|down|for|from)\s+((?:the\s+)?(?!${NO_PUB}\b)\p{Ll}[\p{Ll}']{2,}(?:\s+(?:arms|inn|club|head|lion|horse))?)`,
	],
	// “upper slaughter”, “great wakering”
	[
		fixed(
			'gu',
		)`(?<![\p{L}'-])(?:upper|lower|nether|chipping|market)\s+(?!${NO_VILLAGE}\b)\p{Ll}{4,}(?![\p{L}-])`,
	],
	[
		fixed(
			'gu',
		)`(?<![\p{L}'-])(?:great|little|long|high|low|old|new|north|south|east|west|kings?|bishops?|st|holy|much|steeple|temple|stoke)\s+(?!${NO_PLACE_NAME}\b)\p{Ll}*${PLACE_ENDINGS}(?![\p{L}-])`,
		([value]) => !/^(?:old|new|long|high|great|little)\s+\p{Ll}+ing$/u.test(value),
	],
	[
		/\b(?:on|down|up|along|off|in|to|from)\s+the\s+(?:high|low|old|back|front|long|north|south|east|west)\s+row\b/gu,
	],
	// “the nursery, little acorns, let him in”
	[
		fixed(
			'gu',
		)`\b(?:school|nursery|playgroup|club|pub|church|hospital|hospice|firm|company|shop|village|hamlet|estate|farm|band|salon)\s*,\s+((?!${NO_NAME_AFTER_COMMA}\b|\p{Ll}+(?:ing|ed|ly)\b)\p{Ll}[\p{Ll}']{2,}(?:\s+(?!(?:and|or)\b)\p{Ll}[\p{Ll}']{2,}){0,2}),(?!\s+(?:and|or)\b)`,
	],
	// Rooms by number.
	[
		new RegExp(
			String.raw`\b(?:ward|bay|cubicle|cell|court|courtroom|wing|block|room|bed|hut|cabin|chalet|caravan|berth|pitch|plot|platform|theatre)\s+(?:number\s+|no\.?\s*)?(?:(?:${SMALL}|\d{1,3})(?:\s?[a-h](?![\p{L}']))?|(?<=(?:ward|wing|block|cell|bay|room)\s)[b-h](?![\p{L}']))(?![\w%]|\s+(?:days?|nights?|weeks?|months?|years?|hours?|minutes?|times?|doors?|miles?|of|people|more|or|to|others?|wom[ae]n|m[ae]n|children|streets?|floors?|dogs?|cats?|kids)\b)`,
			'giu',
		),
		([value]) => !/^(?:room|bed|theatre|platform|pitch|plot)\s+one$/i.test(value),
	],
];

/** DT-C9. Schools, churches, hospitals, clubs, public houses and rooms by their names or numbers, in small letters. */
export function institutions(text: string): Hit[] {
	const hits: Hit[] = [];
	for (const [pattern, test] of PATTERNS) {
		for (const match of text.matchAll(pattern)) {
			if (test && !test(match as RegExpExecArray)) continue;
			const value = match[1]?.startsWith('the ') ? match[1] : match[0];
			const start = match.index + match[0].lastIndexOf(value);
			hits.push({
				start,
				end: start + value.length,
				rule: 'DT-C9',
				type: 'name or number of an institution',
			});
		}
	}
	return hits;
}
