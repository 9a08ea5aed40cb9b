import { listOf } from '../word-list.ts';

/**
 * Words of the dictionary that are people's names as well. Derived from facts that belong to nobody: the family names
 * of the United States Census of 1990 (public domain) that occur among its 30,000 most common and are English words,
 * with those that are common in the United Kingdom by descent from elsewhere, and given names made of words. A word
 * that is no word of the dictionary needs no list: it is always objected to.
 */

/** In the prose of an account or a report these mean a person: the dictionary does not excuse them. */
export const MOSTLY_NAMES: ReadonlySet<string> = new Set(
	(
		'abigail aggie alba alder alexia amie ana angelica anna argyle ariel aurelia aurora babbitt bailey bailie balas ' +
		'balboa barbette barker barrios barton basil bates batiste batt bayard beadles begum ben benedict benjamin bennet ' +
		'benny berlin bertha beryl beth bethel betta bibb bice biggins bilbo billy binger bise blain bob bogle bolivar ' +
		'bourdon bourg bourne bower bowers bowman bowyer bracken brad brant brasier bree brent brindle brit brock brogan ' +
		'brose brougham brownfield buckler bucko buhl buhr burgess burke burkes burl burley burry burse burton busby bushman ' +
		'cacciatore caesar cain cairns caldera calla callas campion campo candler canfield canty caplin capote carder carina ' +
		'carl carline carling carman carny carolus carrel carse carte carter carver cate chad challis chamberlain chandler ' +
		'chapman charlie charlotte chevalier chico ching chou christian christie cicely cicero cisco clarence claro clary ' +
		'cleek clem clement clough cole coles coley colleen collier collins conn conte contos corban corrie costa coulter ' +
		'covin cox crenshaw crista crocket croft cronk crouse crozier crump cruse cuesta cully currier cutler dahl  dale ' +
		'daphne davenport dean deary deforest delaine dempster derrick derringer derry dewan dexter dickens dido dingle ' +
		'dingus dirks dixie dobbin dobbins dolman dona donna drake draper dulciana dulcinea dyer eddy elvers eyer faller ' +
		'farrow fay fayre felicity fife finks firestone firkins firth fitch flavin fleer fletcher fleurette franklin freeborn ' +
		'freedman freeman frith gaby galea gan gareth garibaldi garth garvey gasper gemma geneva gibbons gilbert gilder ' +
		'gillie gillies ginny gladstone glazer glover goodman gowan graham granger greaves greenfield greenwood gribble ' +
		'griffin grimes guan gussy hackman hakim hamburg hance hank hanks harper harry hart hartshorn haver hawker haycock ' +
		'hayward hazan hector heller henry herby hicks hidalgo hogan hogans hoke holden holm holt homer hong hooper hosier ' +
		'hough houseman hurley hurst izzard jacobus jaeger jane jasmine jasper jay jean jemmy jenny jerry jess jill jimmy jo ' +
		'joannes jock jocko joey johannes john johnny johns josh kain kaiser kali kalis kat kegler kelly kelson kelvin ken ' +
		'khan kidder kirkman kish knickerbocker kohls kraft kreutzer kris kyle kyles laird lambert landau landman larine ' +
		'latino lauder laver lazar lea leal leatherwood lech lee leet lehr leister leno leone levin lewis ley liana linden ' +
		'lindy lineman linn lis lisle logan longshore loran louis lowery luce luff lulu lyssa madding madrigal magdalen mara ' +
		'marc marcel marchese marge marguerite marques marron martin martins mavis maxwell maya mazer meg melton merle merlin ' +
		'mike miler milo milos minter mirza missy mistry molly molter monteith montero montes moreen morello morris morse ' +
		'muller murphy myrtle nance nancy napoleon napper nelly nelson ness netty newton nightingale ninon nock noel otto ' +
		'oxford paisley palmer parkin parr parry parton pascal patten peart peavey pelham peng penman perron perry peter ' +
		'peters phenix phoebe picot pinto piper pipkin pippin pippins pitman poe pollack pollard pontes pooh prater prentice ' +
		'primavera pye quin raj raja rance rand ranee rani rath reedy reeve reeves rhea rick rickey ricks riel robbin robinia ' +
		'robles roebuck roger rogers rollings romaine rondeau roose roper rosemary rowan rubel ruddock rundle ruth sally ' +
		'sanders saran sartor savoy sawyer sawyers sayer schiller schilling serena sexton shad shaddock shah shamus shaw shay ' +
		'sheikh sheila shelly shier shipman shires shive shoemaker shorty sibyl siemens silva silvas sima skinner slater ' +
		'smith solano somerset sonny souter sparling spearman spence spencer spicer spier springer spurrier stanhope stetson ' +
		'stockman strider stroud sumpter sweeny swink tabor tam tammy tana tansy ted telfer tench terry teston thaler thane ' +
		'thole thorp timothy toft tom toms tony tootsie towery tripoli troy truelove tucker turner tweedy underwood vale ' +
		'vanda veronica victor victoria vina wain wainwright wamble warren waterman watt weatherman weber wellborn wheeler ' +
		'whicker whited whitehead whitlow wilding willet woodcock woodman woodruff xenia xu yang yin york yorker yuan' +
		' florin ai aliyah hamza amrita anil kamala smriti amadou amandine alexandrine amine anas jawed aria azalea coline piet mads udo ria stela vesta loris marly lamia predrag chazan shiv bailee anele'
	).split(' '),
);

