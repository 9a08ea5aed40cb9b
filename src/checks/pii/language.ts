import { anyOf } from './word-list.ts';

/** General English. Nothing here belongs to one archive's subject. */

export const WEEKDAYS = [
	'Monday',
	'Tuesday',
	'Wednesday',
	'Thursday',
	'Friday',
	'Saturday',
	'Sunday',
] as const;

/** Month names and their short forms, as a pattern. */
export const MONTH = anyOf(`
	Jan(?:uary)? Feb(?:r?uary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)? Oct(?:ober)?
	Nov(?:ember)? Dec(?:ember)?
`);

export const WEEKDAY = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?';

/** Ordinals of the days of a month, in words. */
export const ORDINAL =
	'(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|twenty[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirty[- ]?first)';

/** Titles that stand before a name. */
export const TITLES = [
	'Mr',
	'Mrs',
	'Ms',
	'Miss',
	'Mx',
	'Dr',
	'Prof',
	'Professor',
	'Sir',
	'Dame',
	'Lord',
	'Lady',
	'Rev',
	'Reverend',
] as const;

/** Words of counting: value by word. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(
	(
		'zero oh nought nil naught one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
		'sixteen seventeen eighteen nineteen'
	)
		.split(' ')
		.map((word, index) => [word, index < 5 ? 0 : index - 4] as const),
);
export const TENS: ReadonlyMap<string, number> = new Map(
	'twenty thirty forty fifty sixty seventy eighty ninety'
		.split(' ')
		.map((word, index) => [word, 20 + 10 * index] as const),
);

/** The spelling alphabet. */
export const SPELLING: ReadonlyMap<string, string> = new Map(
	(
		'alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet juliett kilo lima mike november oscar papa ' +
		'quebec romeo sierra tango uniform victor whiskey whisky x-ray xray yankee zulu'
	)
		.split(' ')
		.map((word) => [word, word.slice(0, 1).toUpperCase()] as const),
);

/** Days that a calendar names; with a year they are a date. */
export const FEAST_DAYS =
	"(?:(?:Christmas|Xmas)(?:\\s+(?:Day|Eve))?|Boxing\\s+Day|New\\s+Year'?s(?:\\s+(?:Day|Eve))|Valentine'?s(?:\\s+Day)?|(?:Good|Easter)\\s+(?:Friday|Saturday|Sunday|Monday)|Easter|Mother(?:'?s|ing)\\s+(?:Day|Sunday)|Father'?s\\s+Day|Maundy\\s+Thursday|All\\s+(?:Saints|Souls)'?\\s+Day|Twelfth\\s+Night|Nowruz|Navratri|Janmashtami|Lohri|Purim|Shavuot|Sukkot|Wesak|Samhain|Beltane|Imbolc|Thanksgiving|Black\\s+Friday|Harvest\\s+Festival|St\\.?\\s+Stephen'?s\\s+Day|Hallowe'?en|Bonfire\\s+Night|Guy\\s+Fawkes(?:\\s+Night)?|Remembrance\\s+(?:Day|Sunday)|Armistice\\s+Day|Burns\\s+Night|Hogmanay|Pancake\\s+Day|Shrove\\s+Tuesday|Ash\\s+Wednesday|Palm\\s+Sunday|Ascension\\s+Day|Pentecost|Whitsun|May\\s+Day|Midsummer(?:'?s)?(?:\\s+(?:Day|Eve|Night))?|St\\.?\\s+(?:Patrick|George|David|Andrew|Valentine)'?s(?:\\s+Day)?|Eid(?:\\s+(?:al|ul)[- ]\\w+)?|Diwali|Deepavali|Vaisakhi|Holi|Hanukkah|Chanukah|Yom\\s+Kippur|Rosh\\s+Hashanah|Passover|Ramadan|Ashura|Lunar\\s+New\\s+Year|Chinese\\s+New\\s+Year|(?:winter|summer)\\s+solstice|leap\\s+day)";

/** Nouns that a small number may count. */
export const UNITS = anyOf(String.raw`
	years? yrs? months? weeks? days? nights? hours? hrs? minutes? mins? seconds? times? occasions? miles?
	metres? percent per\s?cent pc people \w*m[ae]n children staff persons? others? more in of out to and or am
	pm o'clock %
`);
