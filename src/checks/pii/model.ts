import type { RuleId } from '../../core/rules/rules.ts';
import type { Mapped } from './normalise.ts';

/** Words that an archive declares in `register.yaml` so that the rules know its subject. */
export interface Vocabulary {
	/** Words that stand before a person's number or name: ranks, grades. */
	ranks: readonly string[];
	/** Nouns of the subject that stand where a name could, in small letters. */
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

/** A stretch that a rule objects to. */
export interface Hit extends Span {
	rule: RuleId;
	/** What kind of thing it is, in words that give nothing away. */
	type: string;
	/** Only a warning outside testimonies. */
	warnsOnly?: boolean;
	/** A warning that reviewers answer, never a stop. */
	isQuestion?: boolean;
}

/** One rule that knows a kind of identifier by its form. */
export interface Detector {
	id: RuleId;
	/** What it finds, for messages. */
	type: string;
	/** Only a warning outside testimonies. */
	warnsOnly?: boolean;
	/** Text that cannot hold a hit fails this; most texts fail, and cost nothing more. */
	prefilter?: RegExp;
	find(text: string, words: Vocabulary): Iterable<Span>;
}

/** One text of a file, normalised, with the way back to the file. */
export interface Fragment extends Mapped {
	/** What it is of: a field's path, `text`, `attribute`, `link`, `comment`, `file name`. */
	field: string;
	/** Whether it is an address: those have their own, narrower rules. */
	address?: boolean;
	/** Whether it is the code of a role. */
	isRole?: boolean;
	/** Whether it is what is left of a word beside a withheld part. */
	isRemainder?: boolean;
	/** Whether it is a headline, where most words may have a capital. */
	headline?: boolean;
}
