/** Classes of English words whose context in a sentence shows that a person is meant. */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Words of grammar, and words so common that no place in a sentence makes a person of them. */
export const PLAIN_WORDS = words(`
	a an the this that these those my your his her its our their whose which what who whom i you he she it we they me him us
	them myself yourself himself herself itself ourselves themselves mine yours hers ours theirs one ones someone somebody
	anyone anybody everyone everybody noone nobody nothing something anything everything none all any some both each every
	either neither no not never ever always often sometimes usually mostly mainly rarely hardly barely nearly almost quite
	very really too so such just only even still yet already again once twice then there here where when why how now today
	tonight tomorrow yesterday soon later late early before after since until till while as if because although though unless
	whether and or but nor than of in on at by to from with without within into onto upon over under above below between
	among through during about around against across along behind beside besides beyond near off out up down back away
	apart together home inside outside upstairs downstairs next last first second third more most less least many much few
	little lot lots plenty several enough other others another same own am is are was were be been being do does did doing
	done have has had having will would shall should can could may might must ought need dare used let lets got get gets
	getting go goes going gone went come comes coming make makes making made take takes taking took taken give gives giving
	gave given say says saying said tell tells telling told ask asks asking asked know knows knowing knew known think thinks
	thinking thought want wants wanting wanted like likes liked look looks looking looked see sees seeing seen feel feels
	feeling felt keep keeps keeping kept put puts putting start starts starting stop stops stopping stopped try tries trying
	tried seem seems seemed leave leaves leaving left well better best worse worst good bad great nice fine okay ok yes oh
	please thanks thank sorry hello hi hey bye dear ago also for longer name names maybe however instead anyway meanwhile otherwise
	therefore else forward forwards backwards alone afraid aware able unable two three four five six seven eight nine ten
	eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
	eighty ninety hundred thousand half everywhere nowhere somewhere anywhere whatever whoever whenever wherever like unlike
	per via etc im ive id dont didnt wasnt isnt couldnt wouldnt wont cant thats theres hes shes youre theyre weve
	round past ending including regarding concerning following despite except onwards upwards overnight abroad indoors
	outdoors aside ahead straight right wrong long far close hard fast full open shut free ready sure true whole`);

/** Verbs that help others. */
const HELPERS =
	words(`is was were are had has have did does do would could should might must will can may 's 'd 'll wasn't
	isn't hadn't hasn't didn't doesn't wouldn't couldn't shouldn't won't can't wasnt isnt didnt hadnt wouldnt couldnt wont`);

/** Forms of the past that do not end in “ed”. */
const PASTS =
	words(`told said came went took got gave made saw heard kept wrote left thought knew brought bought caught
	taught sought fought found felt held hit hurt let lost met paid put ran rang read sent sat set shook shot shut slept sold
	spoke spent split stood stole struck stuck swore threw tore understood woke won wore broke began became bent bit bled blew
	bred built burnt chose crept cut dealt did drank drew drove ate fell fed fled flew forgot forgave froze grew hung hid knelt
	laid lay led leant lent lied lit meant overheard quit rode rose sang sank spat sprang strode swam swung wept withdrew
	wrung yelled txt texted msged telt sez`);

/** Forms of the present that follow a name. */
const PRESENTS =
	words(`says tells thinks knows wants lives works comes goes gets keeps makes takes gives sits lies hates
	loves believes seems lies denies admits claims argues insists accepts refuses agrees remains faces texts rings shouts drinks smokes laughs cries sleeps looks feels needs likes runs sees`);

/** What only people do now. */
const HUMAN_PRESENTS = words(
	'says thinks knows wants lives works drinks hates loves denies admits texts rings shouts cries laughs believes',
);

/** Words that may stand between a name and its verb. */
const ADVERBS =
	words(`then just also never always still only even later once twice soon first again often sometimes now ever
	already almost nearly too not both all himself herself apparently obviously`);

