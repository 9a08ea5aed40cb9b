import { alternatives, matches, pattern } from '../patterns/matching.ts';
import { type Detail, SMALL } from './detail.ts';
import { anyOf } from '../word-list.ts';

/** Words for people by their work: endings, and the common ones without. */
const JOB = anyOf(String.raw`

	(?!(?:other|another|whether|never|ever|over|under|after|letter|number|matter|order|paper|summer|winter|computer|answer|offer|dinner|supper|power|weather|chapter|corner|quarter|shoulder|finger|mother|father|sister|brother|daughter|character|encounter|moment|instant|restaurant|infant|question|version|session|reason|occasion|human|floor|door|error|mirror|mayor's|favour|behaviour|year|manner|drawer|trigger|disaster|trailer|poster|folder|cover|danger|anger|hour|indoor|outdoor|visitor)s?\b)\w{2,}(?:er|or|ist|ant|ian|man|men|ess|eer)s?
	nurse vet cop copper clerk priest judge chief guard coach cook chef pilot rep chaplain surgeon medic imam
	rabbi vicar physio midwife cadet recruit graduate hijabi speaker lesbian convert refugee vegan diabetic
	councillor medal student apprentice volunteer
`);
const RARE = String.raw`(?:only|sole|lone|first|youngest|oldest|eldest|tallest|longest[- ]serving|most\s+(?:senior|junior|decorated)|one\s+of\s+(?:(?:only|just)\s+(?:${SMALL}|\d)|the\s+(?:few|first|only|last|${SMALL})|two))`;
const WHO = anyOf(String.raw`
	wom[ae]n m[ae]n female male girl boy lady famil(?:y|ies) couple household black white asian chinese polish
	gay lesbian trans deaf blind disabled muslim jewish hindu sikh vegan foreigner traveller gypsy mother
	father single_\w+ non-\w+
`);
const HELPER =
	'(?:driver|secretary|pa|p\\.a\\.|staff\\s+[\\w-]+|assistant|bodyguard|chaplain|adjutant|aide|right[- ]hand\\s+man|wife|husband|son|daughter|brother|sister|nephew|niece|widow|partner|clerk|cousin|mistress|lodger|cleaner|gardener|dog|horse)';
const HEADS = anyOf(`
	mayor vicar minister governor headteacher headmaster headmistress head judge chief deputy(?:_chief)?
	commissioner bishop councillor doctor landlord postmaster postmistress magistrate bank_manager boss
	superior commander director mp
`);
const TEAM =
	'(?:unit|section|team|squad|branch|department|division|group|desk|office|command|cell|hub|wing|task\\s?force|patrol|sergeant|inspector|detective|handler|driver|lead|liaison|rep|instructor|trainer|spotter|pilot|commander|manager|co-?ordinator|investigator|analyst|adviser|advisor|technician|examiner)s?';

/** DT-Q3. Posts and units of which there are few, and people by their relation to one who holds a post. */
export const posts: Detail = {
	id: 'DT-Q3',
	type: 'rare post, unit or standing',
	*find(text, words) {
		const ranks = alternatives(words.ranks.map((rank) => rank.toLowerCase()));
		const nouns = alternatives(words.bareNouns);
		yield* matches(
			text,
			pattern(
				String.raw`\b(?:the\s+|their\s+|our\s+|its\s+|his\s+|her\s+)?${RARE}\s+(?:[\w'-]+\s+){0,3}?(?:${JOB}|${WHO}|${ranks})s?\b(?!\s+(?:who|that|to)\s+(?:ever\s+|actually\s+|really\s+|even\s+)?(?:believed?|helped?|help|listen(?:ed)?|ask(?:ed)?|care[d]?|understood|understand|hear[d]?|see|saw)\b)`,
				'gi',
			),
		);
		yield* matches(
			text,
			pattern(
				String.raw`\bonly\s+one\s+(?:in|on|at|there|with|of\s+(?:us|them|its)|left|doing|who\s+(?:rode|drove|wore|spoke|had|could|was))\b(?:\s+[\w'-]+){0,4}`,
				'gi',
			),
		);
		yield* matches(
			text,
			pattern(
				String.raw`\b(?:${HEADS}|${alternatives(words.ranks.filter((rank) => rank.length > 3).map((rank) => rank.toLowerCase()))})(?:\s+(?:${ranks}|executive))?'s\s+(?:old\s+|new\s+|ex-?|only\s+|own\s+)?${HELPER}\b`,
				'gi',
			),
		);
		yield* matches(
			text,
			/\b[\p{L}]+'s\s+(?:driver|staff\s+[\w-]+er|secretary|bodyguard|chaplain|adjutant|aide|pa)\b/giu,
		);
		yield* matches(
			text,
			/\bhead\s+of\s+(?!(?:the|a|an|my|his|her|our|their|it|them|state)\b)[a-z]+(?:\s+and\s+[a-z]+)?/gi,
		);
		yield* matches(
			text,
			/\b(?:mother|father|mum|dad|parents?)\s+of\s+(?:twins|triplets|quads|quadruplets|five|six|seven|eight|nine|ten|eleven)\b/gi,
		);
		yield* matches(
			text,
			pattern(String.raw`\bwith\s+(?:five|six|seven|eight|nine|ten|eleven|twelve)\s+children\b`, 'gi'),
		);
		yield* matches(
			text,
			/\b(?:in\s+(?:charge|command)|second\s+in\s+command)\s+of\s+the\s+(?!(?:case|house|money|situation|scene|children|kids|investigation|family|conversation|bank)\b)[\w'-]+(?:\s+(?:unit|team|section|store|desk|branch))?/gi,
		);
		yield* matches(
			text,
			pattern(
				String.raw`\b[\w']+'s\s+(?:\w+\s+){0,2}(?:champion|carrier|captain|treasurer|mascot|piper|organist|photographer|spokes(?:man|person)|armourer|quartermaster|medal(?:list)?)\b|\b(?:bravery|gallantry|${nouns})\s+(?:medal|award)\b`,
				'gi',
			),
		);
		if (words.fewUnits.length > 0)
			yield* matches(
				text,
				pattern(
					String.raw`\b(?:${alternatives(words.fewUnits)})\s+(?:[\w-]+\s+)?(?:${TEAM}|(?:${ranks}|${nouns})s?)\b`,
					'gi',
				),
			);
		if (words.fewPosts.length > 0)
			yield* matches(text, pattern(String.raw`\b(?:${alternatives(words.fewPosts)})s?\b`, 'gi'));
	},
};
