import type { CitableItem } from '../../../src/citations/item.ts';
import { bodyOf, parseByline } from '../../../src/citations/names.ts';

/** Things to cite. What is not known of them is left out. */
const unknown = { key: 'k', titleSupplied: false, creators: [] } as const;

export const ARCHIVE = 'Super-Complaint Evidence Archive';

export const web: CitableItem = {
	...unknown,
	key: 'x15w7xb9-source',
	kind: 'news',
	title: 'Over 300 officers continued to serve after Met police dropped their domestic abuse cases',
	container: 'Daily Express',
	place: 'London',
	date: '2021-10',
	address: 'https://archive.example/r/x15w7xb9/v1/',
	permanent: true,
	accessed: '2026-11-21',
};

export const print: CitableItem = {
	...unknown,
	kind: 'news',
	title: 'Supreme court warns on quality',
	creators: [parseByline('Jane Croft')],
	container: 'Financial Times',
	place: 'London',
	date: '2010-07-01',
	pinpoint: 'page 3',
};

export const supplied: CitableItem = {
	...unknown,
	kind: 'news',
	title: 'Report of FOI figures on officers accused of domestic abuse',
	titleSupplied: true,
};

export const copy: CitableItem = {
	...unknown,
	kind: 'web',
	title: 'Victims of police domestic abusers ‘are powerless’',
	address: 'https://blog.example/a',
	accessed: '2026-11-21',
	reproduces: 'BBC News',
};

export const joint: CitableItem = {
	...unknown,
	kind: 'report',
	title: 'Police perpetrated domestic abuse: Report on the Centre for Women’s Justice super-complaint',
	creators: [
		bodyOf('HM Inspectorate of Constabulary and Fire & Rescue Services', 'HMICFRS'),
		bodyOf('College of Policing'),
		bodyOf('Independent Office for Police Conduct', 'IOPC'),
	],
	date: '2022-06-30',
	pinpoint: 'page 45',
	address: 'https://www.gov.uk/a',
	accessed: '2026-11-21',
};

export const complaint: CitableItem = {
	...unknown,
	kind: 'report',
	title: 'Police perpetrated domestic abuse',
	creators: [bodyOf('Centre for Women’s Justice')],
	descriptor: 'super-complaint',
	date: '2020-03',
	pinpoint: 'paragraph 12',
	address: 'https://www.gov.uk/b',
	accessed: '2026-11-21',
};

export const command: CitableItem = {
	...unknown,
	kind: 'paper',
	title: 'A new way of working',
	creators: [bodyOf('Home Office')],
	number: 'Cm 9999',
	date: '2018-02-01',
	pinpoint: 'para 12',
	address: 'https://www.gov.uk/c',
};

export const committee: CitableItem = {
	...unknown,
	kind: 'paper',
	title: 'Independent Police Complaints Commission',
	creators: [bodyOf('Home Affairs Committee')],
	number: 'HC 2021-22, 140',
	date: '2022-02-01',
	pinpoint: 'para 12',
};

export const debate: CitableItem = {
	...unknown,
	kind: 'debate',
	title: 'Debate on policing',
	number: 'HC Deb vol 699',
	date: '2021-07-15',
	pinpoint: 'column 571',
};

export const reply: CitableItem = {
	...unknown,
	kind: 'report',
	title: 'Response to Freedom of Information request 01.FOI.21.000000',
	creators: [bodyOf('Metropolitan Police Service')],
	date: '2021-05-12',
	address: 'https://met.example/a',
};

export const act: CitableItem = {
	...unknown,
	kind: 'legislation',
	title: 'Police Super-complaints (Designation and Procedure) Regulations 2018, S.I. 2018/748',
	date: '2018-06-20',
	pinpoint: 'Regulations 5 and 6',
	address: 'https://legislation.example/a',
};

export const article: CitableItem = {
	...unknown,
	kind: 'journal',
	title: '‘Nowhere to turn’: what buyers say',
	creators: [parseByline('A. De Ash'), parseByline('Bo Beech')],
	container: 'Journal of Plans & Promises',
	volume: '27',
	issue: '4',
	pages: '406–423',
	doi: '10.1234/jpp.2025.17',
	date: '2025',
	pinpoint: 'page 410',
	address: 'https://repository.example/41536',
};

export const testimony: CitableItem = {
	...unknown,
	key: 'record-7k3m9qtw-v3',
	kind: 'own',
	id: '7k3m9qtw',
	title: 'Record 7k3m9qtw',
	descriptor: 'account',
	container: ARCHIVE,
	version: 3,
	date: '2026-11',
	address: 'https://archive.example/r/7k3m9qtw/v3/',
	permanent: true,
	language: 'en-GB',
};

/** A record with a title that was made up for it, and all that its files tell of it. */
export const record: CitableItem = {
	...testimony,
	title: 'Refunds refused in 40% of cases',
	titleSupplied: true,
	publisher: 'The Keepers',
	descriptor: undefined,
	date: '2026-11-21',
	note: 'Record of: something',
	abstract: 'A summary.',
};

export const ALL = {
	web,
	print,
	supplied,
	copy,
	joint,
	complaint,
	command,
	committee,
	debate,
	reply,
	act,
	article,
	testimony,
};
