import { FIGURES, READER_SAFETY } from './by-design.ts';
import { CONSENT, OUTPUT, WITHHELD } from './consent.ts';
import { LINKAGE, LOOK_ALIKES, POPULATION, RELEASES, REPUBLISHED, WORDING } from './disclosure.ts';
import { FIELDS, THEME_RULES } from './fields.ts';
import { FILES } from './files.ts';
import { DETAILS, IDENTIFIERS, UNKNOWN_WORDS } from './identifiers.ts';
import { CAPTURES, IMAGES } from './media.ts';
import { CODE, MARKDOWN } from './prose.ts';
import type { Rule, RuleGroup } from './rule.ts';
import { VERSIONS } from './versions.ts';
import { YAML_RULES } from './yaml.ts';

/** Every rule of the archive, by group, in the order in which the checks run. */
const DECLARED = [
	FILES,
	YAML_RULES,
	FIELDS,
	CODE,
	MARKDOWN,
	THEME_RULES,
	FIGURES,
	IDENTIFIERS,
	UNKNOWN_WORDS,
	DETAILS,
	LOOK_ALIKES,
	RELEASES,
	POPULATION,
	LINKAGE,
	WORDING,
	REPUBLISHED,
	CONSENT,
	WITHHELD,
	IMAGES,
	CAPTURES,
	VERSIONS,
	OUTPUT,
	READER_SAFETY,
] as const;

type IdOf<Group> = Group extends RuleGroup<infer Id> ? Id : never;

/** The identifier of a rule. One that is not declared does not compile. */
export type RuleId = IdOf<(typeof DECLARED)[number]>;

export const RULE_GROUPS: readonly RuleGroup[] = DECLARED;

/** Every rule by its identifier. */
export const RULES = Object.fromEntries(
	RULE_GROUPS.flatMap(({ rules }) => Object.entries(rules)),
) as Readonly<Record<RuleId, Rule>>;

/** The help page that this module generates, from the root of the site. */
export const RULES_PAGE = '/help/rules/';

/** The anchor of a rule on its help page: `dt-c3`. */
export function anchorOfRule(id: string): string {
	return id.toLowerCase();
}
