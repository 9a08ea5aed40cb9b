import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { getReading } from '../../archive/load-archive.ts';
import { WAIVERS_FILE } from '../../archive/read/files.ts';
import { waiverOf } from '../../checks/pii/check-texts.ts';
import { writeAll } from '../../integrity/atomic-write/write-all.ts';
import { WAIVER_REASONS, waiversSchema } from '../../core/model/waivers.ts';
import { settledContent } from '../content.ts';
import { readArguments, UsageError } from '../usage.ts';

/**
 * `waive`: records in `waivers.yaml` that two reviewers allow a flagged word. The waiver is bound to the record, the word
 * and its context, and contains only their digest.
 */
export async function waive(args: string[]): Promise<void> {
	const { words, values } = readArguments(args, 1, {
		reason: { type: 'string' },
		reviewers: { type: 'string' },
	});
	const [, named = '', line = '', column = ''] = /^(.+):(\d+):(\d+)$/.exec(words[0] ?? '') ?? [];
	if (!named) throw new UsageError('Give the place as the check prints it: <file>:<line>:<column>');
	const content = settledContent();
	const file = path.relative(content, path.resolve(existsSync(named) ? named : path.join(content, named)));
	const waiver = {
		reason: values['reason'],
		reviewers: String(values['reviewers'] ?? '')
			.split(',')
			.filter(Boolean),
	};
	const { problems } = await getReading();
	const here = problems.filter(
		(problem) =>
			problem.file === file.replaceAll(path.sep, '/') &&
			problem.line === Number(line) &&
			problem.column === Number(column) &&
			/^DT-/.test(problem.rule),
	);
	if (here.length === 0) throw new UsageError(`No problem at ${named}:${line}:${column}`);
	const hash = here.map(waiverOf).find((one) => one !== undefined);
	if (hash === undefined)
		throw new UsageError(`${here[0]?.rule} cannot be waived. Change the text, or write <Redacted what="…"/>`);
	const [, record] =
		/^(?:testimonies|reports|findings|versions)\/([0-9a-z]{8})\b/.exec(here[0]?.file ?? '') ?? [];
	const entry = { hash, ...(record && { record }), ...waiver };
	const checked = waiversSchema.safeParse({ waivers: [entry] });
	if (!checked.success)
		throw new UsageError(
			`${checked.error.issues[0]?.message}. Reasons: ${Object.keys(WAIVER_REASONS).join(', ')}; reviewers: codes of two roles`,
		);

	const target = path.join(content, WAIVERS_FILE);
	const document = parseDocument(existsSync(target) ? readFileSync(target, 'utf8') : '');
	if (!document.has('waivers')) document.set('waivers', document.createNode([]));
	document.addIn(['waivers'], document.createNode(entry));
	writeAll(content, new Map([[WAIVERS_FILE, document.toString()]]));
	console.log(`Added to ${WAIVERS_FILE}. The waiver is valid until the sentence changes.`);
}