/** What only people do: a subject without an article is then somebody, whatever the word means elsewhere. */
export const HUMAN_PASTS =
	words(`told said asked rang phoned texted messaged emailed laughed cried shouted screamed sobbed
	whispered smiled grinned smirked shrugged nodded apologised apologized denied admitted resigned confessed pleaded lied
	swore promised threatened grabbed punched kicked slapped strangled choked hit knew thought heard saw accepted refused
	insisted replied answered explained warned begged hugged kissed married divorced joined retired sat stood slept woke ate
	drank drove wore wrote read signed testified left stayed accessed raped stalked harassed bullied groomed 
	interviewed complained joked sneered spat claimed argued agreed remembered forgot believed hoped wanted hated loved
	worried worked lived knocked walked drove telt sez says`);
const HUMAN_BASES =
	words(`tell say ask ring phone text sleep eat talk speak cry laugh listen believe remember forget answer
	know think want understand leave come go sit stand help stop drink drive lie admit deny apologise wake play walk hear`);
const PASSIVES = words(`jailed suspended dismissed sacked charged sentenced acquitted cleared promoted
	interviewed bailed imprisoned released questioned accused scared frightened crying asleep drunk married pregnant upset
	there furious angry three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen two
	nineteen twenty born on-duty off-duty livid sick tired brilliant lovely kind horrible sorry ill terrified dead adamant`);

/** Things and bodies that stand without an article before a verb. */
export const BARE_NOUNS =
	words(`management counsel staff evidence research parliament government congress council
	cabinet mum mam mom dad nan gran grandma grandad granny mummy daddy mother father sister brother auntie uncle work school
	court church college university hospital prison bed town society justice life time love death nature history science
	experience money information contact support care help advice training violence harm risk fear guilt shame anger
	trust grief pain stress anxiety depression alcohol drink drugs food tea dinner lunch breakfast supper music television
	everything sleep silence darkness dawn night day morning evening weekend summer winter autumn spring christmas easter weather
	rain snow rumour gossip word news access custody bail law legislation guidance policy practice progress change action
	power control data intelligence confidence morale recruitment supervision leadership culture 
	investigation safeguarding counselling therapy sex marriage divorce pregnancy childbirth childcare housing rent
	parenting retirement security reception enforcement defence liaison welfare health occupational traffic
	response dispatch headquarters control social security people children men 
	permission attention consent access proof cash credit blood sweat damage disbelief denial panic hope faith joy
	personnel human resources management childline welfare hr crime fire force paperwork furniture
	mummy baby hubby love babe babes mate darling pal sir madam miss everyone half part most compensation
	responsibility reality truth trauma recovery freedom safety strangulation harassment
	recruitment publication communication transparency accountability consultation feedback legal learning
	mediation disclosure gaslighting isolation surveillance monitoring bankruptcy homelessness poverty debt
	media facebook politics religion medication pressure temper jealousy duty discipline promotion probation`);

/** Words for people by their tie to someone. */
export const KIN =
	words(`ex husband wife partner boyfriend girlfriend fiance fiancee son daughter brother sister mother father
	mum mam mom dad da nan nana nanna gran grandma grandmother grandad grandfather cousin uncle aunt auntie friend mate
	neighbour colleague boss manager solicitor barrister counsellor therapist teacher baby stepson stepdaughter stepdad stepmum
	stepmother stepfather nephew niece grandson granddaughter kid child boy girl lad lass lassie bairn wean missus hubby bloke
	fella pal bro sis supervisor sergeant inspector skipper guvnor gaffer lodger landlord flatmate housemate godson
	goddaughter godfather godmother brother-in-law sister-in-law mother-in-law father-in-law ex-husband ex-wife ex-partner
	ex-boyfriend ex-girlfriend bestie dog cat puppy kitten horse pony rabbit hamster bird twin eldest youngest oldest
	middle mistress lover carer childminder keyworker caseworker advocate idva isva interpreter`);

/** Whose a person is. */
export const OWNERS = words('my his her our their your wor wir oor me ma the a an this that');

/** Verbs that take a person, or bare plain nouns, as their object. */
export const TELLING =
	words(`told tell tells telling asked ask asks asking rang ring rings ringing phoned phone phoning texted
	text texting messaged message messaging emailed married marry marrying dated dating warned warn warning thanked begged
	hugged kissed blamed reminded persuaded convinced reassured informed slapped punched strangled hit stalked raped
	harassed divorced contacted visited invited introduced telt collared befriended watsapped whatsapped
	facetimed followed met knew know seeing saw trusted hated loved love believed believe fancied`);

