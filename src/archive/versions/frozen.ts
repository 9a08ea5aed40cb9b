import type { Locate } from '../../checks/references.ts';
import { keepHit } from '../../checks/pii/check-texts.ts';
import type { Problem } from '../../core/values/problem.ts';
import { toHtml } from '../../core/prose/html.ts';
import { parseProse } from '../../core/prose/parse.ts';
import type { Block, ProseNode } from '../../core/prose/types.ts';
import { wordsIn } from '../../core/prose/words.ts';
import type { FileReading } from '../read/reading.ts';
import { wordChanges } from './difference.ts';

/** Fields that no page shows. Numbers are compared with the paragraphs that carry them. */
const UNSHOWN = new Set(['consent', 'writer', 'review', 'facetSources', 'paragraphs']);

/** Most characters of a change that are shown, in a message or on the editor's terminal. */
const SHOWN = 60;

interface Changed {
	/** Line of the present file, or the field. */
	place: number | PropertyKey[];
	what: string;
	was: string;
	is: string;
}

/**
 * Finds changes to a released version. Released text is changed by `revise` alone, which archives the old text as a version.
 * The layout of a file does not matter.
 *
 * @param live the record's file
 * @param frozen the released file of the same version
 */
export function checkFrozen(live: FileReading, frozen: FileReading, locate: Locate): Problem[] {
	if (live.source === frozen.source || !live.data || !frozen.data) return [];
	const changed = changesOf(live, frozen);
	const isAccount = live.folder === 'testimonies';
	return changed.map(({ place, what, was, is }) => {
		const words = wordsChanged(was, is);
		const problem: Problem = {
			file: live.file,
			...(typeof place === 'number' ? { line: place, column: 1 } : locate(live.file, place)),
			rule: 'released-text-changed',
			message: `Changed since its release: ${what}${isAccount ? '' : `: ${words}`}`,
			advice:
				`Undo it, or run “npm run archive -- revise ${live.id} --kind correction|redaction|update --note "…"”, ` +
				'which keeps the released text and opens a new version',
			severity: 'error',
		};
		if (isAccount) keepHit(problem, words);
		return problem;
	});
}

function changesOf(live: FileReading, frozen: FileReading): Changed[] {
	const [is, was] = [shownFields(live), shownFields(frozen)];
	const fields = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): Changed[] => {
		const [before = '', after = ''] = [was.get(key), is.get(key)];
		return before === after
			? []
			: [{ place: [key], what: `field ${key}`, was: plain(before), is: plain(after) }];
	});
	return [...fields, ...consentChange(live, frozen), ...textChanges(live, frozen)];
}

function shownFields({ data }: FileReading): Map<string, string> {
	const entries = Object.entries(data as object).filter(([key]) => !UNSHOWN.has(key));
	return new Map(entries.map(([key, value]) => [key, JSON.stringify(sorted(value))]));
}

/** A change of consent since the release. Where nothing may be shown, there is no text to compare. */
function consentChange(live: FileReading, frozen: FileReading): Changed[] {
	const [is, was] = [consentOf(live), consentOf(frozen)];
	if (is === was || is === 'statistics') return [];
	return [{ place: ['consent'], what: 'what consent allows to be shown', was, is }];
}

function consentOf({ folder, data }: FileReading): string {
	if (folder !== 'testimonies' || data?.origin !== 'given') return '';
	const { scope, paragraphs = [] } = data.consent;
	return [scope, ...paragraphs].join(' ');
}

/** Keys in a fixed order: a file may give its fields in any. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
	return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A field as it reads: a text without its quotation marks. */
function plain(json: string): string {
	return /^"[^"\\]*"$/.test(json) ? json.slice(1, -1) : json;
}

interface Part {
	what: string;
	/** Words and all markup, with spaces evened out. */
	exact: string;
	words: string;
	line: number;
}

function textChanges(live: FileReading, frozen: FileReading): Changed[] {
	const [is, was] = [partsOf(live), partsOf(frozen)];
	const last = live.source.split('\n').length;
	const keys = [...new Set([...was.keys(), ...is.keys()])];
	return keys.flatMap((key): Changed[] => {
		const [before, after] = [was.get(key), is.get(key)];
		if (before?.exact === after?.exact) return [];
		const what = (after ?? before)?.what ?? '';
		const [old = '', fresh = ''] = [before?.words, after?.words];
		// Where only the markup changed, show that.
		const alike = before && after && old === fresh;
		return [
			{
				place: after?.line ?? last,
				what,
				was: alike ? before.exact : old,
				is: alike ? after.exact : fresh,
			},
		];
	});
}

/** Paragraphs by their numbers; headings and rules, which have none, by the number before and their place after it. */
function partsOf({ source, paragraphs }: FileReading): Map<string, Part> {
	const parts = new Map<string, Part>();
	let [at, unnumbered, before] = [0, 0, '0'];
	for (const block of parseProse(source).prose.blocks) {
		const isParagraph = block.number !== null;
		if (isParagraph) [before, unnumbered] = [paragraphs[at++] ?? '', 0];
		else unnumbered++;
		const what = isParagraph ? `paragraph ${before}` : `${block.kind} after paragraph ${before}`;
		parts.set(isParagraph ? before : `${before}#${unnumbered}`, partOf(block, what));
	}
	return parts;
}

function partOf({ children, lines }: Block, what: string): Part {
	return {
		what,
		exact: even(markupOf(children)),
		words: even(wordsIn(children)),
		line: lines[0],
	};
}

/** A text with all its markup, components with their attributes. */
function markupOf(nodes: readonly ProseNode[]): string {
	const runs = toHtml(nodes).map((run) => {
		if (typeof run === 'string') return run;
		const { component, props, children } = run;
		return `<${component} ${JSON.stringify(props)}>${markupOf(children)}</${component}>`;
	});
	return runs.join('');
}

const even = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `‘paid twice’ became ‘paid once’`: the first stretch that differs. */
function wordsChanged(was: string, is: string): string {
	const parts = wordChanges(was, is);
	const first = parts.findIndex(({ kind }) => kind !== 'same');
	const rest = parts.slice(Math.max(0, first));
	const end = rest.findIndex(({ kind, text }) => kind === 'same' && /\w/.test(text));
	const stretch = rest.slice(0, end < 0 ? undefined : end);
	const say = (gone: string) => {
		const text = stretch
			.flatMap(({ kind, text }) => (kind === gone ? [] : text))
			.join('')
			.trim();
		return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
	};
	const [before, after] = [say('added'), say('removed')];
	if (before === '') return `‘${after}’ was added`;
	return after === '' ? `‘${before}’ was removed` : `‘${before}’ became ‘${after}’`;
}

/** Finds changes to the history of a record: what a release says of its versions is final. */
export function checkReleasedHistory(live: FileReading, earlier: FileReading, locate: Locate): Problem[] {
	if (!live.data) return [];
	const index = historyOf(earlier).findIndex((change, at) => change !== historyOf(live)[at]);
	if (index < 0) return [];
	return [
		{
			file: live.file,
			...locate(live.file, ['changes', index]),
			rule: 'released-history-changed',
			message: `Change to the released note of version ${index + 1}`,
			advice: `Restore it from ${earlier.file}. Put anything new into a new version`,
			severity: 'error',
		},
	];
}

function historyOf({ data }: FileReading): string[] {
	const { changes = [] } = (data ?? {}) as { changes?: readonly object[] };
	return changes.map((change) => JSON.stringify(sorted(change)));
}
