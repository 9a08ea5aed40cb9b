import type { RuleId } from '../../../core/rules/rules.ts';
import type { Span } from '../model.ts';
import type { Vocabulary } from '../model.ts';
import { anyOf } from '../word-list.ts';

/** Words with which the next clause begins. */
const CLAUSE_WORDS = anyOf(`
	with after and till until on when where while that by every most before for again last opposite all
	because but then who he she they we i so in at to from as which now again since if or was is had has kept
	said
`);

/** One kind of detail that can point to a person without being an identifier. */
export interface Detail {
	id: RuleId;
	/** What it is, for messages. */
	type: string;
	find(text: string, words: Vocabulary): Iterable<Span>;
}

/** A number in words below a hundred, with or without a hyphen. */
export const SMALL =
	'(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)';

/** Where a phrase ends: at a stop, the end of the text, or a word that begins another. */
export const ENDS = String.raw`(?=\s*(?:[.,;:!?)"']|$)|\s+-\s|\s+${CLAUSE_WORDS}\b)`;
