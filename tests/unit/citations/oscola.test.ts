import { describe, expect, test } from 'vitest';
import type { CitableItem } from '../../../src/citations/item.ts';
import { parseByline } from '../../../src/citations/names.ts';
import { oscola, type OscolaOptions } from '../../../src/citations/oscola/oscola.ts';
import { type Run, textOf } from '../../../src/citations/rich-text.ts';
import * as items from './items.ts';

/** A reference with its italics between asterisks. */
function marked(item: CitableItem, options?: OscolaOptions): string {
	return textOf(
		oscola(item, options).map((run: Run): Run =>
			typeof run === 'object' && 'italic' in run ? `*${run.italic}*` : run,
		),
	);
}

const OVER_300 =
	'‘Over 300 Officers Continued to Serve after Met Police Dropped Their Domestic Abuse Cases’ *Daily Express*';
const JOINT =
	'HM Inspectorate of Constabulary and Fire & Rescue Services, College of Policing and Independent Office for Police Conduct, ‘Police Perpetrated Domestic Abuse: Report on the Centre for Women’s Justice Super-Complaint’ (30 June 2022)';
const RECORD = '‘Record 7k3m9qtw’ (account, Super-Complaint Evidence Archive, version 3, November 2026)';
const AT = 'https://archive.example/r/7k3m9qtw/v3/';
const FOURTH = { edition: 4, accessed: '2026-11-21' } as const;

describe('the golden references', () => {
	test.each<[string, CitableItem, OscolaOptions, string]>([
		['web', items.web, {}, `${OVER_300} (October 2021) <https://archive.example/r/x15w7xb9/v1/>`],
		[
			'web, fourth edition',
			items.web,
			{ edition: 4 },
			`${OVER_300} (London, October 2021) <https://archive.example/r/x15w7xb9/v1/> accessed 21 November 2026.`,
		],
		[
			'print',
			items.print,
			{},
			'Jane Croft, ‘Supreme Court Warns on Quality’ *Financial Times* (1 July 2010) 3',
		],
		[
			'print, fourth edition',
			items.print,
			{ edition: 4 },
			'Jane Croft, ‘Supreme Court Warns on Quality’ *Financial Times* (London, 1 July 2010) 3.',
		],
		[
			'a title of the archive’s making',
			items.supplied,
			{},
			'[Report of FOI figures on officers accused of domestic abuse]',
		],
		[
			'a copy',
			items.copy,
			{},
			'‘Victims of Police Domestic Abusers “Are Powerless”’ (reproducing BBC News) <https://blog.example/a> accessed 21 November 2026',
		],
		['a joint report', items.joint, {}, `${JOINT} 45 <https://www.gov.uk/a> accessed 21 November 2026`],
		[
			'a complaint',
			items.complaint,
			{},
			'Centre for Women’s Justice, ‘Police Perpetrated Domestic Abuse’ (super-complaint, March 2020) para 12 <https://www.gov.uk/b> accessed 21 November 2026',
		],
		['a command paper', items.command, {}, 'Home Office, *A New Way of Working* (Cm 9999, 2018) para 12'],
		[
			'a committee’s paper',
			items.committee,
			{},
			'Home Affairs Committee, *Independent Police Complaints Commission* (HC 2021–22, 140) para 12',
		],
		['a debate', items.debate, {}, 'HC Deb 15 July 2021, vol 699, col 571'],
		[
			'a reply to a request',
			items.reply,
			{},
			'Metropolitan Police Service, ‘Response to Freedom of Information Request 01.FOI.21.000000’ (12 May 2021) <https://met.example/a>',
		],
		[
			'regulations',
			items.act,
			{},
			'Police Super-complaints (Designation and Procedure) Regulations 2018, SI 2018/748, regs 5 and 6',
		],
		[
			'regulations whose number stands apart',
			{
				...items.act,
				title: 'The Invented Plans Regulations 2025',
				number: 'S.I. 2025/558',
				pinpoint: undefined,
			},
			{},
			'Invented Plans Regulations 2025, SI 2025/558',
		],
		[
			'regulations whose number is in the title',
			{ ...items.act, number: 'S.I. 2018/748', pinpoint: undefined },
			{},
			'Police Super-complaints (Designation and Procedure) Regulations 2018, SI 2018/748',
		],
		[
			'an article in a journal',
			items.article,
			{},
			'A De Ash and Bo Beech, ‘“Nowhere to Turn”: What Buyers Say’ (2025) 27(4) Journal of Plans & Promises 406, 410',
		],
		[
			'an article whose year is its volume',
			{ ...items.article, volume: undefined, issue: undefined, pinpoint: undefined },
			{ edition: 4 },
			'A De Ash and Bo Beech, ‘“Nowhere to Turn”: What Buyers Say’ [2025] Journal of Plans & Promises 406.',
		],
		[
			'an article without pages or year, which has its address',
			{ ...items.article, date: undefined, pages: undefined, issue: undefined, pinpoint: undefined },
			{},
			'A De Ash and Bo Beech, ‘“Nowhere to Turn”: What Buyers Say’ 27 Journal of Plans & Promises <https://repository.example/41536>',
		],
		[
			'an article in a bibliography',
			items.article,
			{ form: 'bibliography' },
			'De Ash A and Beech B, ‘“Nowhere to Turn”: What Buyers Say’ (2025) 27(4) Journal of Plans & Promises 406',
		],
		['an article again', items.article, { form: 'subsequent', note: 3 }, 'De Ash and Beech (n 3), 410'],
		[
			'an account',
			items.testimony,
			{ pinpoint: 'para 12', fragment: '#p12' },
			`${RECORD} para 12 <${AT}#p12>`,
		],
		[
			'an account, on request with the day',
			items.testimony,
			{ accessed: '2026-11-21' },
			`${RECORD} <${AT}> accessed 21 November 2026`,
		],
		[
			'an account, fourth edition',
			items.testimony,
			{ ...FOURTH, pinpoint: 'para 12', fragment: '#p12' },
			`${RECORD} para 12 <${AT}#p12> accessed 21 November 2026.`,
		],
		[
			'repeated',
			items.testimony,
			{ form: 'subsequent', note: 8, pinpoint: 'para 14' },
			'‘Record 7k3m9qtw’ (n 8) para 14',
		],
		[
			'right after, fourth edition',
			items.testimony,
			{ edition: 4, form: 'ibid', pinpoint: 'para 14' },
			'ibid para 14.',
		],
		[
			'right after, fifth edition, which has no ibid',
			items.testimony,
			{ form: 'ibid', note: 8, pinpoint: 'para 14' },
			'‘Record 7k3m9qtw’ (n 8) para 14',
		],
		[
			'in a bibliography',
			items.testimony,
			{ form: 'bibliography', pinpoint: 'para 12' },
			`—— ${RECORD} <${AT}>`,
		],
		[
			'in a bibliography, fourth edition',
			items.print,
			{ edition: 4, form: 'bibliography' },
			'Croft J, ‘Supreme Court Warns on Quality’ *Financial Times* (London, 1 July 2010)',
		],
		[
			'a report again',
			items.joint,
			{ form: 'subsequent', note: 4 },
			'HMICFRS, College of Policing and IOPC (n 4) 45',
		],
		['an article again', items.print, { form: 'subsequent', note: 4 }, 'Croft (n 4) 3'],
		[
			'a debate again, in full',
			items.debate,
			{ form: 'subsequent' },
			'HC Deb 15 July 2021, vol 699, col 571',
		],
	])('%s', (_, item, options, expected) => {
		expect(marked(item, options)).toBe(expected);
	});
});

