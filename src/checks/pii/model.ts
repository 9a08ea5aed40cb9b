import type { RuleId } from '../../core/rules/rules.ts';
import type { Mapped } from './normalise.ts';

/** Words declared in `register.yaml`, which tell the rules about an archive's subject. */
export interface Vocabulary {
	/** Words that precede a person's number or name: ranks, grades. */
	ranks: readonly string[];
	/** Lower-case nouns of the subject that occur where a name could. */
	bareNouns: readonly string[];
	/** Words that announce a reference, by the rule that they belong to. */
	referenceWords: { readonly [Rule in ReferenceRule]?: readonly string[] | undefined };
	/** Telephone numbers that belong to no person, digits only. */
	publicNumbers: ReadonlySet<string>;
	/** Hosts that belong to no person; those below them count too. */
	publicHosts: readonly string[];
	/** Titles of Acts, orders and rules that texts may cite. */
	laws: readonly string[];
	/** Posts and units of which there are few: whoever holds one can be found. */
	fewPosts: readonly string[];
	fewUnits: readonly string[];
}

export const REFERENCE_RULES = ['DT-5', 'DT-7', 'DT-8', 'DT-9', 'DT-10', 'DT-11', 'DT-17'] as const;
export type ReferenceRule = (typeof REFERENCE_RULES)[number];

/** A stretch of a normalised text. */
export interface Span {
	start: number;
	end: number;
}

/** A span that a rule flags. */
export interface Hit extends Span {
	rule: RuleId;
	/** The kind of thing that was found, in words that give nothing away. */
	type: string;
	/** Warns rather than stops outside accounts. */
	warnsOnly?: boolean;
	/** A warning for reviewers to answer; it never stops the check. */
	isQuestion?: boolean;
}

/** A rule that recognises one kind of identifier by its form. */
export interface Detector {
	id: RuleId;
	/** What it finds, as named in messages. */
	type: string;
	/** Warns rather than stops outside accounts. */
	warnsOnly?: boolean;
	/** A cheap test that every text with a hit passes; most texts fail it and cost nothing more. */
	prefilter?: RegExp;
	find(text: string, words: Vocabulary): Iterable<Span>;
}

/** One normalised text of a file, with a map back to offsets in the file. */
export interface Fragment extends Mapped {
	/** Where it comes from: a field's path, `text`, `attribute`, `link`, `comment` or `file name`. */
	field: string;
	/** True for an address, which has narrower rules of its own. */
	address?: boolean;
	/** True for a role code. */
	isRole?: boolean;
	/** True for the rest of a word that is partly withheld. */
	isRemainder?: boolean;
	/** True for a headline, where most words may have a capital. */
	headline?: boolean;
}