/** What stands before a family name. */
export const CIVIL_TITLES = words('mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend');

/** Offices that stand before a name. */
export const OFFICES = words(`judge justice supervisor detective sergeant inspector superintendent corporal
	captain colonel major lieutenant nurse sister matron doctor professor councillor coach father pastor imam vicar reverend
	rabbi canon coroner magistrate recorder solicitor barrister headteacher headmaster headmistress teacher skipper sarge
	midwife consultant surgeon worker chief governor warden bishop deacon auntie aunty aunt uncle nanny nana granny
	sheriff advocate caseworker fed copper bobby plod ranger counsellor psychologist therapist`);

/** What makes one noun of an office and the word behind it. */
export const OFFICE_NOUNS =
	words(`training level rank ranks status position post job role uniform exam exams board course grade
	pay pension duty duties shift team unit department service services support work worker card number liaison involvement
	contact visit visits report reports statement interview review conduct culture level side 
	numbers selection recruitment wellbeing safety stop
	stops cover fees letter letters notes meeting meetings call calls register general advocate clerk driver dog dogs
	handler cadet cadets recruit recruits candidate probationer tutor`);

/** What stands before a word that is then a thing and no person: articles, owners, numbers, describing words. */
export const DETERMINERS =
	words(`a an the this that these those my your his her its our their no any some every each either
	neither another such what which whose one two three four five six seven eight nine ten other same own more most less
	much many several few all both good bad big little small old new young great nice long short whole full first second
	third last next only main high low white black red blue green brown grey dark light bright real pure sheer total`);

/** What is said before a name itself. */
export const NAMING = words(`called named nicknamed alias aka`);

/** Words that end like the past of a verb and are none. */
const NO_PAST =
	words(`need indeed speed exceed proceed succeed feed bleed breed hundred sacred naked wicked seed shed sled
	weed greed creed united kindred rugged sped steed heed deed bed red`);
const endsAsPast = (word: string) => /\p{L}{2}ed$/u.test(word) && !NO_PAST.has(word);

/** Whether a word is a verb that a subject may stand before. */
export function isVerb(word: string): boolean {
	return (
		HELPERS.has(word) || PASTS.has(word) || PRESENTS.has(word) || HUMAN_PASTS.has(word) || endsAsPast(word)
	);
}

/** Whether a word is a verb in the past: “will came” has a person before it, as “will come” has not. */
export function isPast(word: string): boolean {
	return (
		PASTS.has(word) ||
		HUMAN_PASTS.has(word) ||
		/^(?:was|had|did|wasn't|hadn't|didn't)$/.test(word) ||
		endsAsPast(word)
	);
}

/** Whether a word stands between a subject and its verb. */
export function isAdverb(word: string): boolean {
	return ADVERBS.has(word) || /\p{L}{3}ly$/u.test(word);
}

/** Whether what follows a subject is what only a person does or is. */
export function isHuman(verb: string, ...after: readonly (string | undefined)[]): boolean {
	const [next, then] = after;
	if (HUMAN_PASTS.has(verb) || HUMAN_PRESENTS.has(verb)) return true;
	if (/^(?:came|went|got|ran|turned)$/.test(verb))
		return /^(?:home|back|in|out|round|over|upstairs|downstairs|to|up|with|into|for|away|off|mad|outside)$/.test(
			next ?? '',
		);
	if (!HELPERS.has(verb)) return false;
	if (/^(?:a|an|the|my|his|her|our|their|one)$/.test(next ?? ''))
		return after.slice(1).some((word) => word !== undefined && isPersonWord(word));
	const what =
		next === 'not' || next === 'never' || next === 'still' || next === 'only' || next === 'always'
			? then
			: next;
	return what !== undefined && (HUMAN_BASES.has(what) || HUMAN_PASTS.has(what) || PASSIVES.has(what));
}

const isPersonWord = (word: string) =>
	KIN.has(word) ||
	OFFICES.has(word) ||
	/^(?:one|man|person|first|interpreter|driver|owner|leader|witness|head|chair)$/.test(word);
