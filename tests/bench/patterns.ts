import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { FINDING, minimalArchive, REPORT, TESTIMONY, textFile } from '../support/archive.ts';
import { givenTestimony, theme, themeText } from '../support/samples.ts';

/** What is repeated until a file is full: signs and words that each step of the check has to look twice at. */
export const PATTERNS: readonly string[] = [
	..."a A 1 1, 1. 1- 1/ [ ] ![ * ** _ __ ~ ~~ ` < > { } & # | \" ' “ : \\ @ / % £ é … -- = + ? ! ; ( ) 田 𝒜 A- A. O' 07 a@ a@b. www. https:// %41 [^1] &amp; &#65; *a _a ~a <a {/* */ e\u0301 \u0301 a' 00 x1 1x".split(
		' ',
	),
	...[
		// Words that the rules of texts look twice at.
		'ab:',
		'07700 ',
		'9 Larch ',
		'lat ',
		'reg ',
		"'s ",
		'x dot com ',
		'head of ',
		'the day of ',
		'(2019) 1 ',
		'a ',
		'A ',
		'A. ',
		'1 ',
		'12 ',
		'1 1 1 ',
		'(1) ',
		'[a](',
		'[a]: ',
		'[a]',
		'[a][',
		'](',
		'` ',
		'*a ',
		'**a ',
		'_a ',
		'~a ',
		'<Quote>',
		'</Quote>',
		'{a} ',
		'\n',
		'\n\n',
		' ',
		'\t',
		'  \n',
		'a\n',
		'a\n\n',
		'a  \n',
		'\\\n',
		'# ',
		'## a\n',
		'## a\n\n',
		'- ',
		'- a\n',
		'- - ',
		'? ',
		'? ? ',
		'> ',
		'> a\n',
		'>\n',
		'1. ',
		'1. a\n',
		'1. a\n\n',
		'- a\n  - b\n',
		'| a ',
		'|-|\n',
		'| a | b |\n',
		'---\n',
		'***\n',
		'===\n',
		'```\n',
		'~~~\n',
		': ',
		'a: ',
		'a: b\n',
		'- a: b\n',
		'"a" ',
		'# a\n',
		'<Ref record="fbmgs2sv" para="1"/> ',
		'<Redacted what="name"/> ',
		'<Figure id="paid"/> ',
		'{/* a */}',
		'![a](a.png)\n\n',
		'<Quote speaker="a">\nb\n</Quote>\n\n',
		'https://a.example/b ',
		'[a](https://a.example/) ',
		'said ',
		'the ',
		'of the ',
		'and ',
		'Mr ',
		'PC ',
		'told ',
		'Smith ',
		'Smith and ',
		'Ann Smith ',
		'O’Brien ',
		'January ',
		'1 January ',
		'1 January 2020 ',
		'Monday ',
		'twenty ',
		'twenty-one ',
		'one hundred and ',
		'section ',
		's 1 ',
		'born ',
		'aged ',
		'aged 12 ',
		'number ',
		'no. ',
		'AB1 2CD ',
		'AB12 CDE ',
		'07700 900000 ',
		'+44 ',
		"it's ",
		'constructor ',
		'10% of ',
		'1 in 2 ',
		'1,000 ',
		'12 per cent ',
		'£1,000 ',
		'1/2 ',
		'a-',
		'a-b-c ',
		'a.b.c ',
		'A.B. ',
		'a, ',
		'a; b ',
		'a – b ',
		'“a” ',
		'a (b) ',
		'[2019] ',
		'12:30 ',
		'2020-01-01 ',
		'3.5 m ',
		'ABC123 ',
		'a1b2 ',
		'case no. 1 ',
		'page 1, ',
		'He said. ',
		'No. ',
		'First paragraph. ',
	],
];

const filled = (pattern: string, size: number) =>
	pattern.repeat(Math.ceil(size / Buffer.byteLength(pattern))).slice(0, size);

const GIVEN = 'testimonies/x15w7xb9-given.mdx';

