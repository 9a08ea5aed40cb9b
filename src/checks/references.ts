import type { RuleId } from '../core/rules/rules.ts';
import type { Complaint } from '../core/model/complaint.ts';
import type { Figure } from '../core/model/figure.ts';
import { figuresIn } from '../core/model/figure-relation.ts';
import type { Finding } from '../core/model/finding.ts';
import { keepHit, type Place, type Problem } from '../core/values/problem.ts';
import { relatedId } from '../core/model/relation.ts';
import type { Report as NewsReport } from '../core/model/report.ts';
import { suggestion } from '../core/values/reference.ts';
import type { Testimony } from '../core/model/testimony.ts';
import type { Theme } from '../core/model/theme.ts';
import type { Mention } from '../core/prose/types.ts';

/** What the check needs of a file. `data` is undefined where the file itself has problems. */
export type Referring = {
	id: string;
	file: string;
	paragraphs: readonly string[];
	mentions: readonly Mention[];
	/** Set for a record that is withdrawn: it keeps its address and nothing else. */
	withdrawn?: string;
} & (
	| { folder: 'testimonies'; data: Testimony | undefined }
	| { folder: 'reports'; data: NewsReport | undefined }
	| { folder: 'findings'; data: Finding | undefined }
	| { folder: 'themes'; data: Theme | undefined }
	| { folder: 'complaints'; data: Complaint | undefined }
	| { folder: 'figures'; data: Figure | undefined }
	| { folder: 'organisations' | 'pages'; data: unknown }
);

type RecordFile = Extract<Referring, { folder: 'testimonies' | 'reports' | 'findings' }>;

/** Finds the place of a field in a file. */
export type Locate = (file: string, field: readonly PropertyKey[]) => Place;

/** Pages that every page of the site links to. */
const NEEDED_PAGES = ['home', 'about', 'method', 'safety', 'privacy'];

/**
 * Checks references between files: identifiers are unique, and every record, paragraph, figure and organisation that is
 * referred to exists.
 */
export function checkReferences(files: readonly Referring[], locate: Locate): Problem[] {
	const problems: Problem[] = [];
	const report: Report = (file, { line, column }, rule, message, advice, typed) => {
		const problem: Problem = { file, line, column, rule, message, advice, severity: 'error' };
		problems.push(typed === undefined ? problem : keepHit(problem, typed));
	};

	const records = new Map<string, RecordFile>();
	for (const file of files) {
		if (!isRecord(file)) continue;
		const other = records.get(file.id);
		// Two withdrawn files with one identifier make one notice.
		if (other?.withdrawn !== undefined && file.withdrawn !== undefined) continue;
		if (other)
			report(
				file.file,
				{ line: 1, column: 1 },
				'duplicate-id',
				`Duplicate identifier ${file.id}, also used by ${other.file}`,
				'Give the newer record a fresh identifier with “npm run archive -- new”',
			);
		else records.set(file.id, file);
	}
	const names = (folder: Referring['folder']) =>
		new Set(files.filter((file) => file.folder === folder).map((file) => file.id));
	const known = { figure: names('figures'), organisation: names('organisations') };

	const needRecord = (file: string, place: Place, id: string, paragraph?: string) => {
		const target = records.get(id);
		if (!target)
			return report(
				file,
				place,
				'dangling-reference',
				`No record ${id}${suggestion(id, [...records.keys()])}`,
				'Correct the identifier or remove the reference',
			);
		// A withdrawn record keeps its address, and must not stop the build.
		if (!target.data || target.withdrawn) return;
		if (target.folder === 'testimonies' && isCountedOnly(target.data))
			return report(
				file,
				place,
				'consent-scope',
				`Record ${id} has no page: consent covers counting only`,
				'Remove the reference',
			);
		if (paragraph === undefined) return;
		if (!target.paragraphs.includes(paragraph))
			report(
				file,
				place,
				'dangling-paragraph',
				`Record ${id} has no paragraph ${paragraph}`,
				`Its paragraphs are ${target.paragraphs[0]} to ${target.paragraphs.at(-1)} (${target.file})`,
			);
	};

	const needConsent = (file: string, mention: Mention) => {
		const target = records.get(mention.id);
		const data = target?.folder === 'testimonies' ? target.data : undefined;
		const allowed = data?.origin === 'given' ? data.consent.paragraphs : undefined;
		if (allowed && mention.paragraph && !allowed.includes(mention.paragraph))
			report(
				file,
				mention,
				'consent-scope',
				`Consent does not cover quoting paragraph ${mention.paragraph} of ${mention.id}`,
				`It covers ${allowed.join(', ')}`,
			);
	};

	for (const file of files) {
		for (const mention of file.mentions) {
			if (mention.kind === 'image') continue;
			if (mention.kind === 'record' || mention.kind === 'excerpt') {
				needRecord(file.file, mention, mention.id, mention.paragraph);
				if (mention.kind === 'excerpt') needConsent(file.file, mention);
			} else if (!known[mention.kind].has(mention.id))
				report(
					file.file,
					mention,
					'dangling-reference',
					`No such ${mention.kind}${suggestion(mention.id, [...known[mention.kind]])}`,
					`Correct the name, or add its file to ${mention.kind}s/`,
					mention.id,
				);
		}
		for (const { field, id } of figureFields(file))
			if (id === file.id || !known.figure.has(id))
				report(
					file.file,
					locate(file.file, field),
					id === file.id ? 'self-reference' : 'dangling-reference',
					id === file.id
						? 'The figure refers to itself'
						: `No such figure${suggestion(id, [...known.figure])}`,
					id === file.id ? 'Remove it' : 'Correct the name, or add its file to figures/',
					id,
				);
		for (const { field, id, paragraph } of recordFields(file)) {
			if (id === file.id)
				report(
					file.file,
					locate(file.file, field),
					'self-reference',
					'The record refers to itself',
					'Remove it',
				);
			else
				needRecord(
					file.file,
					locate(
						file.file,
						file.folder === 'figures' && paragraph && records.has(id) ? ['paragraph'] : field,
					),
					id,
					paragraph,
				);
		}
	}

	checkAnswers(files, records, report, locate);
	checkConcerns(files, report, locate);
	for (const page of NEEDED_PAGES)
		if (!names('pages').has(page))
			report(
				`pages/${page}.mdx`,
				{ line: 1, column: 1 },
				'missing-page',
				`No ${page} page, which every page of the site links to`,
				`Write pages/${page}.mdx`,
			);
	return problems;
}

