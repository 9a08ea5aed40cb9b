/**
 * Builds N made-up records with this software and, beside it in the same run, with stock Astro, and prints what each
 * took. A measurement, not a test: it asserts only that what it measures was really built.
 *
 *     npm run bench -- --records 10000 --runs 3 --scale 1000 --stock md,mdx
 *
 * With `--questions` it puts the questions of questions.yaml to the search of the site that was built last:
 *
 *     npm run build -- --local && npm run bench -- --questions
 *
 * With `--detection` it measures the checks of texts against their goals instead; with `--misses` too, it lists what was
 * missed or flagged in error:
 *
 *     npm run bench -- --detection --misses
 *
 * With `--patterns` it checks archives with one file of 64 kB that repeats a sign or a word, for each of many and in each
 * kind of place, and lists those that take longest; with `--mutations 20000` it checks that many mutilated archives:
 *
 *     npm run bench -- --patterns --size 131072 --place account
 *     npm run bench -- --mutations 20000
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { settings } from '../../src/core/settings.ts';
import { measureDetection } from './detection.ts';
import { generate, type Synthetic } from './generate.ts';
import { type Measure, measure, median, weigh } from './measure.ts';
import { settle, writeArchive } from './ours.ts';
import { printRows, type Row } from './print.ts';
import { measureMutations } from './mutations.ts';
import { measurePatterns } from './patterns.ts';
import { measureQuestions } from './questions.ts';
import { type Stock, writeStock } from './stock.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'node_modules/.cache/bench');
const ASIDE = path.join(FOLDER, 'aside');
const ACCOUNTS = 1000;
const CHECKING = 'checking the content';

const { values: options } = parseArgs({
	options: {
		records: { type: 'string', default: '1000' },
		runs: { type: 'string', default: '1' },
		scale: { type: 'string' },
		stock: { type: 'string', default: 'md,mdx' },
		'skip-search': { type: 'boolean', default: false },
		questions: { type: 'boolean', default: false },
		detection: { type: 'boolean', default: false },
		misses: { type: 'boolean', default: false },
		patterns: { type: 'boolean', default: false },
		mutations: { type: 'string' },
		size: { type: 'string', default: '65536' },
		place: { type: 'string' },
	},
});
const stocks = options.stock.split(',').filter((kind): kind is Stock => kind === 'md' || kind === 'mdx');

/** Environment of a build of our own. */
const ourEnvironment = (records: readonly Synthetic[], extra: Record<string, string> = {}) => ({
	ARCHIVE_CONTENT: path.join(FOLDER, `content-${records.length}`),
	ARCHIVE_OUT: path.join(FOLDER, `site-${records.length}`),
	ARCHIVE_ADDRESS: 'https://bench.example/',
	ARCHIVE_SEARCH: 'off',
	...extra,
});

/**
 * Builds with this software, without the last output and its caches. Only what `check` has found of the
 * content and parsed is kept, since checking is measured by itself, and compiled code, in which nothing of the content
 * is. What is in the way is put aside and removed at the end: a file system is slow to take new files where many were
 * removed a moment ago.
 */
async function buildOurs(records: readonly Synthetic[], extra: Record<string, string> = {}) {
	const env = ourEnvironment(records, extra);
	const { cacheDir } = settings({ ...process.env, ...env });
	const caches = readdirSync(cacheDir).filter((name) => name !== 'archive.cache');
	for (const folder of [env.ARCHIVE_OUT, ...caches.map((name) => path.join(cacheDir, name))])
		putAside(folder);
	const measured = await measure([path.join(ROOT, 'src/cli/main.ts'), 'build'], ROOT, env);
	expectPages(env.ARCHIVE_OUT, records);
	return measured;
}

/** Takes a folder out of the way, to be removed when all is measured. */
function putAside(folder: string): void {
	mkdirSync(ASIDE, { recursive: true });
	if (existsSync(folder)) renameSync(folder, path.join(ASIDE, String(readdirSync(ASIDE).length)));
}

/** Checks the content alone, as `npm run check` does. */
function checkOurs(records: readonly Synthetic[]): Promise<Measure> {
	const { cacheDir } = settings({ ...process.env, ...ourEnvironment(records) });
	putAside(cacheDir);
	return measure([path.join(ROOT, 'src/cli/main.ts'), 'check'], ROOT, ourEnvironment(records));
}

/** Checks an archive of accounts only: they are the records that most checks bind. */
async function benchmarkChecks(count: number): Promise<void> {
	const accounts = generate(count).map((record) => ({ ...record, collection: 'testimonies' as const }));
	await write(accounts);
	const { cpu, wall, memory } = await checkOurs(accounts);
	console.log(
		`\nChecking ${count} accounts: ${cpu.toFixed(1)} s CPU, ${wall.toFixed(1)} s, ${memory.toFixed(0)} MB.`,
	);
}

