import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJsonCache, writeCache } from '../archive/cache/cache-file.ts';
import { settings } from '../core/settings.ts';

/**
 * What citeproc answered, kept from one run to the next: starting it takes seconds, and the same question always has
 * the same answer. Made by another version of styles, citeproc or this code, it is passed over.
 */
let answers: Map<string, unknown> | undefined;

/** The answer to a question, asked for only where it is not known. */
export function kept<Answer>(question: string, ask: () => Answer): Answer {
	answers ??= load();
	const known = answers.get(question) as Answer | undefined;
	if (known !== undefined) return known;
	if (!isChanged) process.once('exit', save);
	isChanged = true;
	const answer = ask();
	answers.set(question, answer);
	return answer;
}
let isChanged = false;

const file = () => path.join(settings().cacheDir, 'citations.json');

function load(): Map<string, unknown> {
	const before = readJsonCache(file()) as { code: string; answers: [string, unknown][] } | undefined;
	return new Map(before?.code === codeKey() ? before.answers : []);
}

function save(): void {
	writeCache(file(), JSON.stringify({ code: codeKey(), answers: [...(answers ?? [])] }));
}

/** Hash of all that an answer depends on besides the question. */
function codeKey(): string {
	const hash = createHash('sha256').update(readFileSync('package-lock.json'));
	const root = path.resolve('src/citations');
	for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
		if (/\.(?:ts|csl|xml)$/.test(name)) hash.update(name).update(readFileSync(path.join(root, name)));
	return hash.digest('hex');
}
