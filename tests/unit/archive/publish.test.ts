import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { proseOf } from '../../../src/archive/publish/prose.ts';
import { readArchive } from '../../../src/archive/read/read.ts';
import { toHtml } from '../../../src/core/prose/html.ts';
import { FINDING, type Files, REPORT, TESTIMONY, textFile, writeArchive } from '../../support/archive.ts';
import {
	finding,
	givenTestimony,
	publishedTestimony,
	recommendation,
	report,
	response,
	source,
	theme,
	themeText,
} from '../../support/samples.ts';

/** Reads the minimal archive with changed files, which must be sound. */
async function read(changes: Files) {
	using folder = writeArchive(changes);
	const { archive, problems } = await readArchive(folder.path);
	expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
	if (!archive) throw new Error('no archive');
	return archive;
}

const given = (consent: object) =>
	textFile({ ...givenTestimony(), consent: { ...givenTestimony().consent, ...consent } }, 'Secret words.');

describe('what is published of an account', () => {
	test('given with full consent: the account, without consent and review', async () => {
		const archive = await read({ [TESTIMONY]: given({ scope: 'full' }) });
		const [testimony] = archive.testimonies;
		expect(testimony?.id).toBe('1vm1d7gn');
		expect(testimony?.data).not.toHaveProperty('consent');
		expect(testimony?.data).not.toHaveProperty('review');
		expect(archive.records).toHaveLength(3);
	});

	test('given for counting only: not the account', async () => {
		const archive = await read({ [TESTIMONY]: given({ scope: 'statistics' }) });
		expect(archive.testimonies).toEqual([]);
		expect(archive.record.has('1vm1d7gn')).toBe(false);
		expect(JSON.stringify([archive, ...archive.records])).not.toContain('Secret words');
	});

	test('given for quotation: the paragraphs that may be quoted, and of the others only their numbers', async () => {
		const fields = {
			...givenTestimony(),
			consent: { scope: 'quotation', month: '2031-11', paragraphs: [2] },
		};
		const body = '## Secret heading\n\nSecret words.\n\nOpen words.\n\n- secret\n- list';
		const archive = await read({ [TESTIMONY]: textFile(fields, body) });
		const [testimony] = archive.testimonies;
		if (!testimony) throw new Error('no testimony');
		expect(JSON.stringify([archive, ...archive.records])).not.toMatch(/secret/i);
		const numbered = proseOf(testimony, archive).blocks.filter(({ number }) => number !== null);
		expect(numbered.map(({ number }) => number)).toEqual(['1', '2', '3']);
		expect(toHtml(numbered[1]?.children ?? [])).toEqual(['<p>Open words.</p>']);
		expect(numbered[0]?.children).toMatchObject([{ component: 'Redacted' }]);
		expect(archive.repeatsWithheld?.('secret words') ?? false).toBe(false);
	});

	test('withdrawn consent: nothing but the address and the month', async () => {
		const archive = await read({ [TESTIMONY]: given({ withdrawn: true }) });
		expect(archive.testimonies).toEqual([]);
		expect(archive.tombstones).toEqual([{ id: '1vm1d7gn', collection: 'testimonies', month: '2031-12' }]);
	});

	test('withdrawn record: nothing but the address and the month, in no list and no join', async () => {
		const history = [
			{ version: 1, date: '2031-12', kind: 'published', note: 'First.' },
			{ version: 2, date: '2032-02', kind: 'withdrawal', note: 'Taken back by Ann.' },
		];
		const fields = {
			...publishedTestimony(),
			status: 'withdrawn',
			version: 2,
			changes: history,
			related: ['fbmgs2sv'],
		};
		const archive = await read({ [TESTIMONY]: textFile(fields, 'Secret words.') });
		expect(archive.tombstones).toEqual([{ id: '1vm1d7gn', collection: 'testimonies', month: '2032-02' }]);
		expect(archive.record.has('1vm1d7gn')).toBe(false);
		expect(archive.related.get('fbmgs2sv') ?? []).toEqual([]);
		for (const group of [archive.byTheme, archive.byOrganisation]) {
			const ids = [...group.values()].flatMap((records) => records.map(({ id }) => id));
			expect(ids).toContain('fbmgs2sv');
			expect(ids).not.toContain('1vm1d7gn');
		}
	});

	test('a figure of a withdrawn record is not shown either', async () => {
		const fields = { ...report(), status: 'withdrawn' };
		const archive = await read({ [REPORT]: textFile(fields, 'Words.') });
		expect(archive.figures).toEqual([]);
		expect(archive.figuresOf.size).toBe(0);
	});

	test.each([
		['beyond consent', '1', ['consent-scope']],
		['within it', '2', []],
	])('an excerpt %s', async (_, para, rules) => {
		const fields = {
			...givenTestimony(),
			consent: { scope: 'quotation', month: '2031-11', paragraphs: [2] },
		};
		using folder = writeArchive({
			[TESTIMONY]: textFile(fields, 'Closed words.\n\nOpen words.'),
			'themes/cost.mdx': textFile(
				theme(),
				themeText(`Said:\n\n<Excerpt record="1vm1d7gn" para="${para}" />`),
			),
		});
		const { problems } = await readArchive(folder.path);
		expect(problems.filter(({ file }) => file === 'themes/cost.mdx').map(({ rule }) => rule)).toEqual(rules);
	});

	test('a reference to an account that may only be counted is refused: it would lead nowhere', async () => {
		using folder = writeArchive({
			[TESTIMONY]: given({ scope: 'statistics' }),
			[REPORT]: textFile(report(), 'See <Ref record="1vm1d7gn" para="1" />.'),
		});
		const { archive, problems } = await readArchive(folder.path);
		expect(problems.map(({ file }) => file)).toEqual([REPORT]);
		expect(archive).toBeNull();
	});
});

