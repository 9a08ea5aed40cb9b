/** Where a rule comes from: a law, a standard, published guidance or research. */
export interface RuleSource {
	name: string;
	url: string;
}

/** One thing that a check looks for, as the help page and the messages describe it. */
export interface Rule {
	/** A noun phrase: what was found. */
	title: string;
	/**
	 * Errors stop a build and warnings do not; some rules are either, depending on the text. What is kept `by design` is
	 * never reported: it shapes what the site shows. An error unless it says otherwise.
	 */
	severity?: 'error' | 'warning' | 'error or warning' | 'by design';
	/** What the check looks for, where the title does not say all of it. */
	finds?: string;
	/** What would trip it. Words between backticks are shown as code. */
	example: string;
	/** What to do about it; nothing for what is kept by design. */
	resolve?: string;
	/** Why the rule exists; the reason of its group, unless it has its own. */
	why?: string;
	/** Where it comes from; that of its group, unless it has its own. A rule of this software has none. */
	source?: RuleSource;
}

/** Rules with one purpose, and what readers are told about them on the page on method. */
export interface RuleGroup<Id extends string = string> {
	/** Anchor of its section on the help page. */
	anchor: string;
	title: string;
	looksFor: string;
	/** What it runs on. */
	on: 'accounts' | 'given accounts' | 'published accounts' | 'records' | 'files' | 'the built site';
	cannotSee: string;
	why: string;
	source?: RuleSource;
	rules: Readonly<Record<Id, Rule>>;
}

/** Declares a group, so that the identifiers of its rules are known to the compiler. */
export const group = <const Id extends string>(declared: RuleGroup<Id>): RuleGroup<Id> => declared;
