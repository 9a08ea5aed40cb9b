import { createHash } from 'node:crypto';
import type { Vocabulary } from '../../core/model/config.ts';
import { inFile, type Problem, type TextProblem } from '../../core/values/problem.ts';
import { reviewDigest } from '../../checks/reviews.ts';
import { frontMatterOf } from '../../core/prose/front-matter.ts';
import { parseProse } from '../../core/prose/parse.ts';
import type { Mention } from '../../core/prose/types.ts';
import { isWithdrawn, withdrawnSchema } from '../../core/model/withdrawn.ts';
import type { Contents, Found } from './files.ts';
import { FOLDERS, isRecordFolder, readContents } from './files.ts';
import { ArchiveCache } from '../cache.ts';
import type { DataOf } from './schemas.ts';
import { schemasFor } from './schemas.ts';
import { settings } from '../../core/settings.ts';
import { validate } from './validate.ts';
import type { Yaml } from '../yaml/yaml.ts';
import { splitFrontMatter } from '../yaml/split.ts';
import { readYaml } from '../yaml/yaml.ts';

/** A file as far as it can be judged without the others. */
export type FileReading = {
	[F in Found['folder']]: {
		folder: F;
		id: string;
		file: string;
		digest: string;
		/** The whole file. */
		source: string;
		/** Undefined where the file has problems. */
		data: DataOf<F> | undefined;
		/** Numbers of the paragraphs of its text. */
		paragraphs: readonly string[];
		mentions: readonly Mention[];
		problems: readonly Problem[];
		/** Month of withdrawal, `YYYY-MM`, for a record that is withdrawn; it then has no data. */
		withdrawn?: string;
		/** Set where it has problems and a withdrawal is to be published without it; it then has no data. */
		isLeftOut?: boolean;
		/** What a review of it would bind, with the numbers of its paragraphs and without; for accounts alone. */
		reviewDigests?: readonly [numbered: string, plain: string];
	};
}[Found['folder']];

interface Compiled {
	vocabulary: Vocabulary;
	key: string;
	schemas: ReturnType<typeof schemasFor>;
}
/** The last two, the later one first: present and released files are held to different ones. */
let compiled: readonly Compiled[] = [];

/** Schemas for a vocabulary, made once for as long as it stays the same. */
function compile(vocabulary: Vocabulary): Compiled {
	const known = compiled.find((one) => one.vocabulary === vocabulary);
	if (known) return known;
	const key = createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex');
	const alike = compiled.find((one) => one.key === key);
	const fresh = { vocabulary, key, schemas: alike?.schemas ?? schemasFor(vocabulary) };
	compiled = [fresh, ...compiled.filter((one) => one !== alike).slice(0, 1)];
	return fresh;
}

/**
 * Reads one file: its bytes, its fields, its text.
 *
 * @param vocabulary the values that the archive declares; without it the fields are not validated
 */
