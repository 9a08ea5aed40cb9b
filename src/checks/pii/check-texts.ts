import type { RuleId } from '../../core/rules/rules.ts';
import { createHash, randomBytes } from 'node:crypto';
import { keepHit, type Place, type Problem } from '../../core/values/problem.ts';
import type { Source } from '../../core/model/source.ts';
import type { Waiver } from '../../core/model/waivers.ts';
import type { Allowed, ArchiveContext } from './context.ts';
import { Declared } from './context.ts';
import { adviceFor } from './advice.ts';
import { fragmentsOf } from './fragments.ts';
import type { Lexicon } from './lexicon.ts';
import { loadLexicon } from './lexicon.ts';
import type { Fragment, Hit } from './model.ts';
import type { Scan, Strictness } from './scan.ts';
import { scanFragment } from './scan.ts';
import { waiverHash } from './waiver.ts';
import { lookup } from '../../core/values/lookup.ts';

export { hitOf, keepHit } from '../../core/values/problem.ts';

/** A file of the archive, as the check needs it. */
export interface CheckedFile {
	folder: string;
	id: string;
	file: string;
	digest: string;
	source: string;
	/** Undefined if the file has problems of its own; it is then not scanned. */
	data: unknown;
}

/** The rest of the check's input. */
interface TextContext extends ArchiveContext {
	waivers: readonly Waiver[];
	/** Finds the place of a field in a file. */
	locate(file: string, field: readonly PropertyKey[]): Place;
	/** Finds the place of a waiver in its file. */
	locateWaiver(index: number): Place;
	waiversFile: string;
	/** Files that an earlier run found clean, by the digest of a scan. What was found in the others is never saved. */
	clean?: { has(digest: string): boolean; add(digest: string): void };
}

/** A hit with its position in the file. */
export interface Finding extends Place {
	rule: RuleId;
	type: string;
	warnsOnly: boolean;
	/** The words that were hit, for the editor's own terminal only. */
	value: string;
	/** The digest to put in a waiver. Undefined for a typed rule, which cannot be waived. */
	waiver: string | undefined;
	strictness: Strictness;
}

const STRICTNESS: Readonly<Record<string, Strictness>> = {
	testimonies: 'testimony',
	reports: 'record',
	findings: 'record',
};

/** Findings by path, so that a program that reads an archive again scans changed files alone. */
const lastFindings = new Map<string, { key: string; findings: readonly Finding[] }>();

/** The digest to put in a waiver, by problem. */
const waivable = new WeakMap<Problem, string>();

/** Makes the references of hits comparable within one run and useless outside it. */
const SALT = randomBytes(16);

/** Returns the digest to put in a waiver of this problem, or undefined if it cannot be waived. */
export function waiverOf(problem: Problem): string | undefined {
	return waivable.get(problem);
}

/**
 * Checks every text of the archive for what could identify a person: in accounts everything not known to be
 * harmless, in reports and findings identifiers and undeclared names, elsewhere identifiers.
 */
export function checkTexts(files: readonly CheckedFile[], context: TextContext): Problem[] {
	const declared = new Declared(context);
	const strict = files.some(
		(file) => lookup(STRICTNESS, file.folder) !== undefined && file.data !== undefined,
	);
	const lexicon = strict ? loadLexicon() : undefined;
	const unused = new Set(context.waivers.keys());
	const byHash = new Map(context.waivers.map((waiver, index) => [waiver.hash, index]));
	const problems: Problem[] = [];
	for (const file of files) {
		if (file.data === undefined) continue;
		for (const finding of findingsOf(file, declared, lexicon, context)) {
			const index = finding.waiver === undefined ? undefined : byHash.get(finding.waiver);
			if (index !== undefined) unused.delete(index);
			else problems.push(problemOf(file, finding));
		}
	}
	// A file with problems of its own was not looked at: its waivers are not stale for that.
	if (files.every((file) => file.data !== undefined))
		for (const index of unused)
			problems.push({
				file: context.waiversFile,
				...context.locateWaiver(index),
				rule: 'stale-waiver',
				message: 'Stale waiver: the sentence it was given for has changed or gone',
				advice: 'Remove it. If the new sentence needs a waiver, two reviewers must review it again',
				severity: 'error',
			});
	return problems;
}

/** The findings of one file, from the last time if nothing has changed. */
function findingsOf(
	file: CheckedFile,
	declared: Declared,
	lexicon: Lexicon | undefined,
	{ locate, clean }: Pick<TextContext, 'locate' | 'clean'>,
): readonly Finding[] {
	const key = `${declared.key} ${file.digest}`;
	const path = `${file.folder} ${file.file}`;
	const before = lastFindings.get(path);
	if (before?.key === key && file.digest !== '') return before.findings;
	const scan = createHash('sha256').update(`${path} ${key}`).digest('hex');
	const isClean = file.digest !== '' && clean?.has(scan);
	const findings = isClean ? [] : scanFile(file, declared, lexicon, locate);
	if (findings.length === 0 && file.digest !== '') clean?.add(scan);
	lastFindings.set(path, { key, findings });
	return findings;
}

