import { PLAIN_WORDS } from './grammar.ts';
import type { Token } from './tokens.ts';
import { anyOf } from '../word-list.ts';
import { fixed } from '../patterns/matching.ts';

const INSTITUTIONS = anyOf(`
	school team union bank council force group church rep gp mp case family side house home court company firm
	club class shift unit board charity mosque service refuge vet dentist landlady vicar priest imam marriage
	life relationship phone car story letter room street village town bed door kitchen flat clerk judge guide
	host coach lead chief chair nurse medic physio branch department society group area nursery college
	relative witness lot guest aunty
`);

/** Words by which the places of a person are told, for `person-contexts.ts`. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Helping verbs that are given names: only a verb in the past after them tells. */
export const HELPING_NAMES = words('will may');
/** Words that are the subject of a helping verb after them, and no name follows them. */
export const SUBJECTS =
	words(`i he she we they it there one nobody no-one noone somebody someone anybody anyone everybody
	everyone none nothing something anything everything others another either neither few many most some several`);
/** After these a clause begins, and its subject stands bare. */
export const OPENERS =
	words(`what even except when while because as if and but or so then that until since after before where why how though although
	once unless whenever cos cause coz till said says say think thought knew know heard hoped believe believed claimed thinks
	knows hope guess reckon reckoned swear which whereas plus yet nor later afterwards apparently eventually luckily sadly
	obviously basically anyway now today yesterday`);
export const HELPING = words(
	'is was were are had has have did does do would could should might must will can may got get gets felt feel seemed looked been being be',
);
/** Common verbs that take a person as their object, besides those in the past. */
export const HOLDING = words(
	'take takes taking taken have had having see seeing seen get getting keep keeping leave leaving give giving make let put want need miss love hate',
);
export const ARTICLES = words(
	'a an the this that these my your his her its our their no any some every each',
);
export const PREPOSITIONS = words(
	'with to from for about at without beside behind near past off than against like by of on',
);
export const MISSING = words(
	`i we you they he she to not really still did didn't didnt don't dont will would would'nt wont won't can't never always and also
	might may must should couldn't could gonna`,
);
/** What one is told, or suffers, by a person. */
export const TOLD_BY =
	words(`told asked said threatened warned hit interviewed strangled raped harassed stalked
	bullied groomed seen stopped called contacted taken given driven signed written handled investigated questioned
	advised informed ignored dismissed laughed reassured supported helped believed punched kicked slapped beaten left`);
export const GREETINGS = words(
	'hi hey hello dear thanks thankyou cheers sorry oi bye love yours from signed sincerely faithfully regards',
);
/** Given names that are verbs: “to mark”, “to ring”. */
export const VERBS =
	words(`mark grant rob bill chase pat sue nick hope ring carry jump marry lance chuck skip win wade rush jack bob ray
	page pierce hunt pick guy star rock reed bliss cherish clay cliff coy dial dock drum gene josh light pen power reign storm
	wait sail sing sky spike spark tip wing peg drew rose don buster cash fancy flick star trip trace treasure melody mercy`);
export const SPEAKING_TO = words(
	'thanks according spoke talk talked talking speak speaking said went gave belonged belongs lied wrote sent next back close happened married engaged listened close turned related loyal reported',
);
export const CALLING = words('call calls called calling');
export const EVERYONE = words(
	'everyone everybody all they mates lads we people always team shift station colleagues only',
);
export const OBJECTS = words('him her himself herself me them');
export const EPITHETS =
	words(`mad crazy unstable paranoid jealous weak stupid hero legend sir dad daddy mental bitter fat ugly lazy
	useless hysterical vindictive difficult liar sick evil cold over insane pathetic dramatic needy clingy bipolar delusional drunk sober furious asleep awake pregnant livid bruised upset shaking terrified`);

export const isBeing = (token: Token | undefined) =>
	/^(?:is|was|be|being|been|were)$/.test(token?.lower ?? '');

/** Not a plural, nor a form of a verb or an adverb. */
export const isSingular = (word: string) => !/(?:[^su]s|ing|ly|ed)$/.test(word) && !PLAIN_WORDS.has(word);

/** Ties after which a nickname may be any noun. */
export const isPersonal = (word: string) =>
	/^(?:mate|friend|ex|partner|boyfriend|girlfriend|colleague|pal|bro|buddy|brother|cousin|lad|lass|dog|cat)$/.test(
		word,
	);

/** Given names that are things without number. */
const MASS =
	words(`faith hope grace joy patience prudence charity mercy constance dawn summer autumn winter harmony melody liberty
	trinity verity honor glory justice ivory silver gold ebony jet sand silk velvet ginger saffron sage pepper
	olive basil rosemary heather clay rock ice snow rain storm`);
/** Given names that describe: after “was” they are no names. */
export const DESCRIBING = words(
	'frank rich curt gay earnest merry happy sunny rusty dusty sandy misty windy stormy lucky blythe jolly noble sweet true wild keen brave prosper constant modest sincere precious innocent',
);
export const isMass = (word: string) => MASS.has(word);

/** Words for one person, whoever it is. */
export const isPersonNoun = (word: string) =>
	/^(?:one|man|lad|lass|guy|bloke|boy|girl|person|someone|somebody|chap|fella|who|that|him|her)$/.test(word);

/** Bodies and things that speak for people: “our union says”. */
export const isBody = (word: string) =>
	/(?:er|or|ist|ian|man|ant|ment|tion|ship)$/.test(word) || fixed('')`^${INSTITUTIONS}$`.test(word);
