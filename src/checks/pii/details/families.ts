import { fixed, matches } from '../patterns/matching.ts';
import { type Detail, ENDS } from './detail.ts';

const LATER = '(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)';
const MANY = '(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|[5-9]|1[0-3])';

/** DT-Q3. Families by what few have: many children, several born at once, the place of one among them. */
export const families: Detail = {
	id: 'DT-Q3',
	type: 'rare kind of family',
	*find(text) {
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:my|our|her|his|their)\s+${LATER}(?:\s+(?:child|baby|kid|pregnancy|son|daughter|boy|girl|one)\b|${ENDS})`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:pregnant|gone|expecting|carrying|labour|birth)\s+(?:with|to|of)?\s*(?:my|our|her|his)\s+(?:second|${LATER})\b`,
		);
		yield* matches(
			text,
			fixed(
				'gi',
			)`\b(?:have|has|had|got|with|our|my|his|her|their|raised|all|of)\s+(?:\w+\s+)?${MANY}\s+(?:kids|children|daughters|sons|brothers|sisters|siblings|boys|girls|bairns|weans)\b`,
		);
		yield* matches(
			text,
			/\b(?:have|has|had|having|got|with|our|my|his|her|their|the|expecting|of|and)\s+(?:\w+\s+)?(?:twins|triplets|quads|quadruplets|(?:identical\s+)?twin\s+(?:boys|girls|sons|daughters|brother|sister))\b/gi,
		);
	},
};