export function readFileOf(
	root: string,
	found: Found,
	vocabulary: Vocabulary | undefined,
	cache: ArchiveCache = new ArchiveCache(),
): FileReading {
	const { file, folder } = found;
	const contents = readContents(root, file);
	if ('rule' in contents) return blank(found, [contents]);
	const { key: terms, schemas } = vocabulary ? compile(vocabulary) : { key: 'none', schemas: undefined };
	const path = `${root}\n${file}`;
	const key = `${terms} ${contents.digest}`;
	const cached = cache.reading(path, file, key);
	if (cached) {
		if (cached.data && isOpen(folder)) cache.setText(contents.digest, () => parse(contents.text).prose);
		return completed(cached, contents.text, schemas);
	}

	const isText = FOLDERS[folder] === '.mdx';
	const fields = readFields(contents.text, isText);
	const problems: TextProblem[] = [...fields.problems];
	let data: unknown;
	if (isRecordFolder(folder) && fields.yaml && isWithdrawn(fields.yaml.data)) {
		const reading = readWithdrawn(found, fields.yaml, contents);
		cache.setReading(path, file, key, reading);
		return reading;
	}
	if (fields.yaml && schemas) {
		const validated = validate(schemas[folder], fields.yaml);
		problems.push(...validated.problems);
		data = validated.data;
	}
	const text = isText && fields.split ? parse(contents.text) : undefined;
	problems.push(...(text?.problems ?? []));
	const paragraphs = text?.prose.blocks.flatMap((block) => block.number ?? []) ?? [];
	if (text && text.problems.length === 0 && isRecordFolder(folder) && paragraphs.length === 0)
		problems.push({
			line: contents.text.split('\n').length,
			column: 1,
			rule: 'no-body',
			message: 'The record has no text',
			advice: 'Write at least one paragraph after the front matter',
		});

	const reviewed =
		folder === 'testimonies' && problems.length === 0
			? ([true, false].map((isNumbered) =>
					reviewDigest(fields.yaml?.data, bodyOf(contents.text), isNumbered, text?.prose),
				) as [string, string])
			: undefined;
	const reading = {
		...blank(
			found,
			problems.map((problem) => inFile(file, problem)),
		),
		digest: contents.digest,
		source: contents.text,
		data: problems.length === 0 ? data : undefined,
		paragraphs,
		mentions: text?.prose.mentions ?? [],
		...(reviewed && { reviewDigests: reviewed }),
	} as FileReading;
	cache.setReading(path, file, key, reading);
	if (reading.data && text && isOpen(folder)) cache.setText(contents.digest, () => text.prose);
	return reading;
}

/** A cached reading with what the cache does not hold. */
function completed(
	cached: FileReading,
	source: string,
	schemas: ReturnType<typeof schemasFor> | undefined,
): FileReading {
	if (cached.source !== '') return cached;
	if (cached.folder !== 'testimonies' || cached.data || !schemas) return { ...cached, source };
	const { yaml } = readFields(source, true);
	return { ...cached, source, data: yaml && validate(schemas.testimonies, yaml).data };
}

/** What follows the front matter. */
const bodyOf = (source: string) => source.slice(frontMatterOf(source)?.body ?? 0);

/** The text of a file, as its page will have it. */
const parse = (source: string) => parseProse(source, settings().prefix);

/** Whether the parsed text of a file may be cached on disk: the words of an account are in its own file alone. */
function isOpen(folder: Found['folder']): boolean {
	return folder === 'reports' || folder === 'findings';
}

/** A withdrawn record: only when it was withdrawn is read. */
function readWithdrawn(found: Found, yaml: Yaml, { digest, text }: Contents): FileReading {
	const { data, problems } = validate(withdrawnSchema, yaml);
	const told = problems.map((problem) => inFile(found.file, problem));
	const withdrawn = data?.changes.at(-1)?.date.slice(0, 7);
	return { ...blank(found, told), digest, source: text, ...(withdrawn ? { withdrawn } : {}) };
}

/** The fields of a file: its front matter, or all of it where it has no text. */
export interface Fields {
	/** Undefined where the YAML is broken. */
	yaml?: Yaml;
	/** Whether the fields end where a text could begin. */
	split: boolean;
	problems: readonly TextProblem[];
}

export function readFields(source: string, isText: boolean): Fields {
	const split = isText ? splitFrontMatter(source) : { yaml: source };
	if ('problem' in split) return { split: false, problems: [split.problem] };
	const yaml = readYaml(split.yaml, isText ? 2 : 1);
	if (yaml.problems.length > 0) return { split: true, problems: yaml.problems };
	return { yaml, split: true, problems: [] };
}

function blank({ file, folder, id }: Found, problems: readonly Problem[]): FileReading {
	return {
		folder,
		id,
		file,
		digest: '',
		source: '',
		data: undefined,
		paragraphs: [],
		mentions: [],
		problems,
	} as FileReading;
}
