import { describe, expect, test } from 'vitest';
import { APA, CHICAGO, HARVARD } from '../../../src/citations/author-date/index.ts';
import type { CitableItem } from '../../../src/citations/item.ts';
import { textOf } from '../../../src/citations/rich-text.ts';
import { allForms } from '../../../src/citations/styles.ts';
import * as items from './items.ts';

const BY_NAME = { apa: APA, chicago: CHICAGO, harvard: HARVARD };
type StyleName = keyof typeof BY_NAME;
const STYLES = Object.keys(BY_NAME) as StyleName[];

/** A thing in one style. */
const styled = (item: CitableItem, style: StyleName) => ({
	inText: BY_NAME[style].inText(item),
	entry: BY_NAME[style].entry(item),
});

describe('references', () => {
	test.each<[StyleName, string, string]>([
		[
			'apa',
			'(Record 7k3m9qtw, 2026, para. 12)',
			'Record 7k3m9qtw. (2026, November). [Account]. Super-Complaint Evidence Archive. https://archive.example/r/7k3m9qtw/v3/',
		],
		[
			'chicago',
			'(Super-Complaint Evidence Archive 2026, para. 12)',
			'Super-Complaint Evidence Archive. 2026. ‘Record 7k3m9qtw’. Account. Version 3. November. https://archive.example/r/7k3m9qtw/v3/.',
		],
		[
			'harvard',
			'(Record 7k3m9qtw, 2026, para. 12)',
			'Record 7k3m9qtw (2026) Super-Complaint Evidence Archive. Available at: https://archive.example/r/7k3m9qtw/v3/.',
		],
	])('%s: an account', (style, inText, entry) => {
		const reference = styled(items.testimony, style);
		expect(textOf(reference.inText, { pinpoint: 'para. 12' })).toBe(inText);
		expect(textOf(reference.entry)).toBe(entry);
	});

	test.each<[StyleName, string, string]>([
		[
			'apa',
			'(The Keepers, 2026)',
			'The Keepers. (2026, November 21). [Refunds refused in 40% of cases]. Super-Complaint Evidence Archive. https://archive.example/r/7k3m9qtw/v3/',
		],
		[
			'chicago',
			'(The Keepers 2026)',
			'The Keepers. 2026. [Refunds Refused in 40% of Cases]. Version 3. Super-Complaint Evidence Archive, November 21. https://archive.example/r/7k3m9qtw/v3/.',
		],
		[
			'harvard',
			'([Refunds refused in 40% of cases], 2026)',
			'[Refunds refused in 40% of cases] (2026) Super-Complaint Evidence Archive. The Keepers. Available at: https://archive.example/r/7k3m9qtw/v3/.',
		],
	])('%s: a record with a title of the archive’s', (style, inText, entry) => {
		const reference = styled(items.record, style);
		expect(textOf(reference.inText)).toBe(inText);
		expect(textOf(reference.entry)).toBe(entry);
	});

	test.each<[StyleName, string, string]>([
		[
			'apa',
			'(HM Inspectorate of Constabulary and Fire & Rescue Services et al., 2022, p. 45)',
			'HM Inspectorate of Constabulary and Fire & Rescue Services, College of Policing, & Independent Office for Police Conduct. (2022). Police perpetrated domestic abuse: Report on the Centre for Women’s Justice super-complaint. https://www.gov.uk/a',
		],
		[
			'harvard',
			'(HM Inspectorate of Constabulary and Fire & Rescue Services, College of Policing and Independent Office for Police Conduct, 2022, p. 45)',
			'HM Inspectorate of Constabulary and Fire & Rescue Services, College of Policing and Independent Office for Police Conduct (2022) Police perpetrated domestic abuse: Report on the Centre for Women’s Justice super-complaint. Available at: https://www.gov.uk/a (Accessed: 21 November 2026).',
		],
	])('%s: a joint report', (style, inText, entry) => {
		const reference = styled(items.joint, style);
		expect(textOf(reference.inText)).toBe(inText);
		expect(textOf(reference.entry)).toBe(entry);
	});

	test.each<[StyleName, string, string]>([
		[
			'apa',
			'(De Ash & Beech, 2025, p. 410)',
			'De Ash, A., & Beech, B. (2025). ‘Nowhere to turn’: what buyers say. Journal of Plans & Promises, 27(4), 406–423. https://doi.org/10.1234/jpp.2025.17',
		],
		[
			'chicago',
			'(De Ash and Beech 2025, p. 410)',
			'De Ash, A., and Bo Beech. 2025. ‘“Nowhere to Turn”: What Buyers Say’. Journal of Plans & Promises 27 (4): 406–23. https://doi.org/10.1234/jpp.2025.17.',
		],
		[
			'harvard',
			'(De Ash and Beech, 2025, p. 410)',
			'De Ash, A. and Beech, B. (2025) ‘“Nowhere to turn”: what buyers say’, Journal of Plans & Promises, 27(4), pp. 406–423. Available at: https://doi.org/10.1234/jpp.2025.17.',
		],
	])('%s: an article in a journal', (style, inText, entry) => {
		const reference = styled(items.article, style);
		expect(textOf(reference.inText)).toBe(inText);
		expect(textOf(reference.entry)).toBe(entry);
		expect(reference.entry).toContainEqual({ link: 'https://doi.org/10.1234/jpp.2025.17' });
	});

	test('have italics, a link, and a day of reading to be chosen', () => {
		const { entry } = styled({ ...items.copy, accessed: undefined }, 'harvard');
		expect(entry).toContainEqual({ link: 'https://blog.example/a' });
		expect(entry).toContainEqual({ slot: 'accessed', lead: ' (Accessed: ', text: '', tail: ')' });
		expect(styled(items.joint, 'apa').entry.some((run) => typeof run === 'object' && 'italic' in run)).toBe(
			true,
		);
		expect(textOf(entry, { accessed: '3 May 2027' })).toMatch(/ \(Accessed: 3 May 2027\)\.$/);
	});

	test('of regulations have their number, which is none of an American law', () => {
		const numbered = { ...items.act, title: 'Invented Plans Regulations 2025', number: 'S.I. 2025/558' };
		for (const style of STYLES) {
			const text = textOf(styled(numbered, style).entry);
			expect(text).toMatch(/Regulations 2025, SI 2025\/558/);
			expect(text).not.toMatch(/Pub\. L\./);
		}
	});

	test('of an Act do not call it undated', () => {
		for (const style of STYLES) {
			const { inText, entry } = styled(items.act, style);
			const text = textOf([...inText, ...entry]);
			expect(text).toContain('2018');
			expect(text).not.toMatch(/n\.d\.|no date|2018, 2018/);
		}
	});
});

