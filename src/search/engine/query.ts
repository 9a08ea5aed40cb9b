/**
 * The query language: words (all must occur), "exact phrase", OR, -word or NOT, (groups), begin*. Any text is a
 * query: what cannot be parsed as an operator is treated as a word or ignored, never rejected.
 */

export interface Word {
	kind: 'word';
	text: string;
	/** Whether words that begin with it also match. */
	beginning: boolean;
}
export interface Phrase {
	kind: 'phrase';
	text: string;
}
export type Leaf = Word | Phrase;
export interface Group {
	kind: 'and' | 'or';
	parts: readonly Query[];
	/** Written with AND: records must contain all of it. */
	strict?: true;
}
export interface Not {
	kind: 'not';
	part: Query;
}
/** A parsed query. */
export type Query = Leaf | Group | Not;

const LONGEST = 500;
const DEEPEST = 20;
const QUOTES = /["“”„«»]/;
const MEANT = /[\p{L}\p{N}]/u;

type Token = { sign: '(' | ')' | 'OR' | 'NOT' | 'AND' } | { leaf: Leaf };

/**
 * Parses a query. Returns null for a query without words: empty, or only punctuation.
 *
 * @param text the input, of which only the first 500 characters count
 */
export function parseQuery(text: string): Query | null {
	const all = tokenise(text.slice(0, LONGEST));
	const tokens = all.filter((token) => !('sign' in token) || token.sign !== 'AND');
	const strict = tokens.length < all.length;
	let at = 0;

	function alternatives(depth: number): Query | null {
		const parts: Query[] = [];
		for (;;) {
			const part = sequence(depth);
			if (part) parts.push(part);
			const token = tokens[at];
			if (token && 'sign' in token && token.sign === 'OR') at++;
			else return group('or', parts);
		}
	}

	function sequence(depth: number): Query | null {
		const parts: Query[] = [];
		for (let token = tokens[at]; token; token = tokens[at]) {
			if ('sign' in token && (token.sign === 'OR' || token.sign === ')')) break;
			const part = one(depth);
			if (part) parts.push(part);
		}
		return group('and', parts);
	}

	function one(depth: number): Query | null {
		const token = tokens[at++];
		if (!token) return null;
		if ('leaf' in token) return token.leaf;
		if (token.sign === 'NOT') {
			const next = tokens[at];
			if (!next || ('sign' in next && (next.sign === 'OR' || next.sign === ')'))) return null;
			const part = one(depth);
			// A double negation is the part itself.
			return part && (part.kind === 'not' ? part.part : { kind: 'not', part });
		}
		if (depth >= DEEPEST) return null;
		const inner = alternatives(depth + 1);
		at++;
		return inner;
	}

	const query = alternatives(0);
	return strict && query?.kind === 'and' ? { ...query, strict } : query;
}

/** A group without redundant nesting. */
function group(kind: Group['kind'], parts: readonly Query[]): Query | null {
	const flat = parts.flatMap((part) => (part.kind === kind ? (part as Group).parts : [part]));
	return flat.length > 1 ? { kind, parts: flat } : (flat[0] ?? null);
}

function tokenise(text: string): Token[] {
	const tokens: Token[] = [];
	let open = 0;
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		if (/\s/.test(character)) at++;
		else if (QUOTES.test(character)) {
			const end = text.slice(at + 1).search(QUOTES);
			const inside = end < 0 ? text.slice(at + 1) : text.slice(at + 1, at + 1 + end);
			at += inside.length + 2;
			// After an unclosed quotation mark, words are plain words.
			if (end < 0) tokens.push(...tokenise(inside).filter((token) => 'leaf' in token));
			else if (MEANT.test(inside)) tokens.push({ leaf: { kind: 'phrase', text: tidy(inside) } });
		} else if (character === '(') {
			tokens.push({ sign: '(' });
			open++;
			at++;
		} else if (character === ')') {
			if (open > 0) {
				tokens.push({ sign: ')' });
				open--;
			}
			at++;
		} else if (/[-−–]/.test(character)) {
			if (/[^\s\-−–]/.test(text.charAt(at + 1))) tokens.push({ sign: 'NOT' });
			at++;
		} else {
			const word = wordAt(text, at, open > 0);
			at += word.length;
			if (word === 'OR' || word === 'NOT' || word === 'AND') tokens.push({ sign: word });
			else if (MEANT.test(word)) tokens.push({ leaf: wordLeaf(word) });
		}
	}
	for (; open > 0; open--) tokens.push({ sign: ')' });
	return tokens;
}

