import type { Lexicon } from '../lexicon.ts';
import type { Hit, Span, Vocabulary } from '../model.ts';
import { undeclaredCapitals } from './capitals.ts';
import { unexplainedNumbers } from './numbers.ts';
import { clubs } from './clubs.ts';
import { companies } from './companies.ts';
import { events } from './events.ts';
import { handles } from './handles.ts';
import { institutions } from './institutions.ts';
import { letters } from './letters.ts';
import { numberWords } from './number-words.ts';
import { riddles } from './riddles.ts';
import { streets } from './streets.ts';
import { unknownWords } from './words.ts';

/** What the closed-world rules accept. */
interface World {
	lexicon: Lexicon;
	explained: readonly Span[];
	isAllowed(word: string): boolean;
	publicNumbers: ReadonlySet<string>;
	ranks: readonly string[];
	bareNouns: readonly string[];
	events: readonly string[];
	headline: boolean;
	vocabulary: Vocabulary;
}

/**
 * The closed-world rules for accounts, DT-C1 to DT-C7 and DT-C9: flags whatever is not known to be harmless. Where rules
 * overlap, the most specific one is reported.
 */
export function closedWorld(text: string, world: World): Hit[] {
	const hits = [
		...numberWords(text, world.vocabulary),
		// A headline may count its parts: “Manifesto: 4”.
		...unexplainedNumbers(text, world.explained, world.isAllowed, world.publicNumbers, world.lexicon).filter(
			(hit) => !world.headline || !/^\d{1,2}$/.test(text.slice(hit.start, hit.end)),
		),
		...handles(text),
		...letters(text, world.explained),
		...events(text, world.events),
		...institutions(text),
		...clubs(text),
		...companies(text),
		...riddles(text),
		...undeclaredCapitals(text, world),
		...streets(text),
		...unknownWords(text, world),
	];
	const out: Hit[] = [];
	for (const hit of hits)
		if (!out.some((other) => other.start < hit.end && other.end > hit.start)) out.push(hit);
	return out;
}