describe('a title', () => {
	const entry = (title: string, style: StyleName) =>
		textOf(styled({ ...items.supplied, titleSupplied: false, title, container: 'Paper' }, style).entry);

	test.each([
		['Police ‘boys’ club’ exposed', '“Boys’ Club”', '“boys’ club”', '‘boys’ club’'],
		[
			'She said “no to ‘boys’ clubs’”',
			'“No to ‘Boys’ Clubs’”',
			'“no to ‘boys’ clubs’”',
			'‘no to “boys’ clubs”’',
		],
		["He said \"it's 'fine'\" now", '“It’s ‘Fine’”', '“it’s ‘fine’”', '‘it’s “fine”’'],
		['He said “it’s ‘fine’” now', '“It’s ‘Fine’”', '“it’s ‘fine’”', '‘it’s “fine”’'],
		['The \'90s "and" sellers\' fees', '’90s “and” Sellers’', '’90s “and” sellers’', '’90s ‘and’ sellers’'],
		['A <i>tag</i> & 5 < 6', '<i>tag</', '<i>tag</i> & 5 < 6', '<i>tag</i> & 5 < 6'],
	])('%j keeps its marks, as each style has them', (title, chicago, harvard, apa) => {
		expect(entry(title, 'chicago')).toContain(chicago);
		expect(entry(title, 'harvard')).toContain(harvard);
		expect(entry(title, 'apa')).toContain(apa);
	});
});

describe('an identifier', () => {
	test.each(['dmvn1d20', 'xppnfrpm', '7k3m9qtw'])(
		'%s keeps its letters in every form of every style',
		(id) => {
			const item = {
				...items.testimony,
				id,
				title: `Record ${id}`,
				address: `https://archive.example/r/${id}/`,
			};
			for (const { runs } of allForms(item)) {
				const text = textOf(runs);
				expect(text.toLowerCase().split(id)).toEqual(text.split(id).map((part) => part.toLowerCase()));
			}
		},
	);
});

describe('a reference', () => {
	test.each(STYLES)('has a slot for the pinpoint, and nothing doubled or undefined, in %s', (style) => {
		for (const item of [...Object.values(items.ALL), items.record]) {
			const { inText, entry } = styled(item, style);
			const text = textOf([...inText, ...entry]);
			expect(text).not.toMatch(/undefined|<|&#|\s{2}|\.\.|,,/i);
			expect(inText.some((run) => typeof run === 'object' && 'slot' in run)).toBe(true);
		}
	});
});
