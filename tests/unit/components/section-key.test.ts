import { expect, test } from 'vitest';
import { readArchive } from '../../../src/archive/read.ts';
import type { Archive, ArchiveRecord } from '../../../src/archive/view.ts';
import { sectionKey } from '../../../src/components/section-key.ts';
import { type Section, themeSections } from '../../../src/components/sections.ts';
import { writeArchive } from '../../support/archive.ts';

test('the key of a page of a list changes with all that the page shows, and with nothing else', async () => {
	using content = writeArchive();
	const archive = (await readArchive(content.path)).archive as Archive;
	const section = archive.themes
		.flatMap((theme) => themeSections(theme, archive))
		.find(({ records }) => records.length > 0) as Section;
	const [record] = section.records as readonly [ArchiveRecord];
	const copy = (changes: object) => ({ ...record, data: { ...record.data, ...changes } }) as ArchiveRecord;
	const many = Array.from({ length: 60 }, () => copy({}));
	const keyOf = (changes: Partial<Section> = {}, number = 1, name = 'A theme', frame = 'frame') =>
		sectionKey(name, { ...section, records: many, ...changes }, number, archive, frame);

	expect(keyOf({ records: many.map(() => copy({})) })).toBe(keyOf());
	// What stands on another page only does not change this one.
	expect(keyOf({ records: [...many.slice(0, 59), copy({ title: 'Another title' })] })).toBe(keyOf());
	const shown = [
		keyOf({ records: [...many.slice(1), copy({})].with(0, copy({ title: 'Another title' })) }),
		keyOf({ records: many.with(0, copy({ summary: 'Another summary.' })) }),
		keyOf({ records: many.with(0, copy({ themes: [] })) }),
		keyOf({ records: many.slice(1) }),
		keyOf({ records: many.slice(0, 50) }),
		keyOf({ title: 'Another list' }),
		keyOf({ path: (page) => `/elsewhere/${page}/` }),
		keyOf({}, 2),
		keyOf({}, 1, 'Another theme'),
		keyOf({}, 1, 'A theme', 'another frame'),
	];
	expect(new Set([keyOf(), ...shown]).size).toBe(shown.length + 1);
});
