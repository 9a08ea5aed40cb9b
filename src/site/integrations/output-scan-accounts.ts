import { declaredIn, readRegister } from '../../archive/read/register.ts';
import type { FileReading } from '../../archive/read/reading.ts';
import type { Archive, TestimonyRecord } from '../../archive/publish/view.ts';
import { accountWords, TAKEN_OUT } from '../../checks/output/extract-text.ts';
import { Declared } from '../../checks/pii/context.ts';
import { normalise } from '../../checks/pii/normalise.ts';
import { scanFragment } from '../../checks/pii/scan.ts';
import type { RuleId } from '../../core/rules/rules.ts';
import { recordPath, statementPath, versionPath } from '../../core/values/address.ts';

/** Path, in the site, of the page of a record. */
export function pageOf(id: string): string {
	return `${recordPath(id).slice(1)}index.html`;
}

/** The pages of all accounts and of their released versions, by path in the site. */
export function accountPages(archive: Archive): Map<string, TestimonyRecord> {
	const pages = new Map(archive.testimonies.map((account) => [pageOf(account.id), account]));
	for (const [id, versions] of archive.versions)
		for (const { version, record } of versions)
			if (record.collection === 'testimonies')
				for (const page of [versionPath(id, version), statementPath(id, version)])
					pages.set(`${page.slice(1)}index.html`, record);
	return pages;
}

/**
 * Looks for identifiers in accounts as rendered, where a component, style or excerpt may have joined what was
 * separate when the text was checked. It only uses rules that recognise an identifier by its format, which are cheap.
 *
 * @returns a function from a page's path to a check that returns the rules its content breaks; undefined for pages
 *   that are not of an account
 */
export function accountInspector(
	archive: Archive,
): (path: string) => ((html: string) => RuleId[]) | undefined {
	const { folder, config } = archive;
	const entries = [
		...archive.organisations.map((entry) => ({ folder: 'organisations', ...entry })),
		...archive.themes.map((entry) => ({ folder: 'themes', ...entry })),
		...archive.complaints.map((entry) => ({ folder: 'complaints', ...entry })),
	] as unknown as FileReading[];
	const declared = new Declared(declaredIn(readRegister(folder).register, config, entries));
	const accounts = accountPages(archive);
	const inspect = ({ data, id, body }: TestimonyRecord, html: string) => {
		// Text that is verbatim in the file was already checked there, by these and other rules.
		const checked = oneLine([data.title, data.summary, body].join('\n').replace(MARKS, '$1'));
		const isChecked = (words: string) =>
			!OVER_GAP.test(words) &&
			oneLine(words)
				.split(TAKEN_OUT)
				.every((part) => checked.includes(part.trim()));
		const unchecked = accountWords(html).filter((words) => !isChecked(words));
		if (unchecked.length === 0) return [];
		const publishers = data.sources.flatMap(({ publisher }) => publisher ?? []);
		const names = data.origin === 'published' ? data.pseudonyms : [];
		const scan = {
			strictness: 'testimony',
			declared,
			allowed: declared.forTestimony(id, [...data.organisations, ...publishers], names),
			lexicon: undefined,
			authors: new Set<string>(),
			months: new Set<string>(),
		} as const;
		const rules = unchecked.flatMap((words) =>
			scanFragment({ field: 'text', ...normalise(words) }, scan).map(({ rule }) => rule),
		);
		return [...new Set(rules)];
	};
	return (path) => {
		const account = accounts.get(path);
		return account && ((html) => inspect(account, html));
	};
}

/** Digits that may form one number, with separators that only the page has. */
const OVER_GAP = new RegExp(`\\d\\W*${TAKEN_OUT}\\W*\\d`);

/** Markdown of emphasis and links, which a page does not show. */
const MARKS = /[*_]|\[([^\]]*)\]\([^)]*\)/g;

const oneLine = (text: string) => text.replace(/\s{2,}|[^\S ]/g, ' ');
