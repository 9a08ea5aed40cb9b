import { FORMAT_NAMES } from '../../../citations/formats/format-names.ts';
import { paragraphAnchor, recordPath } from '../../../core/values/address.ts';
import { flatValues } from '../../../search/engine/catalogue.ts';
import { recordsToCsv, type TakenRecord } from '../../../exports/csv.ts';
import type { Engine, Outcome } from '../../../search/engine/engine.ts';
import { one } from './dom.ts';
import { listFragment } from './list-fragment.ts';
import { saveReferences } from './references.ts';
import { save } from './save.ts';

/** How many texts are fetched concurrently. */
const AT_A_TIME = 16;

/**
 * Returns all results as CSV, assembled in the browser.
 *
 * @param permanent permanent address of the archive's own folder, with a closing slash
 * @param progress called with the number of records processed so far
 */
async function csvOf(
	engine: Engine,
	outcome: Outcome,
	permanent: string,
	progress: (done: number) => void,
): Promise<string> {
	const { records, dates, publishers, groups } = engine.catalogue;
	const kinds = new Map(flatValues(groups).map(({ speaker, ordinal }) => [ordinal, speaker]));
	const taken: TakenRecord[] = [];
	for (let from = 0; from < outcome.places.length; from += AT_A_TIME) {
		const places = outcome.places.slice(from, from + AT_A_TIME);
		for (const row of await Promise.all(places.map((place) => engine.row(place, outcome)))) {
			const [id = '', date = -1, , publisher = -1, values = []] = records[row.place] ?? [];
			taken.push({
				id,
				kind: values.map((value) => kinds.get(value)).find(Boolean) ?? '',
				title: row.title,
				date: dates[date]?.[0] ?? '',
				publisher: publishers[publisher]?.label ?? '',
				address: addressOf(permanent, id),
				paragraphs: row.paragraphs.map(({ number }) => number).sort(byNumber),
			});
		}
		progress(taken.length);
	}
	return recordsToCsv(taken, ({ address }, paragraph) => address + paragraphAnchor(paragraph));
}

/** Returns the permanent addresses of all results, one per line. */
function addressesOf(engine: Engine, { places }: Outcome, permanent: string): string {
	return places
		.map((place) => `${addressOf(permanent, engine.catalogue.records[place]?.[0] ?? '')}\n`)
		.join('');
}

function addressOf(permanent: string, id: string): string {
	return permanent.replace(/\/$/, '') + recordPath(id);
}

function byNumber(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}

/**
 * Initialises the buttons that export the results.
 *
 * @param current returns the results on the page, if there are any
 */
export function initExportButtons(
	page: HTMLElement,
	current: () => Promise<{ engine: Engine; outcome: Outcome } | undefined>,
): void {
	const permanent = page.dataset['permanent'] ?? '/';
	const note = one('[data-take-note]', page);
	const onExport = (name: string, exportResults: (engine: Engine, outcome: Outcome) => Promise<string>) =>
		one(`[data-take=${name}]`, page).addEventListener('click', async () => {
			note.textContent = '';
			try {
				const found = await current();
				if (found) note.textContent = await exportResults(found.engine, found.outcome);
			} catch (error) {
				console.error(error);
				note.textContent = 'Download failed. Try again.';
			}
		});

	onExport('csv', async (engine, outcome) => {
		const total = outcome.places.length;
		const text = await csvOf(engine, outcome, permanent, (done) => {
			if (done < total) note.textContent = `${done} of ${total} …`;
		});
		// The byte order mark tells spreadsheets that the text is UTF-8.
		save(`\uFEFF${text}`, 'search-results.csv', 'text/csv;charset=utf-8');
		return '';
	});
	const idsOf = ({ catalogue }: Engine, { places }: Outcome) =>
		places.map((place) => catalogue.records[place]?.[0] ?? '');
	const root = page.dataset['root'] ?? '/';
	for (const name of FORMAT_NAMES)
		onExport(name, async (engine, outcome) => {
			await saveReferences(idsOf(engine, outcome), root, name, 'search-results');
			return '';
		});
	onExport('list', async (engine, outcome) => {
		location.assign(`${root}list/#${listFragment(idsOf(engine, outcome))}`);
		return '';
	});
	onExport('addresses', async (engine, outcome) => {
		save(addressesOf(engine, outcome, permanent), 'search-results.txt', 'text/plain;charset=utf-8');
		return '';
	});
	onExport('copy', async (engine, outcome) => {
		await navigator.clipboard.writeText(addressesOf(engine, outcome, permanent));
		return 'Copied';
	});
}
