import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readArchive } from '../../src/archive/read/read.ts';
import { hitOf } from '../../src/checks/pii/check-texts.ts';
import type { Span } from '../../src/checks/pii/model.ts';
import { normalise } from '../../src/checks/pii/normalise.ts';
import { TESTIMONY, textFile, writeArchive } from './archive.ts';
import { accountHits, overlap } from './detection.ts';
import { givenTestimony } from './samples.ts';
import { ROOT } from './sites.ts';

/** A sentence of a set that is labelled by kind. */
export interface FreshSentence {
	id: string;
	text: string;
	/** Where in a file it stands, if not in running text. */
	where?: 'body' | 'filename' | 'yaml-comment' | 'yaml-summary' | 'yaml-review-role' | 'yaml-source-note';
	spans: { kind: string; class: string; start: number; end: number; value: string }[];
}

/** One labelled stretch and whether a rule stops or warns there. */
export interface Outcome {
	id: string;
	kind: string;
	class: string;
	value: string;
	text: string;
	found: boolean;
}

/** A set of `tests/detection` that is labelled by kind. */
export function freshSet(name: string): FreshSentence[] {
	return readFileSync(path.join(ROOT, 'tests/detection', `${name}.jsonl`), 'utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as FreshSentence);
}

/** What the checks make of each labelled stretch of a set. */
export async function outcomesOf(set: readonly FreshSentence[]): Promise<Outcome[]> {
	const outcomes: Outcome[] = [];
	for (const sentence of set) {
		const found = sentence.where ? await foundInFile(sentence) : foundInText(sentence);
		for (const [index, { kind, class: group, value }] of sentence.spans.entries())
			outcomes.push({
				id: sentence.id,
				kind,
				class: group,
				value,
				text: sentence.text,
				found: found[index] === true,
			});
	}
	return outcomes;
}

function foundInText({ text, spans }: FreshSentence): boolean[] {
	const { hits } = accountHits(text);
	const { origin } = normalise(text);
	const places = hits.map((hit) => ({ start: origin(hit.start), end: origin(hit.end - 1) + 1 }));
	return spans.map((span) => places.some((place) => overlap(place, span)));
}

/** How far before a label a problem may be told: at the link, the comment or the tag that holds it. */
const LEAD = 40;

async function foundInFile(sentence: FreshSentence): Promise<boolean[]> {
	const { file, source, at } = fileOf(sentence);
	using folder = writeArchive({
		[TESTIMONY]: null,
		[file]: source,
		'register.yaml': readFileSync(path.join(ROOT, 'tests/detection/register.yaml'), 'utf8'),
	});
	const { problems } = await readArchive(folder.path);
	const places = problems
		// Rules about the archive as a whole say nothing about a sentence.
		.filter((problem) => problem.file === file && !/^(?:AN-|k-)/.test(problem.rule))
		.map((problem): Span => {
			const lines = source.split('\n').slice(0, problem.line - 1);
			const start = lines.reduce((sum, line) => sum + line.length + 1, 0) + problem.column - 1 - at;
			return { start, end: start + Math.max(1, hitOf(problem)?.length ?? 1) };
		});
	return sentence.spans.map(
		(span) =>
			(sentence.where === 'filename' && places.length > 0) ||
			places.some(
				(place) =>
					overlap(place, span) ||
					(place.start >= span.start - LEAD && place.start < span.end && place.end - place.start === 1),
			),
	);
}

/** An account that holds a sentence where it says it stands, and the offset of the sentence in the file. */
function fileOf({ text, where }: FreshSentence): { file: string; source: string; at: number } {
	const fields: Record<string, unknown> = givenTestimony();
	if (where === 'yaml-summary') fields['summary'] = text;
	if (where === 'yaml-review-role')
		(fields['review'] as { role: string }[])[0] = {
			...(fields['review'] as { role: string }[])[0],
			role: text,
		};
	if (where === 'yaml-source-note')
		(fields['sources'] as object[])[0] = { ...(fields['sources'] as object[])[0], note: text };
	let source = textFile(fields, where === 'body' ? text : 'Then she opened the door.');
	if (where === 'yaml-comment') source = source.replace('---\n', () => `---\n${text}\n`);
	const file = where === 'filename' ? TESTIMONY.replace('second', text) : TESTIMONY;
	return { file, source, at: Math.max(0, source.indexOf(text)) };
}
