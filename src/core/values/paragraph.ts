/**
 * Numbers of paragraphs: `12`, or `12a` for one that came between 12 and 13 later. They follow the way in which
 * inserted sections of Acts are numbered: 12a, 12b … stand after 12; 12aa between 12a and 12b; 12za before 12a. One
 * that came before the first of all is `0a`. So there is always room, and no number is ever given twice.
 */
export const PARAGRAPH_NUMBER = /^(?:0(?=[a-z])|[1-9]\d*)(?:[a-z]{0,40}[a-y])?$/;

/** Letters in their order as digits: `z` stands before `a`, as in Acts, and never ends a number. */
const LETTERS = 'zabcdefghijklmnopqrstuvwxy';

/** Orders numbers as their paragraphs stand in a text. */
export function compareNumbers(a: string, b: string): number {
	const [one, other] = [partsOf(a), partsOf(b)];
	if (one.whole !== other.whole) return one.whole - other.whole;
	for (let at = 0; at < Math.max(one.letters.length, other.letters.length); at++) {
		const difference = rank(one.letters[at]) - rank(other.letters[at]);
		if (difference !== 0) return difference;
	}
	return 0;
}

/**
 * A number for a paragraph that is inserted.
 *
 * @param after number of the paragraph before it; null where it stands first
 * @param before number of the paragraph after it; null where it stands last
 * @param used every number that any version of the text has or had
 */
export function numberBetween(
	after: string | null,
	before: string | null,
	used: ReadonlySet<string>,
): string {
	if (before === null) {
		const most = Math.max(0, ...[...used, after ?? '0'].map((number) => partsOf(number).whole));
		return String(most + 1);
	}
	const { whole, letters } = partsOf(after ?? '0');
	const isRoom = (end: string) => compareNumbers(whole + end, before) < 0;
	// First the letters that follow, then ever finer ones between.
	for (let zeros = -1; ; zeros++) {
		let end = zeros < 0 ? next(letters) : `${letters}${'z'.repeat(zeros)}a`;
		while (isRoom(end) && used.has(whole + end)) end = next(end);
		if (isRoom(end)) return whole + end;
	}
}

function partsOf(number: string): { whole: number; letters: string } {
	const [, whole = '0', letters = ''] = /^(\d+)([a-z]*)$/.exec(number) ?? [];
	return { whole: Number(whole), letters };
}

/** Place of a letter; where there is none, before all that have one but the zero. */
function rank(letter: string | undefined): number {
	return letter === undefined ? -1 : LETTERS.indexOf(letter);
}

function next(letters: string): string {
	const last = LETTERS.indexOf(letters.at(-1) ?? 'y');
	return last === LETTERS.length - 1 ? `${letters}a` : letters.slice(0, -1) + LETTERS.charAt(last + 1);
}