/** The word at a position: up to a space, a quotation mark, or the bracket that closes a group. */
function wordAt(text: string, from: number, inGroup: boolean): string {
	let depth = 0;
	let to = from;
	for (; to < text.length; to++) {
		const character = text.charAt(to);
		if (/\s/.test(character) || QUOTES.test(character)) break;
		if (character === '(') depth++;
		if (character === ')') {
			if (depth === 0 && inGroup) break;
			depth--;
		}
	}
	return text.slice(from, to);
}

function wordLeaf(word: string): Leaf {
	const text = bareWord(word);
	// A word that would be parsed as an operator must be written as a phrase.
	if (/^(?:OR|NOT|AND)$/.test(text)) return { kind: 'phrase', text };
	return { kind: 'word', text, beginning: word.endsWith('*') && text.length >= 2 };
}

/** Strips operators from around a word. Removing one can expose another, so it repeats until none remain. */
function bareWord(word: string): string {
	const balanced = isBalanced(word) ? word : word.replace(/[()]/g, '');
	const bare = balanced.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})%]+$/gu, '');
	return bare === word ? word : bareWord(bare);
}

function isBalanced(text: string): boolean {
	let depth = 0;
	for (const character of text) {
		if (character === '(') depth++;
		if (character === ')' && --depth < 0) return false;
	}
	return depth === 0;
}

function tidy(text: string): string {
	return text.trim().replace(/\s+/g, ' ');
}

/** Formats a query, so that parsing the result yields the same query. */
export function formatQuery(query: Query | null): string {
	return query ? written(query, 0) : '';
}

/** @param tightness 0 anywhere, 1 inside a sequence, 2 after a minus */
function written(query: Query, tightness: 0 | 1 | 2): string {
	switch (query.kind) {
		case 'word':
			return query.text + (query.beginning ? '*' : '');
		case 'phrase':
			return `"${query.text}"`;
		case 'not':
			return `-${written(query.part, 2)}`;
		case 'and': {
			const text = query.parts.map((part) => written(part, 1)).join(query.strict ? ' AND ' : ' ');
			return tightness === 2 ? `(${text})` : text;
		}
		case 'or': {
			const text = query.parts.map((part) => written(part, 0)).join(' OR ');
			return tightness === 0 ? text : `(${text})`;
		}
	}
}

/** Describes a query in words: `“lost” and the phrase “no case”, but not “charged”`. */
export function explainQuery(query: Query): string {
	switch (query.kind) {
		case 'word':
			return query.beginning ? `words beginning with “${query.text}”` : `“${query.text}”`;
		case 'phrase':
			return `the phrase “${query.text}”`;
		case 'not':
			return `anything but ${bracketed(query.part)}`;
		case 'or':
			return query.parts.map(explainQuery).join(' or ');
		case 'and': {
			const wanted = query.parts.filter((part) => part.kind !== 'not');
			const unwanted = query.parts.flatMap((part) => (part.kind === 'not' ? [part.part] : []));
			const start = wanted.length === 0 ? 'anything' : wanted.map(bracketed).join(' and ');
			return unwanted.length === 0 ? start : `${start}, but not ${unwanted.map(bracketed).join(' or ')}`;
		}
	}
}

function bracketed(query: Query): string {
	return query.kind === 'or' || query.kind === 'and' ? `(${explainQuery(query)})` : explainQuery(query);
}

/** All words and phrases of a query by which a record may be found, without excluded ones. */
export function wantedLeaves(query: Query | null): Leaf[] {
	if (!query || query.kind === 'not') return [];
	return 'parts' in query ? query.parts.flatMap(wantedLeaves) : [query];
}

/** All words and phrases of a query. */
export function allLeaves(query: Query | null): Leaf[] {
	if (!query) return [];
	if (query.kind === 'not') return allLeaves(query.part);
	return 'parts' in query ? query.parts.flatMap(allLeaves) : [query];
}

/**
 * The broader queries that result from leaving out one part of a query.
 *
 * @returns each query with the part that was left out
 */
export function broaderQueries(query: Query): { without: Query; query: Query }[] {
	if (query.kind !== 'and') return [];
	return query.parts.flatMap((without) => {
		const rest = group(
			'and',
			query.parts.filter((part) => part !== without),
		);
		if (!rest) return [];
		return [{ without, query: rest.kind === 'and' && query.strict ? { ...rest, strict: true } : rest }];
	});
}

/** A query with some of its required words and phrases replaced. */
export function rewritten(query: Query, by: (leaf: Leaf) => Query | undefined): Query {
	if (query.kind === 'not') return query;
	if (!('parts' in query)) return by(query) ?? query;
	const parts = query.parts.map((part) => rewritten(part, by));
	return { ...query, parts: parts.flatMap((part) => (part.kind === query.kind ? part.parts : [part])) };
}
