/** Quotation marks in titles. The browser uses this too, so it imports nothing. */

/**
 * A title in single quotation marks. Marks within it alternate by depth: double, then single. Apostrophes become
 * curly.
 */
export function quoted(title: string): string {
	return `‘${nest(title, 1)}’`;
}

/** A title without surrounding quotation marks: those within it are single at the first depth. */
export function unquoted(title: string): string {
	return nest(title, 0);
}

export interface Mark {
	at: number;
	open: boolean;
	depth: number;
}

function nest(title: string, depth: number): string {
	if (!MARK.test(title)) return title;
	const characters = [...title];
	const paired = new Map(marksIn(characters).map((mark) => [mark.at, mark]));
	return characters
		.map((character, at) => {
			const mark = paired.get(at);
			if (!mark) return MARK.test(character) ? apostrophe(character) : character;
			const double = (depth + mark.depth) % 2 === 1;
			return double ? (mark.open ? '“' : '”') : mark.open ? '‘' : '’';
		})
		.join('');
}

export const MARK = /["“”'‘’]/;

/** An unpaired mark: a straight single one is an apostrophe; any other is unchanged. */
export function apostrophe(mark: string): string {
	return mark === "'" ? '’' : mark;
}

/** Paired quotation marks. An unpaired mark is an apostrophe or is left unchanged. */
export function marksIn(characters: readonly string[]): Mark[] {
	const marks: Mark[] = [];
	const ends: number[] = [];
	for (const [at, character] of characters.entries()) {
		while ((ends.at(-1) ?? Infinity) < at) ends.pop();
		if (ends.at(-1) === at || !/["“'‘]/.test(character) || !opens(characters, at)) continue;
		const end = closing(characters, at, ends.at(-1) ?? characters.length);
		if (end < 0) continue;
		marks.push({ at, open: true, depth: ends.length }, { at: end, open: false, depth: ends.length });
		ends.push(end);
	}
	return marks;
}

/** Whether a mark opens a quotation: at the start of a word, but not before a decade, where it is an apostrophe. */
function opens(characters: readonly string[], at: number): boolean {
	if (/^['‘]\d0s/.test(characters.slice(at, at + 4).join(''))) return false;
	return /[\s([{–—/“‘"'-]/.test(characters[at - 1] ?? ' ') && /\S/.test(characters[at + 1] ?? ' ');
}

/** Index of the mark that closes the one at `start`; -1 if none does. */
function closing(characters: readonly string[], start: number, limit: number): number {
	const double = /["“]/.test(characters[start] ?? '');
	const candidates: number[] = [];
	let inner = 0;
	for (let at = start + 1; at < limit; at++) {
		const character = characters[at] ?? '';
		if (double) {
			if (character === '“') inner += 1;
			if (character === '”' || character === '"') {
				if (inner === 0) return at;
				inner -= 1;
			}
		} else if (/['’]/.test(character) && !/[\p{L}\p{N}]/u.test(characters[at + 1] ?? ' '))
			candidates.push(at);
	}
	// “Buyers’ money” within single marks: a mark after an s may be an apostrophe if another follows that is none, or
	// that no word follows.
	return (
		candidates.find((at) => characters[at - 1] !== 's') ??
		candidates.find((at) => !/^\s+[\p{L}\p{N}]/u.test(characters.slice(at + 1, at + 3).join(''))) ??
		candidates[0] ??
		-1
	);
}