/** Writes records as an archive that every check accepts. */
async function write(records: readonly Synthetic[]): Promise<void> {
	const folder = ourEnvironment(records).ARCHIVE_CONTENT;
	writeArchive(folder, records);
	for (let left = 9; left > 0 && (await settle(folder)) > 0; left--);
}

async function buildStock(records: readonly Synthetic[], kind: Stock): Promise<Measure> {
	const project = path.join(FOLDER, `stock-${kind}-${records.length}`);
	for (const folder of ['dist', '.cache', '.astro', 'node_modules']) putAside(path.join(project, folder));
	const measured = await measure(
		[path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent'],
		project,
		{},
	);
	expectPages(path.join(project, 'dist'), records);
	return measured;
}

/** Throws unless every record has its page, and some of them their words. */
function expectPages(out: string, records: readonly Synthetic[]): void {
	for (const { id } of records)
		if (!existsSync(path.join(out, 'r', id, 'index.html'))) throw new Error(`${out} has no page of ${id}`);
	for (const { id, mdx } of [records[0], records.at(-1)].filter((record) => record !== undefined)) {
		const html = readFileSync(path.join(out, 'r', id, 'index.html'), 'utf8');
		const [opening = ''] = mdx.split('.');
		if (!html.includes(opening)) throw new Error(`The page of ${id} in ${out} does not have its words`);
	}
}

async function benchmark(count: number, runs: number): Promise<void> {
	const records = generate(count);
	const words = records.reduce((sum, { mdx }) => sum + mdx.split(/\s+/).length, 0) / count;
	await write(records);
	for (const kind of stocks) writeStock(path.join(FOLDER, `stock-${kind}-${count}`), records, kind);

	const taken = new Map<string, Measure[]>();
	const keep = (name: string, measured: Measure) => {
		taken.set(name, [...(taken.get(name) ?? []), measured]);
		console.error(`  ${name}: ${measured.cpu.toFixed(1)} s CPU, ${measured.memory.toFixed(0)} MB`);
	};
	console.error(`\n${count} records of ${words.toFixed(0)} words on average, ${runs} run(s):`);
	// One after the other and in turn, so that whatever else the machine does falls on all alike.
	for (let run = 0; run < runs; run++) {
		keep(CHECKING, await checkOurs(records));
		keep('archive, cold', await buildOurs(records));
		for (const kind of stocks) keep(`stock Astro ${kind}`, await buildStock(records, kind));
	}
	const pages = weigh(ourEnvironment(records).ARCHIVE_OUT, /\.html$/);
	if (!options['skip-search'])
		keep('archive, cold, with search', await buildOurs(records, { ARCHIVE_SEARCH: 'on' }));

	const base = median(taken.get('archive, cold') ?? []);
	const rows = [...taken].map(([name, measures]): Row => ({
		name,
		runs: measures.length,
		...median(measures),
		count,
		base,
	}));
	printRows(rows);
	const both = base.cpu + median(taken.get(CHECKING) ?? []).cpu;
	const shares = stocks.map((kind) => {
		const { cpu } = median(taken.get(`stock Astro ${kind}`) ?? []);
		return `${(both / cpu).toFixed(2)} of stock Astro ${kind}`;
	});
	console.log(`\nChecking and building together: ${both.toFixed(1)} s CPU; ${shares.join(', ')}.`);
	console.log(`\n${pages.files} pages, ${(pages.bytes / 1e6).toFixed(1)} MB of HTML.`);
	if (!options['skip-search']) {
		const index = weigh(ourEnvironment(records).ARCHIVE_OUT, /^(?:pagefind|search)[\\/](?!index\.html)/);
		console.log(`Search index: ${(index.bytes / 1e6).toFixed(1)} MB in ${index.files} files.`);
	}
	writeFileSync(path.join(FOLDER, `result-${count}.json`), `${JSON.stringify(rows, null, '\t')}\n`);
}

if (options.detection) {
	await measureDetection(options.misses);
	process.exit();
}
if (options.patterns) {
	await measurePatterns(
		path.join(FOLDER, `patterns-${process.pid}`),
		Number(options.size),
		10,
		options.place,
	);
	process.exit();
}
if (options.mutations) {
	await measureMutations(path.join(FOLDER, `mutations-${process.pid}`), Number(options.mutations));
	process.exit();
}
if (options.questions) {
	await measureQuestions(settings().outDir);
	process.exit();
}
rmSync(ASIDE, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
console.log(
	`${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}`,
);
if (options.scale) await benchmark(Number(options.scale), Number(options.runs));
await benchmark(Number(options.records), Number(options.runs));
await benchmarkChecks(ACCOUNTS);
rmSync(ASIDE, { recursive: true, force: true });
