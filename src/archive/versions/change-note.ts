import type { RuleId } from '../../core/rules/rules.ts';
import type { Locate } from '../../checks/references.ts';
import { NUMBER_WORDS } from '../../checks/pii/language.ts';
import type { Problem } from '../../core/values/problem.ts';
import type { FileReading } from '../read/reading.ts';
import { changesBetween, type ParagraphChange } from './difference.ts';
import type { NumberedText } from './numbers.ts';

type Kind = ParagraphChange['kind'];

/** What a note says of paragraphs: of which, and what became of them; of none by its number, that there are such. */
interface Claim {
	numbers: readonly string[];
	/** Null where the note only names them. */
	kind: Kind | null;
}

const VERBS: readonly (readonly [Kind, string])[] = [
	[
		'removed',
		'taken out|took out|take out|removed?|deleted?|dropped|cut|struck(?: out)?|omitted|withdrawn|gone',
	],
	['added', 'added?|inserted?|new|put in'],
	[
		'changed',
		'changed?|corrected?|reworded|rewritten|amended|updated|revised|edited|shortened|extended|clarified|replaced|redacted',
	],
];
const IS = String.raw`(?:\s+(?:is|are|was|were|has|have|been|now|also|wholly|entirely|then))*\s+`;
const NUMBER = String.raw`\d+[a-z]*`;
const BETWEEN = String.raw`\s*(?:,\s*(?:and\s+)?|\band\b|&|–|-|\bto\b)\s*`;
const NAMED = new RegExp(
	String.raw`(\b(?:in|into|to|from|of|within)\s+(?:the\s+)?)?(?:\bparagraphs?|\bparas?\.?|¶)(?:\s*(?:\b(?:nos?\b\.?|numbers?\b)\s*)?(${NUMBER}(?:${BETWEEN}${NUMBER})*))?(?![\p{L}\p{N}])`,
	'giu',
);

/** “Removal of paragraph 3” says as much as “paragraph 3 was removed”. */
const NOUNS: readonly (readonly [Kind, RegExp])[] = [
	['removed', /\b(?:removal|deletion|omission|withdrawal)\s*$/i],
	['added', /\b(?:addition|insertion)\s*$/i],
];

const COUNT = [...NUMBER_WORDS].flatMap(([word, number]) => (number > 0 ? [word] : [])).join('|');
const COUNTED = new RegExp(
	String.raw`\bpara(?:graph)?s?\.?\s+(?:${COUNT})(?:${BETWEEN}(?:${COUNT}))*(?![\p{L}\p{N}])`,
	'giu',
);

/** “Paragraphs two and three”, with figures. */
function withFigures(note: string): string {
	const words = new RegExp(String.raw`\b(?:${COUNT})\b`, 'gi');
	return note.replace(COUNTED, (list) =>
		list.replace(words, (word) => String(NUMBER_WORDS.get(word.toLowerCase()))),
	);
}

/** What a note says of paragraphs, as far as it says it plainly. */
export function claimsIn(written: string, known: readonly string[]): Claim[] {
	const note = withFigures(written);
	return [...note.matchAll(NAMED)].flatMap((match): Claim[] => {
		const [whole, within, list] = match;
		const [before, after] = [note.slice(0, match.index), note.slice(match.index + whole.length)];
		const noun = within && /^of\b/i.test(within) && NOUNS.find(([, nouns]) => nouns.test(before));
		const kind = noun ? noun[0] : within ? 'changed' : kindSaid(before, after);
		if (list !== undefined) return [{ numbers: numbersIn(list, known), kind }];
		// “A paragraph was added.” Of paragraphs in a place nothing can be told.
		return kind && !within ? [{ numbers: [], kind }] : [];
	});
}

function kindSaid(before: string, after: string): Kind | null {
	for (const [kind, verbs] of VERBS)
		if (
			new RegExp(`^${IS}(?:${verbs})\\b`, 'i').test(after) ||
			new RegExp(String.raw`\b(?:${verbs})\s+(?:(?:the|an?|one|two|three|old|last|whole)\s+)*$`, 'i').test(
				before,
			)
		)
			return kind;
	return null;
}

/** `3, 5–7` and the like, with what lies between as the versions number it. */
function numbersIn(list: string, known: readonly string[]): string[] {
	return list.split(/\s*(?:,|\band\b|&)\s*/i).flatMap((part) => {
		const [from = '', to] = part.toLowerCase().split(/\s*(?:–|-|\bto\b)\s*/);
		const [first, last] = [known.indexOf(from), known.indexOf(to ?? from)];
		if (to === undefined || first < 0 || last < first)
			return [from, to].filter((one) => one !== undefined && one !== '') as string[];
		return known.slice(first, last + 1);
	});
}

const SAID: Readonly<Record<Kind, string>> = {
	added: 'was added',
	removed: 'was taken out',
	changed: 'was changed',
};

/**
 * Holds the note of a version that is not released yet against what did change since the version before: readers and
 * courts take it for what it says. What it says of paragraphs must be so; paragraphs that changed and that it passes
 * over, although it names others, are told as a warning. A redaction changes all versions alike, so that there is
 * nothing to compare.
 */
export function checkChangeNote(
	live: FileReading,
	before: readonly NumberedText[],
	after: readonly NumberedText[],
	locate: Locate,
): Problem[] {
	const { changes = [] } = (live.data ?? {}) as { changes?: readonly { kind: string; note: string }[] };
	const last = changes.at(-1);
	if (!last || last.kind === 'redaction') return [];
	const found = new Map(changesBetween(before, after).map(({ number, kind }) => [number, kind]));
	const claims = claimsIn(last.note, [...new Set([...before, ...after].map(({ number }) => number))]);
	const named = new Set(claims.flatMap(({ numbers }) => numbers));
	const tell = (rule: RuleId, message: string, advice: string, severity: Problem['severity']): Problem => ({
		file: live.file,
		...locate(live.file, ['changes', changes.length - 1, 'note']),
		rule,
		message,
		advice,
		severity,
	});
	const wrong = claims.flatMap(({ numbers, kind }) => {
		if (numbers.length === 0 && kind && ![...found.values()].includes(kind))
			return [`The note says that a paragraph ${SAID[kind]}, but none ${SAID[kind]}`];
		return numbers.flatMap((number) => {
			const is = found.get(number);
			if (is === undefined) return [`The note names paragraph ${number}, in which nothing changed`];
			if (kind === null || kind === is) return [];
			return [`The note says that paragraph ${number} ${SAID[kind]}, but it ${SAID[is]}`];
		});
	});
	const others = [...found.keys()].filter((number) => !named.has(number));
	const passedOver = named.size > 0 && others.length > 0 && wrong.length === 0;
	return [
		...[...new Set(wrong)].map((message) =>
			tell('change-note', message, 'Say what did change, or change what the note says', 'error'),
		),
		...(passedOver
			? [
					tell(
						'change-note-incomplete',
						`The note names paragraphs, but not ${others.join(', ')}, which changed too`,
						'Name all of them, or say what changed without numbers',
						'warning',
					),
				]
			: []),
	];
}
