import { type Document, parseDocument, stringify, YAMLSeq } from 'yaml';
import { readYaml } from '../archive/yaml.ts';
import { isWithdrawn, withdrawnSchema } from '../model/withdrawn.ts';
import { frontMatterOf } from '../prose/front-matter.ts';

/**
 * The text of a record's file after withdrawal; undefined if it was withdrawn before. Whatever is wrong with the file,
 * it can be withdrawn: where its fields cannot be read, new ones are put before everything that it holds.
 *
 * @param date of the withdrawal: a month for testimonies, a day for the rest
 */
export function withdrawn(source: string, date: string): string | undefined {
	const found = frontMatterOf(source);
	const fields = found && parseDocument(source.slice(...found.yaml), { logLevel: 'silent' });
	if (!found || !fields || fields.errors.length > 0) return afresh(source, date);
	const data = dataOf(fields);
	if (isWithdrawn(data) && withdrawnSchema.safeParse(data).success) return undefined;
	try {
		mark(fields, date);
		const text = fields.toString({ lineWidth: 0 });
		const [start, end] = found.yaml;
		const changed = `${source.slice(0, start)}${text}${source.slice(end)}`;
		return isSound(text) ? changed : afresh(source, date);
	} catch {
		return afresh(source, date);
	}
}

function mark(fields: Document, date: string): void {
	const version = Number(fields.get('version')) + 1 || 1;
	fields.set('status', 'withdrawn');
	fields.set('version', version);
	const change = fields.createNode({ version, date, kind: 'withdrawal', note: 'Withdrawn.' });
	const changes = fields.get('changes');
	if (changes instanceof YAMLSeq) changes.items.push(change);
	else fields.set('changes', [change]);
}

/** New fields, with the old ones as comments: as text they would be taken for words that nobody may repeat. */
function afresh(source: string, date: string): string {
	const change = { version: 1, date, kind: 'withdrawal', note: 'Withdrawn.' };
	const found = frontMatterOf(source);
	// Fields without an end are taken to end where the first paragraph could begin.
	const end = found?.yaml[1] ?? (source.startsWith('---') ? source.search(/\n\s*\n|$(?![^])/) : 0);
	const old = source
		.slice(0, end)
		.split(/\r\n?|\n/)
		.filter((line) => line.trim() !== '' && line !== '---')
		.map((line) => `# ${line}\n`);
	const fields = stringify({ status: 'withdrawn', version: 1, changes: [change] });
	return `---\n${old.join('')}${fields}---\n\n${source.slice(found?.body ?? end)}`;
}

/** Whether the build will take the fields for those of a withdrawn record. */
function isSound(yaml: string): boolean {
	const { data, problems } = readYaml(yaml);
	return problems.length === 0 && isWithdrawn(data) && withdrawnSchema.safeParse(data).success;
}

function dataOf(fields: Document): unknown {
	try {
		return fields.toJS({ maxAliasCount: 100 });
	} catch {
		return undefined;
	}
}