/** Where the pattern is put: each file of an archive, by the place in it. */
const PLACES: Readonly<Record<string, (text: string) => [file: string, source: string]>> = {
	account: (text) => [GIVEN, textFile(givenTestimony(), text)],
	report: (text) => [REPORT, `${minimalArchive()[REPORT]}\n${text}\n`],
	theme: (text) => ['themes/charges.mdx', textFile(theme(), themeText(text))],
	field: (text) => [
		FINDING,
		(minimalArchive()[FINDING] ?? '').replace(
			'note: First',
			() => `note: |\n      ${text.replaceAll('\n', '\n      ')}\n      First`,
		),
	],
	fields: (text) => [
		TESTIMONY,
		(minimalArchive()[TESTIMONY] ?? '').replace('version: 1\n', () => `${text}\nversion: 1\n`),
	],
	register: (text) => ['register.yaml', `people:\n  - ${text}\n`],
};

interface Answer {
	/** Of CPU; null where the check was stopped or ended by an error. */
	seconds: number | null;
	error?: string;
}

/** Checks folders in a thread of its own, so that one that takes too long can be stopped. */
class Checker {
	#worker: Worker | undefined;

	async check(folder: string, limit: number): Promise<Answer> {
		this.#worker ??= new Worker(new URL('./pattern-worker.ts', import.meta.url));
		const worker = this.#worker;
		const { promise, resolve } = Promise.withResolvers<Answer>();
		const fail = (error: unknown) => resolve({ seconds: null, error: String(error) });
		const clock = setTimeout(() => resolve({ seconds: null }), limit * 1000);
		worker.on('message', resolve).on('error', fail);
		worker.postMessage(folder);
		const answer = await promise;
		clearTimeout(clock);
		worker.off('message', resolve).off('error', fail);
		if (answer.seconds === null) await this.stop();
		return answer;
	}

	async stop(): Promise<void> {
		await this.#worker?.terminate();
		this.#worker = undefined;
	}
}

/**
 * Checks an archive for each pattern in each place, and prints those that take more than half a second: twice the size must not take
 * four times as long, or a file that somebody sends in could keep a machine busy for minutes.
 *
 * @param folder that the archives are written to
 * @param size of the repeated text, in bytes
 * @param limit after how many seconds a check is stopped
 */
export async function measurePatterns(
	folder: string,
	size: number,
	limit: number,
	only?: string,
): Promise<void> {
	const rows: (Answer & { place: string; pattern: string })[] = [];
	const time = ({ seconds, error }: (typeof rows)[number]) =>
		error ? Number.POSITIVE_INFINITY : (seconds ?? limit);
	const described = ({ place, pattern, seconds, error }: (typeof rows)[number]) =>
		`${place.padEnd(10)} ${JSON.stringify(pattern).padEnd(40)} ${error ?? (seconds === null ? `more than ${limit} s` : `${seconds.toFixed(1)} s`)}`;
	const checker = new Checker();
	const write = (files: Readonly<Record<string, string>>) => {
		rmSync(folder, { recursive: true, force: true });
		for (const [name, text] of Object.entries(files)) {
			mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
			writeFileSync(path.join(folder, name), text);
		}
	};
	for (const [place, put] of Object.entries(PLACES)) {
		if (only && only !== place) continue;
		for (const pattern of PATTERNS) {
			// Dictionaries are loaded before the clock runs.
			write(minimalArchive());
			await checker.check(folder, 60);
			const [file, source] = put(filled(pattern, size));
			write({ ...minimalArchive(), [file]: source });
			const row = { place, pattern, ...(await checker.check(folder, limit)) };
			rows.push(row);
			if (time(row) > 0.5) console.log(described(row));
		}
	}
	await checker.stop();
	rmSync(folder, { recursive: true, force: true });
	const slow = rows.filter((row) => time(row) > 3).length;
	console.log(
		`${rows.length} patterns of ${size} bytes: ${slow} of more than 3 s of CPU, ${rows.filter(({ error }) => error).length} that ended the check`,
	);
}