/** These mean a person where one is expected: before a verb without an article, after a title, after “told”. */
export const ALSO_NAMES: ReadonlySet<string> = new Set(
	listOf(`
	aba abba abbey abbot ace acre acres agar agee alameda albino alderman alley ally almond alpha alter amber
	amble ambler ament ami amoroso angel anger angle angles appel arbour arch archer arena arenas arias armour
	arms arroyo art artist arty ash asper atlas auger august aura autumn axe azure bach backer bacon bad
	badger bail baize bake baker bald bale bales ball balling balls ban band bandit bandy bane banes bang
	bangs banister bank banker banks banner banning baptist bar barb barber barbie bard barefoot barge bark
	barks barley barn barney barns baron barre barren barret barrette barrier barrio barrow barrows barter
	base bash bashaw basher basket bass basso bast bat bate bath batten battle battles batty bay bays beach
	beadle beagle beam beams bean beans bear beard beau beaver beavers beck bee beech beer beers beery beets
	bell belle belles bellman bellows belt bench bender bent beret berg berk berry best betters beverage bevvy
	bey bias bible bickers biddy bier bill billings bills binder birch bird birdie birdsong biscuit bishop
	bitting black blade blades blanch bland blank blanks blaze blazer blessing bliss blizzard block blondie
	blood bloom bloomer blossom blow blowers blue blunt board boatman bobby bock bodkin bogey boles boll
	bologna bolster bolt bombard bomber bond bonds bone boner bones bong bonk bonnet bonnie book bookman books
	boom boomer boon boor boos boot booth boots booze boozer border borders boring bosket boss bottom bottoms
	bough bounds bourgeois bow bowler bowling box boxer brace bracero brain brake bramble bran branch brand
	brander brandy brasher brass brassard bravo brawn bray brazier breed breeding breeze brew brewer briar
	brick bride bridge bridges brig bright brill brim brimmer brink briny broach broker brook brooking brooks
	broom brow brown browner browning brunet brunette brunt brush buck bucker buckle buckles bud buddy budge
	bueno buff bugg bull bulldog bullion bullock bump bumpers bun bunch bunker bunny bunting burden burg
	burger burgher burner burns burr burrier burrow burrows bury bush buss buster bustle butch butcher butler
	butt butter butters buttery button butts buzz buzzard cabana cable cad cade cadet cage calypso cam camel
	camellia camp camper camps canary cancel candida candy cane canning cannon canon canter canto canton
	cantor cap cape capers capo caprice captain car caraway card cardinal care cargo carmine carol carpenter
	carper carrier carrion cart cash cassette cast caster castle castor catchings cater caudle causey cavalier
	cave caver caves ceil celesta cella cello chain chalk chalky chamber chambers champ champagne champion
	chance chancellor chancy channel chapel chariot charity charter charters chase chastity check cheek cheeks
	cherish cherry chess chestnut chew chi chic chick chill chin china chip chippy choice chon chopper chow
	christen christmas chuck church chute cinnamon circle citizen clapper class clause clay cleaver cleaves
	clementine clerk click client cliff cline clinger clink cloud clover cluck clutter coach coachman coats
	cob cobble coble cock coco coder coffee coffin coil coke colas collar collard collie colly colon colone
	colt colter combs comer comfort commander commons compo con conception concha cone conger constancy
	converse cook cookie cooks coon coons coop cooper coots copper coral corbeil corbie cord corder cordon
	core coria cork corker corn corner corners cornett corning corns corny corona corpus corral coss cost cote
	cotta cotter cotton couch council counter countess countryman counts courter courts couture cover covert
	covey coward cowherd cowling cowman coyer craft crafts craggy cram crane crank crass craven cravens craw
	creamer cree creed creek creel cress crew crews crick cricket crisp crochet crofts crone crook crooks
	cropper cross crouch crow crown cruise crumb crumble cruzado crystal cuddy cue cuff cull culler culver
	curd curl curling current curry custard cutter daffy dahlia dales dam dame dames dance dancer dandy dang
	daring darling darn dart dash dasher dates daub dauber dauphin daw dawn daws day deacon deans death deb
	decamp deck deeds deer dell dement den dene dent deputy derby dessert dew dewberry dews dey dial dials
	diamond dibble dice dick dickey dicks dieter digger dill dills dilly dines dinges dirk ditch divers divine
	doc dock doctor dodge doe dolce dole doles doll dollar dolly dolphin domino don dong doom dorado dory doss
	dot dotty doughty douse dove dow dowdy dower downer downing downs dozier dragon drain drakes dray dresser
	dries driver drum drummer dry dryer duck dud dudgeon duet duff duke dukes dun dung dunning durst dusty
	duty dye dyke dykes eagle earl earls east eaves ebony edge egger eggers eide elder elders elks ells elm
	elms emerald emery emmer emmet english engram ensign espy ester esters ethyl eve evert eves ewers eyre
	facer factor fader fair fairy faith falcon falconer fall fan fancy fane fang fanning fanny farina farmer
	farrier farthing fate faun fawn fax fears feaster feather feathers fedora fee fees feller fellers fellows
	fells felts fen fender fennel fern ferret ferry fetter fetters fey fidelity field fielder fielding fields
	fifer figures filbert filer fill filler fin finch fines finger fink fish fisher flack flake flakes flax
	fleck fleet flesher fletch flick flight flint flock flood flora flory flossy flower flowers fly folk folks
	font foot footman force ford fore forehand foreman forest forester fort forte fortes fortune foster
	fountain fox foxy fraction fraise frame frank franks fray freer freeze french freshwater friar fried
	friendly fries frisk fritz frost fry fryer fudge fuller funk furlong furrow furry fury fuss gabby gable
	gainer gaiter gala gale gales gall gallant gallop gamble games gammon gander gang gar garden gardener
	garland garlic garner garnet garret garrison gaskin gaskins gasser gates gathers gauger gaunt gean gear
	gearing gee gene gentile gentle gentry geordie german ghee gib gibbon gift gill gills gin ginger gist
	givens gladden glade glance glass glassman glaze glazier glen glory gloss goers gold golden goldsmith gong
	goo goober goodwill goody gore gouge grace gram grams grange grant grass grate grave gravel gravely graver
	graves green greenhouse greening greenly grey grief grieve grieves grill grim grimmer grinder grist
	grizzle groat groom grooms grosz grounds grout grove groves grow guard guest guild gula gully gum gun
	gunnels gunner gunning gunter gurney gust gusty gutter guy gypsy haar hack hacker hackney haddock haggard
	hail hair hake hakes hale hales hall hallmark halls halter ham hamburger hames hamlet hammer hammers
	hammock hand handler hands handy hanger harbour harder hardy hare haring harm harmer harmony harms harness
	harp harrow harsh hash hasting hatch hatcher hatter haugh haven havens hawk hawks haws hawthorn hay hays
	hazard haze hazel head heap heaps heart heater heath heather heckler hedge hedges heft height helm helms
	hemmer hemming herald herb herd heritage hern heron herring hertz hew hick hickey highland hight hill
	hillier hills hilly hilt hinds hires hitch hoar hoard hobby hock hocking hogg holder holding hole holiday
	holler hollow holly homes hone honey hood hook hooker hooks hoops hoots hoover hope hopes hopper hopping
	horn horsey horst hose host householder housel hove hover hoy hue huff hug hull human humble hummer hunger
	hunt hunter huntsman hurdle husk hyacinth hypes ice imperial infante ingle inks iris irons island itch
	ivory ivy jack jacks jade jakes jeans jehu jerkins jester jet jetton jewel jinks joiner jolly journey joy
	judge julienne jump jumper junior junk junker jury justice ka kail kale karma karst kea keck keef keel
	keeling keels keener keister kerbs kern kersey kettle key keys ki kibble kidney kielbasa kier kin kina
	kinder kindle kindred king kinsman kip kipper kirk kirsch kiss kist kit kitchen kitchens kite kittle kitty
	knee knight knights knoll knop knuckles kohl kos krone kroon lack lackey lacy lade lady lager lair lake
	lakes lam lama lamb lamp lance land lander lands landsman lane lank lard lares largo lari lark lash lasher
	lass lasso latch laughter launce laurel lavender law lawless laws lawyer lay layman leach leader leaf
	league leak leaks lean leap lease leathers leavens ledger leech leek lees lefty leg lei leis leisure lek
	lemon lemons lent leopard leu lev level lever levering levy lib liberty lief liefer lien lieu light
	lightning lily limb line linen liner lines linger lingo link linker linnet lino lint lion lira list lister
	llamas lo loan lobo lock locker loden lodge lofty loll lolly long loo look loop loos loose loper lopes
	lord lords lore lorry loss louden lough love loveless lover lubbers luck lucky lung lush lusher lust lute
	lutes lux lyle lynch lyric ma mac mace madden magnum maiden main mains maize major majors maker mallard
	mallet mallow malm mana manes manger mangle manly manna manner manners manning manor mans mantilla mantle
	manual maple maples mar marble march mares margarita maria marigold marina marine mark marker marks marlin
	marline marmite maroon marquis marrow marry mars marsh marshal mart marten martens martini marts marvel
	maser mash mask mason mast master masters matt matte mattes mattocks maudlin maul maxi maxim may mayo
	mayor maze mead meadow meadows meals mealy meany medley meek meeker mel melody mends mensch mercer
	merchant mercy merino merit merrily merry mesa messenger metro mic mick mickey midge mignon mil mile miles
	mill miller millet milliner milling mills minder miner mingle mink minks miracle mire miser miss mist
	misty mitten mitts mix moats mock mode modesty mole moles moline moll mong monger monk monkey monks monte
	mood moody moon moor mooring moors moos moose mora morel morgen morrow mort moss mote motes motley motto
	moulder mount mountain mounts mouser mower mowers muck muff muffin mule mull mullet mulligan munch muse
	mustard mutter nail nails nap nappy natal natty nave nay needles nest nestle nettle nettles newborn
	newcomer nick nickel nickels nicks nil nipper nix noble nobles noon norm north nova nunnery nurse nutter
	nutting oak oaks ocean ode odea ogle ogles ohm oiler oles olive omer onion onions onyx opal opaline ora
	orange orchard ore oreo organ orris osier ostler otter outland outlaw overland overman oyer pa pace pack
	packer paddock paddy pagan page pages pail painter pair pal palazzo pall palm palomino pals pan pane pang
	pansy panther panzer papa paradise paras pardon parish park parks parody parsley parson parsons partridge
	paschal pass pastor pat patch pate paten patience patin patsy patty pay payer pea peace peach peacock peak
	peaks pearl peck peed peek peel peeler peer peg pelt pen pence penning penny peoples pepper peppers peri
	pet petit petite petty petunia pew phoenix piano piazza pica piccolo pick pickerel pickle pickles pier
	pierce pigeon pigg piggy pike pilgrim pillar pillow pilot pin pine pines ping pinion pink pip pipes pita
	pitcher plank plant plants plaster plate platter player plaza pledger plum plumb plump plunk pointer
	points poling polite poll polo ponce pond ponder ponds pons pontiff pool poon pop pope poplar poplin poppy
	porch port porter posada post poster potter pound pounders pounds pour power powers prayer president press
	pressman price pride pries priest priestly prim prime primmer primo primrose prince princess proctor
	profit prom prophet proud province provost prude prudence pry puff puffer pulley puls puma punch pung
	purchase purpura purser putt putz quail queen quill quint quintal quirk rabbi race raff rafter rain
	rainbow rains rainwater rake raker rakes ram rambo randy range ranger rank ransom rapier rat rattler rave
	raven raver ray razor re read reader reading ream reams reaper reasoner reaves rebel reck record rector
	red redd redden redwood reed reef reel register reign rein render repass repp resh rester revels rhymer
	rhymes rice rich richer riddle riddles rider ridge riding rife riffle right righter rimes ring ringer rink
	rio rip ripple riser rising risk river rivers rives rivet roach roan rob robin robins rock rocker rocket
	rocky rod rode roe rogue roles roll roller rolling rolls roman romeo rood roof rook rooks room root roots
	roque rose rosette rosier rosin rosy rote rotter rouleau rounds rouse roux row royal royals royalty rube
	ruby ruck rucks rudd rudder ruddy ruder rue ruff ruffing rule rumble rune runnels runner rush rusk rust
	rusty rye sabin sable sack sacks saddler saffron sage sager sailor saint sal sale salem sales salmon
	salmons salter salvia salvo sample samples sand sander sandman sands sandy sapphire sarge sari sasha sass
	saucier savage savant saver saw sax scales scarlet schmaltz schmuck scouse scout screen screws scriber
	scull scurry sea seal seals seaman sears seat seats sellers seltzer selvage sequoia serene serge sermons
	service session sessions sever severance severs shack shade shadow shake shallow shandy shank shanks
	sharer sharia sharp sharper shaver shavers shear shearer shears sheen sheets shell sheller shepherd
	sheriff sherry shew shield shields shilling shillings shim shin shine shingler shire shirk shiver shivers
	shock shoe shore shores short shorts shoulders shover show showers showman shows shuck shuffler si sib
	sickles sides sienna sierra silk sill sills silver silvers silversmith sim simmers sims sin sine singer
	singleton sires sissy sites sizer skates skip skipper sky slate slaughter slay sledge sleeper slim slough
	smalls smart smiley smock smokey smothers smudge snider snipes snook snow sobers socks sol sola solar sole
	soles sones song sooty sorrel sorrels sours south souther sowers space spade span sparks sparky sparrow
	spates speaker spear spears speck speed speller spies spike spikes spiller spinner spinney spires spirit
	spoon spoor spray spring springs sprinkle spry spud square squire squires stabile stabler stack stacker
	stacks stage staggers stair stairs stake stalker stall stalling stamp stamper stamps standard stang staple
	stapler staples star starling start states stayer stead steed steel steely steer stein stem steppe
	sterling stern sterner sterns stew steward stich stick stickle stickler stickles stiles stiller stills
	stilts stinger stinky stipe stiver stock stocking stocks stoke stoker stokes stone stoner stones stoops
	storey stork storm storms stormy stout stover stow strain strait strand straw stream street streets
	stringer stripling strongman student study stull stump sturgeon styles sue sugar suits sully sultan sum
	summa summer summers sun sunny sunshine surface swain swallow swan swank sward swart sweat sweeting swift
	swindle swindler swing swingle swisher sword swords sylvan tab tabby tack tacker tad taff taffy tailor
	talent tall tally talon tan tang tank tanner tapper tarry tarter tash tea teal tedder teddy tee teed teems
	teeter teeters tell teller temp temple temples tenner tennis terra tester thatch thatcher thill thistle
	thong thorn thorny thrall thrash thrasher threat thresher thrift thrower thrush thunder tickle tiff tiger
	tigger tiler tiller timbers tine ting tingle tinker tinkle tinner tiny tittle tod toddy toffee tolan tolar
	toll tome tomes ton tone toner tong tongue topaz tope topper topping tori torr tosh touchstone tow tower
	towers town townie towns toy trace trader trail trainer trammel treacle trees tremble trey trial trice
	trim trimmer trinity trip troche troop trotter troupe trout true trull trump truss trust trusty tuck tuff
	tufts tune tuner tutor tweed twine twining tyre usher vail valentine valley van vang vanish vara veal vela
	velvet vena verdin verge verity vesper vessels vest vestal viator vice victory vigil villa vine vines
	vineyard viola violet virgin vise vita viva vivas vowels wacker waddle wade wafer wager wagers wages
	wagoner waiter waiters wake walk walker walkup wall walling walls wally waltz wand wanner ward warden ware
	waring warring warrior washer wat watchman water waters watts wax wear weasel weatherly weathers weaver
	web wedding wedge wee weed weeks weight weir welcome welling wellington wells welsh welter wen wert west
	wester western wetter wheat wheelwright wherry whetstone whistler whit white whitely whitener whites
	whiting whittle wick wicker wicks widener wiener wight wilds wile wiles will willing willow willy wilt win
	wince wind winder winders windy wine wines wing winger wink winner winter winters wire wireman wisdom wise
	wit withers witter witty wold wolf wolfie wolfram woo wood wooding woodland woods woody wool workman worm
	worth worthy wren wright wrinkle wurst wynn yank yap yard ye yen yeoman yip yon young younker yow yuk yule
	zen zest zion blessing comfort goodluck gift favour goodness happiness gladness promise precious innocent
	destiny heaven serenity genesis maverick delta sincere prosper constant modest jazz puck magnolia daisy
	sang hung song man can dang dong din tat tho hop tin thy low trigger rooster nobby titch sparkle lurch
	twiggy slim champ prof sarge scruffy smithy nipper fatty sooty flash bullet blade buster rambo
`),
);

/** Given names made of words that the lists of given names are too old for. */
export const GIVEN_WORDS = listOf(`
	drew summer autumn winter river ocean sage saffron sienna trinity verity primrose topaz tiger norm colt
	zest blessing comfort goodluck precious innocent destiny serenity maverick prosper wisdom glory star storm
`);
