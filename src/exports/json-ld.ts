import type { Thing } from '../citations/formats/json-ld.ts';
import { descriptionOf, titleOf, versionOf } from './describe.ts';
import { ALL_FILE, DATA_PAGE, dataPath, PACKAGE_FILE } from './paths.ts';
import type { Site, Table } from './table.ts';
import { FIGURES } from './tables/figures.ts';
import { RECORDS } from './tables/records.ts';
import type { Exported } from './write.ts';

/** The data as a schema.org Dataset, for dataset search engines. */
export function datasetJsonLd(exported: Exported, site: Site, changed: string | undefined): Thing {
	const { archive, permanent } = site;
	const { config } = archive;
	const publisher = { '@type': 'Organization', name: config.publisher };
	const download = (path: string, encodingFormat: string, more: object = {}) => ({
		'@type': 'DataDownload',
		contentUrl: permanent(dataPath(path)),
		encodingFormat,
		...more,
	});
	return {
		'@context': 'https://schema.org',
		'@type': 'Dataset',
		'@id': permanent(DATA_PAGE),
		url: permanent(DATA_PAGE),
		name: `${config.name}: data`,
		// Google requires 50 to 5,000 characters.
		description: `${config.description} Tables of records, of where they come from and of published figures, with a description of every column.`,
		version: versionOf(site),
		...(changed && { dateModified: changed }),
		inLanguage: config.language,
		license: config.licence.url,
		isAccessibleForFree: true,
		creator: publisher,
		publisher,
		isPartOf: { '@type': 'WebSite', '@id': permanent('/'), name: config.name, url: permanent('/') },
		variableMeasured: [...variables(RECORDS), ...variables(FIGURES)],
		distribution: [
			...exported.tables.flatMap(({ name, csv, json }) => [
				download(csv.path, 'text/csv', { name, contentSize: `${csv.bytes} B`, sha256: csv.sha256 }),
				download(json.path, 'application/json', {
					name,
					contentSize: `${json.bytes} B`,
					sha256: json.sha256,
				}),
			]),
			download(ALL_FILE, 'application/x-ndjson', {
				name: 'all',
				contentSize: `${exported.all.bytes} B`,
				sha256: exported.all.sha256,
			}),
			download(PACKAGE_FILE, 'application/vnd.datapackage+json', { name: 'datapackage' }),
		],
	};
}

const variables = ({ columns }: Table) =>
	columns.map((column) => ({
		'@type': 'PropertyValue',
		name: titleOf(column),
		description: descriptionOf(column),
	}));