/** Whether an account may be counted but not shown. */
function isCountedOnly(testimony: Testimony): boolean {
	return testimony.origin === 'given' && testimony.consent.scope === 'statistics';
}

type Report = (
	file: string,
	place: Place,
	rule: RuleId,
	message: string,
	advice: string,
	typed?: string,
) => void;

function isRecord(file: Referring): file is RecordFile {
	return file.folder === 'testimonies' || file.folder === 'reports' || file.folder === 'findings';
}

/** Every field of a file that names a figure. */
function figureFields(file: Referring): { field: PropertyKey[]; id: string }[] {
	if (file.folder !== 'figures' || !file.data) return [];
	return file.data.relations.flatMap((relation, index) =>
		figuresIn(relation).map((id) => ({ field: ['relations', index], id })),
	);
}

/** Every field of a file that names a record. */
function recordFields(file: Referring): { field: PropertyKey[]; id: string; paragraph?: string }[] {
	if (!file.data) return [];
	if (file.folder === 'figures')
		return [{ field: ['record'], id: file.data.record, paragraph: file.data.paragraph }];
	if (file.folder === 'complaints')
		return file.data.timeline.flatMap(({ record }, index) =>
			record === undefined ? [] : [{ field: ['timeline', index, 'record'], id: record }],
		);
	if (!isRecord(file) || !file.data) return [];
	const fields: { field: PropertyKey[]; id: string; paragraph?: string }[] = file.data.related.map(
		(related, index) => ({
			field: ['related', index],
			id: relatedId(related),
			...(typeof related !== 'string' && related.paragraph && { paragraph: related.paragraph }),
		}),
	);
	if (file.folder === 'findings')
		fields.push(...file.data.answers.map((id, index) => ({ field: ['answers', index], id })));
	if (file.folder === 'testimonies' && file.data.origin === 'published' && file.data.sourceRecord)
		fields.push({ field: ['sourceRecord'], id: file.data.sourceRecord });
	return fields;
}

/** A response must answer an official record, and a testimony's source record must be a report. */
function checkAnswers(
	files: readonly Referring[],
	records: ReadonlyMap<string, RecordFile>,
	report: Report,
	locate: Locate,
): void {
	for (const file of files) {
		if (file.folder === 'findings')
			for (const [index, id] of (file.data?.answers ?? []).entries()) {
				const target = records.get(id);
				const isOfficial = target?.folder === 'findings' && target.data?.kind !== 'response';
				if (target && !isOfficial)
					report(
						file.file,
						locate(file.file, ['answers', index]),
						'wrong-reference',
						`${id} is not a recommendation, action or finding`,
						'Give the record that is answered',
					);
			}
		if (file.folder === 'testimonies' && file.data?.origin === 'published' && file.data.sourceRecord) {
			const target = records.get(file.data.sourceRecord);
			if (target && target.folder !== 'reports')
				report(
					file.file,
					locate(file.file, ['sourceRecord']),
					'wrong-reference',
					`${file.data.sourceRecord} is not a report`,
					'Give the report that carries the account',
				);
		}
	}
}

/** Themes and official records must refer to concerns of a complaint. */
function checkConcerns(files: readonly Referring[], report: Report, locate: Locate): void {
	const complaints = files.flatMap((file) => (file.folder === 'complaints' ? [file] : []));
	if (complaints.some((complaint) => !complaint.data)) return;
	const concernsOf = (id?: string) =>
		new Set(
			complaints
				.filter((complaint) => id === undefined || complaint.id === id)
				.flatMap((complaint) => complaint.data?.concerns.map((concern) => concern.number) ?? []),
		);
	const all = concernsOf();
	for (const file of files) {
		if (file.folder !== 'themes' && file.folder !== 'findings') continue;
		const complaint = file.folder === 'findings' ? file.data?.complaint : undefined;
		const numbers = complaint === undefined ? all : concernsOf(complaint);
		for (const [index, number] of (file.data?.concerns ?? []).entries())
			if (!numbers.has(number))
				report(
					file.file,
					locate(file.file, ['concerns', index]),
					'dangling-reference',
					complaint === undefined
						? `No complaint has a concern ${number}`
						: `${complaint} has no concern ${number}`,
					`The concerns are ${[...numbers].join(', ') || 'not written yet'}`,
				);
	}
}
