import { fixed, matches } from '../patterns/matching.ts';
import type { Detail } from './detail.ts';

const WHAT = "(?!(?:whole|entire|same|first|last|next|other)\\s)[\\w'-]+\\s+(?:[\\w'-]+\\s+)?";

/** DT-Q3. What somebody does besides the work that many do: courses taught, seats held, pictures in the paper. */
export const duties: Detail = {
	id: 'DT-Q3',
	type: 'rare duty or distinction',
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:did|does|doing|gave|gives|taught|teaches|teaching|ran|runs|running|led|leads|leading|delivers|delivered|designed|wrote)\s+the\s+${WHAT}(?:courses?|training|programme|module|scheme|workshops?|intake|exercises?|inspections?|talks?|tours?|lectures?|demonstrations?|displays?|assemblies|open\s+days?|briefings?)\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:sat|sits|sitting|served|serves|seat|place|was|is|chaired|chairs)\s+(?:on\s+)?the\s+${WHAT}(?:panel|board|committee|council|working\s+group|task\s?force|bench|tribunal)\b`,
			(value) => !/\bthe\s+(?:school|notice)\s+board\b/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:sings?|sang|plays?|played|drums?|drummed|marches|marched|rows?|rowed|runs?|ran|boxes|boxed)\s+(?:in|with|for)\s+the\s+(?:force|county|regional|national|service)(?:'s)?(?:\s+[\w'-]+)?`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:on|in)\s+(?:the|a|all\s+the|their)\s+(?:recruit(?:ment|ing)\s+)?(?:posters?|adverts?|billboards?|brochure|calendar|front\s+page|honours\s+list|documentary|podcast)\b|\b(?:face|voice)\s+of\s+(?:the|their|a)\s+[\w'-]+(?:\s+[\w'-]+)?`,
			(value) => !/\b(?:voice|face)\s+of\s+(?:the|a)\s+(?:man|person|lady|child)\b/i.test(value),
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:won|given|got|received|awarded|holds?|nominated\s+for)\s+(?:the|a|an|his|her)\s+(?:[\w'-]+\s+){0,2}?(?:medal|commendation|trophy|cup|mbe|obe|honour|record)\b(?!\s+of\b)`,
		);
	},
};