describe('what is not known', () => {
	test('is left out, with its brackets and commas', () => {
		const bare: CitableItem = { key: 'k', kind: 'web', title: 'A page', titleSupplied: false, creators: [] };
		expect(marked(bare)).toBe('‘A Page’');
		expect(marked({ ...bare, kind: 'news' })).toBe('‘A Page’');
		expect(marked({ ...bare, kind: 'own' }, { form: 'bibliography' })).toBe('—— ‘A Page’');
		expect(marked({ ...bare, kind: 'paper', number: 'Cm 1' })).toBe('*A Page* (Cm 1)');
	});

	test('a doubtful date says so', () => {
		expect(marked({ ...items.web, date: '2021-10?' })).toContain('(October 2021?)');
		expect(marked({ ...items.web, date: '2021~' })).toContain('(c 2021)');
		expect(marked({ ...items.web, date: '2022-03-17/2022-07-06' })).toContain(
			'(between 17 March 2022 and 6 July 2022)',
		);
	});
});

describe('authors', () => {
	const by = (...names: string[]) => ({ ...items.print, creators: names.map(parseByline) });
	test('up to three are named, from four on the first', () => {
		expect(marked(by('Ann Ash', 'Bo Beech', 'Cy Cedar'))).toMatch(/^Ann Ash, Bo Beech and Cy Cedar, ‘/);
		expect(marked(by('Ann Ash', 'Bo Beech', 'Cy Cedar', 'Di Doum'))).toMatch(/^Ann Ash and others, ‘/);
	});

	test.each([
		['N. Mulvihill', 'N Mulvihill', 'Mulvihill N'],
		['J.K. Croft', 'JK Croft', 'Croft JK'],
		['J. K. Croft', 'JK Croft', 'Croft JK'],
		['Jane K. Croft', 'Jane K Croft', 'Croft JK'],
		['J.-P. Croft', 'J-P Croft', 'Croft J-P'],
		['R. De Souza', 'R De Souza', 'De Souza R'],
		['É. Ó Cuív', 'É Ó Cuív', 'Ó Cuív É'],
		['R. ap Rhys', 'R ap Rhys', 'ap Rhys R'],
		['Martin King Jr.', 'Martin King Jr', 'King M Jr'],
	])('%s has no stops and keeps what belongs to the family name', (printed, footnote, bibliography) => {
		expect(marked(by(printed)).split(', ‘')[0]).toBe(footnote);
		expect(marked(by(printed), { form: 'bibliography' }).split(', ‘')[0]).toBe(bibliography);
	});

	test('a bibliography turns names of people round, not those of bodies', () => {
		const text = marked(by('Jean-Paul K van der Ash', 'The Beech Office'), { form: 'bibliography' });
		expect(text).toMatch(/^van der Ash J-PK and The Beech Office, ‘/);
	});
});

describe('the address', () => {
	test('of an article known by its page can be left out', () => {
		const paged = { ...items.print, address: 'https://ft.example/a' };
		expect(marked(paged)).toMatch(/3 <https:\/\/ft\.example\/a>$/);
		expect(marked(paged, { link: false })).toMatch(/ 3$/);
	});

	test('that is kept for ever needs no day of reading in the fifth edition', () => {
		expect(marked({ ...items.copy, permanent: true })).not.toContain('accessed');
		expect(marked({ ...items.copy, permanent: true }, { edition: 4 })).toContain(
			'accessed 21 November 2026.',
		);
	});
});
