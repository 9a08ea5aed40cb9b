import { givenTestimony, recommendation } from './samples.ts';
import { minimalArchive, textFile } from './archive.ts';

/** Numbers from 0 to below 1 that a seed decides (mulberry32), so that a failure can be had again. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Pieces that mean something to one of the readers: YAML, Markdown, components, dates, identifiers, objects. */
const PIECES = [
	...'--- ... : :: - -- ? ?? > >- | |- # ## #a & &a * *a *b* ! !!js !!binary @ ` % " \' [ ] { } {} [] , ; \\ \\n / // ~ null true no yes 0 00 1e5 0x1f .nan .inf -1 1.5 999999999999999999999 2031-02-30 2031-13 ?? 12345604 fbmgs2sv 1vm1d7gn constructor __proto__ toString hasOwnProperty valueOf <Quote> </Quote> <Ref/> <Redacted < <a &amp; &#0; &#xFFFE; {/* */ } [a]: [^1] ~a~ ``` === 1. 1) é e\u0301 \u202e \u0000 \ufffe 田 😀 \ud800'.split(
		' ',
	),
	'\n',
	'\n\n',
	'\r\n',
	'\r',
	'\t',
	'  ',
	'    ',
	': {toString: 1}',
	': {constructor: {a: 1}}',
	': []',
	': {}',
	': null',
	'- '.repeat(3000),
	'? '.repeat(3000),
	'['.repeat(3000),
	'{'.repeat(3000),
	'> '.repeat(3000),
	'a: '.repeat(50),
	'<Quote speaker="a">',
	'<Figure id="paid"/>',
	'<Ref record="fbmgs2sv" para="1"/>',
	'<Excerpt record="1vm1d7gn" para="1"/>',
	'https://a.example/b',
	'word '.repeat(400),
];

/** A small archive with a file of every kind, which is what mutations start from. */
export function wholeArchive(): Record<string, string> {
	return {
		...minimalArchive(),
		'testimonies/x15w7xb9-given.mdx': textFile(givenTestimony(), 'She told us what it cost.\n\nThen more.'),
		'findings/4vxfxcd8-asked.mdx': textFile(recommendation(), 'What was **asked**.\n\n- one\n- two'),
		'register.yaml':
			'people:\n  - name: Ann Quilver\n    basis: spokesperson\n    role: spoke\nwords: [Acme]\n',
		'waivers.yaml': 'waivers: []\n',
	};
}

/**
 * An archive that was mutilated: in one or two files, one to four times, characters or lines are taken out, doubled,
 * swapped, or replaced by something that means something to a reader.
 */
export function mutilated(
	archive: Readonly<Record<string, string>>,
	random: () => number,
): Record<string, string> {
	const files = { ...archive };
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const names = Object.keys(files);
	for (let file = 0; file < 1 + Math.floor(random() * 2); file++) {
		const name = pick(names);
		let text = files[name] ?? '';
		for (let time = 0; time < 1 + Math.floor(random() * 4); time++) {
			const at = Math.floor(random() * (text.length + 1));
			const end = Math.min(text.length, at + Math.floor(random() * (random() < 0.8 ? 6 : 200)));
			const lines = text.split('\n');
			const line = Math.floor(random() * lines.length);
			const how = Math.floor(random() * 8);
			if (how < 3) text = text.slice(0, at) + pick(PIECES) + text.slice(how === 0 ? end : at);
			else if (how === 3) text = text.slice(0, at) + text.slice(end);
			else if (how === 4) text = text.slice(0, end) + text.slice(at);
			else if (how === 5) text = lines.toSpliced(line, 1).join('\n');
			else if (how === 6) text = lines.toSpliced(line, 0, pick(lines)).join('\n');
			else
				text = lines
					.map((one, index) => (index === line ? one.replace(/: .*$/, () => `: ${pick(PIECES)}`) : one))
					.join('\n');
		}
		files[name] = text;
	}
	return files;
}