/** More findings than anyone fixes at once. Such a file is rejected anyway, so there is no point in listing more. */
const MOST_FINDINGS = 1000;

function scanFile(
	file: CheckedFile,
	declared: Declared,
	lexicon: Lexicon | undefined,
	locate: TextContext['locate'],
): Finding[] {
	const strictness = lookup(STRICTNESS, file.folder) ?? 'other';
	const scan: Scan = {
		strictness,
		declared,
		allowed: allowedIn(file, declared, strictness),
		lexicon,
		authors: declared.authors,
		months: monthsOf(file),
		isGiven: (file.data as { origin?: string }).origin === 'given',
	};
	const isText = file.file.endsWith('.mdx');
	const fragments = fragmentsOf({ ...file, isText, locate: (field) => locate(file.file, field) });
	const findings: Finding[] = [];
	const placeOf = placesIn(file.source);
	for (const fragment of fragments)
		for (const hit of scanFragment(fragment, scanOf(fragment, scan))) {
			if (findings.length >= MOST_FINDINGS) return findings;
			// Published accounts have no reviewers to ask.
			if (hit.isQuestion && !scan.isGiven) continue;
			const value = fragment.text.slice(hit.start, hit.end);
			findings.push({
				...placeOf(fragment.origin(hit.start)),
				rule: hit.rule,
				type: hit.type,
				warnsOnly: (hit.warnsOnly === true && strictness !== 'testimony') || hit.isQuestion === true,
				value,
				waiver: isTyped(hit) || hit.isQuestion ? undefined : waiverHash(file.id, fragment.text, hit),
				strictness,
			});
		}
	return findings;
}

/** Comments are scanned in every collection: they are not published, but everyone with the file can read them. */
function scanOf({ field }: Fragment, scan: Scan): Scan {
	if (field !== 'comment' || scan.strictness !== 'other') return scan;
	return { ...scan, strictness: 'record', lexicon: loadLexicon() };
}

const isTyped = (hit: Hit): boolean => /^DT-\d/.test(hit.rule);

/** The names that a file may contain. */
function allowedIn(file: CheckedFile, declared: Declared, strictness: Strictness): Allowed {
	const data = file.data as {
		origin?: string;
		organisations?: readonly string[];
		pseudonyms?: readonly string[];
		sources?: readonly Source[];
		issuedBy?: readonly string[];
	};
	const sources = data.sources ?? [];
	if (strictness !== 'testimony')
		return declared.forRecord(
			file.id,
			sources.map((source) => source.title),
		);
	const publishers = sources.flatMap((source) => [source.publisher, source.reproduces]);
	const organisations = [
		...(data.organisations ?? []),
		...publishers.filter((one) => typeof one === 'string'),
	];
	const pseudonyms = data.origin === 'published' ? (data.pseudonyms ?? []) : [];
	return declared.forTestimony(file.id, organisations, pseudonyms, data.origin === 'given');
}

/** True for an account that was given to the archive. */
function isGiven({ folder, data }: CheckedFile): boolean {
	return folder === 'testimonies' && (data as { origin?: string } | undefined)?.origin === 'given';
}

/** Months of publication that a published account shows with its sources. */
function monthsOf({ data }: CheckedFile): ReadonlySet<string> {
	const { origin, sources } = data as { origin?: string; sources?: readonly Source[] };
	if (origin !== 'published') return new Set();
	return new Set(sources?.flatMap(({ published }) => (published ? [published.slice(0, 7)] : [])));
}

/** Returns a function from offsets in a source to lines and columns. */
function placesIn(source: string): (offset: number) => Place {
	const starts = [0, ...[...source.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (offset) => {
		const at = Math.min(Math.max(0, offset), source.length);
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((starts[middle] ?? 0) <= at) low = middle;
			else high = middle - 1;
		}
		return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
	};
}

function problemOf(file: CheckedFile, finding: Finding): Problem {
	const { line, column, rule, type, warnsOnly, value, strictness } = finding;
	const mark = createHash('sha256').update(SALT).update(value).digest('hex').slice(0, 8);
	const problem: Problem = {
		file: file.file,
		line,
		column,
		rule,
		message: `${type.slice(0, 1).toUpperCase()}${type.slice(1)} found (hit ${mark})`,
		advice: adviceFor({ start: 0, end: 0, rule, type }, strictness === 'testimony', isGiven(file)),
		severity: warnsOnly ? 'warning' : 'error',
	};
	keepHit(problem, value);
	if (finding.waiver !== undefined) waivable.set(problem, finding.waiver);
	return problem;
}