describe('how records are joined', () => {
	test('newest first by the date of the first source, then by identifier; the undated last', async () => {
		const dated = (published: string | null) =>
			textFile({ ...report(), sources: [{ ...source(), published }] }, 'Words.');
		const archive = await read({
			[REPORT]: dated('2030-05'),
			'reports/wrk68wb5-a.mdx': dated('2031'),
			'reports/4vxfxcd8-a.mdx': dated('2030-05-01'),
			'reports/x15w7xb9-a.mdx': dated(null),
			[FINDING]: null,
		});
		expect(archive.reports.map(({ id }) => id)).toEqual(['wrk68wb5', '4vxfxcd8', 'fbmgs2sv', 'x15w7xb9']);
	});

	test('a recommendation and its answer, a report and its account, from either side', async () => {
		const archive = await read({
			[FINDING]: textFile(recommendation(), 'Do it.'),
			'findings/4vxfxcd8-a.mdx': textFile({ ...response(), answers: ['wrk68wb5'] }, 'We will.'),
		});
		const related = (id: string) => archive.related.get(id)?.map((other) => other.id);
		expect(archive.answers.get('wrk68wb5')?.map((other) => other.id)).toEqual(['4vxfxcd8']);
		expect(related('wrk68wb5')).toBeUndefined();
		expect(related('fbmgs2sv')).toEqual(['1vm1d7gn']);
		expect(related('1vm1d7gn')).toEqual(['fbmgs2sv']);
	});

	test('what one is to the other, told from either side with the paragraph, and not as merely related', async () => {
		const archive = await read({
			[FINDING]: textFile(
				{ ...finding(), related: [{ how: 'rests-on', record: 'fbmgs2sv', paragraph: '1' }] },
				'Words.',
			),
		});
		const [from] = archive.relations.get('wrk68wb5') ?? [];
		expect(from).toMatchObject({ how: 'rests-on', side: 'from', record: { id: 'fbmgs2sv' }, paragraph: '1' });
		const [to] = archive.relations.get('fbmgs2sv') ?? [];
		expect(to).toMatchObject({ how: 'rests-on', side: 'to', record: { id: 'wrk68wb5' }, paragraph: '1' });
		expect(archive.related.get('wrk68wb5')).toBeUndefined();
	});

	test('an organisation has what is about it, by it, to it and what it published, each once', async () => {
		const archive = await read({
			[FINDING]: textFile({ ...recommendation(), organisations: [], addressees: ['acme-plans'] }, 'Do it.'),
		});
		const of = (id: string) =>
			archive.byOrganisation
				.get(id)
				?.map((record) => record.id)
				.sort();
		expect(of('acme-plans')).toEqual(['1vm1d7gn', 'fbmgs2sv', 'wrk68wb5']);
		expect(of('the-office')).toEqual(['wrk68wb5']);
		expect(of('the-paper')).toEqual(['1vm1d7gn', 'fbmgs2sv', 'wrk68wb5']);
	});

	test('the order of everything is the same whatever order the files are in', async () => {
		const one = await read({ 'reports/4vxfxcd8-a.mdx': textFile(report(), 'Words.') });
		const other = await read({
			'reports/4vxfxcd8-z.mdx': textFile(report(), 'Words.'),
			[FINDING]: textFile(finding(), 'F.'),
		});
		expect(other.records.map(({ id }) => id)).toEqual(one.records.map(({ id }) => id));
	});

	test('an archive cannot be changed by what uses it', async () => {
		const archive = await read({});
		expect(Object.isFrozen(archive)).toBe(true);
	});
});

test('a file that did not change is not worked again, one that did is', async () => {
	using folder = writeArchive();
	const first = await readArchive(folder.path);
	const again = await readArchive(folder.path);
	const idOf = ({ archive }: typeof first) => archive?.reports[0]?.data;
	expect(idOf(again)).toBe(idOf(first));
	writeFileSync(`${folder.path}/${REPORT}`, textFile({ ...report(), title: 'Another title' }, 'Words.'));
	const changed = await readArchive(folder.path);
	expect(idOf(changed)?.title).toBe('Another title');
});
