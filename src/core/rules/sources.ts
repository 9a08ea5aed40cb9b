import type { RuleSource } from './rule.ts';

/** Public sources that several rules rest on. */
export const SOURCES = {
	personalData: {
		name: 'UK GDPR, Article 4(1): what makes a person identifiable',
		url: 'https://www.legislation.gov.uk/eur/2016/679/article/4',
	},
	minimisation: {
		name: 'UK GDPR, Article 5(1)(c): data minimisation',
		url: 'https://www.legislation.gov.uk/eur/2016/679/article/5',
	},
	consent: {
		name: 'UK GDPR, Article 7: conditions for consent',
		url: 'https://www.legislation.gov.uk/eur/2016/679/article/7',
	},
	security: {
		name: 'UK GDPR, Article 32: security of processing',
		url: 'https://www.legislation.gov.uk/eur/2016/679/article/32',
	},
	anonymisation: {
		name: 'Information Commissioner’s Office, guidance on anonymisation',
		url: 'https://ico.org.uk/for-organisations/uk-gdpr-guidance-and-resources/data-sharing/anonymisation/',
	},
	kAnonymity: {
		name: 'Sweeney, “k-anonymity: a model for protecting privacy” (2002)',
		url: 'https://doi.org/10.1142/S0218488502001648',
	},
	lDiversity: {
		name: 'Machanavajjhala and others, “l-diversity: privacy beyond k-anonymity” (2007)',
		url: 'https://doi.org/10.1145/1217299.1217302',
	},
	republication: {
		name: 'Xiao and Tao, “m-invariance: towards privacy preserving re-publication of dynamic datasets” (2007)',
		url: 'https://doi.org/10.1145/1247480.1247556',
	},
	disclosureControl: {
		name: 'Hundepool and others, Statistical Disclosure Control (2012)',
		url: 'https://doi.org/10.1002/9781118348239',
	},
	statistics: {
		name: 'Code of Practice for Statistics',
		url: 'https://code.statisticsauthority.gov.uk/',
	},
	yaml: { name: 'YAML 1.2.2', url: 'https://yaml.org/spec/1.2.2/' },
	commonMark: { name: 'CommonMark 0.31.2', url: 'https://spec.commonmark.org/0.31.2/' },
	gfm: { name: 'GitHub Flavored Markdown', url: 'https://github.github.com/gfm/' },
	unicodeSecurity: {
		name: 'Unicode Technical Report 36: security considerations',
		url: 'https://www.unicode.org/reports/tr36/',
	},
	utf8: { name: 'RFC 3629: UTF-8', url: 'https://www.rfc-editor.org/rfc/rfc3629' },
	scripting: {
		name: 'OWASP, Cross-Site Scripting Prevention',
		url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
	},
	permanence: {
		name: 'W3C, “Cool URIs don’t change”',
		url: 'https://www.w3.org/Provider/Style/URI',
	},
	wcagText: {
		name: 'WCAG 2.2, 1.1.1: non-text content',
		url: 'https://www.w3.org/TR/WCAG22/#non-text-content',
	},
	wcagMotion: {
		name: 'WCAG 2.2, 2.2.2: pause, stop, hide',
		url: 'https://www.w3.org/TR/WCAG22/#pause-stop-hide',
	},
	wcagStructure: {
		name: 'WCAG 2.2, 1.3.1: info and relationships',
		url: 'https://www.w3.org/TR/WCAG22/#info-and-relationships',
	},
	linkFollowing: { name: 'CWE-59: link following', url: 'https://cwe.mitre.org/data/definitions/59.html' },
	systemInformation: {
		name: 'CWE-497: exposure of system information',
		url: 'https://cwe.mitre.org/data/definitions/497.html',
	},
} as const satisfies Record<string, RuleSource>;
